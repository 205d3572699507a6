//! Level 7: the engine. It opens no files.

mod baseline;
mod checked;
mod fingerprints;
mod fixes;
mod gather;
mod long;
mod office;
mod part;
mod profile;
mod rule_set;
mod severities;
mod suppression;
mod windows;

use self::gather::Gathering;
use self::suppression::Suppressions;
use crate::citation::Date;
use crate::finding::{Diagnostic, Severity};
use crate::registry::Registry;
use crate::resolve::Document;
use crate::rules::{self, Regime, Rule};
use crate::source::Source;

#[cfg(feature = "cli")]
pub(crate) use windows::LONG;

pub use baseline::{Baseline, BaselineError};
pub use checked::{Checked, Counts, Folded};
pub use fixes::{Chosen, Fixed, apply_fixes, choose_fixes};
pub use office::Office;
pub use profile::{PROFILES, Profile};
pub use severities::Severities;

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
    severities: Option<&'r Severities>,
    regime: Option<Regime>,
    document_date: Option<Date>,
    office: Option<&'r Office>,
    most: usize,
    level: Severity,
    without_counts: bool,
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
            severities: None,
            regime: None,
            document_date: None,
            office: None,
            most: usize::MAX,
            level: Severity::Info,
            without_counts: false,
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

    /// Gives findings of rules other severities than the profile, and leaves rules out.
    #[must_use]
    pub const fn with_severities(mut self, severities: &'r Severities) -> Self {
        self.severities = Some(severities);
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
    /// office has names or codes of its own, what rules find on these is listed whatever its severity.
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

    /// Lists findings and counts nothing, for those whom no count is told: rules below the level are not run, but for the use of comments
    /// that silence them; [`Checked::hidden`] and [`Checked::counts`] stay empty, and [`Checked::folded`] has the rules of which more was
    /// found than is listed, without saying of how much more. What is listed at the level and above is the same.
    ///
    /// ```
    /// use cite_lint::finding::Severity;
    /// use cite_lint::lint::Linter;
    ///
    /// let linter = Linter::new().with_level(Severity::Error);
    /// let text = "theo Công văn số 769/CV-UBND và 16/CT/TTg";
    /// let (counted, listed) = (linter.check_text(text), linter.without_counts().check_text(text));
    /// assert_eq!(listed.diagnostics, counted.diagnostics);
    /// assert!(listed.hidden.is_empty() && listed.counts.citations == 0);
    /// ```
    #[must_use]
    pub const fn without_counts(mut self) -> Self {
        self.without_counts = true;
        self
    }

    /// How grave the findings of a rule are; `None` where it is off.
    fn severity_of(&self, rule: &Rule) -> Option<Severity> {
        match self.severities {
            Some(severities) => severities.of(rule, self.profile),
            None => self.profile.severity_of(rule),
        }
    }

    /// Whether findings of a severity are listed or counted.
    fn asks_for(&self, severity: Severity) -> bool {
        !self.without_counts || severity >= self.level
    }

    /// From which severity on findings of a rule are listed.
    fn listed(&self, rule: &Rule) -> Severity {
        if self.office.is_some_and(|office| office.may_excuse(rule)) { Severity::Info } else { self.level }
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
        gathering.finish(text, self.level)
    }

    fn gathering(&self, suppressions: Suppressions) -> Gathering {
        let unused = self.severity_of(rules::unused_suppression()).filter(|&severity| self.asks_for(severity));
        Gathering::of(suppressions, self.most, unused)
    }
}
