use std::io::{self, Write};

use super::args::{CheckArgs, CheckFormat, FailOn};
use super::input::Input;
use super::output::Console;
use super::settings::Settings;
use super::{FAILED, batch, registries, today};
use crate::finding::Severity;
use crate::lint::Linter;
use crate::registry::Registry;
use crate::report::{self, FileReport, Full, JsonArray, Totals};
use crate::resolve::Document;

/// `cite-lint check`.
pub(super) fn run(args: &CheckArgs, console: &Console) -> io::Result<u8> {
    let Some(settings) = Settings::new(args, console) else { return Ok(FAILED) };
    let Some(registry) = registries::open(&settings.args.input.registry, console) else { return Ok(FAILED) };
    let linter = linter(&settings, &registry);
    let check = Check { shown: shown(settings.level, settings.fail_on), settings, console, linter };
    let mut out = console.stdout();
    let totals = check.all(&mut out)?;
    match args.format {
        CheckFormat::Full => report::summary(&mut out, &totals, check.shown, console.lang)?,
        CheckFormat::Concise => {
            out.flush()?;
            // The lines are for tools, the summary for the person beside them.
            let _ = report::summary(&mut io::stderr().lock(), &totals, check.shown, console.lang);
        }
        _ => {}
    }
    out.flush()?;
    Ok(exit_code(&totals, check.settings.fail_on))
}

/// Checks as the options say.
pub(super) fn linter<'r>(settings: &Settings, registry: &'r Registry) -> Linter<'r> {
    let mut linter = Linter::with_registry(registry).with_profile(settings.profile);
    if let Some(day) = settings.args.today.or_else(today::today) {
        linter = linter.with_today(day);
    }
    if let Some(regime) = settings.regime.0 {
        linter = linter.with_regime(regime);
    }
    linter
}

/// What could not be read weighs more than what was found.
fn exit_code(totals: &Totals, fail_on: FailOn) -> u8 {
    let fails = fail_on.severity().is_some_and(|severity| totals.at_or_above(severity) > 0);
    if totals.unread > 0 { FAILED } else { u8::from(fails) }
}

/// `--level`; else warnings, and everything that makes the check fail.
pub(super) fn shown(level: Option<Severity>, fail_on: FailOn) -> Severity {
    level.unwrap_or(Severity::Warning.min(fail_on.severity().unwrap_or(Severity::Warning)))
}

struct Check<'a> {
    settings: Settings,
    console: &'a Console,
    linter: Linter<'a>,
    shown: Severity,
}

impl Check<'_> {
    /// The files, with what the format has before the first and behind the last.
    fn all(&self, out: &mut impl Write) -> io::Result<Totals> {
        match self.settings.args.format {
            CheckFormat::Json | CheckFormat::Gitlab => self.array(JsonArray::new(out)),
            CheckFormat::Sarif => self.array(report::sarif_log(out, self.console.lang)),
            CheckFormat::Junit => {
                out.write_all(report::JUNIT_START.as_bytes())?;
                let totals = self.files(out)?;
                out.write_all(report::JUNIT_END.as_bytes())?;
                Ok(totals)
            }
            _ => self.files(out),
        }
    }

    fn array<W: Write>(&self, mut array: JsonArray<W>) -> io::Result<Totals> {
        let totals = self.files(&mut array)?;
        array.finish()?;
        Ok(totals)
    }

    fn files(&self, out: &mut dyn Write) -> io::Result<Totals> {
        let mut totals = Totals::default();
        let work = |input: &Input, text: &str, mut out: &mut dyn Write| self.file(input, text, &mut out);
        let unread = batch::run(&self.settings.args.input, self.console, out, work, |file| totals.add(&file))?;
        totals.unread = unread;
        Ok(totals)
    }

    fn file(&self, input: &Input, text: &str, out: &mut impl Write) -> io::Result<Totals> {
        let mut checked = self.linter.check(&Document::new(text));
        self.settings.apply(&input.path(), &mut checked.diagnostics);
        let totals = Totals::of_file(checked.counts, &checked.diagnostics);
        checked.diagnostics.retain(|diagnostic| diagnostic.severity >= self.shown);
        let report = FileReport { file: &input.name, text, diagnostics: &checked.diagnostics };
        let Console { lang, colour, width } = *self.console;
        match self.settings.args.format {
            CheckFormat::Full => report::full(out, &report, Full { lang, colour, width })?,
            CheckFormat::Concise => report::concise(out, &report, lang)?,
            CheckFormat::Json => report::json(out, &report, lang)?,
            CheckFormat::Jsonl => report::jsonl(out, &report, lang)?,
            CheckFormat::Sarif => report::sarif(out, &report, lang)?,
            CheckFormat::Github => report::github(out, &report, lang)?,
            CheckFormat::Gitlab => report::gitlab(out, &report, lang)?,
            CheckFormat::Junit => report::junit(out, &report, lang)?,
        }
        Ok(totals)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_codes() {
        let code = |found, unread, fail_on| exit_code(&Totals { found, unread, ..Totals::default() }, fail_on);
        assert_eq!(code([9, 9, 0], 0, FailOn::Error), 0);
        assert_eq!(code([0, 0, 1], 0, FailOn::Error), 1);
        assert_eq!(code([0, 1, 0], 0, FailOn::Warning), 1);
        assert_eq!(code([1, 0, 0], 0, FailOn::Info), 1);
        assert_eq!(code([1, 1, 1], 0, FailOn::Never), 0);
        assert_eq!(code([1, 1, 1], 1, FailOn::Error), 2);
    }

    #[test]
    fn what_fails_is_shown_unless_the_level_says_otherwise() {
        assert_eq!(shown(None, FailOn::Error), Severity::Warning);
        assert_eq!(shown(None, FailOn::Never), Severity::Warning);
        assert_eq!(shown(None, FailOn::Info), Severity::Info);
        assert_eq!(shown(Some(Severity::Error), FailOn::Info), Severity::Error);
    }
}
