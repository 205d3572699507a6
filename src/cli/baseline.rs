use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::args::CheckArgs;
use super::output::Console;
use super::paths::whole;
use super::problem;
use super::replace::replace;
use super::settings::Settings;
use crate::finding::Diagnostic;
use crate::lint::Baseline;

/// The file of known findings that a check uses.
#[derive(Debug)]
pub(super) struct BaselineFile {
    path: PathBuf,
    /// Files are known by their way from here.
    folder: PathBuf,
    known: Baseline,
    /// What happens to it at the end.
    pub(super) task: Task,
}

/// What a run does with the file of known findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Task {
    /// It leaves out what is known.
    Use,
    /// It writes what is found now.
    Write,
    /// It takes out what is not found any more.
    Prune,
}

/// What a run saw.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) files: BTreeSet<String>,
    pub(super) findings: Baseline,
}

/// The name of the file where none is given.
const NAME: &str = "cite-lint-baseline.tsv";

impl BaselineFile {
    /// The one of the options, else of the configuration; where it cannot be read that was told.
    pub(super) fn open(args: &CheckArgs, settings: &Settings) -> Result<Option<Self>, ()> {
        let task = match (args.write_baseline, args.prune_baseline) {
            (true, _) => Task::Write,
            (_, true) => Task::Prune,
            _ => Task::Use,
        };
        let path = args.baseline.clone().or_else(|| settings.baseline.clone());
        let path = match path {
            Some(path) => path,
            None if task == Task::Use => return Ok(None),
            None => PathBuf::from(NAME),
        };
        let known = match (task, fs::read_to_string(&path)) {
            (Task::Write, _) => Ok(Baseline::default()),
            (_, Ok(text)) => text.parse().map_err(|error| problem::bad_baseline(&error)),
            (_, Err(error)) if error.kind() == io::ErrorKind::NotFound => Err(problem::no_baseline()),
            (_, Err(error)) => Err(problem::unreadable(&error)),
        };
        let known = known.map_err(|message| settings.console.problem(&path.display().to_string(), &message))?;
        let folder = whole(&path).parent().map(Path::to_owned).unwrap_or_default();
        Ok(Some(Self { path, folder, known, task }))
    }

    /// The name by which it knows a file.
    pub(super) fn name_of(&self, file: &Path) -> String {
        let below = file.strip_prefix(&self.folder).unwrap_or(file);
        below.components().map(|step| step.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    }

    /// Takes out the findings of a file that are known; gives how many these were.
    pub(super) fn take(&self, file: &str, diagnostics: &mut Vec<Diagnostic>) -> usize {
        let before = diagnostics.len();
        diagnostics.retain(|diagnostic| !self.known.holds(file, diagnostic));
        before - diagnostics.len()
    }

    /// Writes the file anew where the task says so; false where it cannot be written, which was told.
    pub(super) fn finish(mut self, seen: Seen, console: &Console) -> bool {
        let message = match self.task {
            Task::Use => return true,
            Task::Write => {
                self.known = seen.findings;
                problem::baseline_written(self.known.len())
            }
            Task::Prune => problem::baseline_pruned(self.known.prune(&seen.files, &seen.findings), self.known.len()),
        };
        let name = self.path.display().to_string();
        let written = replace(&self.path, self.known.to_string().as_bytes());
        console.problem(&name, &written.as_ref().map_or_else(problem::not_written, |()| message));
        written.is_ok()
    }
}

impl Seen {
    /// Adds what was seen of a file.
    pub(super) fn add(&mut self, other: Self) {
        self.files.extend(other.files);
        self.findings.merge(other.findings);
    }
}
