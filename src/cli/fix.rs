use std::fs;
use std::io::{self, Write};

use similar::TextDiff;

use super::args::FixArgs;
use super::input::{From, Input, Reading};
use super::output::Console;
use super::replace::replace;
use super::settings::Settings;
use super::{FAILED, batch, problem, registries};
use crate::finding::{Applicability, Lang, Message};
use crate::lint::{Linter, choose_fixes};
use crate::report::{Locator, Place, clean, plural, rewrite_problem};
use crate::source::{Options, RewriteError, Source};

/// `cite-lint fix`: mends files in place, or shows what it would do. Standard input is mended to standard output.
pub(super) fn run(args: &FixArgs, console: &Console) -> io::Result<u8> {
    let Some(settings) = Settings::new(&args.lint, console) else { return Ok(FAILED) };
    let Some(registry) = registries::open(&settings.args.input.registry, console) else { return Ok(FAILED) };
    let console = &settings.console;
    let fix = Fix { args, console, linter: settings.linter(&registry), settings: &settings };
    let mut out = console.stdout();
    let (mut files, mut changes, mut failed) = (0, 0, 0);
    let files_to_mend = &fix.settings.args.input;
    let reading = Reading::of(files_to_mend);
    let work = |file: &Input, out: &mut dyn Write| file.with_source(reading, |source| fix.file(file, source, out));
    let unread = batch::run(files_to_mend, console, &mut out, work, |done| match done {
        Done::Mended(count) => {
            files += usize::from(count > 0);
            changes += count;
        }
        Done::Failed => failed += 1,
    })?;
    out.flush()?;
    let places = format!("{changes} {}", plural(changes, "place", "places"));
    let in_files = format!("{files} {}", plural(files, "file", "files"));
    let summary = match (console.lang, args.diff) {
        (Lang::Vi, false) => format!("Đã sửa {changes} chỗ trong {files} tệp."),
        (Lang::Vi, true) => format!("Có thể sửa {changes} chỗ trong {files} tệp."),
        (Lang::En, false) => format!("Mended {places} in {in_files}."),
        (Lang::En, true) => format!("{places} in {in_files} can be mended."),
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

/// A file with fixes.
struct Mended {
    bytes: Vec<u8>,
    text: String,
    /// How many places were mended.
    count: usize,
    /// What cannot be put back into the file, and where it is.
    left: Vec<(Place, RewriteError)>,
}

impl Fix<'_> {
    fn file(&self, input: &Input, source: &Source<'_>, out: &mut dyn Write) -> io::Result<Done> {
        let Mended { bytes, text, count, left } = match self.mended(input, source, PASSES) {
            Ok(mended) => mended,
            Err(error) => return Ok(self.failed(input, &rewrite_problem(&error))),
        };
        for (place, error) in left {
            let subject = format!("{}, {}", input.name, place.text(self.console.lang));
            self.console.problem(&subject, &rewrite_problem(&error));
        }
        if self.args.diff {
            return self.diff(input, source.text(), &text, out).map(|()| Done::Mended(count));
        }
        let From::File(path) = &input.from else {
            out.write_all(&bytes)?;
            return Ok(Done::Mended(count));
        };
        if count == 0 {
            return Ok(Done::Mended(0));
        }
        // What changed meanwhile is not ours.
        let message = match fs::read(path) {
            Ok(bytes) if bytes != source.bytes() => problem::changed_meanwhile(),
            Ok(_) => match replace(path, &bytes) {
                Ok(()) => return Ok(Done::Mended(count)),
                Err(error) => problem::not_written(&error),
            },
            Err(error) => problem::unreadable(&error),
        };
        Ok(self.failed(input, &message))
    }

    fn failed(&self, input: &Input, message: &Message) -> Done {
        self.console.problem(&input.name, message);
        Done::Failed
    }

    /// The file with all fixes that may be applied.
    fn mended(&self, input: &Input, source: &Source<'_>, passes: usize) -> Result<Mended, RewriteError> {
        let path = input.path();
        let mut found = self.settings.linter_for(&path, self.linter).lint_source(source);
        self.settings.apply(&path, source.text(), &mut found);
        let limit = if self.args.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe };
        let mut locator = Locator::of(source);
        let mut left = Vec::new();
        found.retain(|diagnostic| {
            let fix = diagnostic.fixes.first().filter(|fix| fix.applicability <= limit);
            let refused = fix.into_iter().flat_map(|fix| &fix.edits).find_map(|edit| source.takes(edit).err());
            let is_left = refused.is_some();
            left.extend(refused.map(|error| (locator.place(diagnostic.span.start()), error)));
            !is_left
        });
        let chosen = choose_fixes(&found, limit);
        if passes > 0 && !chosen.edits.is_empty() {
            let bytes = source.rewrite(&chosen.edits)?;
            // What a file is does not change with its words.
            let options = Options { format: Some(source.format()), encoding: Some(source.encoding()) };
            let again = Source::read(&bytes, options)?;
            if again.text() != source.text() {
                let mended = self.mended(input, &again, passes - 1)?;
                return Ok(Mended { count: mended.count + chosen.applied, ..mended });
            }
        }
        Ok(Mended { bytes: source.bytes().to_vec(), text: source.text().to_owned(), count: 0, left })
    }

    fn diff(&self, input: &Input, before: &str, after: &str, out: &mut dyn Write) -> io::Result<()> {
        let name = clean(&input.name);
        let diff = TextDiff::from_lines(before, after);
        write!(out, "{}", diff.unified_diff().context_radius(1).header(&name, &name))
    }
}
