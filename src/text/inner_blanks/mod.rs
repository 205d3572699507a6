//! Finds some hundred wordings of two words or more in one pass, by the bytes around a blank inside each.
//!
//! At every blank of a text eight bytes are read, and the first six of them tell by a table that for most of them no wording has
//! such a blank. The table is made before, by a test: a [`BucketTable`] by the hash of six bytes, of keys, and of the wordings, one
//! behind the other.
//!
//! A key is eight bytes around a blank of a wording, or where there are less seven or six behind zeros; where the wording begins among
//! the others (two bytes); how long it is; the place of the blank in it; which one it is (two bytes); how many bits of zeros there are;
//! whether it is the last one of its bucket.

#[cfg(test)]
mod write;

use super::{BucketTable, blocks};
#[cfg(test)]
pub(crate) use write::{can_find, table};

/// A searcher of the wordings that a table was made of.
#[derive(Debug)]
pub(crate) struct InnerBlanks {
    /// Which buckets have keys: a table that stays near while a text is read.
    filled: [u64; BUCKETS / 64],
    keys: BucketTable<BUCKETS, WORDS>,
}

const BUCKETS: usize = 1 << BUCKET_BITS;
const BUCKET_BITS: u32 = 14;
/// Words of eight bytes of a key.
const WORDS: usize = 2;

/// How many bytes of a key stand before its blank.
const BEFORE: usize = 2;

impl InnerBlanks {
    /// The searcher of a table.
    pub(crate) const fn open(table: &'static [u8]) -> Self {
        let keys = BucketTable::open(table);
        Self { filled: filled(keys.buckets), keys }
    }

    /// Calls `each` with the places where wordings begin, and which, in the order of their blanks; those that overlap too.
    pub(crate) fn each(&self, text: &str, mut each: impl FnMut(usize, usize)) {
        let bytes = text.as_bytes();
        blocks::each_place(
            bytes,
            |block| block.is(b' '),
            |at| {
                let window = window(bytes, at);
                let bucket = hash(window);
                if self.filled[bucket / 64] >> (bucket % 64) & 1 == 1
                    && let Some(first) = self.keys.first(bucket)
                {
                    self.keys.from(first, |key| {
                        let [around, [.., zeros, is_last]] = key;
                        if window << (zeros % 64) == u64::from_le_bytes(*around) {
                            self.compare(key, bytes, at, &mut each);
                        }
                        *is_last != 0
                    });
                }
            },
        );
    }

    #[inline(never)]
    fn compare(&self, key: &[[u8; 8]; WORDS], bytes: &[u8], at: usize, each: &mut impl FnMut(usize, usize)) {
        let [_, [s, t, length, blank, w, x, ..]] = *key;
        if let Some(start) = at.checked_sub(usize::from(blank))
            && let Some(letters) = self.keys.rest.get(usize::from(u16::from_le_bytes([s, t]))..)
            && let Some(letters) = letters.get(..usize::from(length))
            && bytes[start..].starts_with(letters)
        {
            each(start, u16::from_le_bytes([w, x]).into());
        }
    }
}

const fn filled(buckets: &[[u8; 2]; BUCKETS]) -> [u64; BUCKETS / 64] {
    let mut filled = [0; BUCKETS / 64];
    let mut bucket = 0;
    while bucket < BUCKETS {
        if u16::from_le_bytes(buckets[bucket]) != 0 {
            filled[bucket / 64] |= 1 << (bucket % 64);
        }
        bucket += 1;
    }
    filled
}

/// The bucket of the first six of eight bytes; the others are multiplied out.
#[inline(always)]
const fn hash(window: u64) -> usize {
    (window.wrapping_mul(0x9E37_79B9_7F4A_7C15 << 16) >> (u64::BITS - BUCKET_BITS)) as usize
}

/// The bytes around the blank at `at`, with zeros outside of the text.
#[inline(always)]
fn window(bytes: &[u8], at: usize) -> u64 {
    let start = at.wrapping_sub(BEFORE);
    match bytes.get(start..start.wrapping_add(8)).and_then(<[u8]>::first_chunk) {
        Some(window) => u64::from_le_bytes(*window),
        None => window_at_edge(bytes, at),
    }
}

#[cold]
fn window_at_edge(bytes: &[u8], at: usize) -> u64 {
    let byte = |place: usize| (at + place).checked_sub(BEFORE).and_then(|from| bytes.get(from)).copied();
    u64::from_le_bytes([0, 1, 2, 3, 4, 5, 6, 7].map(|place| byte(place).unwrap_or(0)))
}
