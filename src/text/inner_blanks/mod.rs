//! Finds some hundred wordings of two words or more in one pass, by the bytes around a blank inside each.
//!
//! At every blank of a text eight bytes are read, and the first six of them tell by a table that for most of them no wording has
//! such a blank. The table is made before, by a test. Numbers are little-endian; the table is, one behind the other:
//!
//! | Part | Bytes | What |
//! |---|---|---|
//! | buckets | 2 × 16,384 | by the hash of six bytes: 0, or one more than the place of the first key |
//! | count | 4 | of keys |
//! | keys | 16 × count | sorted by bucket, see below |
//! | wordings | | one behind the other |
//!
//! A key is eight bytes around a blank of a wording, or where there are less seven or six behind zeros; where the wording begins among
//! the others (two bytes); how long it is; the place of the blank in it; which one it is (two bytes); how many bits of zeros there are;
//! whether it is the last one of its bucket.

#[cfg(test)]
mod write;

use super::blocks;
#[cfg(test)]
pub(crate) use write::{can_find, table};

/// A searcher of the wordings that a table was made of.
#[derive(Debug)]
pub(crate) struct InnerBlanks {
    /// Which buckets have keys: a table that stays near while a text is read.
    filled: [u64; BUCKETS / 64],
    buckets: &'static [[u8; 2]; BUCKETS],
    keys: &'static [[[u8; 8]; KEY / 8]],
    wordings: &'static [u8],
}

const BUCKETS: usize = 1 << BUCKET_BITS;
const BUCKET_BITS: u32 = 14;
/// Bytes of a key.
const KEY: usize = 16;

/// How many bytes of a key stand before its blank.
const BEFORE: usize = 2;

impl InnerBlanks {
    /// The searcher of a table.
    pub(crate) const fn open(table: &'static [u8]) -> Self {
        // A table of another form finds nothing; a test compares the one that is compiled in.
        const NONE: InnerBlanks =
            InnerBlanks { filled: [0; BUCKETS / 64], buckets: &[[0; 2]; BUCKETS], keys: &[], wordings: &[] };
        let Some((buckets, rest)) = table.split_first_chunk::<{ 2 * BUCKETS }>() else { return NONE };
        let Some(buckets) = buckets.as_chunks().0.first_chunk() else { return NONE };
        let Some((count, rest)) = rest.split_first_chunk() else { return NONE };
        let Some((keys, wordings)) = rest.split_at_checked(KEY * u32::from_le_bytes(*count) as usize) else {
            return NONE;
        };
        Self { filled: filled(buckets), buckets, keys: keys.as_chunks().0.as_chunks().0, wordings }
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
                if self.filled[bucket / 64] >> (bucket % 64) & 1 == 1 {
                    let first = u16::from_le_bytes(self.buckets[bucket]).saturating_sub(1);
                    self.begin(first.into(), window, bytes, at, &mut each);
                }
            },
        );
    }

    /// Looks at the keys of a bucket.
    #[inline(always)]
    fn begin(&self, mut place: usize, window: u64, bytes: &[u8], at: usize, each: &mut impl FnMut(usize, usize)) {
        while let Some(key) = self.keys.get(place) {
            let [around, [.., zeros, is_last]] = key;
            if window << (zeros % 64) == u64::from_le_bytes(*around) {
                self.compare(key, bytes, at, each);
            }
            if *is_last != 0 {
                return;
            }
            place += 1;
        }
    }

    #[inline(never)]
    fn compare(&self, key: &[[u8; 8]; KEY / 8], bytes: &[u8], at: usize, each: &mut impl FnMut(usize, usize)) {
        let [_, [s, t, length, blank, w, x, ..]] = *key;
        if let Some(start) = at.checked_sub(usize::from(blank))
            && let Some(letters) = self.wordings.get(usize::from(u16::from_le_bytes([s, t]))..)
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
