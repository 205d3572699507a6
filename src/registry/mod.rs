//! Level 3: known documents.

use crate::citation::{Citation, Part};

/// Known documents.
#[derive(Debug)]
pub struct Registry;

/// One known document.
#[derive(Debug)]
pub struct Record;

/// What the registry says of a citation. (The registry helper replaces this module.)
#[derive(Debug)]
#[non_exhaustive]
pub enum Verdict<'r> {
    /// Known.
    Known(&'r Record),
    /// Known, but parts of the citation differ.
    Mismatch {
        /// The document.
        record: &'r Record,
        /// What differs.
        fields: Vec<Part>,
    },
    /// Several known documents fit.
    Ambiguous(Vec<&'r Record>),
    /// Inside a series that is held completely, and not there.
    Absent,
    /// Not covered.
    NotCovered,
    /// The symbol cannot be looked up.
    Malformed,
}

impl Registry {
    /// The built-in registry.
    pub fn builtin() -> &'static Self {
        &Self
    }

    /// Looks a citation up.
    pub fn lookup(&self, _citation: &Citation) -> Verdict<'_> {
        Verdict::NotCovered
    }
}

impl Record {
    /// `16/CT-TTg@2016-05-16`.
    pub fn id(&self) -> &str {
        ""
    }

    /// The citation of the document, with its title.
    pub fn describe(&self) -> String {
        String::new()
    }
}

impl<'r> Verdict<'r> {
    /// The name in reports.
    pub const fn status(&self) -> &'static str {
        match self {
            Self::Known(_) => "known",
            Self::Mismatch { .. } => "mismatch",
            Self::Ambiguous(_) => "ambiguous",
            Self::Absent => "absent",
            Self::NotCovered => "not-covered",
            Self::Malformed => "malformed",
        }
    }

    /// The one document it is about.
    pub const fn record(&self) -> Option<&'r Record> {
        match self {
            Self::Known(record) | Self::Mismatch { record, .. } => Some(record),
            _ => None,
        }
    }

    /// Every document that fits.
    pub fn candidates(&self) -> Vec<&'r Record> {
        match self {
            Self::Ambiguous(records) => records.clone(),
            other => other.record().into_iter().collect(),
        }
    }

    /// The parts that differ from the known document.
    pub fn differing(&self) -> &[Part] {
        match self {
            Self::Mismatch { fields, .. } => fields,
            _ => &[],
        }
    }
}
