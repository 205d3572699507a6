//! Small steps forwards and backwards over a normalised text. Positions are byte offsets of it.

mod gap;
mod word;

pub(super) use self::gap::{back_over_gap, is_gap, on_over_gap, unwrapped};
pub(super) use self::word::{is_word, letter_before, word_after, word_before};

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
    memchr::memrchr3_iter(b';', b'.', b'\n', window).find(|&i| ends(i)).map_or(from, |i| from + i + 1)
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

/// Texts of four pieces, letters, gaps and signs of every length, to hold short ways against long ones.
#[cfg(test)]
fn texts_of_pieces() -> impl Iterator<Item = String> {
    const PIECES: [&str; 18] =
        ["a", "Z", "7", " ", "\n", "*", "[", ".", "Đ", "ữ", "\u{a0}", "\u{1680}", "×", "÷", "“", "&", "\u{2003}", "à"];
    let all = PIECES.len();
    (0..all.pow(4)).map(move |number| (0..4).map(|place| PIECES[number / all.pow(place) % all]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses() {
        for (text, want) in [("a; b", " b"), ("a\nb", "a\nb"), ("a\n\nb", "\nb"), ("1.5 b. c", " c"), ("a\n- b", "- b")]
        {
            assert_eq!(&text[clause_start(text, 0, text.len())..], want, "{text:?}");
        }
    }
}
