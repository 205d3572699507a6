use serde::Serialize;

use crate::citation::{Date, Kind, PartialDate};
use crate::parse::Mention;
use crate::registry::{Record, Registry, State, Verdict};
use crate::report::Place;
use crate::report::keys::on_one_line;
use crate::source::Paragraph;
use crate::text::{Position, Span};

/// A document that is cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Authority {
    /// In the form of a first mention, without the title: `Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ`.
    pub document: String,
    /// Its id, where it is certain which document it is.
    pub id: Option<String>,
    /// Tên loại.
    #[serde(rename = "type")]
    pub doc_type: Option<String>,
    /// Số, ký hiệu, the right form.
    pub symbol: Option<String>,
    /// The day, month or year: of the registry where it knows the document, else of the text.
    pub date: Option<PartialDate>,
    /// Cơ quan ban hành.
    pub issuer: Option<String>,
    /// Trích yếu, of the registry.
    pub title: Option<String>,
    /// What the registry says: `known`, `mismatch`, `ambiguous`, `absent`, `not-covered`, `malformed`; empty for a short form that
    /// repeats nothing and could not be looked up.
    pub registry: &'static str,
    /// Whether it is known to have been in force on the day of the text.
    pub life: Option<Life>,
    /// How often it is cited, short forms too.
    pub count: usize,
    /// In how many files.
    pub files: usize,
    /// The file of the first place.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in code points, from 1.
    pub column: usize,
    /// Its paragraph, in a document that has no lines.
    pub paragraph: Option<Paragraph>,
    /// Its bytes in the file; in a document that is no text, in the text it gives.
    pub span: Span,
    /// It as people are told it.
    #[serde(skip)]
    pub(in crate::report) place: Place,
    /// Its line in the text that was read, from 1.
    #[serde(skip)]
    pub(in crate::report) line_of_text: usize,
}

/// Where a document is cited first.
#[derive(Clone, Copy)]
pub(super) struct First<'f> {
    pub(super) file: &'f str,
    pub(super) position: Position,
    pub(super) place: Place,
    pub(super) line_of_text: usize,
    pub(super) span: Span,
}

/// What is known against a document on a day. That nothing is known does not mean that it was in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Life {
    /// It was issued later.
    NotIssued,
    /// It took effect later.
    NotInForce,
    /// It had been replaced or repealed.
    Ended {
        /// The first day on which it was no longer in force.
        since: Date,
        /// The ids of what ended it, as far as they are known.
        by: Vec<String>,
    },
}

impl Authority {
    /// A document at the first of its mentions.
    pub(super) fn new(
        mention: &Mention<'_>,
        verdict: Option<&Verdict<'_>>,
        registry: &Registry,
        day: Option<Date>,
        at: First<'_>,
    ) -> Self {
        let record = verdict.and_then(Verdict::record);
        let mut cited = mention.corrected();
        cited.pinpoint = None;
        cited.container = None;
        let reading = mention.reading();
        let document = match record {
            Some(record) => record.to_string(),
            // The bare number of a short form says too little without its words.
            None if mention.kind() == Kind::Short => on_one_line(mention.as_str()),
            None => cited.to_string(),
        };
        let text = |of_record: fn(&Record) -> &str| record.map(of_record).filter(|text| !text.is_empty());
        Self {
            document,
            id: record.map(|record| record.id().to_owned()).or_else(|| cited.id()),
            doc_type: text(Record::doc_type).map(str::to_owned).or(cited.doc_type.map(|kind| kind.to_string())),
            symbol: text(Record::symbol).map(str::to_owned).or(cited.symbol.map(|symbol| symbol.to_string())),
            date: record.and_then(Record::date).or(reading.date),
            issuer: text(Record::issuer).map(str::to_owned).or(cited.issuer.map(|issuer| issuer.to_string())),
            title: text(Record::title).map(str::to_owned),
            registry: verdict.map_or("", Verdict::status),
            life: record.zip(day).and_then(|(record, day)| Life::on(registry, record, day)),
            count: 0,
            files: 1,
            file: at.file.to_owned(),
            line: at.position.line,
            column: at.position.column,
            paragraph: match at.place {
                Place::Paragraph(paragraph) => Some(paragraph),
                Place::Line(_) => None,
            },
            span: at.span,
            place: at.place,
            line_of_text: at.line_of_text,
        }
    }

    /// Takes in what the registry says of another place: one that differs counts more than those that agree.
    pub(super) fn hear(&mut self, status: &'static str) {
        if status == "mismatch" {
            self.registry = status;
        }
    }

    /// Takes in the citations of the same document in another file.
    pub(super) fn add(&mut self, other: Self) {
        self.count += other.count;
        self.hear(other.registry);
        self.files += other.files;
        // A file that gives the day tells of which document the others speak.
        if self.life.is_none() {
            self.life = other.life;
        }
    }
}

impl Life {
    fn on(registry: &Registry, record: &Record, day: Date) -> Option<Self> {
        match registry.state_on(record, day) {
            State::NoEndKnown => None,
            State::NotIssued => Some(Self::NotIssued),
            State::NotInForce => Some(Self::NotInForce),
            State::Ended { since, by } => {
                Some(Self::Ended { since, by: by.iter().map(|record| record.id().to_owned()).collect() })
            }
        }
    }
}
