use crate::finding::{Diagnostic, Severity};

/// What a check of one text gave.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The findings of every severity, in text order.
    pub diagnostics: Vec<Diagnostic>,
    /// How far the citations could be checked.
    pub counts: Counts,
    /// The rules of which more was found than is listed, see [`Linter::with_most`](super::Linter::with_most).
    pub folded: Vec<Folded>,
}

/// Findings of one rule that are counted and not listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folded {
    /// Code of the rule.
    pub rule: &'static str,
    /// How grave they are.
    pub severity: Severity,
    /// How many there are beside those listed.
    pub count: usize,
}

/// How far the citations of a text could be checked against the registry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All citations of other documents.
    pub citations: usize,
    /// Known documents that the citation agrees with.
    pub known: usize,
    /// Known documents of which the citation says something else.
    pub mismatched: usize,
    /// Several known documents fit.
    pub ambiguous: usize,
    /// Outside what the registry covers.
    pub not_covered: usize,
    /// Strings that look like a number with a symbol and were not read, see [`near_misses`](crate::parse::near_misses).
    pub near_misses: usize,
}

impl Checked {
    /// Adds findings that are not listed.
    pub(super) fn fold(&mut self, more: Folded) {
        let same = |folded: &&mut Folded| (folded.rule, folded.severity) == (more.rule, more.severity);
        match self.folded.iter_mut().find(same) {
            Some(folded) => folded.count += more.count,
            None => self.folded.push(more),
        }
    }
}

impl Counts {
    /// Adds the counts of another text.
    pub const fn add(&mut self, other: &Self) {
        self.citations += other.citations;
        self.known += other.known;
        self.mismatched += other.mismatched;
        self.ambiguous += other.ambiguous;
        self.not_covered += other.not_covered;
        self.near_misses += other.near_misses;
    }
}
