use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::config::Rooted;
use super::paths::whole;
use crate::finding::Message;

/// Files that globs name, as in a .gitignore.
#[derive(Debug)]
pub(super) struct Globs {
    all: Vec<Gitignore>,
}

impl Globs {
    /// Each glob counts from its folder. The first that is none, with what is wrong.
    pub(super) fn new<'g>(globs: impl IntoIterator<Item = Rooted<&'g str>>) -> Result<Self, (String, Message)> {
        let mut builders: Vec<(PathBuf, GitignoreBuilder)> = Vec::new();
        for Rooted { root, what: glob } in globs {
            // Globs of one folder go together: a later one may take back what an earlier one names.
            if builders.last().is_none_or(|(last, _)| *last != root) {
                builders.push((root.clone(), GitignoreBuilder::new(&root)));
            }
            if let Some((_, builder)) = builders.last_mut() {
                builder.add_line(None, glob).map_err(|error| told(glob, &error))?;
            }
        }
        let built = builders
            .into_iter()
            .map(|(root, builder)| builder.build().map_err(|error| told(&root.display().to_string(), &error)));
        Ok(Self { all: built.collect::<Result<_, _>>()? })
    }

    /// Whether a path from the root is named itself.
    pub(super) fn name(&self, path: &Path, is_dir: bool) -> bool {
        let last = self.all.iter().rev().map(|globs| globs.matched(path, is_dir)).find(|found| !found.is_none());
        last.is_some_and(|found| found.is_ignore())
    }

    /// Whether a path, or a folder it is in, is named.
    pub(super) fn name_any_of(&self, path: &Path) -> bool {
        let path = whole(path);
        self.name(&path, path.is_dir()) || path.ancestors().skip(1).any(|folder| self.name(folder, true))
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

fn told(glob: &str, error: &ignore::Error) -> (String, Message) {
    (glob.to_owned(), Message::new(error.to_string(), error.to_string()))
}
