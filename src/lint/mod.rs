//! Level 6: the engine. No I/O.

use crate::citation::Date;
use crate::finding::Diagnostic;
use crate::registry::Registry;
use crate::resolve::Document;
use crate::rules::{self, Context, Findings};

/// Checks texts. Cheap to make, `Send` and `Sync`.
#[derive(Clone, Copy, Debug)]
pub struct Linter<'r> {
    registry: &'r Registry,
    today: Option<Date>,
}

/// What a check of one text gave.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The findings of every severity, in text order.
    pub diagnostics: Vec<Diagnostic>,
    /// How far the citations could be checked.
    pub counts: Counts,
}

/// How far the citations of a text could be checked against the registry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All citations.
    pub citations: usize,
    /// Known documents (with or without a mismatch).
    pub known: usize,
    /// Several known documents fit.
    pub ambiguous: usize,
    /// Outside what the registry covers.
    pub not_covered: usize,
}

impl Linter<'static> {
    /// All rules, the built-in registry.
    pub fn new() -> Self {
        Self { registry: Registry::builtin(), today: None }
    }
}

impl Default for Linter<'static> {
    fn default() -> Self {
        Self::new()
    }
}

impl Linter<'_> {
    /// Tells the day of the check, so that dates after it can be reported.
    #[must_use]
    pub const fn with_today(mut self, today: Date) -> Self {
        self.today = Some(today);
        self
    }

    /// The findings of `text`, in text order.
    pub fn lint(&self, text: &str) -> Vec<Diagnostic> {
        self.check(&Document::new(text)).diagnostics
    }

    /// Checks a document that was read already.
    pub fn check(&self, document: &Document<'_>) -> Checked {
        let mut diagnostics = Vec::new();
        for rule in rules::all() {
            let context = Context { document, registry: self.registry, today: self.today };
            (rule.check)(&context, &mut Findings { rule, text: document.text(), found: &mut diagnostics });
        }
        diagnostics.sort_by_key(|d| (d.span, d.rule));
        Checked { diagnostics, counts: Counts { citations: document.mentions().len(), ..Counts::default() } }
    }
}
