use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::input::{From, Input, Reading};
use super::output::Console;
use super::size::Size;
use super::{pack_file, problem};
use crate::finding::Message;
use crate::registry::{Loaded, Registry, RegistryError};
use crate::report::registry_problem;

/// A registry file of more bytes than this is refused.
const LARGEST: Size = Size(1 << 30);
/// How many bad rows of a file, and conflicts, are told one by one.
const MOST_TOLD: usize = 5;

/// The built-in registry with those of `--registry` over it, the last one on top. Bad rows and conflicts are told on
/// standard error, the good rows count; `None` where a file cannot be read at all, which was told too.
pub(super) fn open(paths: &[PathBuf], console: &Console) -> Option<Cow<'static, Registry>> {
    let mut registry = Cow::Borrowed(Registry::builtin());
    for path in paths {
        let name = path.display().to_string();
        let loaded = match load(path) {
            Ok(loaded) => loaded,
            Err(message) => {
                console.problem(&name, &message);
                return None;
            }
        };
        tell(console, &name, loaded.problems.iter().map(registry_problem), problem::more_bad_rows);
        // Of a compiled one they were told when it was built: to find them all its rows would be read.
        if !pack_file::is_pack(path) {
            tell_conflicts(&registry, &loaded.registry, &name, console);
        }
        registry = Cow::Owned(registry.overlay(&loaded.registry));
    }
    Some(registry)
}

/// Tells where a registry has another date than the one below it.
pub(super) fn tell_conflicts(known: &Registry, own: &Registry, name: &str, console: &Console) {
    let conflicts = known.conflicts(own);
    let messages = conflicts.iter().map(|(known, own)| problem::registry_conflict(known.id(), own.id()));
    tell(console, name, messages, problem::more_conflicts);
}

/// Tells the first messages of a file, and how many `more` there are.
fn tell(console: &Console, name: &str, messages: impl ExactSizeIterator<Item = Message>, more: fn(usize) -> Message) {
    let rest = messages.len().saturating_sub(MOST_TOLD);
    for message in messages.take(MOST_TOLD) {
        console.problem(name, &message);
    }
    if rest > 0 {
        console.problem(name, &more(rest));
    }
}

/// Reads a registry file: a compiled one by its first bytes, another by its ending, else by its first line.
pub(super) fn load(path: &Path) -> Result<Loaded, Message> {
    if pack_file::is_pack(path) {
        return pack_file::open(path).map(|registry| Loaded { registry, problems: Vec::new() });
    }
    let input = Input { name: String::new(), from: From::File(path.to_owned()), size: 0 };
    let loaded = input.with_source(Reading { limit: LARGEST, encoding: None }, |source| read(path, source.text()))?;
    loaded.map_err(|error| registry_problem(&error))
}

fn read(path: &Path, text: &str) -> Result<Loaded, RegistryError> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    match ending.as_deref() {
        Some("jsonl" | "ndjson") => Ok(Loaded::jsonl(text)),
        Some("csv") => Loaded::csv(text),
        Some("tsv") => Loaded::tsv(text),
        _ if first.trim_start().starts_with('{') => Ok(Loaded::jsonl(text)),
        _ if first.contains('\t') => Loaded::tsv(text),
        _ => Loaded::csv(text),
    }
}
