use std::io::{self, Write};

use super::args::{CheckArgs, ConfigArgs, ConfigVerb};
use super::input::Input;
use super::output::Console;
use super::select::Selection;
use super::{FAILED, batch};
use crate::finding::Lang;
use crate::report::clean;
use crate::resolve::Document;
use crate::rules::{self, Regime};

/// `cite-lint config`.
pub(super) fn run(args: &ConfigArgs, console: &Console) -> io::Result<u8> {
    match &args.verb {
        ConfigVerb::Show(show) => self::show(&show.check, console),
    }
}

/// Tells by which regime and rules each file is checked, and what its head says.
fn show(args: &CheckArgs, console: &Console) -> io::Result<u8> {
    let selection = match Selection::new(&args.select, &args.ignore) {
        Ok(selection) => selection,
        Err((word, message)) => {
            console.problem(&word, &message);
            return Ok(FAILED);
        }
    };
    let mut out = console.stdout();
    let work = |input: &Input, text: &str, out: &mut dyn Write| file(args, input, text, out, console.lang);
    let unread = batch::run(&args.input, console, &mut out, work, |()| {})?;
    rule_list(args, &selection, &mut out, console.lang)?;
    out.flush()?;
    Ok(if unread > 0 { FAILED } else { 0 })
}

fn file(args: &CheckArgs, input: &Input, text: &str, out: &mut dyn Write, lang: Lang) -> io::Result<()> {
    let document = Document::new(text);
    let told = Regime::of(&document);
    let regime = args.regime.0.unwrap_or(told);
    let why = match (args.regime.0, document.own()) {
        (Some(_), _) => lang.pick("theo --regime", "by --regime"),
        (None, Some(_)) => lang.pick("theo phần đầu văn bản", "by the head of the document"),
        (None, None) => lang.pick("không có phần đầu văn bản", "the document has no head"),
    };
    writeln!(out, "{}", clean(&input.name))?;
    writeln!(
        out,
        "  {}: {}, {}; {why}",
        lang.pick("quy định", "regime"),
        regime.name(),
        regime.description().text(lang)
    )?;
    if let Some(own) = document.own() {
        let date = own.date.map(|date| date.short_form()).unwrap_or_default();
        let kind = own.doc_type.map(|doc_type| doc_type.name()).unwrap_or_default();
        let parts = [own.number_span.slice(text), kind, &date];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        writeln!(out, "  {}: {}", lang.pick("phần đầu", "head"), clean(&parts.join("; ")))?;
    }
    Ok(())
}

fn rule_list(args: &CheckArgs, selection: &Selection, out: &mut impl Write, lang: Lang) -> io::Result<()> {
    writeln!(out, "{}: {}", lang.pick("mức đòi hỏi", "profile"), args.profile.name())?;
    for level in ["error", "warning", "info"] {
        let of_level = rules::all().iter().filter(|rule| {
            let severity = args.profile.severity_of(rule).filter(|_| selection.takes(rule.code, rule.name));
            severity.is_some_and(|severity| severity.name() == level)
        });
        let codes: Vec<&str> = of_level.map(|rule| rule.code).collect();
        writeln!(out, "  {level} ({}): {}", codes.len(), codes.join(" "))?;
    }
    let is_off =
        |rule: &&&rules::Rule| args.profile.severity_of(rule).is_none() || !selection.takes(rule.code, rule.name);
    let off: Vec<&str> = rules::all().iter().filter(is_off).map(|rule| rule.code).collect();
    if !off.is_empty() {
        writeln!(out, "  {} ({}): {}", lang.pick("không dùng", "off"), off.len(), off.join(" "))?;
    }
    Ok(())
}
