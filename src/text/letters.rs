//! Letters, looked up: the tables of Unicode are slow for what every syllable is asked.

use std::ops::Range;

use smol_str::SmolStr;

/// The small letter, like [`char::to_lowercase`] where that is one letter.
#[inline]
pub(crate) fn lower(c: char) -> char {
    match place(c) {
        Some(place) => char::from_u32(u32::from(TABLE[place].small)).unwrap_or(c),
        None => lower_of(c),
    }
}

/// A text in small letters.
pub(crate) fn small_letters(text: &str) -> SmolStr {
    text.chars().map(lower).collect()
}

/// Whether nothing but single blanks stands between the words of a text, and nothing around it, of what `is_gap` tells.
pub(crate) fn has_single_blanks(text: &str, is_gap: impl Fn(char) -> bool) -> bool {
    let bytes = text.as_bytes();
    let mut blank = true;
    for (at, &byte) in bytes.iter().enumerate() {
        match SIGNS[usize::from(byte)] {
            Sign::Letter => blank = false,
            Sign::Blank if blank => return false,
            Sign::Blank => blank = true,
            Sign::OfBlank if at == 0 || bytes[at - 1] != 0xE1 => blank = false,
            Sign::OfBlank if bytes.get(at + 1) == Some(&0x80) && is_gap('\u{1680}') => return false,
            Sign::OfBlank => blank = false,
            Sign::Other => {
                blank = false;
                if text[at..].starts_with(|c| !is_word_char(c) && is_gap(c)) {
                    return false;
                }
            }
        }
    }
    !blank
}

#[derive(Clone, Copy)]
enum Sign {
    /// A byte of a letter or digit of Vietnamese.
    Letter,
    Blank,
    /// One that is in letters, and the second of the one blank that begins as some of them do.
    OfBlank,
    /// A byte of another sign, or the first of one.
    Other,
}

static SIGNS: [Sign; 256] = {
    let mut signs = [Sign::Other; 256];
    let mut byte = 0_u8;
    while byte < u8::MAX {
        signs[byte as usize] = match byte {
            b' ' => Sign::Blank,
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0x80..=0x99 | 0x9B..=0xBF | 0xC3..=0xC6 | 0xE1 => Sign::Letter,
            0x9A => Sign::OfBlank,
            _ => Sign::Other,
        };
        byte += 1;
    }
    signs
};

/// Whether a character belongs to a word, like [`char::is_alphanumeric`].
#[inline]
pub(crate) fn is_word_char(c: char) -> bool {
    match place(c) {
        Some(place) => TABLE[place].in_word,
        None => c.is_alphanumeric(),
    }
}

/// The first word of a text behind a byte: a run of letters and digits.
pub(crate) fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut start = from;
    loop {
        while bytes.get(start).is_some_and(|&byte| LETTER_BYTES[usize::from(byte)] == 0) {
            start += 1;
        }
        let end = word_end(text, start);
        if end > start {
            return Some(start..end);
        }
        start += text[start..].chars().next()?.len_utf8();
    }
}

/// Where the run of letters and digits ends that begins at a byte.
pub(crate) fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    while let Some(&byte) = bytes.get(end) {
        end += match LETTER_BYTES[usize::from(byte)] {
            0 => break,
            length @ 1..=2 => usize::from(length),
            // À to ÿ, but for × and ÷.
            _ if byte == 0xC3 && !matches!(bytes.get(end + 1), Some(0x97 | 0xB7)) => 2,
            // Ạ to ỹ.
            _ if byte == 0xE1 && matches!(bytes.get(end + 1), Some(0xBA | 0xBB)) => 3,
            _ => match text[end..].chars().next() {
                Some(c) if is_word_char(c) => c.len_utf8(),
                _ => break,
            },
        };
    }
    end
}

/// How many bytes the letter or digit has that begins with a byte; 3 where that alone does not tell.
static LETTER_BYTES: [u8; 256] = {
    let mut lengths = [3; 256];
    let mut byte = 0_u8;
    while byte < u8::MAX {
        lengths[byte as usize] = match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => 1,
            0..0x80 => 0,
            0xC4..=0xC6 => 2,
            _ => 3,
        };
        byte += 1;
    }
    lengths
};

#[derive(Clone, Copy)]
struct Letter {
    small: u16,
    in_word: bool,
}

/// The letters of Vietnamese stand up to U+01FF, and from U+1E00 to U+1EFF.
static TABLE: [Letter; ROWS] = {
    let mut table = [Letter { small: 0, in_word: false }; ROWS];
    let mut row = 0;
    while row < ROWS {
        let c = if row < FIRST { row } else { row - FIRST + SECOND } as u16;
        table[row] = Letter { small: small(c), in_word: in_word(c) };
        row += 1;
    }
    table
};

const FIRST: usize = 0x200;
const SECOND: usize = 0x1E00;
const ROWS: usize = FIRST + 0x100;

#[inline]
const fn place(c: char) -> Option<usize> {
    match c as usize {
        c @ ..FIRST => Some(c),
        c @ SECOND..=0x1EFF => Some(c - SECOND + FIRST),
        _ => None,
    }
}

#[cold]
fn lower_of(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(only), None) => only,
        _ => c,
    }
}

/// What Unicode says of these two blocks, as ranges; a test compares.
const fn small(c: u16) -> u16 {
    match c {
        // Small letters stand 32 places behind the capitals.
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE => c + 0x20,
        // Two small letters: left as it is.
        0x130 => c,
        0x178 => 0xFF,
        0x181 => 0x253,
        0x186 => 0x254,
        0x189 | 0x18A => c - 0x189 + 0x256,
        0x18E => 0x1DD,
        0x18F => 0x259,
        0x190 => 0x25B,
        0x193 => 0x260,
        0x194 => 0x263,
        0x196 => 0x269,
        0x197 => 0x268,
        0x19C => 0x26F,
        0x19D => 0x272,
        0x19F => 0x275,
        0x1A6 => 0x280,
        0x1A9 => 0x283,
        0x1AE => 0x288,
        0x1B1 | 0x1B2 => c - 0x1B1 + 0x28A,
        0x1B7 => 0x292,
        0x1C4 | 0x1C7 | 0x1CA | 0x1F1 => c + 2,
        0x1F6 => 0x195,
        0x1F7 => 0x1BF,
        0x1E9E => 0xDF,
        // Capital and small letter alternate, the capital at the even place …
        0x100..=0x137 | 0x14A..=0x177 | 0x182..=0x185 | 0x1A0..=0x1A5 | 0x1DE..=0x1EF | 0x1F4 | 0x1F8..=0x1FF => c | 1,
        0x198 | 0x1AC | 0x1B8 | 0x1BC => c | 1,
        0x1E00..=0x1E95 | 0x1EA0..=0x1EFF => c | 1,
        // … or at the odd one.
        0x139..=0x148 | 0x179..=0x17E | 0x1B3..=0x1B6 | 0x1CB..=0x1DC => c + c % 2,
        0x187 | 0x18B | 0x191 | 0x1A7 | 0x1AF | 0x1C5 | 0x1C8 | 0x1F2 => c + 1,
        _ => c,
    }
}

const fn in_word(c: u16) -> bool {
    match c {
        0x30..=0x39 | 0x41..=0x5A | 0x61..=0x7A => true,
        0xAA | 0xB2 | 0xB3 | 0xB5 | 0xB9 | 0xBA | 0xBC..=0xBE => true,
        0xD7 | 0xF7 => false,
        _ => c >= 0xC0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_single_between_words_alone() {
        let is_gap = |c: char| c.is_whitespace() || c == '*';
        let pieces = ["a", "Đ", "ữ", "à", " ", "\n", "*", "-", "\u{a0}", "”", "Ớ", "\u{1680}"];
        let count = pieces.len();
        for index in 0..count.pow(4) {
            let text: String = (0..4).map(|place| pieces[index / count.pow(place) % count]).collect();
            let joined = text.split(is_gap).collect::<Vec<_>>().join(" ");
            let plain = joined == text && !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ");
            assert_eq!(has_single_blanks(&text, is_gap), plain, "{text:?}");
        }
        assert!(!has_single_blanks("", is_gap));
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let pieces = ["a", "7", "Đ", "ữ", "à", "×", "÷", " ", "\n", "“", "\u{1e00}", "\u{1f00}", "中", "\u{301}", "&"];
        let count = pieces.len();
        for index in 0..count.pow(4) {
            let text: String = (0..4).map(|place| pieces[index / count.pow(place) % count]).collect();
            let plain: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
            let mut words = Vec::new();
            while let Some(word) = next_word(&text, words.last().map_or(0, |word: &Range<usize>| word.end)) {
                words.push(word);
            }
            assert_eq!(words.into_iter().map(|word| &text[word]).collect::<Vec<_>>(), plain, "{text:?}");
        }
    }

    #[test]
    fn small_letters_as_unicode_has_them() {
        for c in ('\u{0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}') {
            if c.to_lowercase().count() == 1 {
                assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c}");
            }
            assert_eq!(is_word_char(c), c.is_alphanumeric(), "{c}");
        }
    }
}
