//! Small steps forwards and backwards over a normalised text. Positions are byte offsets of it.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::{has_single_blanks, is_word_char, lower};

/// Blanks, the marks of Markdown emphasis and the bracket that opens a link: what may stand between the words of a
/// citation.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_' | '`' | '[')
}

/// `at` moved back over gaps; at most two line ends and one page number, so that a citation may go on over a page break.
#[inline]
pub(super) fn back_over_gap(text: &str, at: usize) -> usize {
    let before = &text.as_bytes()[..at];
    match before.last() {
        Some(b' ') if ends_plainly(&before[..at - 1]) => at - 1,
        _ if ends_plainly(before) => at,
        _ => back_over_wide_gap(text, at),
    }
}

#[inline(never)]
fn back_over_wide_gap(text: &str, at: usize) -> usize {
    let start = back_over_lines(text, at);
    let number = text[..start].len() - text[..start].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let line = back_over_lines(text, start - number);
    let alone = ends_line(&text[start..at]) && text[line..start - number].contains('\n');
    if is_page_number(number) && alone { line } else { start }
}

/// `at` moved on over gaps; at most two line ends and one page number.
#[inline]
pub(super) fn on_over_gap(text: &str, at: usize) -> usize {
    let after = &text.as_bytes()[at..];
    match after.first() {
        Some(b' ') if begins_plainly(&after[1..]) => at + 1,
        _ if begins_plainly(after) => at,
        _ => on_over_wide_gap(text, at),
    }
}

#[inline(never)]
fn on_over_wide_gap(text: &str, at: usize) -> usize {
    let end = on_over_lines(text, at);
    let number = text[end..].bytes().take_while(u8::is_ascii_digit).count();
    let next = on_over_lines(text, end + number);
    let alone = text[at..end].contains('\n') && ends_line(&text[end + number..next]);
    if is_page_number(number) && alone { next } else { end }
}

/// Whether bytes begin with a sign of ASCII or a letter of Vietnamese, which is no gap: most words have one blank between
/// them, and no more needs to be looked at.
#[inline]
fn begins_plainly(bytes: &[u8]) -> bool {
    match bytes {
        [first, ..] if first.is_ascii() => PLAIN[usize::from(*first)],
        [0xC3..=0xC6, ..] | [0xE1, 0xBA | 0xBB, ..] => true,
        _ => false,
    }
}

/// Whether bytes end with one.
#[inline]
fn ends_plainly(bytes: &[u8]) -> bool {
    match bytes {
        [.., last] if last.is_ascii() => PLAIN[usize::from(*last)],
        [.., 0xC3..=0xC6, _] | [.., 0xE1, 0xBA | 0xBB, _] => true,
        _ => false,
    }
}

/// The signs of ASCII that are no gap.
static PLAIN: [bool; 128] = {
    let mut plain = [false; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        plain[byte as usize] = byte.is_ascii_graphic() && !matches!(byte, b'*' | b'_' | b'`' | b'[');
        byte += 1;
    }
    plain
};

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

/// A phrase on one line, without marks of Markdown and without the page number that a break put into it.
pub(super) fn unwrapped(phrase: &str) -> Cow<'_, str> {
    if has_single_blanks(phrase, is_gap) {
        return Cow::Borrowed(phrase);
    }
    let number = |line: &str| is_page_number(line.len()) && line.bytes().all(|b| b.is_ascii_digit());
    // A number in the last line is no page number: "Điều\n2".
    let last = phrase.rfind('\n').map_or(0, |end| end + 1);
    let lines = phrase[..last].split('\n').map(str::trim).filter(|line| !number(line));
    lines
        .chain([&phrase[last..]])
        .flat_map(|line| line.split(is_gap))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
        .into()
}

fn is_page_number(digits: usize) -> bool {
    (1..=3).contains(&digits)
}

/// Whether a gap goes on in another line.
fn ends_line(gap: &str) -> bool {
    gap.trim_start_matches([' ', '\t', '*', '_']).starts_with('\n')
}

fn back_over_lines(text: &str, at: usize) -> usize {
    let mut lines = 0;
    let mut start = at;
    for (i, c) in text[..at].char_indices().rev().take(40) {
        lines += usize::from(c == '\n');
        if !is_gap(c) || lines > 2 {
            break;
        }
        start = i;
    }
    start
}

fn on_over_lines(text: &str, at: usize) -> usize {
    let mut lines = 0;
    let mut end = at;
    for (i, c) in text[at..].char_indices().take(40) {
        lines += usize::from(c == '\n');
        if !is_gap(c) || lines > 2 {
            return end;
        }
        end = at + i + c.len_utf8();
    }
    end
}

/// Where the clause that `at` stands in begins, not before `from`: after a semicolon, a full stop, an empty line or
/// the start of a list item. A single line end is only where a text was wrapped.
pub(super) fn clause_start(text: &str, from: usize, at: usize) -> usize {
    let window = &text.as_bytes()[from..at];
    let ends = |i: usize| {
        let next = window.get(i + 1).copied().unwrap_or(b' ');
        match window[i] {
            b';' => true,
            b'.' => next.is_ascii_whitespace(),
            b'\n' => matches!(next, b'\n' | b'-' | b'|' | b'#' | b'+'),
            _ => false,
        }
    };
    (0..window.len()).rev().find(|&i| ends(i)).map_or(from, |i| from + i + 1)
}

/// The run of letters, digits and `&` that ends at `at`, of the last 24 characters.
pub(super) fn word_before(text: &str, at: usize) -> Range<usize> {
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
pub(super) fn letter_before(text: &str, at: usize) -> usize {
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
pub(super) fn word_after(text: &str, at: usize) -> Range<usize> {
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

/// The last `len` bytes or so before `at`, on a character boundary.
pub(super) fn tail_before(text: &str, at: usize, len: usize) -> &str {
    &text[text.ceil_char_boundary(at.saturating_sub(len)).min(at)..at]
}

/// What stands on its line before `at`, at most `reach` bytes.
pub(super) fn line_before(text: &str, at: usize, reach: usize) -> &str {
    tail_before(text, at, reach).rsplit('\n').next().unwrap_or_default()
}

/// What stands on its line behind `at`, at most `reach` bytes.
pub(super) fn line_behind(text: &str, at: usize, reach: usize) -> &str {
    text[at..text.floor_char_boundary(at.saturating_add(reach))].split('\n').next().unwrap_or_default()
}

/// Whether `word` is `expected` (lower case) in any case.
#[inline]
pub(super) fn is_word(word: &str, expected: &str) -> bool {
    match (word.as_bytes(), expected.as_bytes()) {
        // Most words differ in the first letter; a letter of ASCII is the small or the big form of none but itself.
        ([first, ..], [wanted, ..]) if first.is_ascii() && first.to_ascii_lowercase() != *wanted => false,
        ([0xC3..=0xC6 | 0xE1, ..], [wanted, ..]) if wanted.is_ascii() => false,
        _ => word == expected || word.chars().map(lower).eq(expected.chars()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_alone_on_its_line_is_a_gap() {
        for (text, want) in [
            ("số\n\n12\n\n693", "693"),
            ("số\n12\n693", "693"),
            ("số  \n 693", "693"),
            ("số\n\n\n693", "\n693"),
            ("số 12\n693", "12\n693"),
            ("số\n12 người", "12 người"),
        ] {
            assert_eq!(&text[on_over_gap(text, "số".len())..], want, "{text:?}");
        }
        for (text, want) in
            [("số\n\n12\n\n#", "số"), ("số 12\n#", "số 12"), ("năm\n2012\n#", "năm\n2012"), ("a\n#", "a")]
        {
            let at = text.find('#').unwrap();
            assert_eq!(&text[..back_over_gap(text, at)], want, "{text:?}");
        }
    }

    #[test]
    fn the_short_ways_are_those_of_every_character() {
        let pieces = [
            "a", "Z", "7", " ", "\n", "*", "[", ".", "Đ", "ữ", "\u{a0}", "\u{1680}", "×", "÷", "“", "&", "\u{2003}",
            "à",
        ];
        let number = pieces.len();
        for index in 0..number.pow(4) {
            let text: String = (0..4).map(|place| pieces[index / number.pow(place) % number]).collect();
            for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
                assert_eq!(on_over_gap(&text, at), on_over_wide_gap(&text, at), "{text:?} {at}");
                assert_eq!(back_over_gap(&text, at), back_over_wide_gap(&text, at), "{text:?} {at}");
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
        let words = ["", "Của", "của", "CỦA", "cua", "kg", "\u{212a}g", "ĐÃ", "đã", "da", "İ", "i"];
        let small = ["", "của", "cua", "kg", "đã", "da", "i"];
        for (word, expected) in words.iter().flat_map(|word| small.map(|expected| (*word, expected))) {
            assert_eq!(is_word(word, expected), word.chars().map(lower).eq(expected.chars()), "{word} {expected}");
        }
    }

    #[test]
    fn phrases_on_one_line() {
        for (text, want) in [
            ("Điều 1 và Điều\n2", "Điều 1 và Điều 2"),
            ("Bộ\n\n12\n\nNội vụ", "Bộ Nội vụ"),
            ("**Bộ** Y\ntế", "Bộ Y tế"),
            ("Bộ  Y tế ", "Bộ Y tế"),
            ("Bộ Y tế", "Bộ Y tế"),
            ("", ""),
        ] {
            assert_eq!(unwrapped(text), want, "{text:?}");
        }
    }

    #[test]
    fn clauses() {
        for (text, want) in [("a; b", " b"), ("a\nb", "a\nb"), ("a\n\nb", "\nb"), ("1.5 b. c", " c"), ("a\n- b", "- b")]
        {
            assert_eq!(&text[clause_start(text, 0, text.len())..], want, "{text:?}");
        }
    }
}
