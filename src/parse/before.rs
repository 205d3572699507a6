//! What stands before a number: "số", the type word, and a list of bare numbers that share the symbol.

use std::ops::Range;

use super::cursor::{back_over_gap, is_gap, is_word, word_before};
use super::type_word::type_before;
use crate::citation::DocType;
use crate::text::{Syllable, Syllables};
use crate::vocab::types;

/// The words before a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Before {
    /// The type word and where it stands.
    pub(super) doc_type: Option<(DocType, Range<usize>)>,
    /// "số", the first of several.
    pub(super) number_word: Option<Range<usize>>,
    /// Whether a colon follows "số".
    pub(super) colon: bool,
    /// "Mẫu số", "Biểu số": the number of a form, not of a document.
    pub(super) form: bool,
    /// Bare numbers of a list before this one: `42, 43` of `số 42, 43, 44-NQ/TW`.
    pub(super) numbers: Vec<Range<usize>>,
}

/// Reads the words before the number at `start`; nothing before `limit` (the end of the last citation) is looked at.
pub(super) fn before(text: &str, start: usize, limit: usize) -> Before {
    plain(text, start, limit).unwrap_or_else(|| any(text, start, limit))
}

/// A common type as documents spell it, with "số" or without, right before the number, as nearly all stand; `None` leaves it to
/// [`any`].
fn plain(text: &str, start: usize, limit: usize) -> Option<Before> {
    let (type_end, number_word) = match &text.as_bytes()[..start] {
        // " số "
        [before @ .., b' ', b's', 0xE1, 0xBB, 0x91, b' '] => (before.len(), Some(before.len() + 1..start - 1)),
        [before @ .., b' '] => (before.len(), None),
        _ => return None,
    };
    let doc_type = types::common_ending(&text[..type_end])?;
    let type_start = type_end - doc_type.name().len();
    // "mẫu", "biểu": perhaps the number of a form.
    let before = text[..type_start].trim_end_matches(' ');
    let may_be_form = before.ends_with(|c: char| matches!(c, 'u' | 'U') || is_gap(c));
    (type_start >= limit && !may_be_form).then(|| Before {
        doc_type: Some((doc_type, type_start..type_end)),
        number_word,
        ..Before::default()
    })
}

/// Reads what may stand there in any form.
fn any(text: &str, start: usize, limit: usize) -> Before {
    let mut read = Before { numbers: list_numbers(text, start, limit), ..Before::default() };
    let first = read.numbers.first().map_or(start, |range| range.start);
    let mut at = over_blank_number(text, first);
    let colon = text[..at].strip_suffix(':').map(|rest| back_over_gap(text, rest.len()));
    if let Some(word) = number_word_before(text, colon.unwrap_or(at)) {
        read.colon = colon.is_some();
        read.number_word = Some(word.clone());
        at = back_over_gap(text, word.start);
        while let Some(again) = number_word_before(text, at) {
            read.number_word = Some(again.clone());
            at = back_over_gap(text, again.start);
        }
    } else if colon.is_some() {
        return read;
    }
    let type_end = text[..at].strip_suffix('(').map_or(at, |rest| back_over_gap(text, rest.len()));
    if at > limit {
        read.doc_type = type_before(text, type_end).filter(|(_, range)| range.start >= limit);
    }
    let word_end = read.doc_type.as_ref().map_or(at, |(_, range)| back_over_gap(text, range.start));
    read.form = is_form(text, word_end, read.doc_type.is_some());
    read
}

/// "số", "sô" as scanners read it, or "số" glued to a type word: "Nghị địnhsố".
fn number_word_before(text: &str, at: usize) -> Option<Range<usize>> {
    const NUMBER: &str = "số";
    let word = word_before(text, at);
    if is_word(&text[word.clone()], NUMBER) || is_word(&text[word.clone()], "sô") {
        return Some(word);
    }
    let start = word.start + text[word.clone()].strip_suffix(NUMBER)?.len();
    type_before(text, start).map(|_| start..word.end)
}

/// Back over the blanks, and over the dots and lines of a number left blank.
fn over_blank_number(text: &str, at: usize) -> usize {
    let blank = text[..at]
        .char_indices()
        .rev()
        .take(60)
        .take_while(|(_, c)| matches!(c, ' ' | '\t' | '.' | '…' | '_' | '\\'))
        .last()
        .map_or(at, |(i, _)| i);
    back_over_gap(text, blank)
}

/// Numbers with commas, "và" or "đến" between them that lead to the number at `start`, when "số" stands before the first.
fn list_numbers(text: &str, start: usize, limit: usize) -> Vec<Range<usize>> {
    /// A longer list is a table of numbers, and each would be a citation.
    const MOST: usize = 200;
    let mut numbers = Vec::new();
    let mut at = start;
    while numbers.len() < MOST
        && let Some(end) = before_comma(text, at)
    {
        let number = word_before(text, end);
        let digits = &text[number.clone()];
        if digits.is_empty() || digits.len() > 5 || number.start < limit || !digits.bytes().all(|b| b.is_ascii_digit())
        {
            break;
        }
        at = number.start;
        numbers.push(number);
    }
    if numbers.is_empty() {
        return numbers;
    }
    numbers.reverse();
    let first = numbers.first().map_or(start, |range| range.start);
    let after_word = number_word_before(text, back_over_gap(text, first)).is_some();
    if after_word { numbers } else { Vec::new() }
}

/// The place before ", ", " và " or " đến " that ends at `at`.
fn before_comma(text: &str, at: usize) -> Option<usize> {
    let back = back_over_gap(text, at);
    if text[..back].ends_with(',') {
        return Some(back_over_gap(text, back - 1));
    }
    let word = word_before(text, back);
    let joins = ["và", "đến"].iter().any(|join| is_word(&text[word.clone()], join));
    (joins && back < at).then(|| back_over_gap(text, word.start))
}

/// Whether the word before names a form, a table or a place rather than a document. A type word
/// ("Mẫu báo cáo số 01/BC-XX") leaves only the words for forms on its own line in doubt.
fn is_form(text: &str, end: usize, typed: bool) -> bool {
    static FORMS: Syllables<(), 4> = Syllables::set(["mẫu", "biểu"]);
    static PLACES: Syllables<(), 32> =
        Syllables::set(["bảng", "hình", "lục", "thửa", "lô", "đường", "ngõ", "hẻm", "nhà", "hiệu"]);
    let word = word_before(text, end);
    if typed && text[word.end..].trim_start_matches([' ', '\t', '*', '_']).starts_with(['\n', '\r']) {
        return false;
    }
    let word = Syllable::in_text(text, word);
    FORMS.has(word) || !typed && PLACES.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> (Before, usize) {
        let start = text.find('#').unwrap();
        let text = text.replace('#', "");
        (before(&text, start, 0), start)
    }

    #[test]
    fn type_words() {
        for (text, want) in [
            ("theo Quyết định số #1", Some("Quyết định")),
            ("theo QUYẾT ĐỊNH SỐ #1", Some("Quyết định")),
            ("KH số số #410", Some("Kế hoạch")),
            ("kế hoạch số Kế hoạch số #1353", Some("Kế hoạch")),
            ("Chỉ thị #16", Some("Chỉ thị")),
            ("Nghị quyết liên tịch số #102", Some("Nghị quyết liên tịch")),
            ("Quyết định số\n\n#693", Some("Quyết định")),
            ("Quyết định số: #749", Some("Quyết định")),
            ("Nghị quyết số 42, 43 và #44", Some("Nghị quyết")),
            ("Nghị địnhsố #1", Some("Nghị định")),
            ("Nghị định sô #1", Some("Nghị định")),
            ("NĐ#126", Some("Nghị định")),
            ("Số:      #/BC", None),
            ("căn cứ: #12", None),
        ] {
            assert_eq!(at(text).0.doc_type.map(|(t, _)| t.name()), want, "{text}");
        }
    }

    #[test]
    fn the_short_way_reads_what_the_long_one_does() {
        let pieces = ["Nghị định", "Luật", "luật", "Bộ", "mẫu", "số", " ", "\n", "*", ":", "42,", "(", "5", "“"];
        let count = pieces.len();
        let mut seen = 0;
        for index in 0..count.pow(5) {
            let text: String = (0..5).map(|place| pieces[index / count.pow(place) % count]).collect();
            for limit in [0, pieces[index % count].len()] {
                let Some(short) = plain(&text, text.len(), limit) else { continue };
                assert_eq!(short, any(&text, text.len(), limit), "{text:?} {limit}");
                seen += 1;
            }
        }
        assert!(seen > 1_000, "{seen}");
    }

    #[test]
    fn forms_are_not_documents() {
        for (text, form) in [
            ("Mẫu số #01", true),
            ("phụ lục số #01", true),
            ("Mẫu báo cáo số #01", true),
            ("Kế hoạch số #01", false),
            ("theo mẫu\nsố #05", true),
            ("BIỂU MẪU\nTT #11", false),
        ] {
            assert_eq!(at(text).0.form, form, "{text}");
        }
    }

    #[test]
    fn lists_of_bare_numbers() {
        assert_eq!(at("Nghị quyết số 42, 43, 44, #45").0.numbers.len(), 3);
        assert_eq!(at("số 98,#99").0.numbers.len(), 1);
        assert!(at("năm 2023, #45").0.numbers.is_empty());
    }
}
