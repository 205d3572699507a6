//! Laws, codes and ordinances by name.

use std::iter::successors;
use std::ops::Range;

use super::Name;
use crate::citation::PartialDate;
use crate::parse::cursor::{is_word, on_over_gap, word_after, word_before};
use crate::parse::phrase::FoldedPhrase;
use crate::text::{Syllable, Syllables, is_all_caps};
use crate::vocab::laws;

/// `Luật Khiếu nại`, `Luật sửa đổi, bổ sung một số điều của Luật X và Luật Y`, and names the list does not know.
pub(super) fn law(text: &str, start: usize, type_end: usize, doc_type: &'static str) -> Option<Name> {
    let end = amending(text, type_end)
        .or_else(|| known(text, start))
        .or_else(|| unknown(text, type_end, doc_type == "Luật" || doc_type == "Bộ luật"))?;
    Some(Name { core: start..end, doc_type, term: None, date: bare_year(text, end), issuer: None })
}

/// "2019" right behind a name.
fn bare_year(text: &str, end: usize) -> Option<(Range<usize>, PartialDate)> {
    let word = word_after(text, on_over_gap(text, end));
    let year = text[word.clone()].parse().ok().filter(|year| word.len() == 4 && (1945..2100).contains(year))?;
    let goes_on = text[word.end..].starts_with(['/', '-', '.'])
        && text[word.end + 1..].starts_with(|c: char| c.is_alphanumeric());
    PartialDate::year_only(year).ok().filter(|_| !goes_on).map(|year| (word, year))
}

/// The end of the longest known name that starts here.
fn known(text: &str, start: usize) -> Option<usize> {
    let mut phrase = FoldedPhrase::new();
    let mut word = word_after(text, start);
    let mut end = None;
    while !word.is_empty()
        && let Some(beginning) = phrase.add(text, &word).and_then(laws::beginning)
    {
        if beginning.is_name {
            end = Some(word.end);
        }
        if !beginning.is_longer {
            break;
        }
        let mut at = on_over_gap(text, word.end);
        if text[at..].starts_with([',', '-']) {
            at = on_over_gap(text, at + 1);
        }
        word = word_after(text, at);
    }
    end
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

/// The end of a name that no list has: a capital, then words up to one that cannot belong to a name.
fn unknown(text: &str, type_end: usize, capital_needed: bool) -> Option<usize> {
    let mut end = None;
    let at = on_over_gap(text, type_end);
    if at > type_end + 1 && text[type_end..at].matches('\n').count() > 1 {
        return None;
    }
    let mut following = word_after(text, at);
    for count in 0..12 {
        let word = following;
        following = word_after(text, on_over_gap(text, word.end));
        let spelled = &text[word.clone()];
        if spelled.is_empty() || spelled.as_bytes()[0].is_ascii_digit() {
            break;
        }
        let capital = spelled.starts_with(char::is_uppercase);
        if count == 0 && capital_needed && !capital {
            break;
        }
        // No word of one letter ends a name.
        if word.len() > 1 {
            let folded = Syllable::in_text(text, word.clone());
            // "Luật Tổ chức HĐND và UBND"
            let abbreviated = |word: &str| word.chars().count() >= 3 && is_all_caps(word);
            if folded == AND
                && end.is_some_and(|end| abbreviated(&text[word_before(text, end)]))
                && abbreviated(&text[following.clone()])
            {
                continue;
            }
            let next = || Syllable::in_text(text, following.clone());
            if is_stop(folded, next) && (count > 0 || !capital || is_all_caps(spelled)) {
                break;
            }
            // "Luật gia", "Luật sư", "LUẬT SƯ": a profession, not a law.
            if count == 0 && PROFESSIONS.has(folded) {
                return None;
            }
        }
        end = Some(word.end);
    }
    end
}

const AND: Syllable = Syllable::folded("và");
static PROFESSIONS: Syllables<(), 4> = Syllables::set(["sư", "gia"]);

/// Whether a word ends the name before it; some do with the `next` one only: "hiện hành", but "Thực hiện".
fn is_stop(word: Syllable, next: impl Fn() -> Syllable) -> bool {
    const NOW: Syllable = Syllable::folded("hiện");
    const HAVE: Syllable = Syllable::folded("có");
    const MERIT: Syllable = Syllable::folded("công");
    static BEHIND_NOW: Syllables<(), 8> = Syllables::set(["hành", "nay", "tại"]);
    // "người có công"
    let merit = || word == HAVE && next() == MERIT;
    STOPS.has(word) && !merit() || word == NOW && BEHIND_NOW.has(next())
}

static STOPS: Syllables<(), 128> = Syllables::set([
    "trên", "đến", "từ", "này", "số", "ngày", "năm", "và", "được", "đã", "có", "thì", "là", "của", "tại", "theo",
    "trong", "để", "do", "khi", "nếu", "phải", "không", "quy", "hoặc", "với", "cho", "các", "những", "mà", "ban",
    "nêu", "đang", "sẽ", "còn", "như",
]);
