use std::ops::Range;

use super::number;
use crate::registry::RegistryError;

/// The first bytes of every pack.
const MAGIC: &[u8; 8] = b"cite-reg";
/// Changes whenever the layout, the hash of symbols or that of names does.
const VERSION: u32 = 2;
/// Bytes of the header.
pub(super) const LENGTH: usize = 48;

/// How long the parts of a pack are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Header {
    /// Rows.
    pub(super) rows: u32,
    /// Slots of the table of symbols: a power of two.
    pub(super) slots: u32,
    /// Rows whose id does not begin with their symbol.
    pub(super) odd: u32,
    /// Slots of the table of names: a power of two.
    pub(super) named: u32,
    /// Bytes of the lines about the pack.
    pub(super) about: u32,
    /// Bytes of the text.
    pub(super) text: u32,
}

/// Where the parts of a pack are, in bytes.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    pub(super) starts: Range<usize>,
    pub(super) slots: Range<usize>,
    pub(super) odd: Range<usize>,
    pub(super) named: Range<usize>,
    pub(super) about: Range<usize>,
    pub(super) text_start: usize,
}

impl Header {
    /// Reads the header at the start of `bytes`.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, RegistryError> {
        let head = bytes.first_chunk::<LENGTH>().filter(|head| head.starts_with(MAGIC)).ok_or(RegistryError::NoPack)?;
        let field = |place: usize| number(&head[MAGIC.len()..], place).unwrap_or_default();
        if field(0) != VERSION {
            return Err(RegistryError::PackVersion { found: field(0), known: VERSION });
        }
        let header =
            Self { rows: field(1), slots: field(2), odd: field(3), named: field(4), about: field(5), text: field(6) };
        if header.slots.is_power_of_two() && header.named.is_power_of_two() {
            Ok(header)
        } else {
            Err(RegistryError::NoPack)
        }
    }

    /// The header as it stands in a pack.
    pub(super) fn bytes(self) -> [u8; LENGTH] {
        let mut bytes = [0; LENGTH];
        bytes[..MAGIC.len()].copy_from_slice(MAGIC);
        let fields = [VERSION, self.rows, self.slots, self.odd, self.named, self.about, self.text];
        for (place, field) in bytes[MAGIC.len()..].chunks_exact_mut(4).zip(fields) {
            place.copy_from_slice(&field.to_le_bytes());
        }
        bytes
    }

    /// Bytes of the whole pack.
    pub(super) fn size(self) -> u64 {
        let numbers = u64::from(self.rows) + 2 * (u64::from(self.slots) + u64::from(self.named)) + u64::from(self.odd);
        LENGTH as u64 + 4 * numbers + u64::from(self.about) + u64::from(self.text)
    }

    /// Where the parts are. Call it only where [`Header::size`] is that of the pack: then every part lies within.
    pub(super) fn parts(self) -> Parts {
        let mut end = LENGTH;
        let mut part = |length: usize| {
            let start = end;
            end += length;
            start..end
        };
        let starts = part(4 * self.rows as usize);
        let slots = part(8 * self.slots as usize);
        let odd = part(4 * self.odd as usize);
        let named = part(8 * self.named as usize);
        let about = part(self.about as usize);
        Parts { starts, slots, odd, named, text_start: about.end, about }
    }
}
