//! Finds some hundred wordings of two words or more in one pass, by the bytes around a blank inside each.
//!
//! At every blank of a text eight bytes are read, and the six around the blank tell by a table that for most of them no wording has
//! such a blank. The table is made before, by a test. Numbers are little-endian; the table is, one behind the other:
//!
//! | Part | Bytes | What |
//! |---|---|---|
//! | buckets | 2 × 16,384 | by the hash of six bytes: 0, or one more than the place of the first key |
//! | count | 4 | of keys |
//! | keys | 16 × count | sorted by bucket, see [`Key`] |
//! | wordings | | one behind the other |

#[cfg(test)]
mod write;

use super::blocks;
#[cfg(test)]
pub(crate) use write::{can_find, table};

/// A searcher of the wordings that a table was made of.
#[derive(Debug)]
pub(crate) struct InnerBlanks {
    buckets: &'static [[u8; 2]; BUCKETS],
    keys: &'static [[u8; KEY]],
    wordings: &'static [u8],
}

const BUCKETS: usize = 1 << BUCKET_BITS;
const BUCKET_BITS: u32 = 14;
/// Bytes of a key.
const KEY: usize = 16;

/// The bytes around a blank of a wording, and what to compare where they stand in a text.
#[derive(Clone, Copy, Debug)]
struct Key {
    /// Eight bytes, or where that is more than stand around the blank six between zeros.
    bytes: u64,
    /// Whether they are six.
    is_short: bool,
    /// Whether it is the last one of its bucket.
    is_last: bool,
    /// The place of the blank in the wording.
    blank: u8,
    /// The bytes of the wording: where they begin and how many they are.
    start: u16,
    length: u8,
    /// Which wording it is.
    wording: u16,
}

/// How many bytes of a key stand before its blank; behind it is one more.
const BEFORE: usize = 3;

impl InnerBlanks {
    /// The searcher of a table.
    pub(crate) const fn open(table: &'static [u8]) -> Self {
        // A table of another form finds nothing; a test compares the one that is compiled in.
        const NONE: InnerBlanks = InnerBlanks { buckets: &[[0; 2]; BUCKETS], keys: &[], wordings: &[] };
        let Some((buckets, rest)) = table.split_first_chunk::<{ 2 * BUCKETS }>() else { return NONE };
        let Some(buckets) = buckets.as_chunks().0.first_chunk() else { return NONE };
        let Some((count, rest)) = rest.split_first_chunk() else { return NONE };
        let Some((keys, wordings)) = rest.split_at_checked(KEY * u32::from_le_bytes(*count) as usize) else {
            return NONE;
        };
        Self { buckets, keys: keys.as_chunks().0, wordings }
    }

    /// Calls `each` with the places where wordings begin, and which, in the order of their blanks; those that overlap too.
    pub(crate) fn each(&self, text: &str, mut each: impl FnMut(usize, usize)) {
        let bytes = text.as_bytes();
        blocks::each_place(
            bytes,
            |block| block.is(b' '),
            |at| {
                let window = window(bytes, at);
                let bucket = u16::from_le_bytes(self.buckets[hash(window)]);
                if bucket != 0 {
                    self.begin(usize::from(bucket - 1), window, bytes, at, &mut each);
                }
            },
        );
    }

    fn begin(&self, first: usize, window: u64, bytes: &[u8], at: usize, each: &mut impl FnMut(usize, usize)) {
        for key in self.keys.get(first..).unwrap_or_default() {
            let key = Key::read(key);
            let seen = if key.is_short { short(window) } else { window };
            if seen == key.bytes
                && let Some(start) = at.checked_sub(usize::from(key.blank))
                && let Some(wording) = self.wordings.get(usize::from(key.start)..)
                && let Some(wording) = wording.get(..usize::from(key.length))
                && bytes[start..].starts_with(wording)
            {
                each(start, usize::from(key.wording));
            }
            if key.is_last {
                return;
            }
        }
    }
}

impl Key {
    #[inline(always)]
    fn read(key: &[u8; KEY]) -> Self {
        let [bytes @ .., a, b, length, blank, c, d, is_short, is_last] = *key;
        Self {
            bytes: u64::from_le_bytes(bytes),
            is_short: is_short != 0,
            is_last: is_last != 0,
            blank,
            start: u16::from_le_bytes([a, b]),
            length,
            wording: u16::from_le_bytes([c, d]),
        }
    }
}

/// The six bytes in the middle of eight, between zeros.
const fn short(window: u64) -> u64 {
    window & 0x00FF_FFFF_FFFF_FF00
}

/// The bucket of the six bytes in the middle of eight: the lowest is shifted out, the highest multiplied out.
#[inline(always)]
const fn hash(window: u64) -> usize {
    ((window >> 8).wrapping_mul(0x9E37_79B9_7F4A_7C15 << 16) >> (u64::BITS - BUCKET_BITS)) as usize
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
