use std::io::{self, Write};

use super::output::Console;
use super::registry_args::{LookupArgs, LookupFormat, RegistryArgs, RegistryVerb};
use super::{FAILED, problem, registries, registry_build, registry_check, registry_list};
use crate::citation::PartialDate;
use crate::finding::Lang;
use crate::registry::{Record, Verdict};
use crate::report;
use crate::resolve::Document;
use crate::rules::look_up;

/// `cite-lint registry`.
pub(super) fn run(args: &RegistryArgs, console: &Console) -> io::Result<u8> {
    match &args.verb {
        RegistryVerb::Lookup(lookup) => self::lookup(lookup, console),
        RegistryVerb::List(list) => registry_list::list(list, console),
        RegistryVerb::Stats(stats) => registry_list::stats(stats, console),
        RegistryVerb::Check(check) => registry_check::check(check, console),
        RegistryVerb::Build(build) => registry_build::build(build, console),
    }
}

/// Reads the words as running text and tells what the registry says of each citation in them.
fn lookup(args: &LookupArgs, console: &Console) -> io::Result<u8> {
    let text = args.text.join(" ");
    let document = Document::new(&text);
    let Some(registry) = registries::open(&args.registry, console) else { return Ok(FAILED) };
    if document.mentions().is_empty() {
        console.problem(&text, &problem::no_citation());
        return Ok(FAILED);
    }
    let mut out = console.stdout();
    if args.format == LookupFormat::Jsonl {
        report::parse_jsonl(&mut out, "<args>", &document, &registry)?;
    } else {
        report::parse_text(&mut out, "", &document, &registry, console.lang)?;
        for mention in document.mentions() {
            for record in look_up(&registry, mention).iter().flat_map(candidates) {
                describe(&mut out, record, console.lang)?;
                if let Some(day) = args.as_of {
                    let state = registry.state_on(record, day);
                    writeln!(out, "    {day}: {}", report::state_text(&state, console.lang))?;
                }
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
    let text = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let (date, effective, expires) = (text(record.date()), text(record.effective()), text(record.expires()));
    let term = record.term().map(|term| term.to_string()).unwrap_or_default();
    let replaced_by = record.replaced_by().collect::<Vec<_>>().join(", ");
    writeln!(out, "\n{}", record.id())?;
    for (name, value) in [
        (lang.pick("tên loại", "type"), record.doc_type()),
        (lang.pick("số, ký hiệu", "symbol"), record.symbol()),
        (lang.pick("ngày ban hành", "date"), &date),
        (lang.pick("cơ quan ban hành", "issuer"), record.issuer()),
        (lang.pick("khóa", "term"), &term),
        (lang.pick("trích yếu", "title"), record.title()),
        (lang.pick("có hiệu lực", "effective"), &effective),
        (lang.pick("hết hiệu lực", "expires"), &expires),
        (lang.pick("thay thế, bãi bỏ bởi", "replaced or repealed by"), &replaced_by),
        (lang.pick("nguồn", "source"), record.source()),
    ] {
        if !value.is_empty() {
            writeln!(out, "    {name}: {}", report::clean(value))?;
        }
    }
    Ok(())
}
