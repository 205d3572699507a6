//! Where words of a few kinds stand, each with a capital at its start: names of document types, their codes, what a named
//! citation begins with. One pass over the text serves all who ask.

use std::sync::LazyLock;

use super::cursor::is_gap;
use super::named;
use crate::text::{blocks, is_word_char};
use crate::vocab::types;

/// The words of a normalised text, in order; of several that begin at one place the longest first.
pub(crate) struct Starts(Vec<(usize, &'static str)>);

impl Starts {
    /// Looks through a normalised text.
    pub(crate) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let capitals =
            |block: blocks::Block| (block.within(b'A', b'Z') | block.is(D_STROKE)) & !(block.is_ascii_letter() << 1);
        let mut found = Vec::new();
        blocks::each_place(bytes, capitals, |at| {
            let window = window(bytes, at);
            if SEARCHER.may_have(window & LONG) || SEARCHER.may_have(window & SHORT) {
                SEARCHER.add(text, at, window, &mut found);
            }
        });
        Self(found)
    }

    /// The places of all words, and the words.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &'static str)> {
        self.0.iter().copied()
    }
}

/// The first byte of Đ.
const D_STROKE: u8 = 0xC4;

/// The first bytes of a word that are looked up: five, or three of a short word.
const LONG: u64 = 0xFF_FFFF_FFFF;
const SHORT: u64 = 0xFF_FFFF;

struct Searcher {
    /// A bit for each hash of first bytes.
    bits: Box<[u64; 1 << 10]>,
    /// First bytes and word; sorted, of those with the same bytes the longest first.
    words: Vec<(u64, &'static str)>,
}

static SEARCHER: LazyLock<Searcher> = LazyLock::new(|| {
    let words = named::STARTS.into_iter().chain(types::all_names()).chain(types::all_aliases());
    let mut searcher = Searcher { bits: Box::new([0; 1 << 10]), words: words.flat_map(keys).collect() };
    searcher.words.sort_unstable_by_key(|&(key, word)| (key, usize::MAX - word.len(), word));
    searcher.words.dedup();
    for (key, _) in &searcher.words {
        let bit = hash(*key);
        searcher.bits[bit / 64] |= 1 << (bit % 64);
    }
    searcher
});

/// The first bytes under which a word is found. A code of two bytes is a word only before a gap.
fn keys(word: &'static str) -> Vec<(u64, &'static str)> {
    let first = window(word.as_bytes(), 0);
    match word.len() {
        5.. => vec![(first & LONG, word)],
        3 | 4 => vec![(first & SHORT, word)],
        length => {
            let ends = (0..=u8::MAX).filter(|&byte| !byte.is_ascii() || is_gap(char::from(byte)));
            ends.map(|byte| (first | u64::from(byte) << (8 * length), word)).collect()
        }
    }
}

impl Searcher {
    #[inline(always)]
    fn may_have(&self, key: u64) -> bool {
        let bit = hash(key);
        self.bits[bit / 64] >> (bit % 64) & 1 == 1
    }

    #[inline(never)]
    fn add(&self, text: &str, at: usize, window: u64, found: &mut Vec<(usize, &'static str)>) {
        if text[..at].ends_with(is_word_char) {
            return;
        }
        for key in [window & LONG, window & SHORT] {
            let first = self.words.partition_point(|&(other, _)| other < key);
            let same = self.words[first..].iter().take_while(|(other, _)| *other == key);
            found.extend(same.filter(|(_, word)| text[at..].starts_with(word)).map(|(_, word)| (at, *word)));
        }
    }
}

/// The eight bytes at a place, zeros behind the text.
#[inline(always)]
fn window(bytes: &[u8], at: usize) -> u64 {
    match bytes[at..].first_chunk() {
        Some(window) => u64::from_le_bytes(*window),
        None => bytes[at..].iter().rev().fold(0, |window, &byte| window << 8 | u64::from(byte)),
    }
}

#[inline(always)]
fn hash(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_where_it_starts() {
        let words: Vec<&str> =
            named::STARTS.into_iter().chain(types::all_names()).chain(types::all_aliases()).collect();
        for word in &words {
            assert!(word.len() >= 2 && word.starts_with(|c: char| c.is_ascii_uppercase() || c == 'Đ'), "{word}");
            for (before, starts) in [("", true), ("“", true), ("X", false), ("ộ", false), ("5", false)] {
                let text = format!("{before}{word} 5");
                let found = Starts::of(&text).iter().any(|(at, found)| (at, found) == (before.len(), *word));
                assert_eq!(found, starts, "{text}");
            }
        }
        let longest = Starts::of("Báo cáo kết quả").iter().next();
        assert_eq!(longest, Some((0, "Báo cáo kết quả")));
    }
}
