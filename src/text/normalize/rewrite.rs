//! What is written in the place of a character, and where such characters may stand.

use std::ops::Range;

use smallvec::SmallVec;
use smol_str::{SmolStr, SmolStrBuilder};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, compose};

use crate::text::blocks::{Block, Lanes, Marks, Mask};
use crate::text::lookalike::read_as;
use crate::text::markup::mark;

/// The first bytes of what [`rewrite`] may rewrite: of the letters of Vietnamese only those before a combining mark are.
pub(super) struct MayBeRewritten;

impl Marks for MayBeRewritten {
    #[inline(always)]
    fn of<L: Lanes>(&self, block: Block<'_, L>) -> Mask<L> {
        let (bytes, next) = (block.bytes(), block.behind(1));
        // Letters of Vietnamese begin with C3 to C6 and E1; Ð, ð and Ɖ among them.
        let foreign = bytes.are_at_least(0xC7) & !bytes.are(0xE1) | bytes.are_any([0xC2, b'\r', b'<', b'\\']);
        let eth = bytes.are(0xC3) & next.are_any([0x90, 0xB0]) | bytes.are(0xC6) & next.are(0x89);
        foreign | eth
    }
}

/// What to write in the place of the character at `at`, or of the one before it that it is a mark of; what stands before
/// `from` was rewritten already. What stands inside a longer place is rewritten with it: a look-alike that carries a mark,
/// a blank in a tag.
pub(super) fn rewrite(text: &str, at: usize, from: usize) -> Option<(Range<usize>, SmolStr)> {
    // A byte inside a character begins none.
    let c = text.get(at..).filter(|_| at >= from)?.chars().next()?;
    if is_mark(c) {
        let base = text[..at].char_indices().next_back().map_or(at, |(start, _)| start);
        // Marks behind what was rewritten already, a tag of HTML, carry nothing; nor do those behind another mark.
        let first = base >= from && !text[base..at].starts_with(is_mark);
        return first.then(|| composed(text, base, at)).flatten();
    }
    let next = at + c.len_utf8();
    if text[next..].starts_with(is_mark)
        && let Some(composed) = composed(text, at, next)
    {
        return Some(composed);
    }
    match c {
        '\r' => text[next..].starts_with('\n').then_some((at..next + 1, SmolStr::new_static("\n"))),
        '<' | '\\' => mark(&text[at..]).map(|(length, to)| (at..at + length, SmolStr::new_static(to))),
        c => read_as(c).map(|to| (at..next, SmolStr::new_static(to))),
    }
}

/// The letter at `base` with the combining marks (U+0300–U+036F) that begin at `marks`, where they compose.
fn composed(text: &str, base: usize, marks: usize) -> Option<(Range<usize>, SmolStr)> {
    let end = marks + text[marks..].find(|c| !is_mark(c)).unwrap_or(text.len() - marks);
    let mut composed = SmolStrBuilder::new();
    nfc(&text[base..end]).into_iter().for_each(|c| composed.push_str(&read_or_same(c)));
    let composed = composed.finish();
    (composed != text[base..end]).then_some((base..end, composed))
}

/// A letter with marks, composed to NFC. Most make one letter, which needs no composition of whole texts.
pub(crate) fn nfc(written: &str) -> SmallVec<[char; 8]> {
    letter_of(written).map_or_else(|| written.nfc().collect(), |letter| SmallVec::from_slice(&[letter]))
}

/// The letter that NFC makes of one with marks, where nothing is left of them.
fn letter_of(written: &str) -> Option<char> {
    let mut letters = written.chars();
    let first = letters.next()?;
    // Marks that compose one after the other stand in the right order; of two that do not, perhaps the other way round.
    letters.clone().try_fold(first, compose).or_else(|| match (letters.next()?, letters.next()?, letters.next()) {
        (a, b, None) if canonical_combining_class(b) < canonical_combining_class(a) => compose(compose(first, b)?, a),
        _ => None,
    })
}

fn read_or_same(c: char) -> SmolStr {
    read_as(c).map_or_else(|| SmolStr::new(c.encode_utf8(&mut [0; 4])), SmolStr::new_static)
}

fn is_mark(c: char) -> bool {
    ('\u{0300}'..='\u{036f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_what_the_whole_composes_to() {
        let letters =
            ["a", "e", "ê", "ẹ", "ế", "u", "ư", "Đ", "đ", "d", "o", "1", " ", "\u{1100}", "\u{301}", "\u{308}"];
        let marks = ["", "\u{301}", "\u{323}", "\u{302}", "\u{306}", "\u{31b}", "\u{300}", "\u{327}"];
        let all = marks.len();
        for letter in letters {
            for number in 0..all.pow(3) {
                let text = letter.to_owned() + &[1, all, all * all].map(|unit| marks[number / unit % all]).concat();
                assert_eq!(nfc(&text).into_iter().collect::<String>(), text.nfc().collect::<String>(), "{text:?}");
                if let Some(letter) = letter_of(&text) {
                    assert_eq!(letter.to_string(), text.nfc().collect::<String>(), "{text:?}");
                }
            }
        }
        let swapped = ["a\u{302}\u{323}", "o\u{301}\u{31b}", "a\u{323}\u{302}"].map(letter_of);
        assert_eq!(swapped, [Some('ậ'), Some('ớ'), Some('ậ')]);
    }
}
