//! The bodies that most citations name, as documents spell them.

use super::NamedIssuer;
use super::extension::ends_known;
use crate::citation::Issuer;
use crate::parse::cursor::word_after;

/// Reads one of them where a small word or a sign ends its name, as nearly always; `None` leaves it to the words.
pub(super) fn common(text: &str, at: usize) -> Option<NamedIssuer> {
    let rest = &text.as_bytes()[at..];
    let (name, code) = COMMON.into_iter().find(|(name, _)| rest.starts_with(name.as_bytes()))?;
    let end = at + name.len();
    let ends = match rest[name.len()..] {
        [] | [b';' | b'.' | b')', ..] => true,
        // "và" leads to another body.
        [b' ', b'v', 0xC3, 0xA0, ..] => false,
        [b' ', ..] => ends_known(text, &word_after(text, end + 1)),
        _ => false,
    };
    ends.then(|| NamedIssuer { range: at..end, issuer: Issuer::known(name, code) })
}

/// With their codes. No longer name begins with one of them.
const COMMON: [(&str, &str); 5] = [
    ("Chính phủ", "CP"),
    ("Thủ tướng Chính phủ", "TTg"),
    ("Quốc hội", "QH10"),
    ("Bộ Tài chính", "BTC"),
    ("Bộ Chính trị", "TW"),
];

#[cfg(test)]
mod tests {
    use super::super::by_words;
    use super::*;
    use crate::text::fold;
    use crate::vocab::issuers;

    #[test]
    fn a_common_name_is_read_as_any_other() {
        let followers = " và ;.),:-“*\nab1";
        let mut seen = 0;
        for (name, _) in COMMON {
            assert!(!issuers::beginning(fold(name).as_bytes()).unwrap().is_longer);
            for word in
                ["", "về", "ngày", "và Bộ Y tế", "và", "tỉnh", "thành phố", "thành lập", "của", "Hà Nội", "5", "ở"]
            {
                for (first, last) in
                    followers.chars().flat_map(|first| followers.chars().map(move |last| (first, last)))
                {
                    let text = format!("của {name}{first}{word}{last}Bộ Y tế");
                    let Some(read) = common(&text, "của ".len()) else { continue };
                    assert_eq!(Some(read), by_words(&text, "của ".len()), "{text}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 500, "{seen}");
    }
}
