//! Small steps forwards and backwards over a normalised text. Positions are byte offsets of it.

use std::ops::Range;

/// Where `part`, a slice of `text`, stands in it.
pub(super) fn range_of(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    start..start + part.len()
}

/// Blanks, the marks of Markdown emphasis and the bracket that opens a link: what may stand between the words of a
/// citation.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_' | '`' | '[')
}

/// `at` moved back over gaps; at most two line ends, so that a citation may go on over a page break.
pub(super) fn back_over_gap(text: &str, at: usize) -> usize {
    let mut lines = 0;
    let mut start = at;
    for (i, c) in text[..at].char_indices().rev().take(40) {
        lines += usize::from(c == '\n');
        if !is_gap(c) || lines > 2 {
            break;
        }
        start = i;
    }
    start
}

/// `at` moved on over gaps; at most two line ends.
pub(super) fn on_over_gap(text: &str, at: usize) -> usize {
    let mut lines = 0;
    let mut end = at;
    for (i, c) in text[at..].char_indices().take(40) {
        lines += usize::from(c == '\n');
        if !is_gap(c) || lines > 2 {
            return end;
        }
        end = at + i + c.len_utf8();
    }
    end
}

/// The run of letters and digits that ends at `at`.
pub(super) fn word_before(text: &str, at: usize) -> Range<usize> {
    let start = text[..at]
        .char_indices()
        .rev()
        .take(24)
        .take_while(|(_, c)| c.is_alphanumeric() || *c == '&')
        .last()
        .map_or(at, |(i, _)| i);
    start..at
}

/// The run of letters and digits that starts at `at`.
pub(super) fn word_after(text: &str, at: usize) -> Range<usize> {
    let len: usize =
        text[at..].chars().take(40).take_while(|c| c.is_alphanumeric() || *c == '&').map(char::len_utf8).sum();
    at..at + len
}

/// The last `len` bytes or so before `at`, on a character boundary.
pub(super) fn tail_before(text: &str, at: usize, len: usize) -> &str {
    &text[text.ceil_char_boundary(at.saturating_sub(len)).min(at)..at]
}

/// Whether `word` is `expected` (lower case) in any case.
pub(super) fn is_word(word: &str, expected: &str) -> bool {
    word.chars().flat_map(char::to_lowercase).eq(expected.chars())
}
