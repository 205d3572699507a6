use std::ops::Range;

use super::pinpoint::Inside;
use crate::text::{Normalized, Shift, Span};

/// Where the parts of one mention stand in the original: mostly nothing was rewritten in it, and all are shifted as far.
pub(super) struct Spans<'n, 't> {
    pub(super) normalized: &'n Normalized<'t>,
    whole: Range<usize>,
    shift: Option<Shift>,
}

impl<'n, 't> Spans<'n, 't> {
    /// Of a mention that stands at `whole`, with what leads to it.
    pub(super) fn of(normalized: &'n Normalized<'t>, whole: Range<usize>, inside: &Inside) -> Self {
        let leads = [&inside.pinpoint, &inside.container].into_iter().flatten();
        let start = leads.map(|range| range.start).fold(whole.start, usize::min);
        let whole = start..whole.end;
        Self { normalized, shift: normalized.shift(&whole), whole }
    }

    /// Whether nothing was rewritten in the mention.
    pub(super) const fn are_as_written(&self) -> bool {
        self.shift.is_some()
    }

    /// The bytes of the original that a range was read from.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        match self.shift {
            Some(shift) if self.whole.start <= range.start && range.end <= self.whole.end => shift.span(range),
            _ => self.normalized.span(range),
        }
    }
}
