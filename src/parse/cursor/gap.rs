//! Steps over gaps: what may stand between the words of a citation.

use std::borrow::Cow;

use crate::text::{begins_as_vietnamese, has_single_blanks};

/// Blanks, the marks of Markdown emphasis and the bracket that opens a link: what may stand between the words of a
/// citation.
pub(in crate::parse) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_' | '`' | '[')
}

/// `at` moved back over gaps; at most two line ends and one page number, so that a citation may go on over a page break.
#[inline]
pub(in crate::parse) fn back_over_gap(text: &str, at: usize) -> usize {
    let before = &text.as_bytes()[..at];
    match before.last() {
        Some(b' ') if ends_plainly(&before[..at - 1]) => at - 1,
        _ if ends_plainly(before) => at,
        _ => back_over_wide_gap(text, at),
    }
}

/// Apart, so that the short way is small where it is inlined.
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
pub(in crate::parse) fn on_over_gap(text: &str, at: usize) -> usize {
    let after = &text.as_bytes()[at..];
    match after.first() {
        Some(b' ') if begins_plainly(&after[1..]) => at + 1,
        _ if begins_plainly(after) => at,
        _ => on_over_wide_gap(text, at),
    }
}

/// Apart for the same reason.
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
        other => begins_as_vietnamese(other),
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

/// A phrase on one line, without marks of Markdown and without the page number that a break put into it.
pub(in crate::parse) fn unwrapped(phrase: &str) -> Cow<'_, str> {
    if is_on_one_line(phrase) || has_single_blanks(phrase, is_gap) {
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

/// Whether a phrase is words of ASCII and of letters of Vietnamese, with single blanks between, as nearly all are. Without a jump,
/// because the processor would not foretell it. A no tells nothing.
fn is_on_one_line(phrase: &str) -> bool {
    let (mut before, mut unfit) = (ANY | BLANK, 0);
    for &byte in phrase.as_bytes() {
        let (kind, not_behind) = KINDS[usize::from(byte)];
        unfit |= not_behind & before;
        before = kind;
    }
    (unfit | before & (BLANK | TONED)) == 0
}

/// Any byte.
const ANY: u8 = 1;
/// A blank.
const BLANK: u8 = 2;
/// The first byte of most letters with a tone mark, and of some signs.
const TONED: u8 = 4;

/// Of a byte what it is, and which bytes it may not stand behind.
static KINDS: [(u8, u8); 256] = {
    let mut kinds = [(ANY, ANY); 256];
    let mut byte = 0_u8;
    while byte < 0xFF {
        kinds[byte as usize] = match byte {
            b' ' => (ANY | BLANK, BLANK | TONED),
            0..0x80 if PLAIN[byte as usize] => (ANY, TONED),
            0xBA | 0xBB => (ANY, 0),
            0x80..=0xBF | 0xC3..=0xC6 => (ANY, TONED),
            0xE1 => (ANY | TONED, TONED),
            _ => (ANY, ANY),
        };
        byte += 1;
    }
    kinds
};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::cursor::texts_of_pieces;

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
        for text in texts_of_pieces() {
            for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
                assert_eq!(on_over_gap(&text, at), on_over_wide_gap(&text, at), "{text:?} {at}");
                assert_eq!(back_over_gap(&text, at), back_over_wide_gap(&text, at), "{text:?} {at}");
            }
        }
    }

    #[test]
    fn a_phrase_on_one_line_has_single_blanks() {
        let on_one_line: Vec<String> = texts_of_pieces().filter(|text| is_on_one_line(text)).collect();
        assert!(on_one_line.len() > 1_000);
        assert!(on_one_line.iter().all(|text| has_single_blanks(text, is_gap)));
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
}
