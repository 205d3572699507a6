use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::mapped::{self, Bytes};
use super::paths::whole;
use super::problem;
use super::size::Size;
use crate::finding::Message;
use crate::report::source_problem;
use crate::source::{Encoding, Format, Options, Source};

/// A file of more bytes is mapped: to copy it takes longer than to look through it. A smaller one is read sooner. Elsewhere than
/// on Unix a file cannot be replaced while it is mapped.
const LARGE: u64 = 16 << 20;

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
    pub(super) fn with_source<T>(
        &self,
        limit: Size,
        encoding: Option<Encoding>,
        work: impl FnOnce(&Source<'_>) -> T,
    ) -> Result<T, Message> {
        let bytes = self.bytes(limit)?;
        let source = Source::read(&bytes, self.options(encoding)).map_err(|error| source_problem(&error))?;
        Ok(work(&source))
    }

    fn bytes(&self, limit: Size) -> Result<Bytes, Message> {
        match &self.from {
            From::Stdin => read_at_most(io::stdin().lock(), 0, limit).map(Bytes::Read),
            From::File(path) => {
                let file = File::open(path).map_err(|error| problem::unreadable(&error))?;
                let size = file.metadata().map_or(0, |metadata| metadata.len());
                if size > limit.0 {
                    return Err(problem::too_large(Some(Size(size)), limit));
                }
                // What cannot be mapped, as on some file systems, can be read.
                if size > LARGE
                    && cfg!(unix)
                    && let Ok(map) = mapped::map(&file)
                {
                    return Ok(Bytes::Mapped(map));
                }
                read_at_most(file, size, limit).map(Bytes::Read)
            }
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_files_have_the_bytes_of_small_ones() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let line = "Căn cứ Nghị định số 30/2020/NĐ-CP;\n";
        for length in [0, 1, LARGE as usize, LARGE as usize + 1] {
            let want = &line.as_bytes().repeat(length / line.len() + 1)[..length];
            std::fs::write(&path, want).unwrap();
            let input = Input { name: String::new(), from: From::File(path.clone()), size: 0 };
            let bytes = input.bytes(Size(u64::MAX)).unwrap();
            assert!(*bytes == *want, "{length}");
            assert_eq!(matches!(bytes, Bytes::Mapped(_)), cfg!(unix) && length as u64 > LARGE);
            assert!(input.bytes(Size(length as u64)).is_ok());
            assert_eq!(input.bytes(Size((length as u64).saturating_sub(1))).is_err(), length > 0);
        }
    }
}
