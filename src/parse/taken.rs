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
        let offset = |at| self.normalized.offset_of(at);
        let next = self.mentions.partition_point(|mention| offset(mention.core().end()) <= range.start);
        self.mentions.get(next).is_none_or(|mention| range.end <= offset(mention.span().start()))
    }
}
