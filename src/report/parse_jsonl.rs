use std::io::{self, Write};

use serde::Serialize;

use crate::citation::{Citation, Kind, Part, PartialDate, Pinpoint, Place, Symbol, System, Term, Year};
use crate::parse::Mention;
use crate::registry::{Record, Registry, Verdict, guess, urn};
use crate::resolve::{CitationRange, Document, Relation};
use crate::rules::look_up;
use crate::text::Span;

/// A citation as JSON writes it: the order of the fields is the order of the keys.
#[derive(Debug, Serialize)]
struct Parsed<'a> {
    file: &'a str,
    kind: Kind,
    span: Span,
    core: Span,
    text: &'a str,
    #[serde(rename = "type")]
    doc_type: Option<&'static str>,
    number: Option<&'a str>,
    year: Option<u16>,
    symbol: Option<&'a str>,
    canonical: Option<&'a Symbol>,
    system: Option<System>,
    date: Option<PartialDate>,
    issuer: Option<&'a str>,
    issuer_id: Option<&'static str>,
    term: Option<Term>,
    title: Option<&'a str>,
    pinpoint: Option<&'a str>,
    inherited: &'a [Part],
    antecedent: Option<usize>,
    registry: Option<Looked<'a>>,
    pinpoints: &'a [Place],
    container: Option<&'a str>,
    parent: Option<usize>,
    range: Option<Ends>,
    relations: &'a [Relation],
    id: Option<String>,
    urn: Option<String>,
    place: Option<&'a str>,
}

/// The first and last document of a range, by their place among the citations of the file, and how many numbers it has.
#[derive(Clone, Copy, Debug, Serialize)]
struct Ends {
    from: usize,
    to: usize,
    count: u32,
}

#[derive(Debug, Serialize)]
struct Looked<'a> {
    status: &'static str,
    id: Option<&'a str>,
    /// Of several documents of one name, the one that the day of the citing document suggests.
    #[serde(skip_serializing_if = "Option::is_none")]
    guess: Option<&'a str>,
}

/// One JSON object a line, one a citation, malformed ones too. Citations of the same file are told by their place in this
/// order, from 0.
///
/// # Errors
///
/// Those of `out`.
pub fn parse_jsonl(out: &mut impl Write, file: &str, document: &Document<'_>, registry: &Registry) -> io::Result<()> {
    let parents = document.parents();
    let titles = document.titles_within(&parents);
    let (ranges, relations) = (document.ranges(), document.relations());
    for (index, mention) in document.mentions().iter().enumerate() {
        let around = Around {
            title: titles[index].map(|span| span.slice(document.text())),
            parent: parents[index],
            range: range_of(&ranges, index),
            relations: said_of(&relations, index),
        };
        serde_json::to_writer(&mut *out, &Parsed::new(file, document, mention, around, registry))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// What a citation has from those around it.
struct Around<'a> {
    title: Option<&'a str>,
    parent: Option<usize>,
    range: Option<Ends>,
    relations: &'a [Relation],
}

/// The relations of one target; `relations` are in the order of theirs.
pub(super) fn said_of(relations: &[Relation], target: usize) -> &[Relation] {
    let first = relations.partition_point(|relation| relation.target < target);
    let end = relations.partition_point(|relation| relation.target <= target);
    &relations[first..end]
}

/// The range that a citation begins or ends.
fn range_of(ranges: &[CitationRange], index: usize) -> Option<Ends> {
    let next = ranges.partition_point(|range| range.to < index);
    let range = ranges.get(next).filter(|range| range.from <= index)?;
    Some(Ends { from: range.from, to: range.to, count: range.count })
}

impl<'a> Parsed<'a> {
    fn new(
        file: &'a str,
        document: &'a Document<'_>,
        mention: &'a Mention<'_>,
        around: Around<'a>,
        registry: &'a Registry,
    ) -> Self {
        let reading = mention.reading();
        let verdict = look_up(registry, mention);
        let record = verdict.as_ref().and_then(Verdict::record);
        let own = document.own().filter(|_| mention.kind() == Kind::Own);
        let right = mention.corrected();
        let original = |span: Span| document.source().map_or(span, |source| source.original(span));
        Self {
            file,
            kind: mention.kind(),
            span: original(mention.span()),
            core: original(mention.core()),
            text: mention.as_str(),
            doc_type: reading.doc_type.map(crate::citation::DocType::name),
            number: reading.number(),
            year: year(reading),
            symbol: mention.written_symbol().or(reading.short_number.as_deref()),
            canonical: mention.canonical(),
            system: mention.system(),
            date: reading.date,
            issuer: reading.issuer.as_ref().map(crate::citation::Issuer::name),
            issuer_id: reading.issuer.as_ref().and_then(crate::citation::Issuer::id),
            term: reading.term,
            title: around.title,
            pinpoint: reading.pinpoint.as_ref().map(Pinpoint::as_str),
            inherited: mention.inherited(),
            antecedent: mention.antecedent(),
            registry: verdict.as_ref().map(|verdict| Looked {
                status: verdict.status(),
                id: record.map(Record::id),
                guess: guessed(document, mention, verdict).map(Record::id),
            }),
            pinpoints: reading.pinpoint.as_ref().map_or(&[], Pinpoint::places),
            container: reading.container.as_deref(),
            parent: around.parent,
            range: around.range,
            relations: around.relations,
            id: record.map(|record| record.id().to_owned()).or_else(|| right.id()),
            urn: urn(&right, record),
            place: own.and_then(|own| own.place.as_deref()),
        }
    }
}

/// Of several documents of one name, the one that the day of the citing document suggests.
pub(super) fn guessed<'r>(document: &Document<'_>, mention: &Mention<'_>, verdict: &Verdict<'r>) -> Option<&'r Record> {
    let day = document.own()?.date?.day()?;
    match verdict {
        Verdict::Ambiguous(records) if mention.kind() == Kind::Named => guess(records, day),
        _ => None,
    }
}

/// The year inside the symbol, or that of a short form (`126/2024`).
fn year(reading: &Citation) -> Option<u16> {
    match (&reading.symbol, &reading.short_number) {
        (Some(symbol), _) => symbol.year().map(Year::get),
        (None, Some(number)) => number.split_once('/').and_then(|(_, year)| year.parse().ok()),
        (None, None) => None,
    }
}
