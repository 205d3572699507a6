//! The words of what may be a name, folded for the tables of the vocabulary.

use std::ops::Range;

use super::cursor::is_gap;
use crate::text::Syllable;

/// Words folded one after the other: what they are together is looked up with each.
pub(super) struct FoldedPhrase {
    bytes: [u8; Self::MOST],
    length: usize,
    /// Where the last word ends in the text.
    end: usize,
}

impl FoldedPhrase {
    /// No key of a table is longer.
    const MOST: usize = 256;

    pub(super) const fn new() -> Self {
        Self { bytes: [0; Self::MOST], length: 0, end: 0 }
    }

    /// Adds the next word, with a comma or hyphen before it; `None` where the phrase is too long for a name.
    pub(super) fn add(&mut self, text: &str, word: &Range<usize>) -> Option<&[u8]> {
        if self.length > 0 {
            let sign: &[u8] = match &text[self.end..word.start] {
                " " => b" ",
                between => match between.trim_matches(is_gap) {
                    "," => b", ",
                    "-" if between.starts_with(is_gap) => b" - ",
                    "-" => b"-",
                    "&" => b"&",
                    _ => b" ",
                },
            };
            for byte in sign {
                *self.bytes.get_mut(self.length)? = *byte;
                self.length += 1;
            }
        }
        self.end = word.end;
        self.push(Syllable::in_text(text, word.clone()))
    }

    /// Adds the next word without the sign before it.
    pub(super) fn add_word(&mut self, word: Syllable) -> Option<&[u8]> {
        if self.length > 0 {
            *self.bytes.get_mut(self.length)? = b' ';
            self.length += 1;
        }
        self.push(word)
    }

    fn push(&mut self, word: Syllable) -> Option<&[u8]> {
        // All sixteen bytes are quicker to copy than those of the word; the next one stands on the others.
        let (bytes, length) = word.bytes();
        *self.bytes.get_mut(self.length..)?.first_chunk_mut()? = bytes;
        self.length += length;
        self.bytes.get(..self.length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::cursor::{on_over_gap, word_after};

    #[test]
    fn signs_between_words_stay() {
        for (text, want) in [
            ("Bộ Giáo dục", "bộ giáo dục"),
            ("Luật Phòng, chống", "luật phòng, chống"),
            ("Lao động  - Thương binh", "lao động - thương binh"),
            ("vi-rút", "vi-rút"),
            ("Nhà nước-* Việt", "nhà nước-việt"),
            ("Lao động* - *Thương binh", "lao động - thương binh"),
            ("Bộ\n**Y**  tế", "bộ y tế"),
        ] {
            let mut phrase = FoldedPhrase::new();
            let mut at = 0;
            let mut folded = Vec::new();
            while at < text.len() {
                let word = word_after(text, at);
                folded = phrase.add(text, &word).unwrap().to_vec();
                at = on_over_gap(text, word.end);
                if text[at..].starts_with([',', '-']) {
                    at = on_over_gap(text, at + 1);
                }
            }
            assert_eq!(String::from_utf8(folded).unwrap(), want);
        }
        let (long, mut phrase) = ("thương ".repeat(60), FoldedPhrase::new());
        let places = (0..60).map(|place| place * "thương ".len());
        let all = places.map(|at| phrase.add(&long, &word_after(&long, at)).is_some());
        assert!(all.collect::<Vec<_>>().contains(&false));
    }
}
