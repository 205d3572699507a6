//! Finds some hundred wordings of two words or more in one pass, by the bytes around a blank inside each.
//!
//! At every blank of a text eight bytes are read, and the first seven of them tell by a table that for most of them no wording has
//! such a blank. The table is made before, by a test: a [`BucketTable`] by the hash of seven bytes, of keys, and of the wordings, one
//! behind the other.
//!
//! A key is eight bytes around a blank of a wording, or where there are less seven behind zeros; where the wording begins among
//! the others (two bytes); how long it is; the place of the blank in it; which one it is (two bytes); how many bits of zeros there are;
//! whether it is the last one of its bucket.

#[cfg(test)]
mod write;

use super::BucketTable;
use super::blocks::Place;
#[cfg(test)]
pub(crate) use write::{can_find, table};

/// A searcher of the wordings that a table was made of.
#[derive(Debug)]
pub(crate) struct InnerBlanks {
    /// Which hashes keys have: a table that stays near while a text is read.
    hashes: [u64; HASHES / 64],
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

impl InnerBlanks {
    /// The searcher of a table.
    pub(crate) const fn open(table: &'static [u8]) -> Self {
        let keys = BucketTable::open(table);
        Self { hashes: hashes(keys.entries()), keys }
    }

    /// Whether a wording may have this blank of a text: no for most.
    #[inline(always)]
    pub(crate) fn may_have(&self, blank: Place<'_>) -> bool {
        let hash = hash(blank.window(BEFORE));
        self.hashes[hash / 64] >> (hash % 64) & 1 == 1
    }

    /// Calls `each` with where the wordings begin that have this blank of a text, and which they are; those that overlap too.
    pub(crate) fn at(&self, blank: Place<'_>, text: &[u8], mut each: impl FnMut(usize, usize)) {
        let window = blank.window(BEFORE);
        let Some(first) = self.keys.first(bucket(hash(window))) else { return };
        self.keys.from(first, |key| {
            let [around, [.., zeros, is_last]] = key;
            if window << (zeros % 64) == u64::from_le_bytes(*around) {
                self.compare(key, text, blank.offset(), &mut each);
            }
            *is_last != 0
        });
    }

    fn compare(&self, key: &[[u8; 8]; WORDS], bytes: &[u8], at: usize, each: &mut impl FnMut(usize, usize)) {
        let [_, [s, t, length, blank, w, x, ..]] = *key;
        if let Some(start) = at.checked_sub(usize::from(blank))
            && let Some(letters) = self.keys.rest.get(usize::from(u16::from_le_bytes([s, t]))..)
            && let Some(letters) = letters.get(..usize::from(length))
            // Of a wrong wording its first byte is mostly another one than that of the right.
            && bytes.get(start) == letters.first()
            && bytes[start..].starts_with(letters)
        {
            each(start, u16::from_le_bytes([w, x]).into());
        }
    }
}

const fn hashes(keys: &[[[u8; 8]; WORDS]]) -> [u64; HASHES / 64] {
    let mut hashes = [0; HASHES / 64];
    let mut place = 0;
    while place < keys.len() {
        let [around, [.., zeros, _]] = keys[place];
        let hash = hash(u64::from_le_bytes(around) >> zeros);
        hashes[hash / 64] |= 1 << (hash % 64);
        place += 1;
    }
    hashes
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
