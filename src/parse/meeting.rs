//! Meetings that issue resolutions: "Hội nghị lần thứ 6 Ban Chấp hành Trung ương", "Đại hội Đảng bộ tỉnh lần thứ XI".

use std::ops::Range;

use super::cursor::{is_word, on_over_gap, unwrapped, word_after};
use super::issuer::NamedIssuer;
use crate::citation::Issuer;
use crate::text::fold;

/// A plenum of the Central Committee that starts at `at`, as an issuing body; it has its number.
pub(super) fn plenum(text: &str, at: usize) -> Option<NamedIssuer> {
    // Few words begin so.
    if !matches!(text.as_bytes().get(at), Some(b'H' | b'h')) {
        return None;
    }
    let first = word_after(text, at);
    if !is_word(&text[first.clone()], "hội") || !is_word(&text[word_after(text, on_over_gap(text, first.end))], "nghị")
    {
        return None;
    }
    let words = words(text, at);
    let name: Vec<String> = words.iter().map(|word| fold(&text[word.clone()])).collect();
    let len = name.iter().take_while(|word| WORDS.contains(&word.as_str()) || is_ordinal(word)).count();
    let numbered = name[..len].iter().any(|word| is_ordinal(word));
    let central = name[..len].iter().any(|word| matches!(word.as_str(), "ương" | "tw" | "bchtw"));
    (numbered && central).then(|| {
        let range = at..words[len - 1].end;
        NamedIssuer { issuer: Issuer::on_one_line(&unwrapped(&text[range.clone()]), Some("TW")), range }
    })
}

/// The words of the name of a plenum, folded.
const WORDS: [&str; 18] = [
    "hội", "nghị", "lần", "thứ", "ban", "chấp", "hành", "trung", "ương", "đảng", "cộng", "sản", "việt", "nam", "bch",
    "tw", "bchtw", "của",
];

fn is_ordinal(word: &str) -> bool {
    const ORDINALS: [&str; 13] =
        ["nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "một"];
    let digits = (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    let roman = !word.is_empty() && word.len() <= 4 && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    ORDINALS.contains(&word) || digits || roman
}

fn words(text: &str, at: usize) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut at = at;
    while words.len() < 18 {
        let word = word_after(text, at);
        if word.is_empty() {
            break;
        }
        at = on_over_gap(text, word.end);
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plenums() {
        for (text, want) in [
            (
                "Hội nghị lần thứ bảy Ban Chấp hành Trung ương (khóa XII)",
                Some("Hội nghị lần thứ bảy Ban Chấp hành Trung ương"),
            ),
            (
                "Hội nghị Trung ương 6 Ban chấp hành Trung ương Khóa XII",
                Some("Hội nghị Trung ương 6 Ban chấp hành Trung ương"),
            ),
            ("Hội nghị Trung ương 8 khóa XI về", Some("Hội nghị Trung ương 8")),
            ("Hội nghị lần thứ 8 BCH Trung ương khóa XI", Some("Hội nghị lần thứ 8 BCH Trung ương")),
            ("Hội nghị Trung ương khóa XI", None),
            ("Hội nghị lần thứ 6 của Hội đồng", None),
            ("Hội nghị cán bộ toàn tỉnh", None),
        ] {
            assert_eq!(plenum(text, 0).map(|named| named.issuer.name().to_owned()).as_deref(), want, "{text}");
        }
    }
}
