//! The words between two citations, and what they say of both.

use std::ops::Range;

use crate::citation::Part;
use crate::parse::Mention;
use crate::text::{Normalized, fold_onto};

/// How far apart two citations may stand for the words between them to join them, in bytes.
const REACH: usize = 400;

/// Where a citation starts with what leads to it: its pinpoint and the document issued with it.
pub(super) fn head(mention: &Mention<'_>) -> usize {
    let parts = [Part::Pinpoint, Part::Container].into_iter().filter_map(|part| mention.part(part));
    parts.map(|part| part.start()).fold(mention.span().start(), usize::min)
}

/// A blank, or a mark of emphasis.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_')
}

/// The words between two citations of one clause, folded; `None` where they are far apart or a clause ends between.
pub(super) fn between(normalized: &Normalized<'_>, first: &Mention<'_>, next: &Mention<'_>) -> Option<String> {
    let range = normalized.offset_of(first.span().end())..normalized.offset_of(head(next));
    let words = normalized.as_str().get(range).filter(|words| words.len() <= REACH)?;
    (!ends_clause(words)).then(|| words_of(words))
}

/// The words of the clause before a citation, folded; `None` where another citation, `previous`, stands in it, or it is
/// longer than [`REACH`].
pub(super) fn before(
    normalized: &Normalized<'_>,
    previous: Option<&Mention<'_>>,
    mention: &Mention<'_>,
) -> Option<String> {
    let text = normalized.as_str();
    let end = normalized.offset_of(head(mention));
    let from = text.ceil_char_boundary(end.saturating_sub(REACH));
    let window = &text[from..end];
    // "(Kèm theo …": what an open bracket holds begins anew.
    let bracket = window.rfind(['(', ')']).filter(|&at| window[at..].starts_with('(')).map(|at| at + 1);
    let start = match clause_start(window).max(bracket) {
        Some(start) => from + start,
        None if from == 0 => 0,
        None => return None,
    };
    let clear = previous.is_none_or(|previous| normalized.offset_of(previous.span().end()) <= start);
    clear.then(|| words_of(&text[start..end]))
}

/// Whether a citation is a further item of a line that starts with "Căn cứ": "Căn cứ Luật …; Nghị định số …;".
pub(super) fn is_item_of_bases(normalized: &Normalized<'_>, mention: &Mention<'_>) -> bool {
    const LINE: usize = 1_500;
    let text = normalized.as_str();
    let end = normalized.offset_of(head(mention));
    let window = &text[text.ceil_char_boundary(end.saturating_sub(LINE))..end];
    let line = match window.rsplit_once('\n') {
        Some((_, line)) => line,
        None if window.len() == end => window,
        None => return false,
    };
    let line = line.trim_start_matches(|c: char| !c.is_alphabetic());
    line.starts_with("Căn cứ") && line.trim_end().ends_with(';') && !line.contains(". ")
}

/// The words of a range, folded, on one line.
pub(super) fn words_in(normalized: &Normalized<'_>, range: Range<usize>) -> String {
    words_of(normalized.as_str().get(range).unwrap_or_default())
}

fn ends_clause(words: &str) -> bool {
    clause_start(words).is_some()
}

/// Where the last clause of some words starts, if another ends in them: at a semicolon, a full stop, an empty line, an
/// item of a list, or a line that begins as the basis of a document does.
fn clause_start(words: &str) -> Option<usize> {
    const LINES: [&str; 10] = ["\n", "-", "+", "|", "#", "Căn cứ", "Thực hiện", "Theo", "Xét", "Trên cơ sở"];
    words.char_indices().rev().find_map(|(at, c)| {
        let rest = &words[at + c.len_utf8()..];
        let ends = match c {
            ';' => true,
            '.' => rest.starts_with(char::is_whitespace),
            '\n' => LINES.iter().any(|line| rest.trim_start_matches([' ', '\t']).starts_with(line)),
            _ => false,
        };
        ends.then_some(at + c.len_utf8())
    })
}

/// Some words, folded, on one line.
pub(super) fn words_of(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for word in words.split(|c| is_blank(c) || matches!(c, '|' | '(' | '[')) {
        if !word.is_empty() {
            folded.push_str(if folded.is_empty() { "" } else { " " });
            fold_onto(&mut folded, word);
        }
    }
    folded
}
