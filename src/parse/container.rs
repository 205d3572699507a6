//! A document that was issued with another: "Quy chế bảo lãnh ban hành kèm theo Quyết định số …".

use std::ops::Range;

use super::cursor::{back_over_gap, clause_start, is_word, on_over_gap, tail_before, word_after, word_before};
use crate::text::fold;
use crate::vocab::types;

/// Where the words "ban hành kèm theo" that lead to the citation at `start` begin.
pub(super) fn issued_with(text: &str, start: usize) -> Option<usize> {
    let mut at = back_over(text, start, "theo")?;
    let with = back_over(text, at, "kèm");
    at = with.unwrap_or(at);
    let issued = back_over(text, at, "hành").and_then(|at| back_over(text, at, "ban"));
    if with.is_none() && issued.is_none() {
        return None;
    }
    at = issued.unwrap_or(at);
    Some(back_over(text, at, "được").unwrap_or(at))
}

/// The name that ends at `end`, in its clause and not before `limit`: the one that `is_pinned` (a pinpoint stands before
/// its start), else the only one.
pub(super) fn container(
    text: &str,
    end: usize,
    limit: usize,
    is_pinned: impl Fn(usize) -> bool,
) -> Option<Range<usize>> {
    const LONGEST: usize = 240;
    let end = back_over_gap(text, end);
    let from = (end - tail_before(text, end, LONGEST).len()).max(limit);
    let mut starts = Vec::new();
    let clause = clause_start(text, from, end);
    let mut at = text[clause..end].rfind(['(', ')', '|']).map_or(clause, |bracket| clause + bracket + 1);
    while at < end {
        let word = word_after(text, at);
        if word.is_empty() {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        if text[word.clone()].starts_with(char::is_uppercase) && is_head(text, &word) {
            starts.push(word.start);
        }
        at = word.end;
    }
    let pinned = starts.iter().rev().copied().find(|&start| is_pinned(start));
    let only = if starts.len() == 1 { starts.pop() } else { None };
    pinned.or(only).map(|start| start..end)
}

/// Whether the name of a document that others are issued with starts at a word.
fn is_head(text: &str, word: &Range<usize>) -> bool {
    const HEADS: [&str; 7] = ["danh mục", "phụ lục", "biểu thuế", "mẫu hợp", "bộ tiêu", "định mức", "nội quy"];
    let second = word_after(text, on_over_gap(text, word.end));
    let pair = fold(&text[word.start..second.end.max(word.end)]);
    types::find_folded(&pair).is_some() || HEADS.contains(&pair.as_str())
}

/// Back over one word, which ends with a letter of ASCII, and the gap before it.
fn back_over(text: &str, at: usize, expected: &str) -> Option<usize> {
    let end = back_over_gap(text, at);
    // Most words end otherwise.
    if text.as_bytes()[..end].last().map(u8::to_ascii_lowercase) != expected.bytes().next_back() {
        return None;
    }
    let word = word_before(text, end);
    is_word(&text[word.clone()], expected).then_some(word.start)
}
