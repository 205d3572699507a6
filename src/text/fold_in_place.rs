//! Folding by bytes: the small letters of Vietnamese have as many as the capitals, and most tone marks move without taking more.

use super::fold::moved_tone;
use super::vietnamese::Letter;

/// Folds a copy of a text byte by byte behind its first `same` bytes, where only letters of Vietnamese and single blanks stand,
/// with the signs around them, and no tone mark takes more bytes on another letter; else `None`.
pub(super) fn folded_in_place(text: &str, same: usize) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    let mut at = same;
    while let Some(rest) = bytes.get_mut(at..).filter(|rest| !rest.is_empty()) {
        at += match rest {
            [b' ', b' ', ..] | [b' '] | [b'\t'..=b'\r', ..] => return None,
            [b' ', ..] if at == 0 => return None,
            [first, ..] if first.is_ascii() => {
                first.make_ascii_lowercase();
                1
            }
            // Quotation marks and dashes.
            [0xE2, 0x80, 0x90..=0x9F | 0xA6, ..] => 3,
            _ => {
                let letter = Letter::of(rest)?;
                rest[letter.length - 1] = letter.last;
                match rest.get(letter.length).map(u8::to_ascii_lowercase) {
                    Some(next) if letter.moves_tone_to(Some(&next)) => {
                        rest[letter.length] = next;
                        move_tone(rest, letter.length)?
                    }
                    _ => letter.length,
                }
            }
        };
    }
    String::from_utf8(bytes).ok()
}

/// The words of a text, folded, with one blank between two: of a text as [`folded_in_place`] takes, with any signs of ASCII.
pub(super) fn words_in_place(text: &str) -> Option<String> {
    let mut words = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    let mut behind_gap = false;
    while let [first, ..] = rest {
        let gap = match rest {
            _ if first.is_ascii() => usize::from(!first.is_ascii_alphanumeric()),
            [0xE2, 0x80, 0x90..=0x9F | 0xA6, ..] => 3,
            _ => 0,
        };
        if gap > 0 {
            behind_gap = !words.is_empty();
            rest = &rest[gap..];
            continue;
        }
        if std::mem::take(&mut behind_gap) {
            words.push(b' ');
        }
        if first.is_ascii() {
            words.push(first.to_ascii_lowercase());
            rest = &rest[1..];
            continue;
        }
        let letter = Letter::of(rest)?;
        let start = words.len();
        words.extend_from_slice(&rest[..letter.length - 1]);
        words.push(letter.last);
        rest = &rest[letter.length..];
        if let [next, behind @ ..] = rest
            && letter.moves_tone_to(Some(&next.to_ascii_lowercase()))
        {
            words.push(next.to_ascii_lowercase());
            move_tone(&mut words[start..], letter.length)?;
            rest = behind;
        }
    }
    String::from_utf8(words).ok()
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
