//! Resolutions of plenums and congresses of the Party.

use std::ops::Range;

use super::Name;
use crate::citation::{Issuer, Term};
use crate::parse::after::term;
use crate::parse::cursor::{is_word, on_over_gap, unwrapped, word_after};
use crate::parse::issuer::NamedIssuer;
use crate::parse::meeting::plenum;
use crate::text::fold;

/// `Nghị quyết Trung ương 4 khóa XII`, `Nghị quyết TW4 (khóa XII)`, `Nghị quyết Hội nghị lần thứ 6 Ban Chấp hành Trung
/// ương khóa XII`, `Nghị quyết Đại hội … lần thứ XIII`, `Nghị quyết Đại hội XIII`.
pub(super) fn resolution(text: &str, start: usize, type_end: usize) -> Option<Name> {
    let mut at = on_over_gap(text, type_end);
    let of = word_after(text, at);
    if is_word(&text[of.clone()], "của") {
        at = on_over_gap(text, of.end);
    }
    if let Some(found) = congress(text, at) {
        let (issuer, term) = found;
        let core = start..issuer.range.end;
        return Some(Name { core, doc_type: "Nghị quyết", term, date: None, issuer: Some(issuer) });
    }
    let (end, issuer) = match plenum(text, at) {
        Some(plenum) => (plenum.range.end, Some(plenum)),
        None => (central(text, at)?, None),
    };
    let (end, term) = of_term(text, end)?;
    Some(Name { core: start..end, doc_type: "Nghị quyết", term: Some(term), date: None, issuer })
}

/// The end of "Trung ương 4", "TW 4", "TW4".
fn central(text: &str, at: usize) -> Option<usize> {
    let first = word_after(text, at);
    let digits = |word: &str| (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    let short = text[first.clone()].strip_prefix("TW");
    if short.is_some_and(digits) {
        return Some(first.end);
    }
    let mut end = first.end;
    if short != Some("") {
        let second = word_after(text, on_over_gap(text, first.end));
        if !is_word(&text[first], "trung") || fold(&text[at..second.end.max(at)]) != "trung ương" {
            return None;
        }
        end = second.end;
    }
    let mut word = word_after(text, on_over_gap(text, end));
    for expected in ["lần", "thứ"] {
        if is_word(&text[word.clone()], expected) {
            word = word_after(text, on_over_gap(text, word.end));
        }
    }
    digits(&text[word.clone()]).then_some(word.end)
}

/// The end of "khóa XII", "(khóa XII)", ", khóa XI" behind a name; in "(khóa XI, XII)" the first term counts.
fn of_term(text: &str, end: usize) -> Option<(usize, Term)> {
    let mut at = on_over_gap(text, end);
    let bracket = text[at..].starts_with('(');
    if bracket || text[at..].starts_with(',') {
        at = on_over_gap(text, at + 1);
    }
    let (range, term) = term(text, at)?;
    let near = &text.as_bytes()[range.end..text.len().min(range.end + 13)];
    let close = memchr::memchr(b')', near).filter(|_| bracket);
    let only_terms = |i: &usize| {
        let between = &text[range.end..range.end + i];
        between.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | ',' | ' '))
    };
    Some((close.filter(only_terms).map_or(range.end, |i| range.end + i + 1), term))
}

/// "Đại hội đại biểu toàn quốc lần thứ XIII", "Đại hội XIII", "Đại hội Đảng bộ tỉnh lần thứ XI". Only the congress of the
/// whole Party opens a term of the Party.
fn congress(text: &str, at: usize) -> Option<(NamedIssuer, Option<Term>)> {
    let first = word_after(text, at);
    let second = word_after(text, on_over_gap(text, first.end));
    let named = is_word(&text[first], "đại") && is_word(&text[second.clone()], "hội");
    if !named || fold(&text[at..second.end]) != "đại hội" {
        return None;
    }
    let (numeral, term) = numeral(text, second.end).or_else(|| ordinal(text, second.end))?;
    let name = unwrapped(&text[at..numeral.end]);
    let folded = fold(&name);
    let local = ["đảng bộ", "đảng uỷ", "chi bộ", "đoàn", "hội nông", "hội phụ", "hội cựu", "mặt trận", "hội liên"];
    let term = Some(term).filter(|_| !local.iter().any(|body| folded.contains(body)));
    Some((NamedIssuer { range: at..numeral.end, issuer: Issuer::new(&name, None) }, term))
}

/// The numeral right behind a place.
fn numeral(text: &str, at: usize) -> Option<(Range<usize>, Term)> {
    let word = word_after(text, on_over_gap(text, at));
    let value = &text[word.clone()];
    let term = value.parse().ok().or_else(|| value.parse().ok().and_then(Term::new))?;
    Some((word, term))
}

/// The numeral behind "lần thứ", some words on.
fn ordinal(text: &str, at: usize) -> Option<(Range<usize>, Term)> {
    let mut at = on_over_gap(text, at);
    for _ in 0..26 {
        let word = word_after(text, at);
        if word.is_empty() {
            return None;
        }
        if is_word(&text[word.clone()], "thứ") {
            return numeral(text, word.end);
        }
        at = on_over_gap(text, word.end);
    }
    None
}
