//! What is written in the place of a character, and where such characters may stand.

use std::ops::Range;

use smol_str::{SmolStr, SmolStrBuilder};

use super::nfc;
use crate::text::blocks::{ANY, Block, Kinds, Lanes, Marks, Mask};
use crate::text::lookalike::read_as;
use crate::text::markup::mark;

/// The first bytes of what [`rewrite`] may rewrite: of the letters of Vietnamese only those before a combining mark are.
pub(super) struct MayBeRewritten;

/// A byte and the next one. Letters of Vietnamese begin with C3 to C6 and E1.
const MAY_BE_REWRITTEN: Kinds<2, 0> = Kinds::of([
    &[[&[[0xC7, 0xCF]], ANY]],
    &[[&[[0xD0, 0xDF], [0xF0, 0xFF]], ANY]],
    &[[&[[0xE0, 0xE0], [0xE2, 0xEF]], ANY]],
    &[[&[[0xC2, 0xC2]], ANY]],
    &[[&[[b'\r', b'\r']], ANY]],
    &[[&[[b'<', b'<'], [b'\\', b'\\']], ANY]],
    // Ð, ð and Ɖ.
    &[[&[[0xC3, 0xC3]], &[[0x90, 0x90], [0xB0, 0xB0]]]],
    &[[&[[0xC6, 0xC6]], &[[0x89, 0x89]]]],
]);

impl Marks for MayBeRewritten {
    #[inline(always)]
    fn of<L: Lanes>(&self, block: Block<'_, L>) -> Mask<L> {
        block.may_be_of(&MAY_BE_REWRITTEN)
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
    let letters = nfc(&text[base..end]);
    if let [letter] = letters[..]
        && base < marks
        && read_as(letter).is_none()
    {
        return Some((base..end, SmolStr::new(letter.encode_utf8(&mut [0; 4]))));
    }
    let mut composed = SmolStrBuilder::new();
    for c in letters {
        match read_as(c) {
            Some(read) => composed.push_str(read),
            None => composed.push(c),
        }
    }
    let composed = composed.finish();
    (composed != text[base..end]).then_some((base..end, composed))
}

fn is_mark(c: char) -> bool {
    ('\u{0300}'..='\u{036f}').contains(&c)
}
