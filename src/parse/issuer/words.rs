//! The words of a text that may be the name of a body.

use std::ops::Range;

use smallvec::SmallVec;

use crate::parse::cursor::{is_word, on_over_gap, word_after};

/// How many words a name may have.
pub(super) const MOST_WORDS: usize = 30;

/// The words of what may be the name of a body.
pub(super) type WordList = SmallVec<[Range<usize>; MOST_WORDS]>;

/// The words from a place on, to the end of the clause.
pub(super) struct Words<'t> {
    text: &'t str,
    at: usize,
    /// Whether the number of a unit may follow: "Quận 12".
    is_numbered: bool,
}

impl<'t> Words<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        Self { text, at, is_numbered: false }
    }

    /// Where the word behind this one may begin, on over a sign; `None` where none follows.
    fn behind(&self, word: &Range<usize>) -> Option<usize> {
        let bytes = self.text.as_bytes();
        // "TP. Hồ Chí Minh", "Q.1"
        if bytes.get(word.end) == Some(&b'.') && UNITS_IN_SHORT.contains(&&self.text[word.clone()]) {
            let next = word.end + 1 + usize::from(bytes.get(word.end + 1) == Some(&b' '));
            let goes_on = self.text[next..].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            return goes_on.then_some(next);
        }
        let next = on_over_gap(self.text, word.end);
        let next = match bytes.get(next) {
            Some(b'-' | b',' | b'&') => on_over_gap(self.text, next + 1),
            _ => next,
        };
        (next > word.end).then_some(next)
    }
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let word = word_after(self.text, self.at);
        let letters = &self.text[word.clone()];
        if letters.is_empty()
            || letters.as_bytes()[0].is_ascii_digit() && !(self.is_numbered && is_number(self.text, &word))
        {
            return None;
        }
        self.is_numbered = NUMBERED.iter().any(|unit| is_word(letters, unit));
        self.at = self.behind(&word).unwrap_or(self.text.len());
        Some(word)
    }
}

/// Unit words in short, before the dot.
const UNITS_IN_SHORT: [&str; 9] = ["TP", "Tp", "tp", "TX", "Tx", "TT", "Q", "H", "P"];
/// Units that have numbers for names.
const NUMBERED: [&str; 4] = ["quận", "phường", "q", "p"];

/// Whether digits are the number of a unit, and no count of what follows.
fn is_number(text: &str, word: &Range<usize>) -> bool {
    let counted = word_after(text, on_over_gap(text, word.end));
    let counts = ["năm", "tháng", "ngày", "quý"].iter().any(|unit| is_word(&text[counted.clone()], unit));
    word.len() <= 2 && text.as_bytes()[word.clone()].iter().all(u8::is_ascii_digit) && !counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_names() {
        for (text, want) in [
            ("UBND TP. Hồ Chí Minh", 5),
            ("UBND TP.HCM", 3),
            ("UBND TP.\nCăn cứ", 2),
            ("UBND Quận 12 về", 4),
            ("UBND phường 5 năm 2020", 2),
            ("UBND Q.1 về", 4),
            ("Chính phủ. Căn cứ", 2),
            ("Chính phủ 5", 2),
        ] {
            assert_eq!(Words::new(text, 0).count(), want, "{text}");
        }
    }
}
