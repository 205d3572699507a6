//! Where the letters and signs stand that rules look for one by one: found in one pass over the text, which costs as much as one
//! of the rules did.

use std::ops::Range;

use super::names::{may_be_pair, pair_at};
use crate::text::blocks::{self, Block};
use crate::text::is_word_char;

/// What was found, in text order; places are bytes of the normalised text.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Pairs of vowels that end a syllable and may have the tone mark on either, each with its index among the pairs.
    pub(super) toned: Vec<(Range<usize>, usize)>,
    /// Where the word "ngày" begins.
    pub(super) days: Vec<usize>,
    /// The first of the blanks behind a word, where another one or a sign of punctuation follows.
    pub(super) blanks: Vec<usize>,
    /// How often four blanks stand together.
    pub(super) aligned: usize,
}

impl Places {
    /// Looks through a normalised text.
    pub(super) fn of(text: &str) -> Self {
        let mut places = Self::default();
        blocks::each_place(text.as_bytes(), marks, |at| match text.as_bytes()[at] {
            b' ' => places.add_blanks(text, at),
            b'y' | b'Y' if ends_day(text, at + 1) => places.days.push(at + 1 - "ngày".len()),
            _ if may_be_pair(text.as_bytes(), at) => places.toned.extend(pair_at(text, at)),
            _ => {}
        });
        places
    }

    fn add_blanks(&mut self, text: &str, at: usize) {
        let length = text.as_bytes()[at..].iter().take_while(|&&byte| byte == b' ').count();
        self.aligned += length / 4;
        if text[..at].ends_with(is_word_char) {
            self.blanks.push(at);
        }
    }
}

/// A letter of ASCII in a pair of vowels, as is the "y" of "ngày", and the first of some blanks.
fn marks(block: Block) -> u64 {
    let (small, blank, marked) = (block.small(), block.is(b' '), block.is_high());
    let old_way = small.is_any([b'a', b'e', b'y']) & marked << 1;
    let new_way = small.is_any([b'o', b'u']) & marked >> 1;
    let blanks = blank & !(blank << 1) & (blank | block.is_any([b',', b';', b':', b'&'])) >> 1;
    old_way | new_way | blanks
}

/// Whether the word "ngày" ends there.
fn ends_day(text: &str, end: usize) -> bool {
    ["ngày", "Ngày", "NGÀY"].iter().any(|word| text.as_bytes()[..end].ends_with(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_where_it_stands() {
        let text = "Ngày 3,  NGÀY , ng\u{e0}y ; nga\u{300}y x  y    z &A, à :";
        let places = Places::of(text);
        let days: Vec<&str> = places.days.iter().map(|&at| &text[at..at + "ngày".len()]).collect();
        assert_eq!(days, ["Ngày", "NGÀY", "ngày"]);
        let behind: Vec<&str> = places.blanks.iter().map(|&at| &text[at..at + 2]).collect();
        assert_eq!(behind, [" ,", " ;", "  ", "  ", " &", " :"]);
        assert_eq!(places.aligned, 1);
    }

    #[test]
    fn blanks_are_counted_in_fours() {
        for (text, aligned) in [("    a        b", 3), ("   a   b", 0), ("\n       a", 1), ("a     ", 1)] {
            assert_eq!(Places::of(text).aligned, aligned, "{text:?}");
            assert_eq!(Places::of(text).aligned, text.matches("    ").count(), "{text:?}");
        }
    }
}
