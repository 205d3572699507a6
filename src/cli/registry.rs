use std::io::{self, Write};

use super::args::{LookupArgs, LookupFormat, RegistryArgs, RegistryVerb};
use super::output::Console;
use super::{FAILED, problem};
use crate::finding::Lang;
use crate::registry::{Record, Registry, Verdict};
use crate::report;
use crate::resolve::Document;
use crate::rules::look_up;

/// `cite-lint registry`.
pub(super) fn run(args: &RegistryArgs, console: &Console) -> io::Result<u8> {
    match &args.verb {
        RegistryVerb::Lookup(lookup) => self::lookup(lookup, console),
    }
}

/// Reads the words as running text and tells what the registry says of each citation in them.
fn lookup(args: &LookupArgs, console: &Console) -> io::Result<u8> {
    let text = args.text.join(" ");
    let document = Document::new(&text);
    let registry = Registry::builtin();
    if document.mentions().is_empty() {
        console.problem(&text, &problem::no_citation());
        return Ok(FAILED);
    }
    let mut out = console.stdout();
    if args.format == LookupFormat::Jsonl {
        report::parse_jsonl(&mut out, "<args>", &document, registry)?;
    } else {
        report::parse_text(&mut out, "", &document, registry, console.lang)?;
        for mention in document.mentions() {
            for record in look_up(registry, mention).iter().flat_map(candidates) {
                describe(&mut out, record, console.lang)?;
            }
        }
    }
    out.flush()?;
    Ok(0)
}

fn candidates<'r>(verdict: &Verdict<'r>) -> Vec<&'r Record> {
    match verdict {
        Verdict::Ambiguous(records) => records.clone(),
        other => other.record().into_iter().collect(),
    }
}

/// The fields of a record that the citation was compared with, one a line.
fn describe(out: &mut impl Write, record: &Record, lang: Lang) -> io::Result<()> {
    let date = record.date().map(|date| date.to_string()).unwrap_or_default();
    let term = record.term().map(|term| term.to_string()).unwrap_or_default();
    writeln!(out, "\n{}", record.id())?;
    for (name, value) in [
        (lang.pick("tên loại", "type"), record.doc_type()),
        (lang.pick("số, ký hiệu", "symbol"), record.symbol()),
        (lang.pick("ngày ban hành", "date"), &date),
        (lang.pick("cơ quan ban hành", "issuer"), record.issuer()),
        (lang.pick("khóa", "term"), &term),
        (lang.pick("trích yếu", "title"), record.title()),
        (lang.pick("nguồn", "source"), record.source()),
    ] {
        if !value.is_empty() {
            writeln!(out, "    {name}: {}", report::clean(value))?;
        }
    }
    Ok(())
}
