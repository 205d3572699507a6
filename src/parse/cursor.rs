//! Small steps forwards and backwards over a normalised text. Positions are byte offsets of it.

use std::ops::Range;

use crate::text::{folded, is_word_char, lower};

/// Blanks, the marks of Markdown emphasis and the bracket that opens a link: what may stand between the words of a
/// citation.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '_' | '`' | '[')
}

/// `at` moved back over gaps; at most two line ends and one page number, so that a citation may go on over a page break.
pub(super) fn back_over_gap(text: &str, at: usize) -> usize {
    let start = back_over_lines(text, at);
    let number = text[..start].len() - text[..start].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let line = back_over_lines(text, start - number);
    let alone = ends_line(&text[start..at]) && text[line..start - number].contains('\n');
    if is_page_number(number) && alone { line } else { start }
}

/// `at` moved on over gaps; at most two line ends and one page number.
pub(super) fn on_over_gap(text: &str, at: usize) -> usize {
    let end = on_over_lines(text, at);
    let number = text[end..].bytes().take_while(u8::is_ascii_digit).count();
    let next = on_over_lines(text, end + number);
    let alone = text[at..end].contains('\n') && ends_line(&text[end + number..next]);
    if is_page_number(number) && alone { next } else { end }
}

/// A phrase on one line, without marks of Markdown and without the page number that a break put into it.
pub(super) fn unwrapped(phrase: &str) -> String {
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
}

/// Words folded once, so that every phrase from the first to the n-th can be looked up.
pub(super) struct FoldedPhrase {
    text: String,
    ends: Vec<usize>,
}

impl FoldedPhrase {
    /// Folds `words` of `text`, keeping a comma or hyphen between two of them.
    pub(super) fn new(text: &str, words: &[Range<usize>]) -> Self {
        let mut phrase = Self { text: String::new(), ends: Vec::with_capacity(words.len()) };
        for (i, word) in words.iter().enumerate() {
            if i > 0 {
                let between = &text[words[i - 1].end..word.start];
                phrase.text.push_str(match between.trim() {
                    "," => ", ",
                    "-" if between.starts_with(' ') => " - ",
                    "-" => "-",
                    "&" => "&",
                    _ => " ",
                });
            }
            phrase.text.push_str(&folded(&text[word.clone()]));
            phrase.ends.push(phrase.text.len());
        }
        phrase
    }

    /// The first `count` words.
    pub(super) fn first(&self, count: usize) -> &str {
        &self.text[..self.ends[count - 1]]
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
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

/// The run of letters and digits that ends at `at`.
pub(super) fn word_before(text: &str, at: usize) -> Range<usize> {
    let start = text[..at]
        .char_indices()
        .rev()
        .take(24)
        .take_while(|(_, c)| is_word_char(*c) || *c == '&')
        .last()
        .map_or(at, |(i, _)| i);
    start..at
}

/// The run of letters and digits that starts at `at`.
pub(super) fn word_after(text: &str, at: usize) -> Range<usize> {
    let len: usize =
        text[at..].chars().take(40).take_while(|c| is_word_char(*c) || *c == '&').map(char::len_utf8).sum();
    at..at + len
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
pub(super) fn is_word(word: &str, expected: &str) -> bool {
    word.chars().map(lower).eq(expected.chars())
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
    fn phrases_on_one_line() {
        for (text, want) in [
            ("Điều 1 và Điều\n2", "Điều 1 và Điều 2"),
            ("Bộ\n\n12\n\nNội vụ", "Bộ Nội vụ"),
            ("**Bộ** Y\ntế", "Bộ Y tế"),
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
