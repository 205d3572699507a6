use std::collections::{BTreeMap, HashSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::{DirEntry, WalkBuilder};

use super::args::{InputArgs, Verb};
use super::config::Rooted;
use super::globs::Globs;
use super::input::{From, Input};
use super::nearest::nearest;
use super::output::Console;
use super::paths::whole;
use super::problem;
use crate::finding::{Lang, Message};
use crate::report::clean;

/// What folders are read for.
const READ: [&str; 9] = ["txt", "md", "markdown", "html", "htm", "xhtml", "docx", "docm", "odt"];
/// Other kinds of documents in folders: told, never silently skipped.
const OFFICE: [&str; 3] = ["doc", "pdf", "rtf"];
/// How many skipped files are named.
const NAMED: usize = 5;

/// What the paths of the command line stand for.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// What to read, in the order of the paths, sorted inside folders, each file once.
    pub(super) inputs: Vec<Input>,
    /// How many paths could not be read; told already.
    pub(super) unread: usize,
    seen: HashSet<PathBuf>,
    skipped: Vec<PathBuf>,
}

/// Finds the files of the paths. Problems go to standard error at once.
pub(super) fn walk(args: &InputArgs, console: &Console) -> Walked {
    let mut walked = Walked::default();
    let Some(exclude) = exclusions(args, console) else {
        walked.unread += 1;
        return walked;
    };
    for path in &args.paths {
        if path.as_os_str() == "-" {
            if walked.seen.insert(path.clone()) {
                let name = args.stdin_filename.as_deref().map_or("<stdin>".into(), Path::to_string_lossy).into_owned();
                walked.inputs.push(Input { name, from: From::Stdin, size: 0 });
            }
            continue;
        }
        if args.force_exclude && exclude.name_any_of(path) {
            continue;
        }
        match std::fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => walked.folder(path, &exclude, console),
            Ok(metadata) => walked.add(path, metadata.len()),
            Err(error) => walked.missing(path, &error, console),
        }
    }
    if !walked.skipped.is_empty() {
        console.notice(&skipped_text(&walked.skipped, console.lang));
    }
    walked
}

/// What is left out: by the configuration, then by the options, from this folder.
fn exclusions(args: &InputArgs, console: &Console) -> Option<Arc<Globs>> {
    let here = whole(Path::new(".")).into_owned();
    let configured = args.configured_exclude.iter();
    let configured = configured.map(|Rooted { root, what }| Rooted { root: root.clone(), what: what.as_str() });
    let options = args.exclude.iter().map(|glob| Rooted { root: here.clone(), what: glob.as_str() });
    match Globs::new(configured.chain(options)) {
        Ok(globs) => Some(Arc::new(globs)),
        Err((glob, message)) => {
            console.problem(&glob, &message);
            None
        }
    }
}

impl Walked {
    fn folder(&mut self, folder: &Path, exclude: &Arc<Globs>, console: &Console) {
        let before = self.skipped.len() + self.unread;
        let mut found = 0;
        let mut builder = WalkBuilder::new(folder);
        if !exclude.is_empty() {
            let exclude = Arc::clone(exclude);
            builder.filter_entry(move |entry| {
                let is_dir = entry.file_type().is_some_and(|kind| kind.is_dir());
                entry.depth() == 0 || !exclude.name(&whole(entry.path()), is_dir)
            });
        }
        for entry in builder.sort_by_file_name(OsStr::cmp).build() {
            match entry {
                Ok(entry) => found += usize::from(self.entry(&entry)),
                Err(error) => {
                    self.unread += 1;
                    let (subject, message) = walk_error(folder, &error);
                    console.problem(&subject, &message);
                }
            }
        }
        if found == 0 && before == self.skipped.len() + self.unread {
            console.problem(&folder.to_string_lossy(), &problem::empty_folder());
        }
    }

    /// Whether the entry is one to read.
    fn entry(&mut self, entry: &DirEntry) -> bool {
        let path = entry.path();
        let Some(extension) = path.extension().map(|extension| extension.to_string_lossy().to_lowercase()) else {
            return false;
        };
        let (read, office) = (READ.contains(&&*extension), OFFICE.contains(&&*extension));
        if !(read || office) || entry.file_type().is_some_and(|kind| kind.is_dir()) {
            return false;
        }
        // Links to files are followed, links to folders are not: they may lead in a circle.
        let metadata = std::fs::metadata(path);
        if metadata.as_ref().is_ok_and(|metadata| !metadata.is_file()) {
            return false;
        }
        if read {
            self.add(path, metadata.map_or(0, |metadata| metadata.len()));
        } else if self.is_new(path) {
            self.skipped.push(path.to_path_buf());
        }
        read
    }

    fn add(&mut self, path: &Path, size: u64) {
        if self.is_new(path) {
            let name = path.to_string_lossy().into_owned();
            self.inputs.push(Input { name, from: From::File(path.to_path_buf()), size });
        }
    }

    /// Whether the path is seen for the first time; `./a.txt` and `a.txt` are one.
    fn is_new(&mut self, path: &Path) -> bool {
        self.seen.insert(path.strip_prefix(".").unwrap_or(path).to_path_buf())
    }

    fn missing(&mut self, path: &Path, error: &std::io::Error, console: &Console) {
        self.unread += 1;
        let name = path.to_string_lossy();
        let verb = if error.kind() == std::io::ErrorKind::NotFound {
            nearest(&name, Verb::NAMES.iter().copied())
        } else {
            None
        };
        let message = verb.map_or_else(|| problem::unreadable(error), problem::no_such_verb);
        console.problem(&name, &message);
    }
}

/// The path an error of the walk is about, and what it says.
fn walk_error(folder: &Path, error: &ignore::Error) -> (String, Message) {
    let mut subject = folder.to_string_lossy().into_owned();
    let mut inner = error;
    loop {
        match inner {
            ignore::Error::WithPath { path, err } => {
                subject = path.to_string_lossy().into_owned();
                inner = err;
            }
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => inner = err,
            ignore::Error::Io(error) => return (subject, problem::unreadable(error)),
            other => return (subject, problem::unreadable(&std::io::Error::other(other.to_string()))),
        }
    }
}

fn skipped_text(skipped: &[PathBuf], lang: Lang) -> String {
    let mut kinds = BTreeMap::<String, usize>::new();
    for path in skipped {
        let kind = path.extension().map(|kind| kind.to_string_lossy().to_lowercase()).unwrap_or_default();
        *kinds.entry(kind).or_default() += 1;
    }
    let kinds: Vec<String> = kinds.iter().map(|(kind, n)| format!("{n} .{kind}")).collect();
    let mut names: Vec<String> =
        skipped.iter().take(NAMED).map(|path| clean(&path.to_string_lossy()).into_owned()).collect();
    if skipped.len() > NAMED {
        names.push("…".to_owned());
    }
    let (n, kinds, names) = (skipped.len(), kinds.join(", "), names.join(", "));
    match lang {
        Lang::Vi => {
            format!("bỏ qua {n} tệp chưa đọc được ({kinds}): {names} — mở bằng Word rồi lưu thành .docx để kiểm tra")
        }
        Lang::En => format!(
            "skipped {n} files of kinds not read yet ({kinds}): {names} — open them in Word and save them as .docx"
        ),
    }
}
