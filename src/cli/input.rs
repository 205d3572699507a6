use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::args::InputArgs;
use super::paths::whole;
use super::problem;
use super::size::Size;
use crate::finding::Message;
use crate::lint::LONG;
use crate::report::source_problem;
use crate::source::{Encoding, Format, Options, Parts, Source};

/// Something to read.
#[derive(Clone, Debug)]
pub(super) struct Input {
    /// The name in reports.
    pub(super) name: String,
    /// Where the bytes are.
    pub(super) from: From,
    /// Its size as the folder told it; 0 when unknown.
    pub(super) size: u64,
}

/// How files are read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    /// Larger ones are not read.
    pub(super) limit: Size,
    /// The encoding that was asked for.
    pub(super) encoding: Option<Encoding>,
}

impl Reading {
    /// As the options say.
    pub(super) const fn of(args: &InputArgs) -> Self {
        Self { limit: args.max_file_size, encoding: args.encoding }
    }
}

/// Where bytes come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum From {
    File(PathBuf),
    Stdin,
}

impl Input {
    /// The path, for globs; of standard input that of its name.
    pub(super) fn path(&self) -> PathBuf {
        match &self.from {
            From::File(path) => whole(path).into_owned(),
            From::Stdin => whole(Path::new(&self.name)).into_owned(),
        }
    }

    /// What its name promises of it, and the encoding that was asked for.
    fn options(&self, encoding: Option<Encoding>) -> Options {
        let format = match &self.from {
            From::File(path) => path.file_name().and_then(|name| Format::of_name(&name.to_string_lossy())),
            From::Stdin => Format::of_name(&self.name),
        };
        Options { format, encoding }
    }

    /// Reads the file and hands it to `work`.
    pub(super) fn with_source<T>(&self, reading: Reading, work: impl FnOnce(&Source<'_>) -> T) -> Result<T, Message> {
        let bytes = self.bytes(reading.limit)?;
        let source = Source::read(&bytes, self.options(reading.encoding)).map_err(|error| source_problem(&error))?;
        Ok(work(&source))
    }

    /// Whether it may be read part by part.
    pub(super) const fn is_long(&self) -> bool {
        self.size > LONG as u64
    }

    /// The file to be read part by part, where it is a long plain text. One that grows meanwhile is read as it is then.
    pub(super) fn parts(&self, reading: Reading) -> Result<Option<Parts<File>>, Message> {
        let From::File(path) = &self.from else { return Ok(None) };
        if !self.is_long() {
            return Ok(None);
        }
        let (file, _) = open(path, reading.limit)?;
        Parts::open(file, self.options(reading.encoding)).map_err(|error| problem::unreadable(&error))
    }

    fn bytes(&self, limit: Size) -> Result<Vec<u8>, Message> {
        match &self.from {
            From::Stdin => read_at_most(io::stdin().lock(), 0, limit),
            From::File(path) => {
                let (file, size) = open(path, limit)?;
                read_at_most(file, size, limit)
            }
        }
    }
}

/// A file and its size.
fn open(path: &Path, limit: Size) -> Result<(File, u64), Message> {
    let file = File::open(path).map_err(|error| problem::unreadable(&error))?;
    let size = file.metadata().map_or(0, |metadata| metadata.len());
    if size > limit.0 { Err(problem::too_large(Some(Size(size)), limit)) } else { Ok((file, size)) }
}

/// Reads to the end, but never more than `limit`: a pipe or a device does not tell its size.
fn read_at_most(from: impl Read, expected: u64, limit: Size) -> Result<Vec<u8>, Message> {
    let mut bytes = Vec::new();
    let room = usize::try_from(expected.saturating_add(1)).unwrap_or(0);
    if bytes.try_reserve_exact(room).is_err() {
        return Err(problem::unreadable(&io::ErrorKind::OutOfMemory.into()));
    }
    from.take(limit.0.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| problem::unreadable(&error))?;
    if bytes.len() as u64 > limit.0 {
        return Err(problem::too_large(None, limit));
    }
    Ok(bytes)
}
