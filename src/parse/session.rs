//! Words between body and date, or title, that say when a body met and are no field: "kỳ họp thứ 5", "nhiệm kỳ 2021 - 2026",
//! "nước Cộng hòa xã hội chủ nghĩa Việt Nam".

use super::cursor::{is_word, on_over_gap, word_after};
use crate::text::{Syllable, Syllables};

/// The end of such words that start at `at`, perhaps after "tại".
pub(super) fn session(text: &str, at: usize) -> Option<usize> {
    let first = word_after(text, at);
    if is_word(&text[first.clone()], "tại") {
        return sitting(text, on_over_gap(text, first.end));
    }
    if is_word(&text[first.clone()], "nước") {
        return republic(text, on_over_gap(text, first.end));
    }
    sitting(text, at).or_else(|| years(text, at))
}

/// "kỳ họp thứ 5", "Kỳ họp chuyên đề lần thứ nhất", with what a bracket says of it.
fn sitting(text: &str, at: usize) -> Option<usize> {
    static KINDS: Syllables<(), 16> =
        Syllables::set(["chuyên", "đề", "bất", "thường", "lệ", "lần", "thứ", "cuối", "năm", "giữa"]);
    static NUMERALS: Syllables<(), 32> = Syllables::set([
        "nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "mươi", "một", "lăm",
    ]);
    let mut at = two_words(text, at, [&["kỳ", "kì"], &["họp"]])?;
    let (mut numbered, mut named) = (false, false);
    for _ in 0..8 {
        let word = word_after(text, on_over_gap(text, at));
        let written = &text[word.clone()];
        let folded = Syllable::of(written);
        let is_number = (1..=2).contains(&written.len()) && written.bytes().all(|byte| byte.is_ascii_digit())
            || !written.is_empty() && written.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
            || named && NUMERALS.has(folded);
        if is_number {
            numbered = true;
        } else if numbered || !KINDS.has(folded) {
            break;
        }
        named |= is_word(written, "thứ");
        at = word.end;
    }
    numbered.then(|| over_bracket(text, at))
}

/// "(kỳ họp thường lệ giữa năm 2024)"
fn over_bracket(text: &str, at: usize) -> usize {
    let open = on_over_gap(text, at);
    let words = &text.as_bytes()[open..text.len().min(open + 80)];
    match words.first() {
        Some(b'(') => {
            memchr::memchr2(b')', b'\n', words).filter(|&end| words[end] == b')').map_or(at, |end| open + end + 1)
        }
        _ => at,
    }
}

/// "nhiệm kỳ 2021 - 2026"
fn years(text: &str, at: usize) -> Option<usize> {
    let year = |at: usize| {
        let word = word_after(text, on_over_gap(text, at));
        (word.len() == 4 && text.as_bytes()[word.clone()].iter().all(u8::is_ascii_digit)).then_some(word.end)
    };
    let from = year(two_words(text, at, [&["nhiệm"], &["kỳ", "kì"]])?)?;
    let dash = on_over_gap(text, from);
    text[dash..].starts_with('-').then(|| year(dash + 1)).flatten()
}

/// "Cộng hòa xã hội chủ nghĩa Việt Nam", "CHXHCN Việt Nam"
pub(super) fn republic(text: &str, at: usize) -> Option<usize> {
    static WORDS: Syllables<(), 16> =
        Syllables::set(["cộng", "hoà", "xã", "hội", "chủ", "nghĩa", "chxhcn", "việt", "nam"]);
    let mut at = at;
    for _ in 0..8 {
        let word = word_after(text, on_over_gap(text, at));
        let written = &text[word.clone()];
        if !WORDS.has(Syllable::of(written)) {
            return None;
        }
        at = word.end;
        if is_word(written, "nam") {
            return Some(at);
        }
    }
    None
}

/// The end of two words, each one of some.
fn two_words(text: &str, at: usize, words: [&[&str]; 2]) -> Option<usize> {
    words.into_iter().try_fold(at, |at, expected| {
        let word = word_after(text, on_over_gap(text, at));
        expected.iter().any(|expected| is_word(&text[word.clone()], expected)).then_some(word.end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_end_where_they_end() {
        for (text, rest) in [
            ("kỳ họp thứ 5 về dự toán", Some(" về dự toán")),
            ("tại Kỳ họp thứ mười hai của", Some(" của")),
            ("kỳ họp thứ 5 (kỳ họp thường lệ) về", Some(" về")),
            ("kỳ họp chuyên đề lần thứ nhất, Hội", Some(", Hội")),
            ("kỳ họp VIII thông qua", Some(" thông qua")),
            ("nhiệm kỳ 2021 - 2026 về", Some(" về")),
            ("nhiệm kỳ 2021-2026", Some("")),
            ("nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa", Some(" khóa")),
            ("kỳ họp của Quốc hội", None),
            ("kỳ họp thứ", None),
            ("nhiệm kỳ này", None),
            ("nhiệm kỳ 2021", None),
            ("nước ngoài", None),
            ("tại Hà Nội", None),
            ("", None),
        ] {
            assert_eq!(session(text, 0).map(|end| &text[end..]), rest, "{text}");
        }
    }
}
