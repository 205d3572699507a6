//! Steps over words: runs of letters, digits and `&`.

use std::ops::Range;

use crate::text::{is_word_char, lower};

/// The run of letters, digits and `&` that ends at `at`, of the last 24 characters.
pub(in crate::parse) fn word_before(text: &str, at: usize) -> Range<usize> {
    const LONGEST: usize = 24;
    let (length, ends) = run(text.as_bytes()[..at].iter().rev().take(LONGEST), &BACKWARDS);
    if ends || length == at {
        return at - length..at;
    }
    let mut start = at;
    for _ in 0..LONGEST {
        match letter_before(text, start) {
            0 => break,
            length => start -= length,
        }
    }
    start..at
}

/// How many bytes the letter, digit or `&` has that ends at `at`; 0 where none does.
#[inline]
pub(in crate::parse) fn letter_before(text: &str, at: usize) -> usize {
    match text.as_bytes()[..at] {
        [.., last] if last.is_ascii() => usize::from(is_in_word(last)),
        [.., 0xE1, 0xBA | 0xBB, _] => 3,
        [.., 0xC4..=0xC6, _] => 2,
        // À to ÿ, but for × and ÷.
        [.., 0xC3, last] => {
            if matches!(last, 0x97 | 0xB7) {
                0
            } else {
                2
            }
        }
        _ => text[..at].chars().next_back().filter(|&c| is_word_char(c)).map_or(0, char::len_utf8),
    }
}

/// The run of letters, digits and `&` that starts at `at`, of the next 40 characters.
pub(in crate::parse) fn word_after(text: &str, at: usize) -> Range<usize> {
    const LONGEST: usize = 40;
    let (length, ends) = run(text.as_bytes()[at..].iter().take(LONGEST), &ONWARDS);
    if ends || at + length == text.len() {
        return at..at + length;
    }
    let in_word = |c: &char| is_word_char(*c) || *c == '&';
    at..at + text[at..].chars().take(LONGEST).take_while(in_word).map(char::len_utf8).sum::<usize>()
}

/// How many bytes of letters, digits and `&` come first, and whether a sign of ASCII that is in no word ends them; where none does
/// only the characters tell.
#[inline]
fn run<'t>(bytes: impl Iterator<Item = &'t u8>, steps: &[[Step; 256]; STEPS]) -> (usize, bool) {
    let (mut step, mut length) = (Step::Any, 0);
    for &byte in bytes {
        step = steps[step as usize % STEPS][usize::from(byte)];
        if matches!(step, Step::End | Step::Unsure) {
            break;
        }
        length += 1;
    }
    (length, step == Step::End)
}

/// What may come behind a byte of a word, or before it, where bytes are read backwards.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Any,
    /// It was the first byte of most letters with a tone mark, or is the second one of them.
    Toned,
    /// It was the first byte of À to ÿ, or is the second one of × and ÷.
    Latin,
    End,
    /// A letter or sign that is seldom used.
    Unsure,
}

/// Steps that bytes may come behind; a power of two.
const STEPS: usize = 4;

static ONWARDS: [[Step; 256]; STEPS] = steps(false);
static BACKWARDS: [[Step; 256]; STEPS] = steps(true);

const fn steps(backwards: bool) -> [[Step; 256]; STEPS] {
    let mut steps = [[Step::Unsure; 256]; STEPS];
    let mut byte = 0_u8;
    while byte < 0xFF {
        let (second_of_toned, second_of_sign) = (matches!(byte, 0xBA | 0xBB), matches!(byte, 0x97 | 0xB7));
        let step = match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'&' | 0xC4..=0xC6 => Step::Any,
            0..0x80 => Step::End,
            0x80..=0xBF if backwards && second_of_toned => Step::Toned,
            0x80..=0xBF if backwards && second_of_sign => Step::Latin,
            0x80..=0xBF => Step::Any,
            0xC3 if backwards => Step::Any,
            0xC3 => Step::Latin,
            0xE1 if !backwards => Step::Toned,
            _ => Step::Unsure,
        };
        steps[Step::Any as usize][byte as usize] = step;
        steps[Step::Toned as usize][byte as usize] = match byte {
            0xE1 if backwards => Step::Any,
            _ if backwards => step,
            _ if second_of_toned => Step::Any,
            _ => Step::Unsure,
        };
        steps[Step::Latin as usize][byte as usize] = match byte {
            0xC3 if backwards => Step::Unsure,
            _ if !backwards && second_of_sign => Step::Unsure,
            _ => step,
        };
        byte += 1;
    }
    steps
}

/// Whether `word` is `expected` (lower case) in any case.
#[inline]
pub(in crate::parse) fn is_word(word: &str, expected: &str) -> bool {
    match (word.as_bytes(), expected.as_bytes()) {
        // Most words differ in the first letter; a letter of ASCII is the small or the big form of none but itself.
        ([first, ..], [wanted, ..]) if first.is_ascii() && first.to_ascii_lowercase() != *wanted => false,
        ([0xC3..=0xC6 | 0xE1, ..], [wanted, ..]) if wanted.is_ascii() => false,
        _ => word == expected || word.chars().map(lower).eq(expected.chars()),
    }
}

const fn is_in_word(sign: u8) -> bool {
    sign.is_ascii_alphanumeric() || sign == b'&'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::cursor::texts_of_pieces;

    #[test]
    fn the_short_ways_are_those_of_every_character() {
        for text in texts_of_pieces() {
            for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
                let in_word = |c: &char| is_word_char(*c) || *c == '&';
                let after: usize = text[at..].chars().take_while(in_word).map(char::len_utf8).sum();
                let before: usize = text[..at].chars().rev().take_while(in_word).map(char::len_utf8).sum();
                assert_eq!(
                    (word_after(&text, at), word_before(&text, at)),
                    (at..at + after, at - before..at),
                    "{text:?}"
                );
            }
        }
    }

    #[test]
    fn words_are_told_in_any_case() {
        let words = ["", "Của", "của", "CỦA", "cua", "kg", "\u{212a}g", "ĐÃ", "đã", "da", "İ", "i"];
        let small = ["", "của", "cua", "kg", "đã", "da", "i"];
        for (word, expected) in words.iter().flat_map(|word| small.map(|expected| (*word, expected))) {
            assert_eq!(is_word(word, expected), word.chars().map(lower).eq(expected.chars()), "{word} {expected}");
        }
    }
}
