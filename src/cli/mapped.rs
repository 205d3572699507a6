use std::fs::File;
use std::io;
use std::ops::Deref;

use memmap2::Mmap;

/// The bytes of a file.
pub(super) enum Bytes {
    Read(Vec<u8>),
    /// As they stand in the cache of the system, without a copy.
    Mapped(Mmap),
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Read(bytes) => bytes,
            Self::Mapped(bytes) => bytes,
        }
    }
}

/// Maps a file into memory.
#[allow(unsafe_code)]
pub(super) fn map(file: &File) -> io::Result<Mmap> {
    // SAFETY: the map is read only, and `Mmap` keeps it for as long as it is borrowed. What the compiler may assume of
    // `&[u8]`, that nobody writes to it, no program can make sure of for a file. This one never writes to a file that
    // exists: `replace` makes a new one and renames it. Whoever overwrites a file in place while it is checked may end
    // that process (SIGBUS) or get nonsense from it, as from any searcher that maps files; to guard against that the
    // bytes would have to be copied. So are small files, which are those that people have open elsewhere.
    unsafe { Mmap::map(file) }
}
