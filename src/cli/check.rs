use std::io::{self, Write};
use std::path::Path;

use super::args::{CheckArgs, FixArgs, InputArgs, LintArgs};
use super::baseline::{BaselineFile, Seen, Task};
use super::choices::{CheckFormat, FailOn, FormatChoice};
use super::input::{Input, Reading};
use super::output::Console;
use super::settings::Settings;
use super::sink::{Sink, write_file};
use super::{FAILED, batch, fix, problem, registries, today};
use crate::finding::{Diagnostic, Message, Severity};
use crate::lint::{Baseline, Checked, Linter};
use crate::report::{self, Authorities, Ending, FileReport, Statistics, Totals};
use crate::source::{PartsError, Source};

/// `cite-lint check`.
pub(super) fn run(args: &CheckArgs, console: &Console) -> io::Result<u8> {
    let Some(settings) = Settings::new(&args.lint, console) else { return Ok(FAILED) };
    if args.fix || args.diff {
        let fixed = mend(args, &settings)?;
        if fixed == FAILED || args.diff {
            return Ok(fixed);
        }
    }
    let choices = match choices(args) {
        Ok(choices) => choices,
        Err(message) => {
            console.problem("--format", &message);
            return Ok(FAILED);
        }
    };
    let Some(registry) = registries::open(&settings.args.input.registry, console) else { return Ok(FAILED) };
    let Ok(baseline) = BaselineFile::open(args, &settings) else { return Ok(FAILED) };
    let linter = settings.linter(&registry);
    let shown = shown(settings.level, settings.fail_on);
    let console = &settings.console;
    let most = args.max_findings.or(settings.max_findings).unwrap_or(MOST);
    let (settings, baseline_file) = (&settings, baseline.as_ref());
    let check = Check { shown, console, settings, linter, args, choices, baseline: baseline_file, most };
    let Some((totals, seen)) = check.all()? else { return Ok(FAILED) };
    settings.tell_unused();
    let kept = baseline.is_none_or(|baseline| baseline.finish(seen, console));
    Ok(if kept { exit_code(&totals, settings.fail_on) } else { FAILED })
}

/// What `cite-lint fix` does, before the check tells what is left.
fn mend(args: &CheckArgs, settings: &Settings) -> io::Result<u8> {
    let paths = settings.args.input.paths.clone();
    if args.fix && paths.iter().any(|path| path.as_os_str() == "-") {
        settings.console.problem("-", &problem::no_place_to_mend());
        return Ok(FAILED);
    }
    // A list of paths was read; standard input has it once.
    let input = InputArgs { paths, file_list: None, ..args.lint.input.clone() };
    let lint = LintArgs { input, ..args.lint.clone() };
    fix::run(&FixArgs { lint, unsafe_fixes: args.unsafe_fixes, diff: args.diff }, &settings.console)
}

/// Findings of one rule that are listed of one file: of more nobody reads the last.
const MOST: usize = 1_000;

/// The reports to make, one of them on standard output at most; none where only the counts of the rules are asked for.
fn choices(args: &CheckArgs) -> Result<Vec<FormatChoice>, Message> {
    let mut choices = args.format.clone();
    if choices.is_empty() && !(args.statistics && args.output_file.is_none()) {
        choices.push(FormatChoice { format: CheckFormat::default(), file: None });
    }
    if let Some(file) = &args.output_file {
        match choices.iter_mut().find(|choice| choice.file.is_none()) {
            Some(choice) => choice.file = Some(file.clone()),
            None => return Err(problem::no_report_for_file()),
        }
    }
    if args.statistics {
        choices.retain(|choice| choice.file.is_some());
    }
    let on_screen = choices.iter().filter(|choice| choice.file.is_none()).count();
    if on_screen > 1 { Err(problem::two_reports_on_screen()) } else { Ok(choices) }
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
    settings: &'a Settings,
    console: &'a Console,
    linter: Linter<'a>,
    shown: Severity,
    args: &'a CheckArgs,
    choices: Vec<FormatChoice>,
    baseline: Option<&'a BaselineFile>,
    most: usize,
}

/// What the check of one file gave.
struct Done {
    totals: Totals,
    statistics: Statistics,
    authorities: Authorities,
    seen: Seen,
    /// What goes into the reports beside the first.
    others: Vec<Vec<u8>>,
}

impl Check<'_> {
    /// Checks the files and writes the reports; nothing where one cannot be written, which was told.
    fn all(&self) -> io::Result<Option<(Totals, Seen)>> {
        let mut sinks = Vec::new();
        for choice in &self.choices {
            match Sink::open(choice, self.console) {
                Ok(sink) => sinks.push(sink),
                Err(error) => return self.not_written(choice, error),
            }
        }
        let (mut totals, mut statistics, mut authorities) =
            (Totals::default(), Statistics::default(), Authorities::default());
        let mut seen = Seen::default();
        let mut written = Ok(());
        let mut nowhere = io::sink();
        let (first, others) = match sinks.split_first_mut() {
            Some((first, others)) => (first as &mut dyn Write, others),
            None => (&mut nowhere as &mut dyn Write, &mut [] as &mut [Sink]),
        };
        let work = |input: &Input, out: &mut dyn Write| self.file(input, out);
        let each = |done: Done| {
            totals.add(&done.totals);
            statistics.add(&done.statistics);
            authorities.merge(done.authorities);
            seen.add(done.seen);
            for (index, (sink, bytes)) in others.iter_mut().zip(done.others).enumerate() {
                if let Err(error) = sink.write_all(&bytes)
                    && written.is_ok()
                {
                    written = Err((index + 1, error));
                }
            }
        };
        totals.unread = batch::run(&self.settings.args.input, self.console, first, work, each)?;
        if let Err((index, error)) = written {
            return self.not_written(&self.choices[index], error);
        }
        let (shown, lang) = (self.shown, self.console.lang);
        let registry = self.linter.registry();
        let (totals, statistics, authorities) = (&totals, &statistics, &authorities);
        let ending = Ending { totals, statistics, authorities, registry, shown, lang };
        for (sink, choice) in sinks.into_iter().zip(&self.choices) {
            if let Err(error) = sink.finish(&ending) {
                return self.not_written(choice, error);
            }
        }
        self.last_words(&ending)?;
        Ok(Some((*totals, seen)))
    }

    /// Checks a file and writes what it gave; the message where it cannot be read.
    fn file(&self, input: &Input, out: &mut dyn Write) -> Result<io::Result<Done>, Message> {
        let reading = Reading::of(&self.settings.args.input);
        let path = input.path();
        let mut linter = self.settings.linter_for(&path, self.linter).with_most(self.most()).with_level(self.listed());
        if !self.tells_counts() {
            linter = linter.without_counts();
        }
        let has_table = |choice: &FormatChoice| matches!(choice.format, CheckFormat::Html | CheckFormat::Markdown);
        // A table of the cited documents needs all of them at once.
        if self.choices.iter().any(has_table) {
            return input.with_source(reading, |source| {
                let document = linter.read_source(source);
                let today = self.settings.args.today.or_else(today::today);
                let authorities = Authorities::of(&input.name, &document, self.linter.registry(), today);
                self.report(input, &path, source, linter.check(&document), authorities, out)
            });
        }
        if let Some(parts) = input.parts(reading)? {
            match linter.check_parts(parts) {
                Ok((checked, source)) => {
                    return Ok(self.report(input, &path, &source, checked, Authorities::default(), out));
                }
                Err(PartsError::Unreadable(error)) => return Err(problem::unreadable(&error)),
                // What reads the whole text tells more.
                Err(PartsError::NeedsWhole { .. }) => {}
            }
        }
        input.with_source(reading, |source| {
            self.report(input, &path, source, linter.check_source(source), Authorities::default(), out)
        })
    }

    /// Writes the reports of a file.
    fn report(
        &self,
        input: &Input,
        path: &Path,
        source: &Source<'_>,
        mut checked: Checked,
        authorities: Authorities,
        out: &mut dyn Write,
    ) -> io::Result<Done> {
        let text = source.text();
        self.settings.apply(path, text, &mut checked.diagnostics);
        self.settings.apply_to_folded(path, &mut checked.folded);
        self.settings.apply_to_folded(path, &mut checked.hidden);
        let (seen, known) = self.known(path, text, &mut checked.diagnostics);
        let totals = Totals { known, ..Totals::of_file(&checked) };
        checked.diagnostics.retain(|diagnostic| diagnostic.severity >= self.shown);
        let report = FileReport { file: &input.name, source, diagnostics: &checked.diagnostics };
        let mut others = Vec::new();
        for (index, choice) in self.choices.iter().enumerate() {
            let (format, on_screen) = (choice.format, choice.file.is_none());
            if index == 0 {
                write_file(format, out, &report, self.console, on_screen)?;
            } else {
                let mut bytes = Vec::new();
                write_file(format, &mut bytes, &report, self.console, on_screen)?;
                others.push(bytes);
            }
        }
        Ok(Done { totals, statistics: Statistics::of(&checked.diagnostics), authorities, seen, others })
    }

    /// How many findings of one rule are listed of a file. What is known, and what is counted by rule, is known of all.
    const fn most(&self) -> usize {
        if self.baseline.is_some() || self.args.statistics { usize::MAX } else { self.most }
    }

    /// The level from which findings are listed. What is known or accepted is looked for among all.
    fn listed(&self) -> Severity {
        if self.baseline.is_some() || self.settings.accepts_findings() { Severity::Info } else { self.shown }
    }

    /// Whether the reports tell how much was checked and how much is not listed, or the exit code follows it.
    fn tells_counts(&self) -> bool {
        let fails_below = self.settings.fail_on.severity().is_some_and(|severity| severity < self.shown);
        // Where all reports go to files, the summary stands on the screen.
        let only_files = self.choices.iter().all(|choice| choice.file.is_some());
        fails_below || only_files || self.choices.iter().any(|choice| choice.format.has_summary())
    }

    /// Takes the known findings of a file out; what was seen of it, and how many were known.
    fn known(&self, path: &Path, text: &str, diagnostics: &mut Vec<Diagnostic>) -> (Seen, usize) {
        let Some(baseline) = self.baseline else { return (Seen::default(), 0) };
        let name = baseline.name_of(path);
        if baseline.task == Task::Use {
            return (Seen::default(), baseline.take(&name, diagnostics));
        }
        diagnostics.retain(|diagnostic| diagnostic.severity >= self.shown || baseline.task == Task::Prune);
        let findings = Baseline::of(&name, diagnostics, text);
        let known = match baseline.task {
            Task::Prune => baseline.take(&name, diagnostics),
            _ => diagnostics.drain(..).count(),
        };
        (Seen { files: [name].into(), findings }, known)
    }

    /// What a person beside the reports wants to know.
    fn last_words(&self, ending: &Ending<'_>) -> io::Result<()> {
        let Ending { totals, shown, lang, .. } = *ending;
        let mut out = self.console.stdout();
        let on_screen = self.choices.iter().find(|choice| choice.file.is_none()).map(|choice| choice.format);
        match on_screen {
            // It says so itself.
            Some(CheckFormat::Full) => {}
            // The lines are for tools, the summary for the person beside them.
            Some(CheckFormat::Concise) => {
                let _ = report::summary(&mut io::stderr().lock(), totals, shown, lang);
            }
            Some(_) if totals.folded > 0 => self.console.notice(lang.pick(
                "có quy tắc báo quá nhiều chỗ trong một tệp, không liệt kê hết: xem --max-findings",
                "some rule found too much in one file to list it all: see --max-findings",
            )),
            Some(_) => {}
            None if self.args.statistics && self.args.format.iter().any(is_json) => {
                ending.statistics.json(&mut out, lang)?;
            }
            None => {
                if self.args.statistics {
                    ending.statistics.text(&mut out, lang)?;
                }
                report::summary(&mut out, totals, shown, lang)?;
            }
        }
        out.flush()
    }

    fn not_written(&self, choice: &FormatChoice, error: io::Error) -> io::Result<Option<(Totals, Seen)>> {
        let Some(file) = &choice.file else { return Err(error) };
        self.console.problem(&file.display().to_string(), &problem::not_written(&error));
        Ok(None)
    }
}

/// Whether JSON is asked for on standard output.
fn is_json(choice: &FormatChoice) -> bool {
    choice.file.is_none() && matches!(choice.format, CheckFormat::Json | CheckFormat::Jsonl)
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
