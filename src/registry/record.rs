use std::borrow::Cow;
use std::fmt;

use crate::citation::{PartialDate, Term};

/// The columns of a registry file, in order.
pub const COLUMNS: [&str; 15] = [
    "id",
    "type",
    "number",
    "symbol",
    "issuer",
    "date",
    "term",
    "title",
    "effective",
    "expires",
    "status",
    "replaced_by",
    "amends",
    "source",
    "confidence",
];

/// One known document.
///
/// The texts are slices of the line the record was read from; nothing is copied out of the built-in data.
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    pub(super) line: Cow<'static, str>,
    /// Where each field of `line` ends, in bytes.
    pub(super) ends: [u16; COLUMNS.len()],
    pub(super) date: Option<PartialDate>,
    pub(super) effective: Option<PartialDate>,
    pub(super) expires: Option<PartialDate>,
    pub(super) term: Option<Term>,
    pub(super) status: Status,
    pub(super) confidence: Confidence,
}

/// What is known of a document's life. Never print [`Status::InForce`] as a fact: it means that no end was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// No replacement or repeal is known.
    InForce,
    /// Another document took its place, see [`Record::replaced_by`].
    Replaced,
    /// It ended: repealed by the document in [`Record::replaced_by`], or by itself.
    Expired,
    /// Nothing is known.
    Unknown,
}

/// How sure the full date of a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    /// General knowledge: good for a hint, never for an error.
    Memory,
    /// One source.
    Single,
    /// Two independent sources agree.
    Verified,
}

impl Record {
    /// `SYMBOL@DATE`: `16/CT-TTg@2016-05-16`.
    ///
    /// A constitution has no number, so its type stands for the symbol: `Hiến pháp@2013-11-28`. Where a law and a
    /// resolution have both symbol and date in common, the resolution's id ends in `#nghi-quyet`.
    pub fn id(&self) -> &str {
        self.field(0)
    }

    /// The type of document (tên loại) in full: `Nghị định`.
    pub fn doc_type(&self) -> &str {
        self.field(1)
    }

    /// The number as issued, leading zeros kept: `05`; empty for a constitution.
    pub fn number(&self) -> &str {
        self.field(2)
    }

    /// Number and symbol (số, ký hiệu): `30/2020/NĐ-CP`; empty for a constitution.
    pub fn symbol(&self) -> &str {
        self.field(3)
    }

    /// The issuing body; several are separated by commas.
    pub fn issuer(&self) -> &str {
        self.field(4)
    }

    /// The day of issue, or the year where no more is known.
    pub const fn date(&self) -> Option<PartialDate> {
        self.date
    }

    /// The Party's term, or the National Assembly's for its own documents.
    pub const fn term(&self) -> Option<Term> {
        self.term
    }

    /// The title (trích yếu), or the name of a law: `Luật Khiếu nại`; empty when unknown.
    pub fn title(&self) -> &str {
        self.field(7)
    }

    /// The day it took effect.
    pub const fn effective(&self) -> Option<PartialDate> {
        self.effective
    }

    /// The first day on which it was no longer in force.
    pub const fn expires(&self) -> Option<PartialDate> {
        self.expires
    }

    /// What is known of its life.
    pub const fn status(&self) -> Status {
        self.status
    }

    /// The documents that replaced or repealed it: ids (`SYMBOL@DATE`), or bare symbols where the date is not known.
    pub fn replaced_by(&self) -> impl Iterator<Item = &str> {
        self.list(11)
    }

    /// The documents it amends: ids, or bare symbols.
    pub fn amends(&self) -> impl Iterator<Item = &str> {
        self.list(12)
    }

    /// Where the facts come from, separated by `; `.
    pub fn source(&self) -> &str {
        self.field(13)
    }

    /// How sure the date is.
    pub const fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// The columns of the record as a line of a registry file, without the line end.
    pub fn as_tsv(&self) -> &str {
        &self.line
    }

    /// Whether it is of the Party's central bodies: three of them sign with `/TW`.
    pub fn is_central(&self) -> bool {
        self.symbol().ends_with("/TW")
    }

    /// The year inside the symbol: a symbol that has one identifies its document alone.
    pub(super) fn year_in_symbol(&self) -> Option<&str> {
        let mut parts = self.symbol().split('/');
        let (_number, year, _codes) = (parts.next()?, parts.next()?, parts.next()?);
        (year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())).then_some(year)
    }

    fn field(&self, column: usize) -> &str {
        let start = column.checked_sub(1).map_or(0, |before| usize::from(self.ends[before]) + 1);
        &self.line[start..usize::from(self.ends[column])]
    }

    fn list(&self, column: usize) -> impl Iterator<Item = &str> {
        self.field(column).split(',').filter(|id| !id.is_empty())
    }
}

/// As a first mention names it, without its title: `Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ`.
impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.doc_type())?;
        if !self.symbol().is_empty() {
            write!(f, " số {}", self.symbol())?;
        }
        match self.date {
            Some(PartialDate::Day(date)) => write!(f, " ngày {}", date.short_form())?,
            Some(date) => write!(f, " {}", date.short_form())?,
            None => {}
        }
        if self.issuer().is_empty() { Ok(()) } else { write!(f, " của {}", self.issuer()) }
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Record").field(&self.id()).finish()
    }
}

impl Status {
    /// The word in files and JSON: `in_force`, `replaced`, `expired`, `unknown`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InForce => "in_force",
            Self::Replaced => "replaced",
            Self::Expired => "expired",
            Self::Unknown => "unknown",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::InForce, Self::Replaced, Self::Expired, Self::Unknown].into_iter().find(|status| status.name() == name)
    }
}

impl Confidence {
    /// The word in files and JSON: `verified`, `single`, `memory`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Memory => "memory",
            Self::Single => "single",
            Self::Verified => "verified",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::Memory, Self::Single, Self::Verified].into_iter().find(|confidence| confidence.name() == name)
    }
}
