//! Which parts of a citation a word may begin: most words behind a number begin none.

use super::cursor::word_after;
use crate::text::{Syllable, Syllables};

/// The parts that may begin with a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MayBegin(u8);

impl MayBegin {
    pub(super) const NONE: Self = Self(0);
    pub(super) const TERM: Self = Self(1);
    pub(super) const DATE: Self = Self(2);
    /// A body that passed it, with the date.
    pub(super) const PASSED: Self = Self(4);
    pub(super) const ISSUER: Self = Self(8);
    /// When the body met.
    pub(super) const SESSION: Self = Self(16);
    const ANY: Self = Self(31);

    pub(super) const fn has(self, part: Self) -> bool {
        self.0 & part.0 != 0
    }

    /// Those that may begin with the word at a place.
    pub(super) fn at(text: &str, at: usize) -> Self {
        const PASSED: MayBegin = MayBegin(MayBegin::DATE.0 | MayBegin::PASSED.0);
        static WORDS: Syllables<MayBegin, 64> = Syllables::of(&[
            ("khoá", MayBegin::TERM),
            ("ký", MayBegin::DATE),
            ("ban", MayBegin::DATE),
            ("hành", MayBegin::DATE),
            ("thông", MayBegin::DATE),
            ("qua", MayBegin::DATE),
            ("ngày", MayBegin::DATE),
            ("tháng", MayBegin::DATE),
            ("năm", MayBegin::DATE),
            ("được", PASSED),
            ("đã", PASSED),
            ("hồi", MayBegin::DATE),
            ("lúc", MayBegin::DATE),
            ("cùng", MayBegin::DATE),
            ("phát", MayBegin::DATE),
            ("đề", MayBegin::DATE),
            ("lập", MayBegin::DATE),
            ("kỳ", MayBegin::SESSION),
            ("kì", MayBegin::SESSION),
            ("nhiệm", MayBegin::SESSION),
            ("nước", MayBegin::SESSION),
            ("tại", MayBegin::SESSION),
            ("hội", MayBegin::ISSUER),
            ("của", MayBegin::ISSUER),
            ("do", MayBegin::ISSUER),
            ("giữa", MayBegin::ISSUER),
        ]);
        match &text.as_bytes()[at..] {
            // The first letters of these words: most others differ in them.
            [b'k' | b'K', b'h' | b'H' | 0xC3 | 0xE1, ..]
            | [b'b' | b'B', b'a' | b'A', ..]
            | [b'h' | b'H', 0xC3 | 0xE1, ..]
            | [b't' | b'T', b'h' | b'H' | 0xE1, ..]
            | [b'q' | b'Q', b'u' | b'U', ..]
            | [b'n' | b'N', b'g' | b'G' | b'h' | b'H' | 0xC4 | 0xC6, ..]
            | [b'c' | b'C', 0xC3 | 0xE1, ..]
            | [b'l' | b'L', 0xC3 | 0xE1, ..]
            | [b'p' | b'P', b'h' | b'H', ..]
            | [b'd' | b'D', b'o' | b'O', ..]
            | [b'g' | b'G', b'i' | b'I', ..]
            | [0xC4, 0x90 | 0x91, ..] => {}
            // A digit, or "- ngày".
            [b'0'..=b'9' | b'-', ..] => return Self::ANY,
            _ => return Self::NONE,
        }
        let word = word_after(text, at);
        // "ngày03/6/2013"
        let digit = text.as_bytes()[word.clone()].iter().position(u8::is_ascii_digit);
        let letters = digit.unwrap_or(word.len());
        WORDS.get(Syllable::in_text(text, word.start..word.start + letters)).unwrap_or(Self::NONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_a_body_met() {
        for text in ["kỳ họp", "Kì họp", "tại kỳ họp", "TẠI KỲ HỌP", "nhiệm kỳ", "NHIỆM KỲ", "nước", "NƯỚC CỘNG HÒA"]
        {
            assert_eq!(MayBegin::at(text, 0), MayBegin::SESSION, "{text}");
        }
    }

    #[test]
    fn words_in_any_case() {
        for (text, term, date, issuer) in [
            ("khóa XI", true, false, false),
            ("KHOÁ XI", true, false, false),
            ("Ngày 3/6/2013", false, true, false),
            ("ngày03/6/2013", false, true, false),
            ("ngày3tháng 6", false, true, false),
            ("năm 2013", false, true, false),
            ("được thông qua", false, true, false),
            ("ĐÃ ban hành", false, true, false),
            ("Ban hành", false, true, false),
            ("HÀNH", false, true, false),
            ("thông qua", false, true, false),
            ("Qua", false, true, false),
            ("tháng 6/2013", false, true, false),
            ("Do Chính phủ", false, false, true),
            ("KÝ ngày", false, true, false),
            ("CỦA CHÍNH PHỦ", false, false, true),
            ("Hội nghị", false, false, true),
            ("3/6/2013", true, true, true),
            ("- ngày", true, true, true),
            ("LÚC 10 giờ", false, true, false),
            ("hồi 10 giờ", false, true, false),
            ("Cùng ngày", false, true, false),
            ("phát hành", false, true, false),
            ("lập ngày", false, true, false),
            ("có hiệu lực", false, false, false),
            ("Hướng dẫn", false, false, false),
            ("", false, false, false),
        ] {
            let may_begin = MayBegin::at(text, 0);
            assert_eq!(
                (may_begin.has(MayBegin::TERM), may_begin.has(MayBegin::DATE), may_begin.has(MayBegin::ISSUER)),
                (term, date, issuer),
                "{text}"
            );
        }
    }
}
