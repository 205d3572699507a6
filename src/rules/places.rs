//! Where the letters and signs stand that rules look for one by one: found in one pass over the text, which costs as much as one
//! of the rules did.

use std::ops::Range;

use super::names::pair_at;
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
            0xC3 => places.days.extend(day_around(text, at)),
            _ => places.toned.extend(pair_at(text, at)),
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

/// A letter of ASCII in a pair of vowels, the "à" of "ngày", the first of some blanks.
fn marks(block: Block) -> u64 {
    let (small, blank, c3) = (block.small(), block.is(b' '), block.is(0xC3));
    let y = small.is(b'y');
    let old_way = (small.is_any([b'a', b'e']) | y) & block.is_high() << 1;
    let new_way = small.is_any([b'o', b'u']) & (c3 | block.is(0xE1)) >> 1;
    let day = small.is(b'g') << 1 & c3 & y >> 2;
    let blanks = blank & !(blank << 1) & (blank | block.is_any([b',', b';', b':', b'&'])) >> 1;
    old_way | new_way | day | blanks
}

/// Where the word begins whose "à" stands at `middle`.
fn day_around(text: &str, middle: usize) -> Option<usize> {
    let at = middle.checked_sub("ng".len())?;
    let is_day = ["ngày", "Ngày", "NGÀY"].iter().any(|word| text.as_bytes()[at..].starts_with(word.as_bytes()));
    is_day.then_some(at)
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
