use super::{BUCKETS, WORDS};
use crate::text::{Bits, BucketTable};

/// Of which hashes words of a table are, by their length: asked of every capital of a text, with no jump in between.
pub(super) struct Hints {
    /// Codes and other words of less than nine bytes, by three: what follows one of two bytes is no letter of ASCII.
    short: Bits<BITS>,
    /// Longer ones, by the fourth to the ninth byte: these tell "Điều lệ" from "Điều 5".
    long: Bits<BITS>,
}

const BITS: usize = (1 << HASH_BITS) / 64;
const HASH_BITS: u32 = 15;

impl Hints {
    pub(super) const NONE: Self = Self { short: Bits::NONE, long: Bits::NONE };

    pub(super) const fn of(words: &BucketTable<BUCKETS, WORDS>) -> Self {
        let mut hints = Self::NONE;
        let (entries, text) = (words.entries(), words.rest);
        let mut place = 0;
        while place < entries.len() {
            let [first, _, [s, t, length, ..]] = entries[place];
            let (window, start) = (u64::from_le_bytes(first), u16::from_le_bytes([s, t]) as usize);
            match length {
                0..=2 => hints.add_code(window, words),
                3..=8 => hints.short.add(three(window)),
                _ => {
                    // As [`Table::open`](super::Table::open) has read it, the text has the whole word.
                    let [_, _, _, a, b, c, d, e] = first;
                    hints.long.add(six(u64::from_le_bytes([a, b, c, d, e, text[start + 8], 0, 0])));
                }
            }
            place += 1;
        }
        hints
    }

    /// Adds a code of two bytes, before what may follow it.
    const fn add_code(&mut self, code: u64, words: &BucketTable<BUCKETS, WORDS>) {
        let mut ending = 0;
        while ending < 256 {
            let window = code | ending << 16;
            if words.first(super::hash(window)).is_some() && !(ending as u8).is_ascii_alphanumeric() {
                self.short.add(three(window));
            }
            ending += 1;
        }
    }

    /// Whether a word may begin with a byte, by eight bytes from that one on and from the next one on.
    #[inline(always)]
    pub(super) const fn may_begin(&self, window: u64, behind: u64) -> bool {
        self.short.has(three(window)) | self.long.has(six(behind >> 16))
    }
}

/// The hash of the first three of eight bytes.
#[inline(always)]
const fn three(window: u64) -> usize {
    hash(window << 40)
}

/// The hash of the first six.
#[inline(always)]
const fn six(window: u64) -> usize {
    hash(window << 16)
}

#[inline(always)]
const fn hash(bytes: u64) -> usize {
    (bytes.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - HASH_BITS)) as usize
}
