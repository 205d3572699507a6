//! Laws, codes and ordinances by name.

use std::iter::successors;
use std::ops::Range;

use super::known::known;
use super::unknown::{unknown, up_to_date};
use super::{Name, over_addition};
use crate::citation::PartialDate;
use crate::parse::after::after;
use crate::parse::cursor::{back_over_gap, is_word, on_over_gap, word_after, word_before};
use crate::parse::far_type::is_half_a_word;
use crate::text::{Syllable, Syllables};

/// `Luật Khiếu nại`, `Luật sửa đổi, bổ sung một số điều của Luật X và Luật Y`, and names the list does not know.
pub(super) fn law(text: &str, start: usize, type_end: usize, doc_type: &'static str) -> Option<Name> {
    let end = amending(text, type_end)
        .or_else(|| known(text, start))
        .or_else(|| usual(text, type_end))
        .or_else(|| unknown(text, type_end, doc_type == "Luật" || doc_type == "Bộ luật"))?;
    let behind = over_addition(text, end);
    let date = bare_year(text, behind);
    // "Bệnh viện Luật Khám bệnh, chữa bệnh năm 2023": a name of the list with its date is a law behind any word.
    let is_dated_law = || known(text, start).is_some() && (date.is_some() || after(text, behind).date.is_some());
    if doc_type == "Luật" && (is_half_a_word(text, start) || is_in_other_name(text, start) && !is_dated_law()) {
        return None;
    }
    Some(Name { core: start..end, doc_type, term: None, date, issuer: None })
}

/// Whether "Luật" stands in another name: "Trường Đại học Luật Hà Nội", "Công ty Luật Bình Minh".
fn is_in_other_name(text: &str, start: usize) -> bool {
    static NAMES: Syllables<(), 32> =
        Syllables::set(["đh", "khoa", "viện", "ngành", "môn", "sĩ", "sỹ", "sư", "phòng", "hãng", "ty", "ước"]);
    /// The last words of these, each with the first.
    static PAIRS: Syllables<&str, 4> = Syllables::of(&[("nhân", "cử"), ("học", "đại")]);
    let end = back_over_gap(text, start);
    let word = word_before(text, end);
    let folded = Syllable::in_text(text, word.clone());
    let is_pair = |first| is_word(&text[word_before(text, back_over_gap(text, word.start))], first);
    (NAMES.has(folded) || PAIRS.get(folded).is_some_and(is_pair)) && !text[end..start].contains('\n')
}

/// "Luật bầu cử", "Luật ngân sách": names so usual that they need no capital.
fn usual(text: &str, type_end: usize) -> Option<usize> {
    let first = word_after(text, on_over_gap(text, type_end));
    let second = word_after(text, on_over_gap(text, first.end));
    matches!((&text[first], &text[second.clone()]), ("bầu", "cử") | ("ngân", "sách")).then_some(second.end)
}

/// "2019" right behind a name.
fn bare_year(text: &str, end: usize) -> Option<(Range<usize>, PartialDate)> {
    let word = word_after(text, on_over_gap(text, end));
    let year = text[word.clone()].parse().ok().filter(|year| word.len() == 4 && (1945..2100).contains(year))?;
    let goes_on = text[word.end..].starts_with(['/', '-', '.'])
        && text[word.end + 1..].starts_with(|c: char| c.is_alphanumeric());
    PartialDate::year_only(year).ok().filter(|_| !goes_on).map(|year| (word, year))
}

/// "sửa đổi, bổ sung một số điều của Luật X và Luật Y", "sửa đổi, bổ sung Pháp lệnh X".
fn amending(text: &str, type_end: usize) -> Option<usize> {
    let mut at = type_end;
    for expected in ["sửa", "đổi", "bổ", "sung"] {
        at = on_over_gap(text, at);
        if text[at..].starts_with(',') {
            at = on_over_gap(text, at + 1);
        }
        let word = word_after(text, at);
        if !is_word(&text[word.clone()], expected) {
            return None;
        }
        at = word.end;
    }
    let mut end = None;
    at = behind_of(text, at).unwrap_or(at);
    if let Some(end) = some_laws(text, at) {
        return Some(end);
    }
    loop {
        let Some(next) = named(text, on_over_gap(text, at)) else { return end };
        end = Some(next);
        let glue = on_over_gap(text, next);
        let word = word_after(text, glue);
        at = if text[glue..].starts_with(',') {
            glue + 1
        } else if is_word(&text[word.clone()], "và") {
            word.end
        } else {
            return end;
        };
    }
}

/// Behind "một số điều của", "Điều 126 của".
fn behind_of(text: &str, from: usize) -> Option<usize> {
    const MOST_WORDS: usize = 6;
    let next = |at: &usize| Some(word_after(text, on_over_gap(text, *at)).end);
    let ends = successors(next(&from), next).take(MOST_WORDS);
    ends.into_iter().find(|&end| is_word(&text[word_before(text, end)], "của"))
}

/// The end of "10 luật có liên quan đến an ninh, trật tự", "các luật về thuế", where a date or a number follows.
fn some_laws(text: &str, from: usize) -> Option<usize> {
    let count = word_after(text, on_over_gap(text, from));
    let laws = word_after(text, on_over_gap(text, count.end));
    let spelled = &text[count];
    let counts = is_word(spelled, "các") || !spelled.is_empty() && spelled.bytes().all(|byte| byte.is_ascii_digit());
    if !counts || !is_word(&text[laws.clone()], "luật") {
        return None;
    }
    up_to_date(text, laws.end)
}

/// The end of the name of a law, code or ordinance that starts there.
fn named(text: &str, start: usize) -> Option<usize> {
    known(text, start).or_else(|| {
        let word = word_after(text, start);
        if is_word(&text[word.clone()], "luật") {
            return unknown(text, word.end, true);
        }
        let second = word_after(text, on_over_gap(text, word.end));
        let is = |first: &str, then: &str| is_word(&text[word.clone()], first) && is_word(&text[second.clone()], then);
        (is("pháp", "lệnh") || is("bộ", "luật")).then(|| unknown(text, second.end, is("bộ", "luật")))?
    })
}
