//! What stands between a pinpoint and the document, and before a word that is no part of one.

use super::token_before;
use crate::parse::cursor::{back_over_gap, is_word, word_before};
use crate::text::{Syllable, Syllables};

/// Back over the sign at `sign` between the parts and the document: a comma, or a dash with blanks on one line ("Điều 55 -
/// Pháp lệnh"); a point alone, "câu 3 điểm 2 - Luật", is of the text itself.
pub(super) fn over_sign(text: &str, sign: usize, end: usize) -> usize {
    let back = back_over_gap(text, sign);
    if text.as_bytes()[sign] == b',' {
        return back;
    }
    let label = token_before(text, back);
    let unit = &text[word_before(text, back_over_gap(text, label.start))];
    if back == sign || text[back..end].contains('\n') || is_word(unit, "điểm") { sign + 1 } else { back }
}

/// Back over the mark of a footnote behind a number: "Điều 22[1]", "Điều 5 [12]", "Điều 5(2)", "Điều 5²".
pub(super) fn back_over_note(text: &str, at: usize) -> usize {
    let bytes = &text.as_bytes()[..at];
    let number = match bytes {
        [number @ .., b'[' | b'(', b'0'..=b'9', b']' | b')'] => number,
        [number @ .., b'[' | b'(', b'0'..=b'9', b'0'..=b'9', b']' | b')'] => number,
        // ² and ³, ¹, and the others.
        [number @ .., 0xC2, 0xB2 | 0xB3 | 0xB9] => number,
        [number @ .., 0xE2, 0x81, 0xB0 | 0xB4..=0xB9] => number,
        _ => return at,
    };
    let blank = number.strip_suffix(b" ").filter(|_| bytes.ends_with(b"]"));
    let number = blank.unwrap_or(number);
    if number.last().is_some_and(u8::is_ascii_digit) { number.len() } else { at }
}

/// Whether a unit that starts at a place is the end of a longer word: "quan điểm 3", "danh mục I", "chi tiết khoản 5".
#[inline]
pub(super) fn ends_compound(text: &str, start: usize, unit: impl Fn() -> Syllable) -> bool {
    // The last letters of the first words; mostly a number, a letter or another word stands before.
    let may_be = match text.as_bytes()[..start] {
        // í, Í, ổ and Ổ.
        [.., 0xAD | 0x8D | 0x95 | 0x94, b' '] => true,
        [.., last, b' '] => b"acghinou".contains(&last.to_ascii_lowercase()),
        _ => false,
    };
    may_be && COMPOUNDS.get(Syllable::in_text(text, word_before(text, start - 1))).map(Syllable::folded) == Some(unit())
}

/// The first words of these, each with the second.
pub(super) const COMPOUND_WORDS: [(&str, &str); 17] = [
    ("chi", "tiết"),
    ("chuyên", "mục"),
    ("danh", "mục"),
    ("hạng", "mục"),
    ("khoản", "mục"),
    ("cao", "điểm"),
    ("quan", "điểm"),
    ("thí", "điểm"),
    ("thời", "điểm"),
    ("trọng", "điểm"),
    ("ưu", "điểm"),
    ("đặc", "điểm"),
    ("địa", "điểm"),
    ("cổ", "phần"),
    ("học", "phần"),
    ("thành", "phần"),
    ("tài", "khoản"),
];
static COMPOUNDS: Syllables<&str, 64> = Syllables::of(&COMPOUND_WORDS);
