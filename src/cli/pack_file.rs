use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::{mapped, problem};
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
    let map = File::open(path).and_then(|file| mapped::map(&file)).map_err(|error| problem::unreadable(&error))?;
    Registry::from_pack(map).map_err(|error: RegistryError| registry_problem(&error))
}
