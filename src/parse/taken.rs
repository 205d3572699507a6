use std::ops::Range;

use super::mention::Mention;
use crate::text::Normalized;

/// The places of a normalised text that its citations take, sorted.
pub(super) struct Taken(Vec<Range<usize>>);

impl Taken {
    /// From the type word of each mention to the end of its core; `mentions` stand in text order.
    pub(super) fn by(normalized: &Normalized<'_>, mentions: &[Mention<'_>]) -> Self {
        let offset = |at| normalized.offset_of(at);
        Self(mentions.iter().map(|m| offset(m.span().start())..offset(m.core().end())).collect())
    }

    /// Whether a range touches none of them.
    pub(super) fn leaves(&self, range: &Range<usize>) -> bool {
        let next = self.0.partition_point(|taken| taken.end <= range.start);
        self.0.get(next).is_none_or(|taken| range.end <= taken.start)
    }
}
