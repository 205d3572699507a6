//! `cite-lint.toml`: what an office writes down once.

mod chain;
mod file;
mod wrong;

use std::io::{self, Write};

pub(super) use self::chain::{Config, Rooted, nearest_to, read};
pub(super) use self::file::{Accept, PerFile};
use super::args::{ConfigArgs, ConfigVerb, LintArgs};
use super::input::{Input, Reading};
use super::output::Console;
use super::settings::Settings;
use super::{FAILED, batch};
use crate::finding::Lang;
use crate::registry::Registry;
use crate::report::clean;
use crate::rules::{self, Regime, Rule};

/// `cite-lint config`.
pub(super) fn run(args: &ConfigArgs, console: &Console) -> io::Result<u8> {
    match &args.verb {
        ConfigVerb::Show(show) => self::show(&show.lint, console),
        ConfigVerb::Schema => {
            let mut out = console.stdout();
            out.write_all(file::SCHEMA.as_bytes())?;
            out.flush()?;
            Ok(0)
        }
    }
}

/// Tells by which regime and rules each file is checked, and what its head says.
fn show(args: &LintArgs, console: &Console) -> io::Result<u8> {
    let Some(settings) = Settings::new(args, console) else { return Ok(FAILED) };
    let (console, lang) = (&settings.console, settings.console.lang);
    let mut out = console.stdout();
    for config in &settings.config {
        let name = config.display().to_string();
        writeln!(out, "{}: {}", lang.pick("cấu hình", "configuration"), clean(&name))?;
    }
    let reading = Reading::of(&settings.args.input);
    let work = |input: &Input, out: &mut dyn Write| {
        input.with_source(reading, |source| file(&settings, input, source.text(), out))
    };
    let unread = batch::run(&settings.args.input, console, &mut out, work, |()| {})?;
    rule_list(&settings, &mut out, lang)?;
    out.flush()?;
    Ok(if unread > 0 { FAILED } else { 0 })
}

fn file(settings: &Settings, input: &Input, text: &str, out: &mut dyn Write) -> io::Result<()> {
    let (path, lang) = (input.path(), settings.console.lang);
    let document = settings.linter_for(&path, settings.linter(Registry::builtin())).read(text);
    let chosen = settings.regime_for(&path).0;
    let regime = chosen.unwrap_or_else(|| Regime::of(&document));
    let why = match (chosen, document.own()) {
        (Some(_), _) => lang.pick("theo --regime hoặc cấu hình", "by --regime or the configuration"),
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
        let date = document.date().map(|date| date.short_form()).unwrap_or_default();
        let kind = own.doc_type.map(|doc_type| doc_type.name()).unwrap_or_default();
        let parts = [own.number_span.slice(text), kind, &date];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        writeln!(out, "  {}: {}", lang.pick("phần đầu", "head"), clean(&parts.join("; ")))?;
    }
    Ok(())
}

fn rule_list(settings: &Settings, out: &mut impl Write, lang: Lang) -> io::Result<()> {
    writeln!(out, "{}: {}", lang.pick("mức đòi hỏi", "profile"), settings.profile.name())?;
    let codes = |of: &dyn Fn(&Rule) -> bool| -> Vec<&str> {
        rules::all().iter().filter(|rule| of(rule)).map(|rule| rule.code).collect()
    };
    for level in ["error", "warning", "info"] {
        let is_of_level = |rule: &Rule| settings.severity_of(rule).is_some_and(|severity| severity.name() == level);
        let codes = codes(&is_of_level);
        writeln!(out, "  {level} ({}): {}", codes.len(), codes.join(" "))?;
    }
    let off = codes(&|rule| settings.severity_of(rule).is_none());
    if !off.is_empty() {
        writeln!(out, "  {} ({}): {}", lang.pick("không dùng", "off"), off.len(), off.join(" "))?;
    }
    Ok(())
}
