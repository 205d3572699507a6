use std::io::{self, Write};

use serde::Serialize;

use crate::citation::{Citation, Kind, Part, PartialDate, Pinpoint, Place, Symbol, System, Term, Year};
use crate::parse::Mention;
use crate::registry::Registry;
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
    places: &'a [Place],
    container: Option<&'a str>,
    inherited: &'a [Part],
    antecedent: Option<usize>,
    registry: Option<Looked<'a>>,
}

#[derive(Debug, Serialize)]
struct Looked<'a> {
    status: &'static str,
    id: Option<&'a str>,
}

/// One JSON object a line, one a citation, malformed ones too.
///
/// # Errors
///
/// Those of `out`.
pub fn parse_jsonl(out: &mut impl Write, file: &str, mentions: &[Mention<'_>], registry: &Registry) -> io::Result<()> {
    for mention in mentions {
        serde_json::to_writer(&mut *out, &Parsed::new(file, mention, registry))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

impl<'a> Parsed<'a> {
    fn new(file: &'a str, mention: &'a Mention<'_>, registry: &'a Registry) -> Self {
        let reading = mention.reading();
        let looked = |verdict: crate::registry::Verdict<'a>| Looked {
            status: verdict.status(),
            id: verdict.record().map(crate::registry::Record::id),
        };
        Self {
            file,
            kind: mention.kind(),
            span: mention.span(),
            core: mention.core(),
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
            title: None,
            pinpoint: reading.pinpoint.as_ref().map(Pinpoint::as_str),
            places: reading.pinpoint.as_ref().map_or(&[], Pinpoint::places),
            container: reading.container.as_deref(),
            inherited: mention.inherited(),
            antecedent: mention.antecedent(),
            registry: look_up(registry, mention).map(looked),
        }
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
