use std::ops::Range;

use super::mention::Mention;
use crate::text::Normalized;

/// The places of a normalised text that its citations take: of each from its type word to the end of its core. Asked from the
/// first place to the last.
pub(super) struct Taken<'m, 't> {
    normalized: &'m Normalized<'t>,
    mentions: &'m [Mention<'t>],
    /// The first that does not end before the last place asked for.
    next: usize,
}

impl<'m, 't> Taken<'m, 't> {
    /// Of mentions in text order.
    pub(super) const fn by(normalized: &'m Normalized<'t>, mentions: &'m [Mention<'t>]) -> Self {
        Self { normalized, mentions, next: 0 }
    }

    /// Whether a range touches none of them.
    pub(super) fn leaves(&mut self, range: &Range<usize>) -> bool {
        let place = self.normalized.span(range.clone());
        while self.mentions.get(self.next).is_some_and(|mention| mention.core().end() <= place.start()) {
            self.next += 1;
        }
        self.mentions.get(self.next).is_none_or(|mention| place.end() <= mention.span().start())
    }
}
