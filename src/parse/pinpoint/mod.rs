//! The pinpoint in front of a citation: "điểm a khoản 2 Điều 5", and the document between them that was issued with the
//! cited one: "Điều 13 Quy chế bảo lãnh ban hành kèm theo Quyết định số …".
//!
//! Source: NĐ 34/2016/NĐ-CP, Điều 75.4 (from the small part to the large one).

mod before;
mod meaning;

use std::ops::Range;

use self::before::{back_over_note, ends_compound, over_sign};
use self::meaning::{Means, first_word, meaning};
use super::container::{container, issued_with};
use super::cursor::{back_over_gap, is_word, letter_before, word_after, word_before};
use super::label::{is_form_label, is_label};
use crate::citation::Unit;
use crate::text::Syllable;

/// Where the pinpoint and the container of a citation stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Inside {
    pub(super) pinpoint: Option<Range<usize>>,
    pub(super) container: Option<Range<usize>>,
}

/// What leads to the citation that starts at `start`; nothing before `limit` is looked at.
pub(super) fn inside(text: &str, start: usize, limit: usize) -> Inside {
    let Some(annexed) = issued_with(text, start).filter(|end| *end > limit) else {
        return Inside { pinpoint: pinpoint(text, start, limit), container: None };
    };
    if let Some(range) = pinpoint(text, annexed, limit) {
        return Inside { pinpoint: Some(range), container: None };
    }
    let container = container(text, annexed, limit, |start| pinpoint(text, start, limit).is_some());
    let pinpoint = container.as_ref().and_then(|range| pinpoint(text, range.start, limit));
    Inside { pinpoint, container }
}

/// How many words a pinpoint may have: lists name dozens of articles.
const MOST_WORDS: usize = 120;

/// Where the pinpoint ("điểm a khoản 2 Điều 5") that leads to `end` stands, without the comma or "của" after it.
fn pinpoint(text: &str, end: usize, limit: usize) -> Option<Range<usize>> {
    let mut at = back_over_gap(text, end);
    if let [.., b',' | b'-'] = text.as_bytes()[..at] {
        at = over_sign(text, at - 1, end);
    } else if matches!(text.as_bytes()[..at], [.., b'a' | b'A']) && is_word(&text[word_before(text, at)], "của") {
        at = back_over_gap(text, word_before(text, at).start);
    }
    at = back_over_note(text, at);
    let last = at;
    let mut start = None;
    let mut words = 0;
    while words < MOST_WORDS
        && let Some(unit) = plain_unit(&text.as_bytes()[..at]).filter(|unit| *unit >= limit)
        && !ends_compound(text, unit, || Syllable::in_text(text, word_after(text, unit)))
    {
        start = Some(unit);
        at = back_over_gap(text, unit);
        words += 2;
    }
    if start.is_none() && ends_as_words_do(text, at) {
        return None;
    }
    let (mut label_seen, mut of_form) = (start.is_some(), false);
    for _ in words..MOST_WORDS {
        let word = token_before(text, at);
        if word.is_empty() {
            let joins = match text.as_bytes()[..at] {
                [.., b',' | b'-'] => at < last,
                [.., b';'] => start.is_some() && label_seen,
                _ => false,
            };
            if !joins {
                break;
            }
            at = back_over_gap(text, at - 1);
            continue;
        }
        if word.start < limit {
            break;
        }
        let token = &text[word.clone()];
        let means = meaning(text, &word);
        if let Some(Means::Unit(unit)) = means {
            let is_compound = ends_compound(text, word.start, || Syllable::in_text(text, word.clone()));
            if !label_seen || is_compound || of_form && !matches!(unit, Unit::Form | Unit::Appendix) {
                break;
            }
            of_form = false;
            start = Some(first_word(text, word.start, unit));
        } else if matches!(means, Some(Means::Number)) && label_seen {
            of_form = true;
        } else if is_label(token) {
            label_seen = true;
        } else if is_form_label(token) {
            (label_seen, of_form) = (true, true);
        } else if at == last || !matches!(means, Some(Means::Joins)) {
            break;
        }
        at = back_over_gap(text, word.start);
    }
    let start = start?;
    (last > start).then_some(start..last)
}

/// Where the "khoản 2", "Điều 5" or "điểm a" starts that ends some bytes: nearly all pinpoints are made of these, with blanks
/// between.
fn plain_unit(bytes: &[u8]) -> Option<usize> {
    const UNITS: [&[u8]; 3] = ["Điều".as_bytes(), "khoản".as_bytes(), "điểm".as_bytes()];
    let before = match bytes {
        [before @ .., b' ', b'0'..=b'9' | b'a'..=b'z'] => before,
        [before @ .., b' ', b'0'..=b'9', b'0'..=b'9'] => before,
        [before @ .., b' ', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9'] => before,
        _ => return None,
    };
    let before = UNITS.into_iter().find_map(|unit| before.strip_suffix(unit))?;
    if let [] | [.., b' ' | b'\n' | b'('] = before { Some(before.len()) } else { None }
}

/// Whether a word of small letters ends at a place, as before most citations: it is no label.
fn ends_as_words_do(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let word = word_before(text, at);
    let is_part = word.start > 0 && matches!(bytes[word.start - 1], b'.' | b'/' | b'-');
    (2..24).contains(&word.len()) && bytes[word.start].is_ascii_lowercase() && !is_part
}

/// A word with the dots, slashes and hyphens inside it: `2.1`, `1-3`, `01/BC-MT`.
fn token_before(text: &str, at: usize) -> Range<usize> {
    let word = word_before(text, at);
    let before = word.start.checked_sub(1).map(|sign| text.as_bytes()[sign]);
    if word.len() < 24 && !matches!(before, Some(b'.' | b'/' | b'-')) {
        return word;
    }
    let mut start = at;
    // A sign inside counts when a letter stands before it.
    let mut sign = None;
    for _ in 0..40 {
        let from = sign.unwrap_or(start);
        let length = letter_before(text, from);
        if length > 0 {
            start = from - length;
            sign = None;
        } else if sign.is_none() && start < at && text[..from].ends_with(['.', '/', '-']) {
            sign = Some(from - 1);
        } else {
            break;
        }
    }
    start..at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pinpoints() {
        for (text, want) in [
            ("tại điểm a khoản 2 Điều 5 #Nghị", Some("điểm a khoản 2 Điều 5")),
            ("tại khoản 1, khoản 2, Điều 1 #Quyết", Some("khoản 1, khoản 2, Điều 1")),
            ("Điều 1 và Điều 2 #Quyết", Some("Điều 1 và Điều 2")),
            ("tại Điều 29, #Quy", Some("Điều 29")),
            ("mục 5 khoản II #Thông", Some("mục 5 khoản II")),
            ("quy định từ Điều 5 đến Điều 9 của #Nghị", Some("Điều 5 đến Điều 9")),
            ("tại các khoản 1, 2 và điểm b khoản 3 Điều 15a #Nghị", Some("khoản 1, 2 và điểm b khoản 3 Điều 15a")),
            ("tại điểm a.1 khoản 2 Điều 5 #Thông", Some("điểm a.1 khoản 2 Điều 5")),
            ("theo mục II.11 #Thông", Some("mục II.11")),
            ("tại điểm 2.1 mục II #Thông", Some("điểm 2.1 mục II")),
            ("tại khoản 1-3 Điều 5 #Nghị", Some("khoản 1-3 Điều 5")),
            ("theo Phụ lục IIa #Nghị", Some("Phụ lục IIa")),
            (
                "theo Mẫu số 01/BC-MT và Mẫu số 05/BC-MT ban hành kèm theo #Nghị",
                Some("Mẫu số 01/BC-MT và Mẫu số 05/BC-MT"),
            ),
            ("Mẫu số 10 Phụ lục VII được ban hành kèm theo #Nghị", Some("Mẫu số 10 Phụ lục VII")),
            ("Điều 5 và #Quyết", None),
            ("quy định chi tiết khoản 5 Điều 31 #Luật", Some("khoản 5 Điều 31")),
            ("quy định chi tiết các Điều 12, 13 của #Luật", Some("Điều 12, 13")),
            ("tại tiết a điểm 2 Mục I #Thông", Some("tiết a điểm 2 Mục I")),
            ("Danh mục C #Nghị", None),
            ("DANH MỤC C #Nghị", None),
            ("danh mục I Phụ lục II #Nghị", Some("Phụ lục II")),
            ("quan điểm 3 của #Nghị", None),
            ("cổ phần I #Nghị", None),
            ("CỔ PHẦN I #Nghị", None),
            ("Điều 22[1] #Luật", Some("Điều 22")),
            ("khoản 3 Điều 5(2) của #Luật", Some("khoản 3 Điều 5")),
            ("Điều 5² #Luật", Some("Điều 5")),
            ("Điều 5 [13] #Luật", Some("Điều 5")),
            ("Điều 55 - #Pháp", Some("Điều 55")),
            ("Điều 55\n- #Pháp", None),
            ("Phụ lục II - #Nghị", Some("Phụ lục II")),
            ("Câu 3 điểm 2 - #Luật", None),
            ("mục D phần III - #Thông", Some("mục D phần III")),
            ("Phụ lục số 01 - #Luật", Some("Phụ lục số 01")),
            ("Khoản 1 Điều 17; Điều 18; Khoản 2 Điều 19 #Nghị", Some("Khoản 1 Điều 17; Điều 18; Khoản 2 Điều 19")),
            ("theo điểm b; khoản 2 Điều 19 #Nghị", Some("điểm b; khoản 2 Điều 19")),
            ("làm 5; Điều 19 #Nghị", Some("Điều 19")),
            ("số 05/BC-MT #Quyết", None),
            ("theo #Quyết", None),
        ] {
            let end = text.find('#').unwrap();
            let text = text.replace('#', "");
            assert_eq!(inside(&text, end, 0).pinpoint.map(|range| text[range].to_owned()).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn no_compound_is_passed_over_by_its_last_letters() {
        for (first, unit) in before::COMPOUND_WORDS {
            for text in [format!("{first} {unit} 3 Nghị"), format!("{first} {unit} 3 Nghị").to_uppercase()] {
                let end = text.len() - "Nghị".len();
                assert_eq!(pinpoint(&text, end, 0), None, "{text}");
            }
        }
    }

    #[test]
    fn the_short_way_reads_what_the_long_one_does() {
        let pieces = ["Điều", "khoản", "điểm", "5", "12", "a", "và", ",", "\n", "1-", "Mẫu số"];
        let count = pieces.len();
        for index in 0..count.pow(5) {
            let words: Vec<&str> = (0..5).map(|place| pieces[index / count.pow(place) % count]).collect();
            let (text, end) = (format!("({} Nghị", words.join(" ")), 1 + words.join(" ").len());
            // The long one is asked where the words are spelled otherwise.
            let broken = text.replace("Điều ", "ĐIỀU ").replace("khoản ", "KHOẢN ").replace("điểm ", "ĐIỂM ");
            assert_eq!(pinpoint(&text, end, 1), pinpoint(&broken, end, 1), "{text:?}");
            assert_eq!(pinpoint(&text, end, 4), pinpoint(&broken, end, 4), "{text:?}");
        }
    }

    #[test]
    fn a_container_between() {
        for (text, pinpoint, container) in [
            ("tại Điều 13 Quy chế bảo lãnh ban hành kèm theo #Quyết", Some("Điều 13"), Some("Quy chế bảo lãnh")),
            (
                "khoản 1 Điều 21 của Quy chế hoạt động ban hành theo #Quyết",
                Some("khoản 1 Điều 21"),
                Some("Quy chế hoạt động"),
            ),
            ("Mục III Chương trình ban hành kèm theo #Quyết", Some("Mục III"), Some("Chương trình")),
            ("theo Quy chế làm việc ban hành kèm theo #Quyết", None, Some("Quy chế làm việc")),
            ("Quy chế của Ban Chỉ đạo Chương trình A ban hành kèm theo #Quyết", None, None),
            ("nội dung này; ban hành kèm theo #Quyết", None, None),
        ] {
            let end = text.find('#').unwrap();
            let text = text.replace('#', "");
            let read = inside(&text, end, 0);
            let words = |range: Option<Range<usize>>| range.map(|range| text[range].to_owned());
            assert_eq!(
                (words(read.pinpoint).as_deref(), words(read.container).as_deref()),
                (pinpoint, container),
                "{text}"
            );
        }
    }
}
