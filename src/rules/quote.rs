use crate::text::Normalized;
use crate::text::blocks::{Block, Lanes, Marks, Mask, Place, each_place};

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
        let mut quotes = Vec::new();
        each_place(normalized.original().as_bytes(), Quotes, |place| {
            let at = place.offset();
            let mark = if is_closing(place) { CLOSING } else { OPENING };
            quotes.push(Self { at, normalized_at: normalized.offset_of(at), mark });
        });
        quotes
    }
}

/// “ is E2 80 9C and ” E2 80 9D.
struct Quotes;

impl Marks for Quotes {
    #[inline(always)]
    fn of<L: Lanes>(&self, block: Block<'_, L>) -> Mask<L> {
        block.starts_with([0xE2, 0x80]) & block.behind(2).are_within(0x9C, 0x9D)
    }
}

fn is_closing(quote: Place<'_>) -> bool {
    matches!(quote.window(0).to_le_bytes(), [_, _, 0x9D, ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_marks_and_no_others() {
        let text = "‘a’ “b” „c” … – ” \r\n“";
        let quotes = Quote::all(&Normalized::new(text));
        let marks: Vec<(usize, char)> = quotes.iter().map(|quote| (quote.at, quote.mark)).collect();
        let plain: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| matches!(*c, OPENING | CLOSING)).collect();
        assert_eq!(marks, plain);
    }
}
