use crate::finding::{Applicability, Message, Severity};
use crate::parse::{Mention, two_digit_year};
use crate::resolve::Document;
use crate::rules::traits::Traits;
use crate::rules::wording::change_to;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Span, begins_as_vietnamese, range_of};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "DAT04",
    name: "date-two-digit-year",
    group: "date",
    severity: Severity::Warning,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("date_two_digit_year.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, _) in context.cited_with(Traits::DATE_BEHIND.but(Traits::DATE)) {
        let Some((span, short)) = year_behind(context.document(), mention) else { continue };
        let symbol_year = mention.canonical().and_then(|symbol| symbol.year()).map(|year| year.get());
        let year = symbol_year.filter(|year| year % 100 == short).unwrap_or(century(short) + short);
        findings.add(
            span,
            Message::new("năm ghi hai chữ số", "a year of two digits"),
            Message::new(format!("viết ‘{year}’"), format!("write ‘{year}’")),
            vec![change_to(year.to_string(), span, Applicability::Unsafe)],
        );
    }
}

/// Documents of before 1945 are not cited so.
const fn century(short: u16) -> u16 {
    if short >= 45 { 1900 } else { 2000 }
}

/// How many bytes behind a citation its date may stand.
const BEHIND: usize = 40;

/// Where the two digits stand in the date right behind the number.
fn year_behind(document: &Document<'_>, mention: &Mention<'_>) -> Option<(Span, u16)> {
    let (_, words) = document.behind(mention, BEHIND);
    let words = words.trim_start_matches([' ', ',', '*']);
    let date = words.starts_with(['n', 'N']).then(|| two_digit_year(words)).flatten()?;
    let date_end = range_of(document.normalized().as_str(), date.text).end;
    Some((document.span(date_end - date.year.len()..date_end), date.year.parse().ok()?))
}

/// Whether "ngày" may stand behind blanks and signs, as far as they are read as they are written.
pub(in crate::rules) fn may_begin_date(behind: &[u8]) -> bool {
    let signs = behind.iter().take(BEHIND).take_while(|byte| matches!(byte, b' ' | b',' | b'*'));
    may_begin_word(&behind[signs.count()..])
}

fn may_begin_word(word: &[u8]) -> bool {
    match word {
        [b'n' | b'N', b'g' | b'G', third, ..] => match third {
            b'a' | b'A' | b'<' => true,
            // The first bytes of Vietnamese letters but "à".
            0xC4..=0xC6 | 0xE1 => false,
            other => !other.is_ascii(),
        },
        [b'n' | b'N', second, ..] => *second == b'<' || !second.is_ascii(),
        // Other letters of Vietnamese.
        other if begins_as_vietnamese(other) => false,
        [first, ..] => matches!(first, b' ' | b',' | b'*' | b'\r' | b'<' | b'\\') || !first.is_ascii(),
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_date_is_passed_over() {
        let pieces = ["", " ", ",", "*", "\n", "\r\n", "<b>", "\u{a0}", "\u{200b}", "\\", "(", "x"];
        let count = pieces.len();
        let mut seen = 0;
        for index in 0..count.pow(3) {
            let gap: String = (0..3).map(|place| pieces[index / count.pow(place) % count]).collect();
            for word in [
                "ngày",
                "NGÀY",
                "ng\u{200b}ày",
                "nga\u{300}y",
                "n\u{ad}gày",
                "ng\u{ad}à\u{ad}y",
                "n<b>gày",
                "ng</b>ày",
                "NG<B>ÀY",
            ] {
                let text = format!("Nghị định số 30/2020/NĐ-CP{gap}{word} 5/3/20");
                let document = Document::new(&text);
                for mention in document.mentions() {
                    let is_found = year_behind(&document, mention).is_some();
                    assert!(!is_found || may_begin_date(&text.as_bytes()[mention.span().end()..]), "{text:?}");
                    seen += usize::from(is_found);
                }
            }
        }
        assert!(seen > 300, "{seen}");
    }
}
