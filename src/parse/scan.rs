//! The scan: where a number with a symbol may start. Every one has a `/` or a `-`; a few bytes around each decide whether
//! the grammar is worth trying.

use super::cursor::{is_word, tail_before, word_before};
use super::misread::{is_digit_like, is_misread};
use crate::text::is_word_char;
use crate::vocab::codes;

/// What to try at a sign that a code may follow; what begins before `from` was read already.
pub(super) fn candidate_at(text: &str, sign: usize, from: usize) -> Option<Candidate> {
    match number_start(text, sign).or_else(|| lost_sign_start(text, sign)) {
        Some(start) => (start >= from).then_some(Candidate { start, blank: false }),
        None => follows_blank(text, sign).then_some(Candidate { start: sign, blank: true }),
    }
}

/// A place to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Where the number starts; of a blank number, its first sign.
    pub(super) start: usize,
    /// Whether the number is left blank.
    pub(super) blank: bool,
}

/// Whether what follows a sign may be a code or a year: after blanks, a letter, or digits that a sign follows.
pub(super) fn leads_to_code(after: &[u8]) -> bool {
    let blanks = after.iter().take(20).take_while(|b| b.is_ascii_whitespace() || **b == b'*').count();
    match after.get(blanks) {
        Some(b) if b.is_ascii_alphabetic() || *b >= 0xC3 => true,
        Some(b'/' | b'-') if blanks == 0 => after.get(1).is_some_and(u8::is_ascii_alphanumeric),
        Some(b) if b.is_ascii_digit() => is_year(&after[blanks..]),
        _ => false,
    }
}

/// Whether digits are a year that another sign follows, in the forms that drafts give it.
fn is_year(rest: &[u8]) -> bool {
    let sign = |at: usize| matches!(rest.get(at), Some(b'/' | b'-'));
    let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    let gap = rest[digits..].iter().take(3).take_while(|b| matches!(b, b' ' | b'*')).count();
    if (2..=5).contains(&digits) && sign(digits + gap) {
        return true;
    }
    match digits {
        // "22/2021TT-BGDĐT": the sign behind the year is lost; "126/2024\n/NĐ-CP": it stands in the next line.
        // "43/2017 NĐ-CP": a blank stands for it. "kỳ 12/2020 BC-UBND" is no number of a report.
        4 => match &rest[4..] {
            [b'\n', next, ..] => *next == b'/',
            [b' ', code @ ..] => {
                let behind = |yeared: &str| matches!(code.strip_prefix(yeared.as_bytes()), Some([b'/' | b'-', ..]));
                YEARED.into_iter().any(behind)
            }
            [b, ..] => b.is_ascii_uppercase() || *b == 0xC4,
            [] => false,
        },
        // "100/201 5/QH13"
        1..=3 if rest.get(digits) == Some(&b' ') && sign(5) => rest[digits + 1..5].iter().all(u8::is_ascii_digit),
        // "04/2O15/NĐ-CP"
        1..=3 => sign(4) && rest[..4].iter().all(|b| is_digit_like(char::from(*b))),
        _ => false,
    }
}

/// The codes of types whose numbers have a year.
const YEARED: [&str; 6] = ["NĐ", "TT", "QĐ", "NQ", "TTLT", "NQLT"];

/// Where the number before a sign starts: digits, perhaps dotted or with a letter, with at most three blanks between.
fn number_start(text: &str, sign: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = sign;
    while end > 0 && sign - end < 5 && matches!(bytes[end - 1], b' ' | b'\t' | b'*') {
        end -= 1;
    }
    let letter = text[..end].chars().next_back().filter(|&c| is_word_char(c) && !c.is_ascii_digit());
    let digits_end = end - letter.map_or(0, char::len_utf8);
    let mut start = digits_before(bytes, digits_end);
    if start == digits_end {
        return misread_start(text, end);
    }
    if start >= 2 && bytes[start - 1] == b'.' && letter.is_none() && digits_end - start <= 3 {
        let whole = digits_before(bytes, start - 1);
        if whole < start - 1 {
            start = whole;
        }
    }
    let before = text[..start].chars().next_back();
    let glued = before.is_some_and(is_word_char) && {
        let word = &text[word_before(text, start)];
        is_word(word, "số") || ["NĐ", "NQ", "QĐ", "TT", "CT", "KH", "KL"].contains(&word)
    };
    let inside = !glued && before.is_some_and(|c| is_word_char(c) || matches!(c, '.' | '/' | '-' | '$' | '&' | '='));
    if inside {
        return misread_start(text, end);
    }
    let standard = before == Some(':') && text[..start - 1].ends_with(|c: char| c.is_ascii_digit());
    (digits_end - start <= 10 && !standard).then_some(start)
}

/// Where a number behind "số" starts that has letters for some of its digits: `số O4/2015/NĐ-CP`.
fn misread_start(text: &str, end: usize) -> Option<usize> {
    let run = text[..end].len() - text[..end].trim_end_matches(is_digit_like).len();
    let start = end - run;
    let labelled = text[..start].ends_with(' ') && is_word(&text[word_before(text, start - 1)], "số");
    ((2..=6).contains(&run) && labelled && is_misread(&text[start..end])).then_some(start)
}

/// Where the number of `298 KH/TWĐTN` starts, whose first sign is lost: a known type code stands before the sign.
fn lost_sign_start(text: &str, sign: usize) -> Option<usize> {
    let code = word_before(text, sign);
    let word = &text[code.clone()];
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    if letters.len() < 2 || !letters.starts_with(char::is_uppercase) {
        return None;
    }
    let code_start = code.end - letters.len();
    let end = text[..code_start].trim_end_matches(' ').len();
    let start = digits_before(text.as_bytes(), end);
    let close = code_start - end <= 2;
    let inside = text[..start].ends_with(|c: char| is_word_char(c) || matches!(c, '.' | '/' | '-'));
    (close && start < end && end - start <= 6 && !inside && codes::is_type(letters)).then_some(start)
}

/// Whether a sign follows a number left blank: "Số:      /", "số ...../", "số……-".
fn follows_blank(text: &str, sign: usize) -> bool {
    // "và/hoặc": "số" ends with no letter of ASCII.
    if sign > 0 && text.as_bytes()[sign - 1].is_ascii_alphanumeric() {
        return false;
    }
    let window = tail_before(text, sign, 160);
    let bare = window.trim_end_matches([' ', '\t', '.', '…', '_', '*', '\\', '-']);
    let bare = bare.strip_suffix(':').unwrap_or(bare).trim_end_matches(' ');
    if window.len() - bare.len() > 120 {
        return false;
    }
    let word = word_before(bare, bare.len());
    is_word(&bare[word], "số")
}

/// The start of the run of digits that ends at `end`.
fn digits_before(bytes: &[u8], end: usize) -> usize {
    let digits = bytes[..end].iter().rev().take(12).take_while(|b| b.is_ascii_digit()).count();
    end - digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::Starts;

    #[test]
    fn places_worth_a_try() {
        for (text, want) in [
            ("số 16/CT-TTg", Some("16/")),
            ("số 1234 /KH", Some("1234")),
            ("số 66.1/2025/NQ-CP", Some("66.1")),
            ("số 12a/KH", Some("12a/")),
            ("Số:      /BC-PGDĐT", Some("/BC")),
            ("Số: ……-KH/TU", Some("-KH")),
            ("số 298 KH/TWĐTN", Some("298 ")),
            ("Thông tư số28/2010/TT-BTTTT", Some("28/")),
            ("A28/2010/TT-BTTTT", None),
            ("NĐ126/2024/NĐ-CP", Some("126/")),
            ("số **126**/2024/NĐ-CP", Some("126**/")),
            ("ngày 03/6/2013", None),
            ("số 22/2021TT-BGDĐT", Some("22/")),
            ("số 22/2021ND", Some("22/")),
            ("số O4/2015/NĐ-CP", Some("O4/")),
            ("số 1O4/2015/NĐ-CP", Some("1O4/")),
            ("số 04/2O15/NĐ-CP", Some("04/")),
            ("số 64//2023/NĐ-CP", Some("64/")),
            ("số 100/201 5/QH13", Some("100/")),
            ("số - /2026/NĐ-CP", Some("/2026")),
            ("IO/KH-UBND", None),
            ("số 22/2021 TT", None),
            ("số 22/2021 TT-BGDĐT", Some("22/")),
            ("số 22/2021 NĐ-CP", Some("22/")),
            ("số 22/2021 TTLT-BTC-BNV", Some("22/")),
            ("kỳ báo cáo 12/2020 BC-UBND", None),
            ("QCVN 06:2022/BXD", None),
            ("2021 - 2025", None),
            ("và/hoặc", None),
        ] {
            let signs = Starts::of(text).signs;
            let found = signs.into_iter().find_map(|sign| candidate_at(text, sign, 0)).map(|c| &text[c.start..]);
            assert_eq!(found.is_some(), want.is_some(), "{text}");
            assert!(found.is_none_or(|rest| rest.starts_with(want.unwrap())), "{text}: {found:?}");
        }
    }
}
