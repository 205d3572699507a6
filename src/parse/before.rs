//! What stands before a number: "số", the type word, and a list of bare numbers that share the symbol.

use std::ops::Range;

use super::cursor::{back_over_gap, is_gap, is_word, on_over_gap, tail_before, word_after, word_before};
use super::type_word::type_before;
use crate::citation::DocType;
use crate::text::{Syllable, Syllables};
use crate::vocab::{codes, types};

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

/// The type word of a number that other words separate from it: `Luật Bầu cử … số 85/2015/QH13`, `Thông tư của Bộ Xây
/// dựng số 04/2001/TT-BXD`. The nearest one, in the same sentence, that the first code of the symbol stands for.
pub(super) fn far_type(text: &str, end: usize, limit: usize, first_code: &str) -> Option<(DocType, Range<usize>)> {
    let window = tail_before(text, end, 300);
    let window_start = (end - window.len()).max(limit);
    let window = text.get(window_start..end)?;
    let ends_clause = |&i: &usize| {
        let behind = &window[i + 1..];
        match window.as_bytes()[i] {
            b'\n' => behind.starts_with('\n') && !after_type_heading(window, i),
            _ => behind.starts_with(char::is_whitespace),
        }
    };
    let clause = memchr::memrchr3_iter(b';', b'.', b'\n', window.as_bytes()).find(ends_clause);
    let clause = clause.map_or(window_start, |i| window_start + i + 1);
    let mut at = end;
    let mut found = None;
    // The last capital before `at`, and how far a type that begins with it may go: of the other words none needs to be asked.
    let (mut capital, mut reach) = (end, end);
    while at > clause {
        if capital >= at {
            let Some(last) = last_capital(&text[clause..at]) else { break };
            capital = clause + last;
            reach = (0..types::LONGEST).fold(capital, |end, _| word_after(text, on_over_gap(text, end)).end);
        }
        let word = word_before(text, at);
        if word.is_empty() {
            at = text[..at].char_indices().next_back().map_or(0, |(i, _)| i);
            continue;
        }
        if at > reach {
            at = word.start;
            continue;
        }
        if let Some((doc_type, range)) = type_before(text, at)
            && range.start >= clause
            && text[range.clone()].starts_with(char::is_uppercase)
            && (code_fits(doc_type, first_code) || names_its_issuer(text, range.end))
            && (found.is_none() || next_word_is(text, range.end, "sửa"))
        {
            // "Luật sửa đổi, bổ sung một số điều của Luật X số …": the number is the outer one's.
            let amended = is_amended(text, range.start);
            at = range.start;
            found = Some((doc_type, range));
            if !amended {
                break;
            }
            continue;
        }
        at = word.start;
    }
    found
}

/// Where the last letter stands that a type may begin with.
fn last_capital(words: &str) -> Option<usize> {
    let is_capital = |window: &[u8]| matches!(window, [b'A'..=b'Z', ..] | [0xC4, 0x90]);
    let bytes = words.as_bytes();
    (0..bytes.len()).rev().find(|&at| is_capital(&bytes[at..bytes.len().min(at + 2)]))
}

/// Whether "điều của" stands right before.
fn is_amended(text: &str, start: usize) -> bool {
    let of = word_before(text, back_over_gap(text, start));
    let article = word_before(text, back_over_gap(text, of.start));
    is_word(&text[of], "của") && is_word(&text[article], "điều")
}

/// Whether the blank line at `at` only separates a title line such as "THÔNG TƯ" from what goes on.
fn after_type_heading(window: &str, at: usize) -> bool {
    let line = window[..at].rsplit('\n').next().unwrap_or_default();
    types::find(line.trim_matches(|c: char| is_gap(c) || c == '#')).is_some()
}

/// "Nghị quyết của Hội đồng Thẩm phán … số": "của" right behind the type.
fn names_its_issuer(text: &str, type_end: usize) -> bool {
    next_word_is(text, type_end, "của")
}

fn next_word_is(text: &str, at: usize, expected: &str) -> bool {
    is_word(&text[word_after(text, on_over_gap(text, at))], expected)
}

fn code_fits(doc_type: DocType, code: &str) -> bool {
    match codes::assembly(code) {
        Some(_) => matches!(doc_type.name(), "Luật" | "Bộ luật" | "Pháp lệnh" | "Nghị quyết"),
        None => types::has_code(doc_type, code),
    }
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
    fn far_types() {
        for (text, code, want) in [
            ("Luật Bầu cử đại biểu số #", "QH13", Some("Luật Bầu")),
            ("Thông tư của Bộ Xây dựng số #", "TT", Some("Thông tư")),
            ("Luật sửa đổi, bổ sung một số điều của Luật Giáo dục số #", "QH14", Some("Luật sửa")),
            ("Nghị quyết hướng dẫn một số điều của Luật Giáo dục số #", "QH14", Some("Luật Giáo")),
            ("Luật Đất đai; số #", "QH14", None),
        ] {
            let end = text.find("số #").unwrap();
            let range = far_type(text, end, 0, code).map(|(_, range)| range);
            assert_eq!(range.is_some(), want.is_some(), "{text}");
            assert!(range.is_none_or(|range| text[range.start..].starts_with(want.unwrap())), "{text}");
        }
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
