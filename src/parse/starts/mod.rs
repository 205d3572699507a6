//! Where readers start: at words of a few kinds, each with a capital at its start (names of document types, their codes, what a
//! named citation begins with), at names behind a unit word, and at the signs of symbols. One pass over the text serves all who ask.
//!
//! A few bytes of a capitalised word tell by [`Hints`] that most are none of these. The others are looked up in a table, made
//! before, by a test: a [`BucketTable`] by the hash of three bytes, of words, and of their text, one behind the other.
//!
//! A word is its first eight bytes; which bits of these are its own; where it begins in the text (two bytes); its length; whether it is
//! the last one of its bucket; four bytes that are not used.

mod hints;
#[cfg(test)]
mod write;

use self::hints::Hints;
use super::place::{initials, may_follow_unit};
use super::scan::leads_to_code;
use crate::text::blocks::{Block, Lanes, Mask, Pass, Place, each_block};
use crate::text::{BucketTable, is_word_char};

/// What was found in a normalised text.
pub(crate) struct Starts {
    /// In order; of several that begin at one place the longest first.
    words: Vec<(usize, &'static str)>,
    /// The letters that may begin the name of a place behind its unit word.
    pub(crate) initials: Vec<usize>,
    /// The places of `/` and `-` that a code may follow.
    pub(crate) signs: Vec<usize>,
}

impl Starts {
    /// Looks through a normalised text.
    pub(crate) fn of(text: &str) -> Self {
        Self::of_table(&TABLE, text)
    }

    fn of_table(table: &Table, text: &str) -> Self {
        let starts = Self { words: Vec::new(), initials: Vec::new(), signs: Vec::new() };
        let mut found = Found { text, table, starts };
        each_block(text.as_bytes(), &mut found);
        found.starts
    }

    /// The places of all words, and the words.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &'static str)> {
        self.words.iter().copied()
    }
}

struct Found<'a> {
    text: &'a str,
    table: &'a Table,
    starts: Starts,
}

impl Pass for Found<'_> {
    #[inline(always)]
    fn see<L: Lanes>(&mut self, block: Block<'_, L>) {
        let Self { text, table, starts } = self;
        let begins = |letter: Place<'_>| {
            table.hints.may_begin(letter.window(0), letter.window_behind()) | may_follow_unit(letter)
        };
        block.each_wanted_of(first_capitals(block) | initials(block), begins, &mut |letter| {
            if may_follow_unit(letter) {
                starts.initials.push(letter.offset());
            }
            table.add(text, letter.offset(), letter.window(0), &mut starts.words);
        });
        block.each_of(block.bytes().are_any([b'/', b'-']), &mut |sign| {
            if leads_to_code(&text.as_bytes()[sign.offset() + 1..]) {
                starts.signs.push(sign.offset());
            }
        });
    }
}

/// The first capitals of words.
#[inline(always)]
fn first_capitals<L: Lanes>(block: Block<'_, L>) -> Mask<L> {
    let (before, bytes) = (block.before(1), block.bytes());
    // Đ is the only one that is not of ASCII.
    (bytes.are_within(b'A', b'Z') | block.starts_with([0xC4, 0x90])) & !before.are_within(b'A', b'Z')
}

struct Table {
    hints: Hints,
    words: BucketTable<BUCKETS, WORDS>,
    text: &'static str,
}

const BUCKETS: usize = 1 << BUCKET_BITS;
const BUCKET_BITS: u32 = 13;
/// Words of eight bytes that tell of a word.
const WORDS: usize = 3;

/// A test asserts that it is of the words.
static TABLE: Table = Table::open(include_bytes!("../../../data/index/starts.words"));

impl Table {
    const fn open(table: &'static [u8]) -> Self {
        let words = BucketTable::open(table);
        match std::str::from_utf8(words.rest) {
            Ok(text) => Self { hints: Hints::of(&words), words, text },
            Err(_) => Self { hints: Hints::NONE, words: BucketTable::open(&[]), text: "" },
        }
    }

    #[inline(never)]
    fn add(&self, text: &str, at: usize, window: u64, found: &mut Vec<(usize, &'static str)>) {
        let Some(first) = self.words.first(hash(window)) else { return };
        let behind = &text.as_bytes()[at..];
        self.words.from(first, |[first, mask, [s, t, length, is_last, ..]]| {
            let start = usize::from(u16::from_le_bytes([*s, *t]));
            if (window ^ u64::from_le_bytes(*first)) & u64::from_le_bytes(*mask) == 0
                && let Some(word) = self.text.get(start..start + usize::from(*length))
                // "Điều 5" and "Điều lệ": the next byte tells most apart.
                && word.as_bytes().get(8).is_none_or(|ninth| behind.get(8) == Some(ninth))
                && behind.starts_with(word.as_bytes())
                && !text[..at].ends_with(is_word_char)
            {
                found.push((at, word));
            }
            *is_last != 0
        });
    }
}

/// The bucket of the first three of eight bytes; the others are multiplied out.
#[inline(always)]
const fn hash(window: u64) -> usize {
    (window.wrapping_mul(0x9E37_79B9_7F4A_7C15 << 40) >> (u64::BITS - BUCKET_BITS)) as usize
}
