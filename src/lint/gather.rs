use rustc_hash::FxHashMap;

use super::fingerprints::Names;
use super::suppression::Suppressions;
use super::{Checked, Folded};
use crate::finding::Diagnostic;

/// Takes the findings of a text part by part, in its order, and keeps what is listed: so that memory grows with that and not with
/// the text.
#[derive(Debug)]
pub(super) struct Gathering<'t> {
    text: &'t str,
    suppressions: Suppressions,
    names: Names,
    /// How many findings of each rule are listed.
    listed: FxHashMap<&'static str, usize>,
    most: usize,
    pub(super) checked: Checked,
}

impl<'t> Gathering<'t> {
    /// Of a text, of each rule at most so many.
    pub(super) fn of(text: &'t str, most: usize) -> Self {
        Self {
            text,
            suppressions: Suppressions::of(text),
            names: Names::default(),
            listed: FxHashMap::default(),
            most,
            checked: Checked::default(),
        }
    }

    /// How many more findings of a rule there is room for.
    pub(super) fn room_for(&self, rule: &str) -> usize {
        self.most - self.listed.get(rule).copied().unwrap_or_default()
    }

    /// Adds the findings of the next part.
    pub(super) fn add(&mut self, mut found: Vec<Diagnostic>) {
        self.suppressions.silence(&mut found);
        self.list(found);
    }

    /// What all parts gave.
    pub(super) fn finish(mut self) -> Checked {
        let unused = self.suppressions.unused();
        if !unused.is_empty() {
            self.list(unused);
            in_order(&mut self.checked.diagnostics);
        }
        self.checked
    }

    fn list(&mut self, mut found: Vec<Diagnostic>) {
        in_order(&mut found);
        // The members of a list share their date and issuer; what is wrong with these is said once.
        found.dedup_by(|a, b| (a.span, a.rule, &a.message) == (b.span, b.rule, &b.message));
        for mut diagnostic in found {
            let listed = self.listed.entry(diagnostic.rule).or_default();
            if *listed == self.most {
                self.checked.fold(Folded { rule: diagnostic.rule, severity: diagnostic.severity, count: 1 });
            } else {
                *listed += 1;
                self.names.name(&mut diagnostic, self.text);
                self.checked.diagnostics.push(diagnostic);
            }
        }
    }
}

/// Findings are large: they are moved once.
fn in_order(found: &mut [Diagnostic]) {
    found.sort_by_cached_key(|diagnostic| (diagnostic.span, diagnostic.rule));
}
