use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::file::{self, Accept, ConfigFile, OwnWords, PerFile};
use super::wrong::circle;
use crate::cli::paths::whole;
use crate::cli::problem;
use crate::finding::Message;

/// What the configuration of a run says: that of a file, over those that it extends.
#[derive(Clone, Debug, Default)]
pub(in crate::cli) struct Config {
    /// The files that were read, in the order in which they count more.
    pub(in crate::cli) files: Vec<PathBuf>,
    pub(in crate::cli) select: Vec<String>,
    pub(in crate::cli) ignore: Vec<String>,
    pub(in crate::cli) profile: Option<String>,
    pub(in crate::cli) regime: Option<String>,
    pub(in crate::cli) level: Option<String>,
    pub(in crate::cli) fail_on: Option<String>,
    pub(in crate::cli) language: Option<String>,
    pub(in crate::cli) document_date: Option<String>,
    pub(in crate::cli) encoding: Option<String>,
    pub(in crate::cli) max_findings: Option<usize>,
    pub(in crate::cli) registry: Vec<PathBuf>,
    pub(in crate::cli) baseline: Option<PathBuf>,
    pub(in crate::cli) exclude: Vec<Rooted<String>>,
    pub(in crate::cli) force_exclude: bool,
    pub(in crate::cli) severity: BTreeMap<String, String>,
    pub(in crate::cli) per_file: Vec<Rooted<PerFile>>,
    pub(in crate::cli) accept: Vec<Rooted<Accept>>,
    pub(in crate::cli) own: OwnWords,
}

/// Something whose globs count from a folder.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Rooted<T> {
    pub(in crate::cli) root: PathBuf,
    pub(in crate::cli) what: T,
}

/// A file, and what is wrong with it.
pub(in crate::cli) type Wrong = (PathBuf, Message);

/// The names of the file, in each folder upward.
const NAMES: [&str; 2] = ["cite-lint.toml", ".config/cite-lint.toml"];

/// The nearest configuration from the folder of a path upward.
pub(in crate::cli) fn nearest_to(path: &Path) -> Option<PathBuf> {
    // Without a whole path there is no upward.
    let path = whole(path);
    let start = if path.is_dir() { &*path } else { path.parent()? };
    start.ancestors().flat_map(|folder| NAMES.map(|name| folder.join(name))).find(|file| file.is_file())
}

/// Reads a configuration and those it extends.
pub(in crate::cli) fn read(path: &Path) -> Result<Config, Wrong> {
    read_over(path, &mut Vec::new())
}

/// `open` are the files on the way here.
fn read_over(path: &Path, open: &mut Vec<PathBuf>) -> Result<Config, Wrong> {
    let told = |message| (path.to_owned(), message);
    let canonical = fs::canonicalize(path).map_err(|error| told(problem::unreadable(&error)))?;
    if let Some(first) = open.iter().position(|file| *file == canonical) {
        open.push(canonical);
        return Err(told(circle(&open[first..])));
    }
    let file = file::read(path).map_err(told)?;
    let folder = folder_of(&whole(path));
    let mut config = Config::default();
    open.push(canonical);
    for base in &file.extend {
        config.extend(read_over(&folder.join(base), open)?);
    }
    open.pop();
    config.put(file, &folder);
    config.files.insert(0, path.to_owned());
    Ok(config)
}

/// The folder from which the paths and globs of a configuration count.
fn folder_of(path: &Path) -> PathBuf {
    let folder = path.parent().unwrap_or(Path::new(""));
    let outer = folder.parent().filter(|_| folder.ends_with(".config"));
    outer.unwrap_or(folder).to_owned()
}

impl Config {
    /// Puts another configuration over this one: its values count, its lists go behind.
    fn extend(&mut self, over: Self) {
        self.files.splice(0..0, over.files);
        if !over.select.is_empty() {
            self.select = over.select;
        }
        self.ignore.extend(over.ignore);
        for (value, over) in [
            (&mut self.profile, over.profile),
            (&mut self.regime, over.regime),
            (&mut self.level, over.level),
            (&mut self.fail_on, over.fail_on),
            (&mut self.language, over.language),
            (&mut self.document_date, over.document_date),
            (&mut self.encoding, over.encoding),
        ] {
            *value = over.or_else(|| value.take());
        }
        self.max_findings = over.max_findings.or(self.max_findings);
        self.registry.extend(over.registry);
        self.baseline = over.baseline.or_else(|| self.baseline.take());
        self.exclude.extend(over.exclude);
        self.force_exclude |= over.force_exclude;
        self.severity.extend(over.severity);
        self.per_file.extend(over.per_file);
        self.accept.extend(over.accept);
        self.own.bodies.extend(over.own.bodies);
        self.own.places.extend(over.own.places);
        self.own.words.extend(over.own.words);
        self.own.phrases.extend(over.own.phrases);
    }

    /// Puts what one file says over this.
    fn put(&mut self, file: ConfigFile, folder: &Path) {
        fn rooted<T>(all: Vec<T>, folder: &Path) -> Vec<Rooted<T>> {
            all.into_iter().map(|what| Rooted { root: folder.to_owned(), what }).collect()
        }
        self.extend(Self {
            files: Vec::new(),
            select: file.select,
            ignore: file.ignore,
            profile: file.profile,
            regime: file.regime,
            level: file.level,
            fail_on: file.fail_on,
            language: file.language,
            document_date: file.document_date,
            encoding: file.encoding,
            max_findings: file.max_findings,
            registry: file.registry.iter().map(|path| folder.join(path)).collect(),
            baseline: file.baseline.map(|path| folder.join(path)),
            exclude: rooted(file.exclude, folder),
            force_exclude: file.force_exclude.unwrap_or_default(),
            severity: file.severity,
            per_file: rooted(file.per_file, folder),
            accept: rooted(file.accept, folder),
            own: file.own,
        });
    }
}
