//! Letters with their marks, composed to NFC with the tables of `unicode_normalization`: its own steps are made for whole texts and
//! take a thousand instructions for each letter.

use smallvec::{SmallVec, smallvec};
use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};

/// What NFC makes of a few characters, best a letter and its marks.
pub(crate) fn nfc(written: &str) -> SmallVec<[char; 8]> {
    let mut chars = written.chars();
    let known = match (chars.next(), chars.next(), chars.next(), chars.next()) {
        (Some(letter), Some(mark), None, _) => compose(letter, mark).map(|joined| smallvec![joined]),
        (Some(letter), Some(a), Some(b), None) => with_two_marks(letter, a, b),
        _ => None,
    };
    known.unwrap_or_else(|| of_any(written))
}

/// The same of a letter of ASCII with two marks that are one character each.
fn with_two_marks(letter: char, a: char, b: char) -> Option<SmallVec<[char; 8]>> {
    let decomposes = |mark| ('\u{340}'..='\u{344}').contains(&mark);
    if !letter.is_ascii() || decomposes(a) || decomposes(b) {
        return None;
    }
    let (mut first, mut second) = ((canonical_combining_class(a), a), (canonical_combining_class(b), b));
    if first.0 == 0 || second.0 == 0 {
        return None;
    }
    if second.0 < first.0 {
        (first, second) = (second, first);
    }
    Some(match compose(letter, first.1) {
        Some(joined) => compose(joined, second.1).map_or_else(|| smallvec![joined, second.1], |both| smallvec![both]),
        None => match compose(letter, second.1).filter(|_| first.0 < second.0) {
            Some(joined) => smallvec![joined, first.1],
            None => smallvec![letter, first.1, second.1],
        },
    })
}

/// The same of any characters.
fn of_any(written: &str) -> SmallVec<[char; 8]> {
    let mut parts: SmallVec<[Part; 8]> = SmallVec::new();
    let mut add = |letter| parts.push(Part { class: canonical_combining_class(letter), letter });
    written.chars().for_each(|c| decompose_canonical(c, &mut add));
    let is_out_of_order = |pair: &[Part]| pair[1].class != 0 && pair[1].class < pair[0].class;
    if parts.windows(2).any(is_out_of_order) {
        let marks = parts.chunk_by_mut(|a, b| (a.class == 0) == (b.class == 0)).filter(|marks| marks[0].class != 0);
        // Those of one class keep their order.
        marks.for_each(|marks| marks.sort_by_key(|mark| mark.class));
    }
    recomposed(&parts)
}

/// A decomposed character and its canonical combining class; marks have one other than 0.
#[derive(Clone, Copy)]
struct Part {
    class: u8,
    letter: char,
}

/// The canonical composition (Unicode Standard, 3.11, D117).
fn recomposed(parts: &[Part]) -> SmallVec<[char; 8]> {
    let mut letters = SmallVec::new();
    // The place of the last one that marks may join, and the class of what stands behind it.
    let (mut base, mut behind): (Option<usize>, u8) = (None, 0);
    for Part { class, letter } in parts.iter().copied() {
        let is_free = behind == 0 || behind < class;
        if let Some(base) = base.filter(|_| is_free)
            && let Some(joined) = compose(letters[base], letter)
        {
            letters[base] = joined;
            continue;
        }
        if class == 0 {
            base = Some(letters.len());
        }
        behind = class;
        letters.push(letter);
    }
    letters
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn a_letter_is_what_the_whole_composes_to() {
        let letters = [
            "a", "e", "ê", "ẹ", "ế", "u", "ư", "Đ", "đ", "d", "o", "1", " ", "\u{1100}", "\u{1161}", "\u{301}",
            "\u{308}", "각", "ᾴ", "\u{212b}", "\u{958}",
        ];
        let marks = [
            "", "\u{301}", "\u{323}", "\u{302}", "\u{306}", "\u{31b}", "\u{300}", "\u{327}", "\u{34f}", "\u{345}",
            "\u{344}", "\u{338}", "\u{11a8}",
        ];
        let all = marks.len();
        for letter in letters {
            for number in 0..all.pow(3) {
                let text = letter.to_owned() + &[1, all, all * all].map(|unit| marks[number / unit % all]).concat();
                assert_eq!(nfc(&text).into_iter().collect::<String>(), text.nfc().collect::<String>(), "{text:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_characters_are(text in "\\PC{0,4}[\u{300}-\u{36f}]{0,6}\\PC{0,2}") {
            prop_assert_eq!(nfc(&text).into_iter().collect::<String>(), text.nfc().collect::<String>());
        }
    }
}
