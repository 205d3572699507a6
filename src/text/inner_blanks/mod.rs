//! Finds some hundred wordings of two words or more in one pass, by the bytes around a blank inside each.
//!
//! At every blank of a text eight bytes are read, and the first seven of them tell by a table that for most of them no wording has
//! such a blank. The table is made before, by a test: a [`BucketTable`] by the hash of seven bytes, of keys, and of the wordings, one
//! behind the other.
//!
//! A key is eight bytes around a blank of a wording, or where there are less seven behind zeros; where the wording begins among
//! the others (two bytes); how long it is; the place of the blank in it; which one it is (two bytes); the classes of bytes behind which
//! alone it is wanted; how many bits of zeros there are, with a bit that tells the last one of its bucket.

#[cfg(test)]
mod write;

use super::blocks::Place;
use super::{Bits, BucketTable};
#[cfg(test)]
pub(crate) use write::{Wording, can_find, table};

/// A searcher of the wordings that a table was made of.
#[derive(Debug)]
pub(crate) struct InnerBlanks {
    /// Which hashes keys have: a table that stays near while a text is read.
    hashes: Bits<{ HASHES / 64 }>,
    keys: BucketTable<BUCKETS, WORDS>,
}

const HASHES: usize = 1 << HASH_BITS;
const HASH_BITS: u32 = BUCKET_BITS + 3;
const BUCKETS: usize = 1 << BUCKET_BITS;
const BUCKET_BITS: u32 = 14;
/// Words of eight bytes of a key.
const WORDS: usize = 2;

/// How many bytes of a key stand before its blank.
const BEFORE: usize = 3;

/// The bits of a key's last byte: how many bits of zeros, which are whole bytes, and whether it is the last one of its bucket.
const ZEROS: u8 = 0b11_1000;
const IS_LAST: u8 = 1;

impl InnerBlanks {
    /// The searcher of a table.
    pub(crate) const fn open(table: &'static [u8]) -> Self {
        let keys = BucketTable::open(table);
        let mut hashes = Bits::NONE;
        let mut place = 0;
        while place < keys.entries().len() {
            let [around, [.., ending]] = keys.entries()[place];
            hashes.add(hash(u64::from_le_bytes(around) >> (ending & ZEROS)));
            place += 1;
        }
        Self { hashes, keys }
    }

    /// Whether a wording may have this blank of a text: no for most.
    #[inline(always)]
    pub(crate) fn may_have(&self, blank: Place<'_>) -> bool {
        self.hashes.has(hash(Self::around(blank)))
    }

    /// Whether it is worth while to look at a blank that a wording may have. A no is certain: its bucket has one key, and that has other
    /// bytes around its blank. A yes promises nothing.
    #[inline(always)]
    pub(crate) fn is_likely(&self, blank: Place<'_>, text: &[u8]) -> bool {
        let window = Self::around(blank);
        let Some(key) = self.keys.first(bucket(hash(window))).and_then(|first| self.keys.entries().get(first)) else {
            return false;
        };
        let [_, [.., ending]] = key;
        stands_around(key, blank.offset(), window, text) | (ending & IS_LAST == 0)
    }

    /// The bytes around a blank that tell the wordings which have it.
    #[inline(always)]
    pub(crate) fn around(blank: Place<'_>) -> u64 {
        blank.window(BEFORE)
    }

    /// Calls `each` with where the wordings begin that have the blank at a place of a text, with these bytes around it, and which they
    /// are; those that overlap too.
    pub(crate) fn at(&self, at: usize, window: u64, text: &[u8], mut each: impl FnMut(usize, usize)) {
        let Some(first) = self.keys.first(bucket(hash(window))) else { return };
        self.keys.from(first, |key| {
            let [_, [s, t, length, blank, w, x, _, ending]] = key;
            let start = at.wrapping_sub(usize::from(*blank));
            if stands_around(key, at, window, text)
                && self.stands_in(u16::from_le_bytes([*s, *t]), *length, text.get(start..).unwrap_or_default())
            {
                each(start, u16::from_le_bytes([*w, *x]).into());
            }
            ending & IS_LAST != 0
        });
    }

    fn stands_in(&self, start: u16, length: u8, text: &[u8]) -> bool {
        let wording = self.keys.rest.get(start.into()..).and_then(|rest| rest.get(..length.into()));
        wording.is_some_and(|wording| text.starts_with(wording))
    }
}

/// Whether the bytes of a key stand around a blank, and behind what they are wanted behind.
#[inline(always)]
fn stands_around([around, key]: &[[u8; 8]; WORDS], at: usize, window: u64, text: &[u8]) -> bool {
    let [_, _, _, blank, _, _, classes, ending] = key;
    let before = text.get(at.wrapping_sub(usize::from(*blank) + 1)).copied().unwrap_or_default();
    (window << (ending & ZEROS) == u64::from_le_bytes(*around)) & (classes & class(before) != 0)
}

/// The class of a byte: one bit of eight. Of a large letter and a small one the last bytes are of one class, but for Ư and ư.
#[inline(always)]
const fn class(byte: u8) -> u8 {
    1 << (byte >> 1 & 7)
}

/// The hash of the first seven of eight bytes; the last one is multiplied out.
#[inline(always)]
const fn hash(window: u64) -> usize {
    (window.wrapping_mul(0x9E37_79B9_7F4A_7C15 << 8) >> (u64::BITS - HASH_BITS)) as usize
}

/// The bucket of what has this hash.
#[inline(always)]
const fn bucket(hash: usize) -> usize {
    hash >> (HASH_BITS - BUCKET_BITS)
}
