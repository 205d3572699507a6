//! Level 7: the engine. It opens no files.

mod baseline;
mod checked;
mod fingerprints;
mod fixes;
mod gather;
mod long;
mod office;
mod profile;
mod suppression;
mod windows;

use std::ops::Range;

use self::gather::Gathering;
use self::suppression::Suppressions;
use crate::citation::Date;
use crate::finding::{Diagnostic, Severity};
use crate::registry::{Registry, Verdict};
use crate::resolve::Document;
use crate::rules::{self, Context, Counted, Findings, Regime};
use crate::source::Source;
use crate::text::Span;

#[cfg(feature = "cli")]
pub(crate) use windows::LONG;

pub use baseline::{Baseline, BaselineError};
pub use checked::{Checked, Counts, Folded};
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
    most: usize,
    level: Severity,
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
        Self {
            registry,
            today: None,
            profile: Profile::Default,
            regime: None,
            document_date: None,
            office: None,
            most: usize::MAX,
            level: Severity::Info,
        }
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

    /// Lists at most so many findings of a rule in a text and counts the others: what is wrong a thousand times is one thing to
    /// mend. Without this all are listed.
    #[must_use]
    pub const fn with_most(mut self, most: usize) -> Self {
        self.most = most;
        self
    }

    /// Lists only findings of this severity and above, and counts the others: what nobody reads need not be put in words. Where an
    /// office has its own say on findings, all are listed.
    ///
    /// ```
    /// use cite_lint::finding::Severity;
    /// use cite_lint::lint::Linter;
    ///
    /// let checked = Linter::new().with_level(Severity::Error).check_text("theo Công văn số 769/CV-UBND và 16/CT/TTg");
    /// assert!(checked.diagnostics.iter().all(|diagnostic| diagnostic.severity == Severity::Error));
    /// assert!(!checked.hidden.is_empty());
    /// ```
    #[must_use]
    pub const fn with_level(mut self, level: Severity) -> Self {
        self.level = level;
        self
    }

    /// From which severity on findings are listed: an office may give any of them another one.
    const fn listed(&self) -> Severity {
        if self.office.is_some() { Severity::Info } else { self.level }
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
        self.check_text(text).diagnostics
    }

    /// The findings of a file, in the order of its text. Spans are those of [`Source::text`]; [`Source::original`] turns them into bytes
    /// of the file.
    pub fn lint_source(&self, source: &Source<'_>) -> Vec<Diagnostic> {
        self.check_source(source).diagnostics
    }

    /// Checks a document that was read already.
    pub fn check(&self, document: &Document<'_>) -> Checked {
        let text = document.text();
        let mut gathering = self.gathering(Suppressions::of(text));
        self.check_part(document, 0..usize::MAX, 0, &mut gathering);
        gathering.finish(text)
    }

    fn gathering(&self, suppressions: Suppressions) -> Gathering {
        Gathering::of(suppressions, self.most, self.listed())
    }

    /// Adds what is wrong in the next part of a text, that begins at `start`, as far as it begins in the bytes that are its `own`;
    /// gives its regime.
    fn check_part(
        &self,
        document: &Document<'_>,
        own: Range<usize>,
        start: usize,
        gathering: &mut Gathering,
    ) -> Regime {
        let mut context = Context::new(document, self.registry, self.today);
        if let Some(regime) = self.regime {
            context = context.with_regime(regime);
        }
        let is_own = |span: Span| own.contains(&span.start());
        let mut found: Vec<Diagnostic> = Vec::new();
        for rule in rules::all() {
            let Some(severity) = self.profile.severity_of(rule) else { continue };
            let before = found.len();
            let most = if gathering.is_full_for(rule.code) { 0 } else { self.most };
            let mut counted: Vec<Counted> = Vec::new();
            let mut findings = Findings::new(rule, &mut found).within(own.clone()).at_most(most);
            if severity < self.listed() {
                findings = findings.counted_in(&mut counted);
            }
            (rule.check)(&context, &mut findings);
            let count = findings.left_out();
            if count > 0 {
                gathering.checked.fold(Folded { rule: rule.code, severity, count });
            }
            if !counted.is_empty() {
                gathering.count(counted, severity, start);
            }
            for diagnostic in &mut found[before..] {
                diagnostic.severity = severity;
            }
        }
        if let Some(office) = self.office {
            office.apply(document, &mut found);
        }
        found.retain(|diagnostic| is_own(diagnostic.span));
        gathering.add(found, document.text(), start);
        let counts = &mut gathering.checked.counts;
        counts.add(&count(&context, is_own));
        let missed = document.near_misses();
        counts.near_misses += missed.iter().filter(|missed| is_own(missed.span)).count();
        context.regime()
    }
}

fn count(context: &Context<'_>, is_own: impl Fn(Span) -> bool) -> Counts {
    let mut counts = Counts::default();
    for (_, verdict) in context.cited().filter(|(mention, _)| is_own(mention.core())) {
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
