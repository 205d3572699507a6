use serde::Serialize;

use super::{Fingerprint, Message};
use crate::text::{Edit, Span};

/// How sure and how grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Style; counted, shown on demand.
    Info,
    /// Very likely wrong, or will hurt.
    Warning,
    /// Certainly wrong.
    Error,
}

impl Severity {
    /// The name in reports and options.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl std::str::FromStr for Severity {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        [Self::Info, Self::Warning, Self::Error]
            .into_iter()
            .find(|severity| severity.name() == text)
            .ok_or_else(|| format!("unknown severity {text:?}: info, warning or error"))
    }
}

/// Who may apply a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Applicability {
    /// Changes form only (blanks, dashes, look-alike letters, a unique exact repair).
    Safe,
    /// Changes a number, a date or a name: a person decides.
    Unsafe,
    /// Shown as a hint, never applied.
    DisplayOnly,
}

/// A proposed change of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does.
    pub title: Message,
    /// Who may apply it.
    pub applicability: Applicability,
    /// The changes; they do not overlap.
    pub edits: Vec<Edit>,
}

/// Another place of the same text that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The place.
    pub span: Span,
    /// What stands there.
    pub message: Message,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Code of the rule: `SYM03`.
    pub rule: &'static str,
    /// Name of the rule: `symbol-separator`.
    pub name: &'static str,
    /// How grave.
    pub severity: Severity,
    /// The smallest text that is wrong, in bytes of the original.
    pub span: Span,
    /// What is wrong.
    pub message: Message,
    /// Why it is wrong: what the rule says.
    pub why: Message,
    /// What to do.
    pub help: Message,
    /// Document, appendix and section that the rule follows.
    pub source: &'static str,
    /// Other places it rests on.
    pub related: Vec<Related>,
    /// Proposed changes, best first.
    pub fixes: Vec<Fix>,
    /// Its name over time.
    pub fingerprint: Fingerprint,
}

impl Diagnostic {
    /// All its places, to move them: it was found in a part of the text.
    pub(crate) fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        let related = self.related.iter_mut().map(|related| &mut related.span);
        let edits = self.fixes.iter_mut().flat_map(|fix| &mut fix.edits).map(|edit| &mut edit.span);
        std::iter::once(&mut self.span).chain(related).chain(edits)
    }
}
