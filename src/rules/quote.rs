use crate::text::Normalized;
use crate::text::blocks::{Block, Lanes, Marks, Mask};

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
    /// The one that starts at a place of a normalised text.
    pub(super) fn of(normalized: &Normalized<'_>, place: usize) -> Self {
        let mark = if normalized.as_str()[place..].starts_with(CLOSING) { CLOSING } else { OPENING };
        let at = normalized.span(place..place + mark.len_utf8()).start();
        Self { at, normalized_at: place, mark }
    }
}

/// The quotation marks of a text: “ is E2 80 9C and ” E2 80 9D.
pub(super) struct Quotes;

impl Marks for Quotes {
    #[inline(always)]
    fn of<L: Lanes>(&self, block: Block<'_, L>) -> Mask<L> {
        block.starts_with([0xE2, 0x80]) & block.behind(2).are_within(0x9C, 0x9D)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::blocks::each_place;

    #[test]
    fn both_marks_and_no_others() {
        let text = "‘a’ “b” „c” … – ” \r\n“";
        let mut quotes = Vec::new();
        let normalized = Normalized::new(text);
        each_place(normalized.as_str().as_bytes(), Quotes, |place| quotes.push(Quote::of(&normalized, place.offset())));
        let marks: Vec<(usize, char)> = quotes.iter().map(|quote| (quote.at, quote.mark)).collect();
        let plain: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| matches!(*c, OPENING | CLOSING)).collect();
        assert_eq!(marks, plain);
    }
}
