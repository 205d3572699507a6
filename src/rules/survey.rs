//! What several rules look for in a whole text, found in one pass over it: it costs as much as the pass of one rule did.

use super::places::Places;
use super::quote::Quotes;
use super::wordings::{Beginnings, Wordings};
use crate::parse::place::{Initials, may_follow_unit};
use crate::text::blocks::{Block, Lanes, Marks, Pass, each_block};
use crate::vocab::phrases::Signs;

/// What was found in a normalised text.
#[derive(Debug)]
pub(super) struct Survey {
    pub(super) wordings: Wordings,
    pub(super) places: Places,
    /// Letters that may begin the name of a place behind its unit word.
    pub(super) initials: Vec<usize>,
    /// Quotation marks.
    pub(super) quotes: Vec<usize>,
}

impl Survey {
    /// Looks through a normalised text.
    pub(super) fn of(text: &str) -> Self {
        let mut found = Found {
            text,
            beginnings: Beginnings::default(),
            places: Places::default(),
            initials: Vec::new(),
            quotes: Vec::new(),
        };
        each_block(text.as_bytes(), &mut found);
        Self {
            wordings: Wordings::of(text, found.beginnings),
            places: found.places,
            initials: found.initials,
            quotes: found.quotes,
        }
    }
}

struct Found<'t> {
    text: &'t str,
    beginnings: Beginnings,
    places: Places,
    initials: Vec<usize>,
    quotes: Vec<usize>,
}

impl Pass for Found<'_> {
    #[inline(always)]
    fn see<L: Lanes>(&mut self, block: Block<'_, L>) {
        block.each_of(block.bytes().are(b' '), &mut |blank| self.beginnings.add(self.text, blank));
        block.each_of(Signs.of(block), &mut |sign| self.beginnings.add_sign(sign));
        block.each_of(Quotes.of(block), &mut |quote| self.quotes.push(quote.offset()));
        block.each_of(Places::marks(block), &mut |place| self.places.add(self.text, place));
        block.each_of(Initials.of(block), &mut |initial| {
            if may_follow_unit(initial) {
                self.initials.push(initial.offset());
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::place::{places, places_of};
    use crate::text::blocks::each_place;

    #[test]
    fn finds_what_each_would_alone() {
        let text = "Quận ủy Bình Thạnh, “TP. Thủ Đức”; khoãng nghành ở tỉnh\nBình Dương.\n".repeat(9);
        let survey = Survey::of(&text);
        assert!(places_of(&text, survey.initials.iter().copied()).eq(places(&text)));
        assert_eq!(places(&text).count(), 27);
        let mut quotes = Vec::new();
        each_place(text.as_bytes(), Quotes, |quote| quotes.push(quote.offset()));
        assert_eq!((quotes.len(), survey.quotes), (18, quotes));
        assert_eq!(survey.wordings.phrases.len(), 18);
    }
}
