use std::collections::BTreeMap;
use std::io::{self, Write};

use super::output::Console;
use super::registry_args::{ListArgs, ListFormat, StatsArgs};
use super::{FAILED, problem, registries};
use crate::registry::{COLUMNS, Record, Registry};
use crate::report::clean;
use crate::text::words;

/// `cite-lint registry list`: the documents that have all the words, in any case; words in one argument stand together.
pub(super) fn list(args: &ListArgs, console: &Console) -> io::Result<u8> {
    let Some(registry) = registries::open(&args.registry, console) else { return Ok(FAILED) };
    let words: Vec<String> = args.words.iter().map(|words| spaced(words)).collect();
    let mut out = console.stdout();
    if args.format == ListFormat::Tsv {
        writeln!(out, "{}", COLUMNS.join("\t"))?;
    }
    let mut is_any = false;
    for record in registry.records().filter(|record| has_all(record, &words)) {
        is_any = true;
        match args.format {
            ListFormat::Tsv => writeln!(out, "{}", record.as_tsv())?,
            ListFormat::Text => {
                writeln!(out, "{}", clean(&line(record)))?;
            }
        }
    }
    out.flush()?;
    if !is_any {
        console.problem(&args.words.join(" "), &problem::no_record());
    }
    Ok(0)
}

fn has_all(record: &Record, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let text = spaced(&line(record));
    words.iter().all(|word| text.contains(word.as_str()))
}

/// What is shown of a document; its symbol also where its maker gave it an id of another kind.
fn line(record: &Record) -> String {
    let symbol = if record.id().starts_with(record.symbol()) { "" } else { record.symbol() };
    let id = [record.id(), symbol].join(" ");
    [id.trim_end(), record.doc_type(), record.issuer(), record.title()].join("; ")
}

/// The words folded, with one space around each: so that only whole words are found.
fn spaced(text: &str) -> String {
    words(text).iter().fold(" ".to_owned(), |text, word| text + word + " ")
}

/// `cite-lint registry stats`: how many documents by type, year, status and confidence.
pub(super) fn stats(args: &StatsArgs, console: &Console) -> io::Result<u8> {
    let Some(registry) = registries::open(&args.registry, console) else { return Ok(FAILED) };
    let mut out = console.stdout();
    let lang = console.lang;
    writeln!(out, "{}: {}", lang.pick("văn bản", "documents"), registry.records().count())?;
    for about in registry.abouts() {
        let date = about.date.map(|date| date.to_string()).unwrap_or_default();
        let parts = [about.name, date, about.coverage, about.licence];
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        writeln!(out, "    {}", clean(&parts.join("; ")))?;
    }
    let decade = |record: &Record| match record.date() {
        Some(date) => format!("{0}–{1}", date.year() / 10 * 10, date.year() / 10 * 10 + 9),
        None => lang.pick("không rõ", "unknown").to_owned(),
    };
    let tables = [
        (lang.pick("độ chắc của ngày", "confidence"), count(&registry, |record| record.confidence().name().to_owned())),
        (lang.pick("tình trạng", "status"), count(&registry, |record| record.status().name().to_owned())),
        (lang.pick("năm", "years"), count(&registry, decade)),
        (lang.pick("tên loại", "type"), count(&registry, |record| record.doc_type().to_owned())),
    ];
    for (name, counts) in tables {
        writeln!(out, "\n{name}")?;
        let widest = counts.keys().map(|key| key.chars().count()).max().unwrap_or_default();
        for (key, count) in counts {
            writeln!(out, "    {key:widest$}  {count:>7}")?;
        }
    }
    out.flush()?;
    Ok(0)
}

/// How many documents there are of each kind.
fn count(registry: &Registry, kind: impl Fn(&Record) -> String) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for record in registry.records() {
        *counts.entry(kind(record)).or_default() += 1;
    }
    counts
}
