//! The letters of Vietnamese that are none of ASCII, by their bytes: small and capital ones have the same number of them and
//! differ in the last.

/// Whether bytes begin as these letters do; `×`, `÷` and some letters of other languages do so too.
#[inline]
pub(crate) const fn begins_as_vietnamese(bytes: &[u8]) -> bool {
    matches!(bytes, [0xC3..=0xC6, ..] | [0xE1, 0xBA | 0xBB, ..])
}

/// A letter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    /// How many bytes it has.
    pub(super) length: usize,
    /// The last byte of the small letter.
    pub(super) last: u8,
    kind: u8,
}

impl Letter {
    /// The letter that bytes begin with; `None` for another sign.
    #[inline]
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let (row, length, last) = match *bytes {
            [lead @ 0xC3..=0xC6, last, ..] => (lead - 0xC3, 2, last),
            [0xE1, lead @ (0xBA | 0xBB), last, ..] => (lead - 0xBA + 4, 3, last),
            _ => return None,
        };
        let letter = LETTERS[usize::from(row)][usize::from(last & 0x3F)];
        (letter != OTHER).then_some(Self { length, last: 0x80 | letter & 0x3F, kind: letter & !0x3F })
    }

    /// Whether its tone mark goes to the next letter, a small one of ASCII.
    #[inline]
    pub(super) fn moves_tone_to(self, next: Option<&u8>) -> bool {
        match self.kind {
            TONED_O => matches!(next, Some(b'a' | b'e')),
            TONED_U => next == Some(&b'y'),
            _ => false,
        }
    }
}

/// The last six bits of each small letter, by those of the letter, and before which letters its tone moves.
static LETTERS: [[u8; 64]; 6] = {
    let mut letters = [[OTHER; 64]; 6];
    let (mut row, mut last) = (0, 0x80);
    while row < letters.len() {
        letters[row][last & 0x3F] = letter(row, last as u8);
        last += 1;
        if last == 0xC0 {
            (row, last) = (row + 1, 0x80);
        }
    }
    letters
};

const OTHER: u8 = 0;
const PLAIN: u8 = 0x40;
const TONED_O: u8 = 0x80;
const TONED_U: u8 = 0xC0;

/// Of the letters that begin with `C3`, `C4`, `C5`, `C6`, `E1 BA` and `E1 BB`.
const fn letter(row: usize, last: u8) -> u8 {
    let small = match (row, last) {
        // À to Ý and à to ý, without Ð, ×, Ø, Þ, ß and their like.
        (0, 0x80..=0x8F | 0x91..=0x96 | 0x99..=0x9D | 0xA0..=0xAF | 0xB1..=0xB6 | 0xB9..=0xBD) => last | 0x20,
        // Ă, Đ, Ĩ; Ũ; Ơ
        (1, 0x82 | 0x83 | 0x90 | 0x91 | 0xA8 | 0xA9) | (2, 0xA8 | 0xA9) | (3, 0xA0 | 0xA1) => last | 1,
        // Ư
        (3, 0xAF | 0xB0) => 0xB0,
        // From Ạ to ỹ the small letters have odd numbers.
        (4, 0xA0..=0xBF) | (5, _) => last | 1,
        _ => return OTHER,
    };
    let kind = match (row, small) {
        // ò, ó, õ; ọ, ỏ
        (0, 0xB2 | 0xB3 | 0xB5) | (5, 0x8D | 0x8F) => TONED_O,
        // ù, ú; ũ; ụ, ủ
        (0, 0xB9 | 0xBA) | (2, _) | (5, 0xA5 | 0xA7) => TONED_U,
        _ => PLAIN,
    };
    small & 0x3F | kind
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lower;

    #[test]
    fn small_letters_and_no_others() {
        for c in ('\u{80}'..='\u{2ff}').chain('\u{1e00}'..='\u{1fff}') {
            let text = c.to_string();
            let Some(letter) = Letter::of(text.as_bytes()) else { continue };
            let mut small = text.clone().into_bytes();
            small[letter.length - 1] = letter.last;
            assert_eq!((letter.length, String::from_utf8(small).unwrap()), (text.len(), lower(c).to_string()));
        }
        for c in "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ".chars()
        {
            for c in [c, lower(c)] {
                assert!(Letter::of(c.to_string().as_bytes()).is_some(), "{c}");
            }
        }
        for sign in ["Ð", "×", "ß", "“", "a", "", "ø", "\u{301}"] {
            assert!(Letter::of(sign.as_bytes()).is_none(), "{sign}");
        }
    }
}
