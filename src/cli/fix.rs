use std::fs;
use std::io::{self, Write};

use similar::TextDiff;

use super::args::FixArgs;
use super::input::{From, Input};
use super::output::Console;
use super::replace::replace;
use super::settings::Settings;
use super::{FAILED, batch, problem, registries};
use crate::finding::{Applicability, Lang};
use crate::lint::{Linter, apply_fixes};
use crate::report::clean;

/// `cite-lint fix`: mends files in place, or shows what it would do. Standard input is mended to standard output.
pub(super) fn run(args: &FixArgs, console: &Console) -> io::Result<u8> {
    let Some(settings) = Settings::new(&args.lint, console) else { return Ok(FAILED) };
    let Some(registry) = registries::open(&settings.args.input.registry, console) else { return Ok(FAILED) };
    let console = &settings.console;
    let fix = Fix { args, console, linter: settings.linter(&registry), settings: &settings };
    let mut out = console.stdout();
    let (mut files, mut changes, mut failed) = (0, 0, 0);
    let work = |input: &Input, text: &str, out: &mut dyn Write| fix.file(input, text, out);
    let unread = batch::run(&fix.settings.args.input, console, &mut out, work, |done| match done {
        Done::Mended(count) => {
            files += usize::from(count > 0);
            changes += count;
        }
        Done::Failed => failed += 1,
    })?;
    out.flush()?;
    let summary = match (console.lang, args.diff) {
        (Lang::Vi, false) => format!("Đã sửa {changes} chỗ trong {files} tệp."),
        (Lang::Vi, true) => format!("Có thể sửa {changes} chỗ trong {files} tệp."),
        (Lang::En, false) => format!("Mended {changes} places in {files} files."),
        (Lang::En, true) => format!("{changes} places in {files} files can be mended."),
    };
    // The diff and a mended text go to standard output, and to other programs.
    let _ = writeln!(io::stderr().lock(), "{summary}");
    Ok(if unread + failed > 0 { FAILED } else { 0 })
}

/// Passes over a text: a fix that overlaps with another comes in the next one.
const PASSES: usize = 8;

struct Fix<'a> {
    args: &'a FixArgs,
    console: &'a Console,
    settings: &'a Settings,
    linter: Linter<'a>,
}

enum Done {
    /// So many places were mended, or could be.
    Mended(usize),
    /// The file stayed as it was; that was told.
    Failed,
}

impl Fix<'_> {
    fn file(&self, input: &Input, text: &str, out: &mut dyn Write) -> io::Result<Done> {
        let (mended, count) = self.mended(input, text);
        let From::File(path) = &input.from else {
            if !self.args.diff {
                out.write_all(mended.as_bytes())?;
                return Ok(Done::Mended(count));
            }
            return self.diff(input, text, &mended, out).map(|()| Done::Mended(count));
        };
        if count == 0 {
            return Ok(Done::Mended(0));
        }
        if self.args.diff {
            return self.diff(input, text, &mended, out).map(|()| Done::Mended(count));
        }
        // What was not text as it stands on the disk (.docx, UTF-16) cannot be put back; what changed meanwhile is not ours.
        let message = match fs::read(path) {
            Ok(bytes) if bytes != text.as_bytes() && std::str::from_utf8(&bytes).is_err() => problem::not_mendable(),
            Ok(bytes) if bytes != text.as_bytes() => problem::changed_meanwhile(),
            Ok(_) => match replace(path, mended.as_bytes()) {
                Ok(()) => return Ok(Done::Mended(count)),
                Err(error) => problem::not_written(&error),
            },
            Err(error) => problem::unreadable(&error),
        };
        self.console.problem(&input.name, &message);
        Ok(Done::Failed)
    }

    /// The text with all fixes that may be applied, and how many they were.
    fn mended(&self, input: &Input, text: &str) -> (String, usize) {
        let limit = if self.args.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe };
        let mut text = text.to_owned();
        let mut count = 0;
        let path = input.path();
        let linter = self.settings.linter_for(&path, self.linter);
        for _ in 0..PASSES {
            let mut found = linter.lint(&text);
            self.settings.apply(&path, &text, &mut found);
            let fixed = apply_fixes(&text, &found, limit);
            if fixed.text == text {
                break;
            }
            count += fixed.applied;
            text = fixed.text;
        }
        (text, count)
    }

    fn diff(&self, input: &Input, before: &str, after: &str, out: &mut dyn Write) -> io::Result<()> {
        let name = clean(&input.name);
        let diff = TextDiff::from_lines(before, after);
        write!(out, "{}", diff.unified_diff().context_radius(1).header(&name, &name))
    }
}
