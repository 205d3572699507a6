//! Registries in one piece of memory: the lines of a registry file, and tables to find them by.
//!
//! Numbers are little-endian. A pack is, one behind the other:
//!
//! | Part | Bytes | What |
//! |---|---|---|
//! | header | 48 | magic, version, and how long each other part is, see [`Header`] |
//! | starts | 4 × rows | where each line begins in the text |
//! | slots | 8 × slots | open addressing by symbol: upper half of the hash, place of the row |
//! | odd | 4 × odd | the places of rows whose id does not begin with their symbol |
//! | named | 8 × named | the same for laws and their like by their name |
//! | about | | name, date, coverage, licence: one a line |
//! | text | | lines as in a registry file, in canonical form, each with its line feed |
//!
//! Nothing is made when a pack is opened, and only what a lookup touches is read: a file may be mapped. Every number is
//! checked before it is used, so that a damaged pack loses rows and does no other harm.

mod about;
mod header;
mod slots;
mod write;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

pub use self::about::About;
use self::header::{Header, Parts};
pub(super) use self::write::Writer;
use super::RegistryError;

/// An opened pack.
#[derive(Clone)]
pub(super) struct Pack {
    bytes: Bytes,
    parts: Parts,
    text: Text,
}

/// Memory that somebody holds: the program itself, a vector, a mapped file.
type Bytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

#[derive(Clone)]
enum Text {
    /// The last part of the pack.
    Inside,
    /// Files that are compiled in beside it.
    Beside(&'static str),
}

impl Pack {
    /// Opens a pack that holds its text.
    pub(super) fn open(bytes: impl AsRef<[u8]> + Send + Sync + 'static) -> Result<Self, RegistryError> {
        let header = Header::read(bytes.as_ref())?;
        let expected = header.size();
        let found = bytes.as_ref().len() as u64;
        if expected != found {
            return Err(RegistryError::PackSize { expected, found });
        }
        Ok(Self { parts: header.parts(), bytes: Arc::new(bytes), text: Text::Inside })
    }

    /// The tables of a pack whose text stands beside them.
    pub(super) fn beside(tables: &'static [u8], text: &'static str) -> Result<Self, RegistryError> {
        let header = Header::read(tables)?;
        let (expected, found) = (header.size(), (tables.len() + text.len()) as u64);
        if expected != found {
            return Err(RegistryError::PackSize { expected, found });
        }
        Ok(Self { parts: header.parts(), bytes: Arc::new(tables), text: Text::Beside(text) })
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.parts.starts.len() / 4
    }

    /// A row, without its line feed; `None` where the pack is damaged.
    pub(super) fn line(&self, place: usize) -> Option<Cow<'static, str>> {
        let range = self.range(place)?;
        match self.text {
            Text::Beside(text) => text.get(range).map(Cow::Borrowed),
            Text::Inside => String::from_utf8(self.text().get(range)?.to_vec()).ok().map(Cow::Owned),
        }
    }

    /// The places that may have the symbol of this hash, in ascending order; others may be among them.
    pub(super) fn places(&self, hash: u64) -> impl Iterator<Item = usize> {
        slots::find(&self.bytes()[self.parts.slots.clone()], hash).filter(|&place| place < self.len())
    }

    /// The rows whose id does not begin with their symbol.
    pub(super) fn odd(&self) -> impl Iterator<Item = usize> {
        numbers(&self.bytes()[self.parts.odd.clone()]).map(|place| place as usize)
    }

    /// The places that may have the name of this hash, in ascending order; others may be among them.
    pub(super) fn named(&self, hash: u64) -> impl Iterator<Item = usize> {
        slots::find(&self.bytes()[self.parts.named.clone()], hash).filter(|&place| place < self.len())
    }

    /// What its maker says of it.
    pub(super) fn about(&self) -> About {
        About::read(&String::from_utf8_lossy(&self.bytes()[self.parts.about.clone()]))
    }

    fn bytes(&self) -> &[u8] {
        (*self.bytes).as_ref()
    }

    fn text(&self) -> &[u8] {
        match self.text {
            Text::Inside => &self.bytes()[self.parts.text_start..],
            Text::Beside(text) => text.as_bytes(),
        }
    }

    fn range(&self, place: usize) -> Option<std::ops::Range<usize>> {
        let start = number(&self.bytes()[self.parts.starts.clone()], place)? as usize;
        let length = memchr::memchr(b'\n', self.text().get(start..)?)?;
        Some(start..start + length)
    }
}

impl fmt::Debug for Pack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pack").field("rows", &self.len()).finish_non_exhaustive()
    }
}

/// The number at a place of a table.
fn number(table: &[u8], place: usize) -> Option<u32> {
    let bytes = table.get(place.checked_mul(4)?..)?.first_chunk()?;
    Some(u32::from_le_bytes(*bytes))
}

fn numbers(table: &[u8]) -> impl Iterator<Item = u32> {
    table.chunks_exact(4).map(|bytes| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
}
