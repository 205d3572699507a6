//! Syllables with one of the two horns of "ươ" left out, which no word has: "đuợc", "ngưòi".

use std::ops::Range;

use crate::text::blocks::{FourBytes, Place, Ranges};
use crate::text::is_word_char;

/// Four bytes of such a pair a row; the place is that of the third.
pub(in crate::rules) const HALF_HORNED: [FourBytes; 6] = [
    // "uơ", "uớ" to "uở", "uỡ" and "uợ".
    [U, &[[0xC6, 0xC6]], &[[0xA1, 0xA1]], BEHIND],
    [U, &[[0xE1, 0xE1]], &[[0xBB, 0xBB]], &[[0x9B, 0x9B], [0x9D, 0x9D], [0x9F, 0x9F]]],
    [U, &[[0xE1, 0xE1]], &[[0xBB, 0xBB]], &[[0xA1, 0xA1], [0xA3, 0xA3]]],
    // "ưo", "ưò" to "ưõ".
    [&[[0xC6, 0xC6]], HORNED_U, &[[b'o', b'o']], BEHIND],
    [HORNED_U, &[[0xC3, 0xC3]], &[[0xB2, 0xB3], [0xB5, 0xB5]], BEHIND],
    // "ưọ" and "ưỏ".
    [HORNED_U, &[[0xE1, 0xE1]], &[[0xBB, 0xBB]], &[[0x8D, 0x8D], [0x8F, 0x8F]]],
];
const U: Ranges = &[[b'U', b'U'], [b'u', b'u']];
/// Its last byte.
const HORNED_U: Ranges = &[[0xAF, 0xB0]];
/// What "ươ" has behind it in a syllable.
const BEHIND: Ranges = &[[b'c', b'c'], [b'i', b'i'], [b'm', b'n'], [b'p', b'p'], [b't', b'u']];

/// Where such a pair may begin that has its letters at a place.
#[inline(always)]
pub(in crate::rules) fn half_horned_at(place: Place<'_>) -> Option<usize> {
    let ahead = match place.window(3).to_le_bytes() {
        [_, b'u' | b'U', 0xC6, 0xA1, behind, ..] if may_follow(behind) => 2,
        [_, b'u' | b'U', 0xE1, 0xBB, 0x9B | 0x9D | 0x9F | 0xA1 | 0xA3, ..] => 2,
        [_, 0xC6, 0xAF | 0xB0, b'o', behind, ..] if may_follow(behind) => 2,
        [0xC6, 0xAF | 0xB0, 0xC3, 0xB2 | 0xB3 | 0xB5, behind, ..] if may_follow(behind) => 3,
        [0xC6, 0xAF | 0xB0, 0xE1, 0xBB, 0x8D | 0x8F, ..] => 3,
        _ => return None,
    };
    place.offset().checked_sub(ahead)
}

const fn may_follow(byte: u8) -> bool {
    matches!(byte, b'c' | b'i' | b'm' | b'n' | b'p' | b't' | b'u')
}

/// The word that has its pair at a place of a text, and how it is right.
pub(super) fn half_horned(text: &str, pair: usize) -> Option<(Range<usize>, String)> {
    let before = text.get(..pair)?;
    let initial = before.len() - before.bytes().rev().take(LONGEST).take_while(u8::is_ascii_alphabetic).count();
    let initial = if before[..initial].ends_with(['đ', 'Đ']) { initial - 'đ'.len_utf8() } else { initial };
    let mut letters = text.get(pair..)?.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let behind = letters.as_str();
    let last =
        ENDS.into_iter().find(|end| behind.strip_prefix(end).is_some_and(|rest| !rest.starts_with(is_word_char)))?;
    let (start, end) = (&text[initial..pair], text.len() - behind.len() + last.len());
    let is_whole = !text[..initial].ends_with(is_word_char);
    // "quở" has its "u" with "q"; "nguơn" is said in the South for "nguyên".
    let is_word = !start.ends_with(['q', 'Q']) && (first, second, last) != ('u', 'ơ', "n");
    if !is_whole || !is_word || start.contains(['a', 'e', 'i', 'o', 'u', 'y']) {
        return None;
    }
    // Only the first letter of a word in small letters may be large.
    let is_small = |c: char| !c.is_uppercase();
    if !text[initial..end].chars().skip(1).all(is_small) {
        return None;
    }
    let right = |c: char| HORNS.iter().find(|(without, _)| *without == c).map_or(c, |(_, horned)| *horned);
    Some((initial..end, format!("{start}{}{}{last}", right(first), right(second))))
}

/// Bytes of the longest beginning of a syllable.
const LONGEST: usize = 3;

/// What a syllable with "ươ" ends with.
const ENDS: [&str; 8] = ["c", "ng", "i", "n", "m", "p", "t", "u"];

/// Letters without their horn and with it.
const HORNS: [(char, char); 8] =
    [('u', 'ư'), ('U', 'Ư'), ('o', 'ơ'), ('ò', 'ờ'), ('ó', 'ớ'), ('ỏ', 'ở'), ('õ', 'ỡ'), ('ọ', 'ợ')];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::survey::Survey;

    /// The words of a text with half of their horns, each with its right form.
    fn told(text: &str) -> Vec<(String, String)> {
        let places = Survey::of(text).places;
        let found = places.half_horned.iter().filter_map(|&pair| half_horned(text, pair));
        found.map(|(range, right)| (text[range].to_owned(), right)).collect()
    }

    #[test]
    fn both_letters_have_their_horn() {
        for (right, wrong) in [
            ("được", ["đuợc", "đưọc"]),
            ("người", ["nguời", "ngưòi"]),
            ("Trưởng", ["Truởng", "Trưỏng"]),
            ("hướng", ["huớng", "hưóng"]),
            ("dưỡng", ["duỡng", "dưõng"]),
            ("phương", ["phuơng", "phưong"]),
            ("hươu", ["huơu", "hưou"]),
            ("Ước", ["Uớc", "Ưóc"]),
        ] {
            for wrong in wrong {
                for text in [format!("Việc {wrong} nêu"), wrong.to_owned(), format!("({wrong})")] {
                    assert_eq!(told(&text), [(wrong.to_owned(), right.to_owned())], "{text}");
                }
            }
        }
    }

    #[test]
    fn other_words_are_left_alone() {
        let text = "thuở quở huơ quơ nguồn quốc muộn ĐUỢC NGƯÒI hưu Nguơn nguơn được nướcuợc thuởxa uợ ưo xưô aưóc";
        assert_eq!(told(text), []);
    }
}
