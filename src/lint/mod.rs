//! Level 7: the engine. No I/O.

mod baseline;
mod fixes;
mod office;
mod profile;
mod suppression;

use std::collections::HashMap;

use crate::citation::Date;
use crate::finding::{Diagnostic, Fingerprint};
use crate::parse::near_misses;
use crate::registry::{Registry, Verdict};
use crate::resolve::Document;
use crate::rules::{self, Context, Findings, Regime};
use crate::source::Source;
use crate::text::fold;

pub use baseline::{Baseline, BaselineError};
pub use fixes::{Chosen, Fixed, apply_fixes, choose_fixes};
pub use office::Office;
pub use profile::{PROFILES, Profile};

/// Checks texts. Cheap to make, `Send` and `Sync`.
///
/// ```
/// use cite_lint::lint::Linter;
///
/// let findings = Linter::new().lint("Thực hiện Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ về dân vận.");
/// assert_eq!(findings.len(), 1);
/// assert_eq!(findings[0].rule, "SYM03");
/// assert_eq!(findings[0].fixes[0].edits[0].text, "16/CT-TTg");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Linter<'r> {
    registry: &'r Registry,
    today: Option<Date>,
    profile: Profile,
    regime: Option<Regime>,
    document_date: Option<Date>,
    office: Option<&'r Office>,
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
    /// Strings that look like a number with a symbol and were not read, see [`near_misses`].
    pub near_misses: usize,
}

impl Linter<'static> {
    /// All rules, the built-in registry.
    pub fn new() -> Self {
        Self::with_registry(Registry::builtin())
    }
}

impl Default for Linter<'static> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'r> Linter<'r> {
    /// All rules, another registry.
    pub const fn with_registry(registry: &'r Registry) -> Self {
        Self { registry, today: None, profile: Profile::Default, regime: None, document_date: None, office: None }
    }

    /// The known documents that it checks against.
    pub const fn registry(&self) -> &'r Registry {
        self.registry
    }

    /// Tells the day of the check, so that dates after it can be reported.
    #[must_use]
    pub const fn with_today(mut self, today: Date) -> Self {
        self.today = Some(today);
        self
    }

    /// Checks as an office asks.
    #[must_use]
    pub const fn with_profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }

    /// Checks by these rules of form, whatever the head of a document tells.
    #[must_use]
    pub const fn with_regime(mut self, regime: Regime) -> Self {
        self.regime = Some(regime);
        self
    }

    /// Tells the day of documents whose head has none.
    #[must_use]
    pub const fn with_document_date(mut self, date: Date) -> Self {
        self.document_date = Some(date);
        self
    }

    /// Tells what the office has of its own.
    #[must_use]
    pub const fn with_office(mut self, office: &'r Office) -> Self {
        self.office = Some(office);
        self
    }

    /// Reads a text as this linter does: a document without a day of its own has the one that was told.
    pub fn read<'t>(&self, text: &'t str) -> Document<'t> {
        self.dated(Document::new(text))
    }

    /// Reads the text of a file in the same way.
    pub fn read_source<'t>(&self, source: &'t Source<'t>) -> Document<'t> {
        self.dated(Document::of(source))
    }

    fn dated<'t>(&self, document: Document<'t>) -> Document<'t> {
        match self.document_date {
            Some(date) => document.with_date(date),
            None => document,
        }
    }

    /// The findings of `text`, in text order. Never fails; a text without citations gives none.
    pub fn lint(&self, text: &str) -> Vec<Diagnostic> {
        self.check(&self.read(text)).diagnostics
    }

    /// The findings of a file, in the order of its text. Spans are those of [`Source::text`]; [`Source::original`] turns them into bytes
    /// of the file.
    pub fn lint_source(&self, source: &Source<'_>) -> Vec<Diagnostic> {
        self.check(&self.read_source(source)).diagnostics
    }

    /// Checks a document that was read already.
    pub fn check(&self, document: &Document<'_>) -> Checked {
        let mut context = Context::new(document, self.registry, self.today);
        if let Some(regime) = self.regime {
            context = context.with_regime(regime);
        }
        let mut diagnostics: Vec<Diagnostic> = Vec::new();
        for rule in rules::all() {
            let Some(severity) = self.profile.severity_of(rule) else { continue };
            let before = diagnostics.len();
            (rule.check)(&context, &mut Findings::new(rule, &mut diagnostics));
            for diagnostic in &mut diagnostics[before..] {
                diagnostic.severity = severity;
            }
        }
        if let Some(office) = self.office {
            office.apply(document, &mut diagnostics);
        }
        suppression::apply(document.text(), &mut diagnostics);
        diagnostics.sort_by_key(|d| (d.span, d.rule));
        // The members of a list share their date and issuer; what is wrong with these is said once.
        diagnostics.dedup_by(|a, b| (a.span, a.rule, &a.message) == (b.span, b.rule, &b.message));
        name(&mut diagnostics, document.text());
        let near_misses = near_misses(document.normalized(), document.mentions()).len();
        Checked { diagnostics, counts: Counts { near_misses, ..count(&context) } }
    }
}

/// Gives each finding its fingerprint: the rule, the words, and the how-manieth of these it is in the text.
fn name(diagnostics: &mut [Diagnostic], text: &str) {
    let mut seen: HashMap<(&str, String), usize> = HashMap::new();
    for diagnostic in diagnostics {
        let words = fold(diagnostic.span.slice(text));
        let nth = seen.entry((diagnostic.rule, words.clone())).or_default();
        *nth += 1;
        diagnostic.fingerprint = Fingerprint::of([diagnostic.rule, &words, &nth.to_string()]);
    }
}

fn count(context: &Context<'_>) -> Counts {
    let mut counts = Counts::default();
    for (_, verdict) in context.cited() {
        counts.citations += 1;
        match verdict {
            Verdict::Known(_) => counts.known += 1,
            Verdict::Mismatch { .. } => counts.mismatched += 1,
            Verdict::Ambiguous(_) => counts.ambiguous += 1,
            Verdict::Absent | Verdict::NotCovered | Verdict::Malformed => counts.not_covered += 1,
        }
    }
    counts
}
