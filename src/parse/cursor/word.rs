//! Steps over words: runs of letters, digits and `&`.

use std::ops::Range;

use crate::text::{is_word_char, lower};

/// The run of letters, digits and `&` that ends at `at`, of the last 24 characters.
pub(in crate::parse) fn word_before(text: &str, at: usize) -> Range<usize> {
    let mut start = at;
    for _ in 0..24 {
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
        [.., last] if last.is_ascii() => usize::from(IN_WORD[usize::from(last)]),
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
    let mut end = at;
    for _ in 0..40 {
        match letter_at(text, end) {
            0 => break,
            length => end += length,
        }
    }
    at..end
}

/// How many bytes the letter, digit or `&` has that begins at `at`; 0 where none does.
#[inline]
fn letter_at(text: &str, at: usize) -> usize {
    match text.as_bytes()[at..] {
        [first, ..] if first.is_ascii() => usize::from(IN_WORD[usize::from(first)]),
        [0xE1, 0xBA | 0xBB, ..] => 3,
        [0xC4..=0xC6, ..] => 2,
        // À to ÿ, but for × and ÷.
        [0xC3, last, ..] => {
            if matches!(last, 0x97 | 0xB7) {
                0
            } else {
                2
            }
        }
        _ => text[at..].chars().next().filter(|&c| is_word_char(c)).map_or(0, char::len_utf8),
    }
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

/// The signs of ASCII that a word has.
static IN_WORD: [bool; 128] = {
    let mut in_word = [false; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        in_word[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'&';
        byte += 1;
    }
    in_word
};

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
