use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use memmap2::Mmap;

use super::problem;
use crate::finding::Message;
use crate::registry::{Registry, RegistryError};
use crate::report::registry_problem;

/// Whether the file begins as a compiled registry does.
pub(super) fn is_pack(path: &Path) -> bool {
    let mut start = [0; 8];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut start));
    // Eight bytes are too few for a header, so the error tells whether they begin one.
    read.is_ok() && &start == b"cite-reg"
}

/// Maps a compiled registry into memory.
pub(super) fn open(path: &Path) -> Result<Registry, Message> {
    let map = File::open(path).and_then(|file| map(&file)).map_err(|error| problem::unreadable(&error))?;
    Registry::from_pack(map).map_err(|error: RegistryError| registry_problem(&error))
}

#[allow(unsafe_code)]
fn map(file: &File) -> io::Result<Mmap> {
    // SAFETY: the map is read only, and `Mmap` keeps it for as long as it is borrowed. What the compiler may assume of
    // `&[u8]`, that nobody writes to it, holds because this program never writes to a file that exists (`replace` makes
    // a new one and renames it) and no other program makes these files. Whoever overwrites one in place while a
    // check runs may end that process (SIGBUS); to guard against that the bytes would have to be copied.
    unsafe { Mmap::map(file) }
}
