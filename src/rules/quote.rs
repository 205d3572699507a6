use crate::text::Normalized;

/// A quotation mark of a text.
#[derive(Debug)]
pub(super) struct Quote {
    /// Where it stands in the original.
    pub(super) at: usize,
    pub(super) normalized_at: usize,
    pub(super) mark: char,
}

pub(super) const OPENING: char = '“';
pub(super) const CLOSING: char = '”';

impl Quote {
    /// Those of a text, in its order.
    pub(super) fn all(normalized: &Normalized<'_>) -> Vec<Self> {
        let text = normalized.original();
        let marks = memchr::memchr_iter(0xE2, text.as_bytes()).filter_map(|at| Some((at, text[at..].chars().next()?)));
        let quotes = marks.filter(|(_, mark)| matches!(*mark, OPENING | CLOSING));
        quotes.map(|(at, mark)| Self { at, normalized_at: normalized.offset_of(at), mark }).collect()
    }
}
