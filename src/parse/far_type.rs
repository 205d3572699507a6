//! The type word of a number that other words separate from it.

use std::ops::Range;

use super::cursor::{back_over_gap, is_gap, is_word, on_over_gap, tail_before, word_after, word_before};
use super::type_word::type_before;
use crate::citation::DocType;
use crate::vocab::{codes, types};

/// The type word of a number that stands apart from it, as in `Luật Bầu cử … số 85/2015/QH13` and
/// `Thông tư của Bộ Xây dựng số 04/2001/TT-BXD`: the nearest one, in the same sentence, that the first code of the symbol stands for.
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
