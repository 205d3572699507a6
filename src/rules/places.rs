//! Where the letters and signs stand that rules look for one by one.

use std::ops::Range;

use super::names::{half_horned_at, may_be_new, may_be_old, pair_from};
use crate::text::blocks::{ANY, Block, FourBytes, Lanes, Mask, Place, Ranges};
use crate::text::is_word_char;

/// What was found, in text order; places are bytes of the normalised text.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Where pairs of vowels may begin that have the tone mark on one of them: one rule wants to know which pair it is.
    pairs: Vec<usize>,
    /// Where "ươ" may stand with one of its horns left out.
    pub(super) half_horned: Vec<usize>,
    /// Where the word "ngày" begins.
    pub(super) days: Vec<usize>,
    /// The first of the blanks behind a word, where another one or a sign of punctuation follows.
    pub(super) blanks: Vec<usize>,
    /// How often four blanks stand together, but for those that begin a line or stand behind the mark of an item of a list.
    pub(super) aligned: usize,
}

/// Letters of pairs of vowels, where they can end a syllable. The place is the letter of ASCII, or the third byte.
pub(super) const PAIRS: [FourBytes; 5] = [
    // "òa" to "ọe", without the first of three bytes.
    [&[[0xC3, 0xC3], [0xBB, 0xBB]], &[[0x8C, 0x8F], [0x92, 0x95], [0xB2, 0xB5]], &[[b'a', b'a'], [b'e', b'e']], ANY],
    // "ùy" to "ụy".
    [&[[0xC3, 0xC3], [0xC5, 0xC5], [0xBB, 0xBB]], &[[0x99, 0x9A], [0xA4, 0xA9], [0xB9, 0xBA]], &[[b'y', b'y']], ANY],
    // "oả" to "oẹ", and "uỳ" to "uỵ".
    [&[[b'O', b'O'], [b'o', b'o']], &[[0xE1, 0xE1]], &[[0xBA, 0xBA]], &[[0xA1, 0xA3], [0xB9, 0xBD]]],
    [&[[b'U', b'U'], [b'u', b'u']], &[[0xE1, 0xE1]], &[[0xBB, 0xBB]], &[[0xB2, 0xB9]]],
    // "oà", "oé", "uý", and behind it no letter of ASCII, or one from "p" on.
    [O_OR_U, &[[0xC3, 0xC3]], TONED, &[[0, b'@' - 1], [b'P', b'_'], [b'p', 0x7F], [0xC0, 0xFF]]],
];
const O_OR_U: Ranges = &[[b'O', b'O'], [b'U', b'U'], [b'o', b'o'], [b'u', b'u']];
const TONED: Ranges = &[[0xA0, 0xA1], [0xA3, 0xA3], [0xA8, 0xA9], [0xBD, 0xBD]];

/// The last bytes of "ngày".
pub(super) const DAY: FourBytes = [&[[0xC3, 0xC3]], &[[0x80, 0x80], [0xA0, 0xA0]], &[[b'Y', b'Y'], [b'y', b'y']], ANY];

/// The last of these pairs before two signs that are in the rows of letters.
#[inline(always)]
pub(super) fn before_rare_signs<L: Lanes>(block: Block<'_, L>) -> Mask<L> {
    block.before(1).are(0xC3) & block.behind(1).are_any([b'@', b'`'])
}

/// The first of the blanks before another one or a sign that none should stand before.
#[inline(always)]
pub(super) fn blanks<L: Lanes>(block: Block<'_, L>) -> Mask<L> {
    let behind = block.behind(1).are_any([b' ', b',', b';', b':', b'&']);
    block.bytes().are(b' ') & !block.before(1).are(b' ') & behind
}

impl Places {
    /// Adds what has its letter there.
    #[inline(always)]
    pub(super) fn add_letter(&mut self, place: Place<'_>) {
        let at = place.offset();
        let [lead, before, letter, ..] = place.window(2).to_le_bytes();
        if matches!(letter, b'y' | b'Y') && ends_day(place) {
            self.days.push(at + 1 - "ngày".len());
        } else if may_be_old(before, letter) {
            // "ọ" has three bytes, "ò" two.
            self.pairs.push(at - if lead == 0xBB { 3 } else { 2 });
        } else if may_be_new(place.window(2).to_le_bytes()) {
            self.pairs.push(at - 2);
        } else if let Some(pair) = half_horned_at(place) {
            self.half_horned.push(pair);
        }
    }

    /// Pairs of vowels that end a syllable of the text and may have the tone mark on either, each with its index among the pairs.
    pub(super) fn toned(&self, text: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
        self.pairs.iter().filter_map(|&start| pair_from(text, start))
    }

    /// Adds blanks that begin there.
    #[inline(never)]
    pub(super) fn add_blanks(&mut self, text: &str, at: usize) {
        let length = text.as_bytes()[at..].iter().take_while(|&&byte| byte == b' ').count();
        if length >= 4 && !begins_line(text, at) {
            self.aligned += length / 4;
        }
        if text[..at].ends_with(is_word_char) {
            self.blanks.push(at);
        }
    }
}

/// Whether nothing stands before a place in its line, or only the mark of an item: "-", "a)", "2.5.1.".
fn begins_line(text: &str, at: usize) -> bool {
    let before = &text.as_bytes()[at.saturating_sub(LONGEST_MARK)..at];
    let line = memchr::memrchr(b'\n', before).map(|end| &before[end + 1..]);
    let line = line.or_else(|| (before.len() == at).then_some(before)).unwrap_or(b" x");
    let mark = line.trim_ascii_start();
    mark.is_empty() || matches!(mark, [.., b'.' | b')' | b'-' | b'+' | b'*' | b']']) && !mark.contains(&b' ')
}

/// Bytes that are looked back over for the mark of an item.
const LONGEST_MARK: usize = 16;

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
        for (text, aligned) in [
            ("    a        b", 2),
            ("   a   b", 0),
            ("\n       a", 0),
            ("a     ", 1),
            ("1.      Mục", 0),
            ("x\n  a)     điểm", 0),
            ("x\n2.5.1.     mục", 0),
            ("xem mục 1.     TM.", 1),
            ("một dòng dài hơn 1.     TM.", 1),
        ] {
            assert_eq!(Survey::of(text).places.aligned, aligned, "{text:?}");
        }
    }
}
