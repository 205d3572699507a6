use std::ops::Range;

use super::mention::Mention;
use crate::text::Normalized;

/// The places of a normalised text that its citations take: of each from its type word to the end of its core.
pub(super) struct Taken<'m, 't> {
    normalized: &'m Normalized<'t>,
    mentions: &'m [Mention<'t>],
}

impl<'m, 't> Taken<'m, 't> {
    /// Of mentions in text order.
    pub(super) const fn by(normalized: &'m Normalized<'t>, mentions: &'m [Mention<'t>]) -> Self {
        Self { normalized, mentions }
    }

    /// Whether a range touches none of them.
    pub(super) fn leaves(&self, range: &Range<usize>) -> bool {
        let place = self.normalized.span(range.clone());
        let next = self.mentions.partition_point(|mention| mention.core().end() <= place.start());
        self.mentions.get(next).is_none_or(|mention| place.end() <= mention.span().start())
    }
}
