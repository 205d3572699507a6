//! The name of a document type, or its code used as a word, that ends at a place.

use std::ops::Range;

use super::cursor::{back_over_gap, word_before};
use crate::citation::DocType;
use crate::text::Syllable;
use crate::vocab::types;

/// The type word that ends at `end`, the longest that fits.
pub(super) fn type_before(text: &str, end: usize) -> Option<(DocType, Range<usize>)> {
    if let Some(doc_type) = types::common_ending(&text[..end]) {
        return Some((doc_type, end - doc_type.name().len()..end));
    }
    let last = word_before(text, end);
    let mut words = WordsBack::default();
    let Some(mut ending) = words.add(Syllable::in_text(text, last.clone())).and_then(types::ending) else {
        let spelled = &text[last.clone()];
        let is_code = spelled.starts_with(|c: char| c.is_ascii_uppercase() || c == 'Đ');
        return is_code.then(|| types::find_written(spelled)).flatten().map(|doc_type| (doc_type, last));
    };
    let mut named = ending.name.map(|doc_type| (doc_type, last.start));
    let mut start = last.start;
    while ending.is_longer {
        let word = word_before(text, back_over_gap(text, start));
        if word.is_empty() || word.end == start {
            break;
        }
        let Some(longer) = words.add(Syllable::in_text(text, word.clone())).and_then(types::ending) else { break };
        ending = longer;
        start = word.start;
        named = ending.name.map(|doc_type| (doc_type, start)).or(named);
    }
    let (doc_type, start) = named.or_else(|| Some((types::find_written(&text[last.clone()])?, last.start)))?;
    Some((doc_type, start..last.end))
}

/// Words folded one after the other, the last one first.
struct WordsBack {
    bytes: [u8; Self::MOST],
    start: usize,
}

impl Default for WordsBack {
    fn default() -> Self {
        Self { bytes: [b' '; Self::MOST], start: Self::MOST }
    }
}

impl WordsBack {
    /// No name of a type is longer; the test below asserts it.
    const MOST: usize = 64;

    /// Puts a word in front of those there are; `None` where there is no room.
    fn add(&mut self, word: Syllable) -> Option<&[u8]> {
        let (bytes, length) = word.bytes();
        let end = if self.start == Self::MOST { self.start } else { self.start.checked_sub(1)? };
        self.start = end.checked_sub(length)?;
        self.bytes.get_mut(self.start..end)?.copy_from_slice(bytes.get(..length)?);
        self.bytes.get(self.start..)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn every_name_of_a_type_has_room() {
        for name in types::all_names() {
            assert!(name.contains('(') || fold(name).len() < WordsBack::MOST, "{name}");
        }
    }

    #[test]
    fn the_longest_name_counts() {
        for (text, want) in [
            ("theo Thông tư liên tịch", Some("Thông tư liên tịch")),
            ("THÔNG TƯ LIÊN TỊCH", Some("Thông tư liên tịch")),
            ("của Bộ\n**luật", Some("Bộ luật")),
            ("Bộ  Luật", Some("Bộ luật")),
            ("các luật", Some("Luật")),
            ("QĐ", Some("Quyết định")),
            ("đầu tư", None),
            ("", None),
        ] {
            let found = type_before(text, text.len());
            assert_eq!(found.map(|(doc_type, _)| doc_type.name()), want, "{text}");
        }
    }
}
