use std::ops::Range;

use rustc_hash::FxHashMap;

use super::fingerprints::Names;
use super::suppression::Suppressions;
use super::{Checked, Folded};
use crate::finding::{Diagnostic, Severity};
use crate::rules::{Counted, Rule};

/// Takes the findings of a text part by part, in its order, and keeps what is listed: so that memory grows with that and not with
/// the text.
#[derive(Debug)]
pub(super) struct Gathering {
    suppressions: Suppressions,
    names: Names,
    /// How many findings of each rule are listed.
    listed: FxHashMap<&'static str, usize>,
    most: usize,
    /// How grave a comment that silences nothing is, where that is asked for.
    unused: Option<Severity>,
    pub(super) checked: Checked,
}

impl Gathering {
    /// Of a text with these comments, of each rule at most so many.
    pub(super) fn of(suppressions: Suppressions, most: usize, unused: Option<Severity>) -> Self {
        Self {
            suppressions,
            names: Names::default(),
            listed: FxHashMap::default(),
            most,
            unused,
            checked: Checked::default(),
        }
    }

    /// Whether no more findings of a rule are listed.
    pub(super) fn is_full_for(&self, rule: &str) -> bool {
        self.listed.get(rule).copied().unwrap_or_default() == self.most
    }

    /// Whether it was told that more was found of a rule than is listed.
    pub(super) fn has_folded(&self, rule: &str) -> bool {
        self.checked.folded.iter().any(|folded| folded.rule == rule)
    }

    /// Whether a comment that is of no use so far may silence what a rule finds, and somebody asks for such comments.
    pub(super) fn awaits(&self, rule: &Rule) -> bool {
        self.unused.is_some() && self.suppressions.are_unused_for(rule)
    }

    /// The bytes of the next part of the text, which begins at `start`, in which comments silence what a rule finds.
    pub(super) fn silent(&self, rule: &Rule, start: usize) -> Vec<Range<usize>> {
        let reaches = self.suppressions.reaches(rule).into_iter().filter(|reach| reach.end > start);
        reaches.map(|reach| reach.start.saturating_sub(start)..reach.end - start).collect()
    }

    /// Notes that comments silenced what a rule found at these bytes of the next part of the text.
    pub(super) fn note(&mut self, rule: &Rule, silenced: Vec<usize>, start: usize) {
        if !silenced.is_empty() {
            self.suppressions.note(rule, silenced.into_iter().map(|at| start + at).collect());
        }
    }

    /// Counts findings of one severity that nobody reads, each as if it were listed.
    pub(super) fn count(&mut self, mut found: Vec<Counted>, severity: Severity) {
        found.sort_by_key(|counted| (counted.span, counted.rule));
        found.dedup_by(|a, b| (a.span, a.rule, a.message) == (b.span, b.rule, b.message));
        for Counted { rule, .. } in found {
            let listed = self.listed.entry(rule).or_default();
            let one = Folded { rule, severity, count: 1 };
            if *listed == self.most {
                self.checked.fold(one);
            } else {
                *listed += 1;
                self.checked.hide(one);
            }
        }
    }

    /// What all parts gave. `text` is the whole one, for the findings on comments; without comments it is not looked at. Below
    /// the `level` they are counted.
    pub(super) fn finish(mut self, text: &str, level: Severity) -> Checked {
        let Some(severity) = self.unused else { return self.checked };
        let unused = self.suppressions.unused(severity);
        if severity < level {
            let counted = |unused: Diagnostic| Counted { rule: unused.rule, span: unused.span, message: 0 };
            self.count(unused.into_iter().map(counted).collect(), severity);
        } else if !unused.is_empty() {
            self.list(unused, text, 0);
            in_order(&mut self.checked.diagnostics);
        }
        self.checked
    }

    /// Adds findings of the next part of the text.
    pub(super) fn list(&mut self, mut found: Vec<Diagnostic>, part: &str, start: usize) {
        in_order(&mut found);
        // The members of a list share their date and issuer; what is wrong with these is said once.
        found.dedup_by(|a, b| (a.span, a.rule, &a.message) == (b.span, b.rule, &b.message));
        for mut diagnostic in found {
            let listed = self.listed.entry(diagnostic.rule).or_default();
            if *listed == self.most {
                self.checked.fold(Folded { rule: diagnostic.rule, severity: diagnostic.severity, count: 1 });
            } else {
                *listed += 1;
                self.names.name(&mut diagnostic, part);
                diagnostic.spans_mut().for_each(|span| *span = span.moved_by(start));
                self.checked.diagnostics.push(diagnostic);
            }
        }
    }
}

/// Findings are large: they are moved once.
fn in_order(found: &mut [Diagnostic]) {
    found.sort_by_cached_key(|diagnostic| (diagnostic.span, diagnostic.rule));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Message;
    use crate::rules::{self, Findings};
    use crate::text::Span;

    /// Findings of two rules at these places of a text, each said twice.
    fn found(starts: &[usize]) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for rule in &rules::all()[..2] {
            let mut findings = Findings::new(rule, &mut found);
            for start in starts.iter().chain(starts) {
                findings.add(Span::new(*start, start + 3), Message::new("a", "a"), Message::new("", ""), Vec::new());
            }
        }
        found
    }

    #[test]
    fn parts_give_what_the_whole_gives() {
        let text = "một hai ba <!-- cite-lint: ignore-end --> bốn\n".repeat(9) + "# cite-lint: ignore\n";
        let gathered = |parts: &[&[usize]]| {
            let mut gathering = Gathering::of(Suppressions::of(&text), 4, Some(Severity::Warning));
            parts.iter().for_each(|part| gathering.list(found(part), &text, 0));
            gathering.finish(&text, Severity::Info)
        };
        let whole = gathered(&[&[300, 6, 0, 100, 90, 200]]);
        let in_parts = gathered(&[&[6, 0], &[100, 90], &[], &[300, 200]]);
        assert_eq!(whole.diagnostics, in_parts.diagnostics);
        let starts: Vec<usize> = whole.diagnostics.iter().map(|diagnostic| diagnostic.span.start()).collect();
        let comment = text.rfind("cite-lint").unwrap();
        assert_eq!(starts, [0, 0, 6, 6, 90, 90, 100, 100, comment]);
        let count = |checked: &Checked| checked.folded.iter().map(|folded| folded.count).collect::<Vec<_>>();
        assert_eq!((count(&whole), count(&in_parts)), (vec![2, 2], vec![2, 2]));
    }
}
