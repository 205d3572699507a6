//! What several rules look for in a whole text, found in one pass over it: it costs as much as the pass of one rule did.

use super::places::Places;
use super::wordings::{Beginnings, Wordings};
use crate::text::blocks::{Block, Lanes, Pass, each_block};

/// What was found in a normalised text.
#[derive(Debug)]
pub(super) struct Survey {
    pub(super) wordings: Wordings,
    pub(super) places: Places,
}

impl Survey {
    /// Looks through a normalised text.
    pub(super) fn of(text: &str) -> Self {
        let mut found = Found { text, beginnings: Beginnings::default(), places: Places::default() };
        each_block(text.as_bytes(), &mut found);
        Self { wordings: Wordings::of(text, found.beginnings), places: found.places }
    }
}

struct Found<'t> {
    text: &'t str,
    beginnings: Beginnings,
    places: Places,
}

impl Pass for Found<'_> {
    #[inline(always)]
    fn see<L: Lanes>(&mut self, block: Block<'_, L>) {
        block.each_of(block.bytes().are(b' '), &mut |blank| self.beginnings.add(self.text, blank));
        block.each_of(Places::marks(block), &mut |place| self.places.add(self.text, place));
    }
}
