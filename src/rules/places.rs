//! Where the letters and signs stand that rules look for one by one.

use std::ops::Range;

use super::names::{may_be_pair, pair_at};
use crate::text::blocks::{Block, Lanes, Mask, Place};
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
    /// The wanted ones of a block: letters of ASCII in a pair of vowels, as is the "y" of "ngày", and the first of some blanks.
    #[inline(always)]
    pub(super) fn marks<L: Lanes>(block: Block<'_, L>) -> Mask<L> {
        let (before, bytes, next) = (block.before(1), block.bytes(), block.behind(1));
        let old_way = bytes.small().are_any([b'a', b'e', b'y']) & before.are_high();
        let new_way = bytes.small().are_any([b'o', b'u']) & next.are_high();
        let blanks = bytes.are(b' ') & !before.are(b' ') & next.are_any([b' ', b',', b';', b':', b'&']);
        old_way | new_way | blanks
    }

    /// Adds what stands at one of them.
    #[inline(always)]
    pub(super) fn add(&mut self, text: &str, place: Place<'_>) {
        let at = place.offset();
        match place.byte() {
            b' ' => self.add_blanks(text, at),
            b'y' | b'Y' if ends_day(place) => self.days.push(at + 1 - "ngày".len()),
            _ if may_be_pair(place.window(1).to_le_bytes()) => self.toned.extend(pair_at(text, at)),
            _ => {}
        }
    }

    fn add_blanks(&mut self, text: &str, at: usize) {
        let length = text.as_bytes()[at..].iter().take_while(|&&byte| byte == b' ').count();
        self.aligned += length / 4;
        if text[..at].ends_with(is_word_char) {
            self.blanks.push(at);
        }
    }
}

/// Whether the word "ngày" ends there.
#[inline(always)]
fn ends_day(place: Place<'_>) -> bool {
    let [word @ .., _, _, _] = place.window(4).to_le_bytes();
    [*b"ng\xC3\xA0y", *b"Ng\xC3\xA0y", *b"NG\xC3\x80Y"].contains(&word)
}

#[cfg(test)]
mod tests {
    use crate::rules::survey::Survey;

    #[test]
    fn each_where_it_stands() {
        let text = "Ngày 3,  NGÀY , ng\u{e0}y ; nga\u{300}y x  y    z &A, à :";
        let places = Survey::of(text).places;
        let days: Vec<&str> = places.days.iter().map(|&at| &text[at..at + "ngày".len()]).collect();
        assert_eq!(days, ["Ngày", "NGÀY", "ngày"]);
        let behind: Vec<&str> = places.blanks.iter().map(|&at| &text[at..at + 2]).collect();
        assert_eq!(behind, [" ,", " ;", "  ", "  ", " &", " :"]);
        assert_eq!(places.aligned, 1);
    }

    #[test]
    fn blanks_are_counted_in_fours() {
        for (text, aligned) in [("    a        b", 3), ("   a   b", 0), ("\n       a", 1), ("a     ", 1)] {
            assert_eq!(Survey::of(text).places.aligned, aligned, "{text:?}");
            assert_eq!(Survey::of(text).places.aligned, text.matches("    ").count(), "{text:?}");
        }
    }
}
