//! Date, body and term that stand behind a title, and so are found only when the title is.

use super::after::{After, after};
use super::build::add_parts;
use super::mention::Mention;
use super::pinpoint::Inside;
use super::spans::Spans;
use crate::citation::{Issuer, PartialDate};
use crate::text::Normalized;

/// What the words at a place give a citation whose title they follow.
#[derive(Debug)]
pub(crate) struct LateParts {
    start: usize,
    after: After,
}

impl LateParts {
    /// Reads the words of a normalised text from `at` on.
    pub(crate) fn read(text: &str, at: usize) -> Self {
        Self { start: at, after: after(text, at) }
    }

    /// The date, unless it does not exist.
    pub(crate) fn date(&self) -> Option<PartialDate> {
        self.after.date.as_ref()?.1
    }

    /// The body.
    pub(crate) fn issuer(&self) -> Option<&Issuer> {
        self.after.issuer.as_ref().map(|named| &named.issuer)
    }

    /// Where the words of these parts stand.
    pub(crate) const fn range(&self) -> std::ops::Range<usize> {
        self.start..self.after.end
    }

    /// Gives a mention the parts that it has not.
    pub(crate) fn give_to(mut self, normalized: &Normalized<'_>, mention: &mut Mention<'_>) {
        let has = &mention.citation;
        self.after.date = self.after.date.filter(|_| has.date.is_none());
        self.after.issuer = self.after.issuer.filter(|_| has.issuer.is_none());
        self.after.term = self.after.term.filter(|_| has.term.is_none());
        let inside = Inside::default();
        add_parts(mention, &Spans::of(normalized, self.start..self.after.end, &inside), &self.after, &inside);
    }
}
