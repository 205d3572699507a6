//! Folding by bytes: the small letters of Vietnamese have as many as the capitals, and most tone marks move without taking more.

use super::fold::moved_tone;
use super::vietnamese::Letter;

/// Folds a copy of a text byte by byte behind its first `same` bytes, where only letters of Vietnamese and single blanks stand,
/// with the signs around them, and no tone mark takes more bytes on another letter; else `None`.
pub(super) fn folded_in_place(text: &str, same: usize) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    let mut at = same;
    while let Some(&byte) = bytes.get(at) {
        at += match FOLDS[usize::from(byte)] {
            Folds::Small | Folds::Other => 1,
            Folds::Capital => {
                bytes[at] = byte.to_ascii_lowercase();
                1
            }
            Folds::Blank if at > 0 && byte == b' ' && bytes.get(at + 1).is_some_and(|&next| next != b' ') => 1,
            Folds::Blank => return None,
            Folds::Letter => fold_letter(&mut bytes[at..])?,
            Folds::Quotation => quotation(&bytes[at..])?,
        };
    }
    String::from_utf8(bytes).ok()
}

/// The words of a text, folded, with one blank between two: of a text as [`folded_in_place`] takes, with any blanks of ASCII.
pub(super) fn words_in_place(text: &str) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    // What was read, and how much of it are the words.
    let (mut at, mut end) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        let (length, is_word) = match FOLDS[usize::from(byte)] {
            Folds::Small => (1, true),
            Folds::Capital => {
                bytes[at] = byte.to_ascii_lowercase();
                (1, true)
            }
            Folds::Blank | Folds::Other => (1, false),
            Folds::Letter => (fold_letter(&mut bytes[at..])?, true),
            Folds::Quotation => (quotation(&bytes[at..])?, false),
        };
        if is_word {
            (0..length).for_each(|step| bytes[end + step] = bytes[at + step]);
            end += length;
        } else if end > 0 && bytes[end - 1] != b' ' {
            bytes[end] = b' ';
            end += 1;
        }
        at += length;
    }
    bytes.truncate(end - usize::from(bytes[..end].ends_with(b" ")));
    String::from_utf8(bytes).ok()
}

#[derive(Clone, Copy)]
enum Folds {
    /// A small letter of ASCII, or a digit.
    Small,
    Capital,
    Blank,
    /// Another sign of ASCII.
    Other,
    /// The first byte of a quotation mark or a dash.
    Quotation,
    /// The first byte of another letter.
    Letter,
}

static FOLDS: [Folds; 256] = {
    let mut signs = [Folds::Letter; 256];
    let mut byte = 0;
    while byte < signs.len() {
        signs[byte] = match byte as u8 {
            b'a'..=b'z' | b'0'..=b'9' => Folds::Small,
            b'A'..=b'Z' => Folds::Capital,
            b' ' | b'\t'..=b'\r' => Folds::Blank,
            0..0x80 => Folds::Other,
            0xE2 => Folds::Quotation,
            _ => Folds::Letter,
        };
        byte += 1;
    }
    signs
};

/// How many bytes a quotation mark or a dash has.
fn quotation(bytes: &[u8]) -> Option<usize> {
    matches!(bytes, [0xE2, 0x80, 0x90..=0x9F | 0xA6, ..]).then_some(3)
}

/// Folds the letter of Vietnamese at the start, with the next one if the tone mark goes there; how many bytes that are.
fn fold_letter(bytes: &mut [u8]) -> Option<usize> {
    let letter = Letter::of(bytes)?;
    bytes[letter.length - 1] = letter.last;
    match bytes.get(letter.length).map(u8::to_ascii_lowercase) {
        Some(next) if letter.moves_tone_to(Some(&next)) => {
            bytes[letter.length] = next;
            move_tone(bytes, letter.length)
        }
        _ => Some(letter.length),
    }
}

/// Moves the tone mark of the letter of `length` bytes to the one behind it; how many bytes both have, if that stays.
fn move_tone(bytes: &mut [u8], length: usize) -> Option<usize> {
    let both = length + 1;
    let mut letters = std::str::from_utf8(&bytes[..both]).ok()?.chars();
    let (plain, toned) = moved_tone(letters.next()?, letters.next()?)?;
    if plain.len_utf8() + toned.len_utf8() != both {
        return None;
    }
    let (first, second) = bytes[..both].split_at_mut(plain.len_utf8());
    plain.encode_utf8(first);
    toned.encode_utf8(second);
    Some(both)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_folded_here_and_what_is_not() {
        for (text, want) in [
            ("HÓA ĐƠN", Some("hoá đơn")),
            ("Thủy lợi, “Khoá” – 2013", Some("thuỷ lợi, “khoá” – 2013")),
            ("Luật\tGiáo dục", None),
            ("Uỷ  ban", None),
            ("a ", None),
            ("nũy", None),
            ("\u{d0}", None),
        ] {
            assert_eq!(folded_in_place(text, 0).as_deref(), want, "{text}");
        }
        assert_eq!(words_in_place(" “Hóa  ĐƠN”:\tnăm - 2013.").as_deref(), Some("hoá đơn năm 2013"));
        assert_eq!(words_in_place("nũy").or(words_in_place("\u{d0}")), None);
    }
}
