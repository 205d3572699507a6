use serde::Serialize;

use super::Record;

/// What the registry says of a citation. Only [`Verdict::Mismatch`] and [`Verdict::Absent`] speak against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict<'r> {
    /// The document is this one, and nothing the citation says of it differs.
    Known(&'r Record),
    /// The document is this one, and the citation gives something else for these fields (at least one).
    Mismatch {
        /// The document.
        record: &'r Record,
        /// What differs, in the order of [`Field`].
        fields: Vec<Field>,
    },
    /// The citation may mean one of these documents (at least one), or another one that the registry does not hold.
    Ambiguous(Vec<&'r Record>),
    /// The registry holds the whole series and this document is not in it.
    Absent,
    /// The registry does not hold this document. That says nothing against the citation.
    NotCovered,
    /// The citation gives neither a number with its symbol nor a name that could be looked up.
    Malformed,
}

/// A part of a citation that can differ from the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// Tên loại.
    Type,
    /// Ngày ban hành.
    Date,
    /// Cơ quan ban hành.
    Issuer,
    /// Khóa.
    Term,
    /// Trích yếu.
    Title,
}

impl<'r> Verdict<'r> {
    /// The word in JSON: `known`, `mismatch`, `ambiguous`, `absent`, `not-covered` or `malformed`.
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

    /// The document, where it is certain which one is meant.
    pub const fn record(&self) -> Option<&'r Record> {
        match self {
            Self::Known(record) | Self::Mismatch { record, .. } => Some(record),
            _ => None,
        }
    }
}
