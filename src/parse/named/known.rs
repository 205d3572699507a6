//! Names of laws, codes and ordinances that the list has.

use crate::parse::cursor::{on_over_gap, word_after};
use crate::parse::phrase::FoldedPhrase;
use crate::text::{Syllable, is_all_caps};
use crate::vocab::laws;

/// The end of the longest known name that starts at a place. Commas may be missing, and abbreviations stand for words:
/// `Luật Phòng chống ma túy`, `Luật Tổ chức HĐND và UBND`.
pub(in crate::parse) fn known(text: &str, start: usize) -> Option<usize> {
    const IN_BRACKETS: &str = "(HIV/AIDS)";
    let mut phrase = FoldedPhrase::new();
    let mut word = word_after(text, start);
    let mut end = None;
    while !word.is_empty()
        && let Some(beginning) = add(&mut phrase, text, word.start, word.end)
    {
        if beginning.is_name {
            end = Some(word.end);
        }
        if !beginning.is_longer {
            break;
        }
        let mut at = on_over_gap(text, word.end);
        match text.as_bytes().get(at) {
            Some(b',' | b';') if !beginning.takes_comma => break,
            Some(b',' | b';' | b'-' | b'/') => at = on_over_gap(text, at + 1),
            _ => {}
        }
        word = word_after(text, at);
    }
    let end = end?;
    let bracket = on_over_gap(text, end);
    Some(if text[bracket..].starts_with(IN_BRACKETS) { bracket + IN_BRACKETS.len() } else { end })
}

/// What a phrase is with the next word, or the words that it is short for.
fn add(phrase: &mut FoldedPhrase, text: &str, start: usize, end: usize) -> Option<laws::Beginning> {
    let word = Syllable::in_text(text, start..end);
    let words = if is_all_caps(&text[start..end]) { laws::unfolded(word) } else { None };
    let Some(words) = words else { return phrase.add_word(word).and_then(laws::beginning) };
    let mut words = words.split(' ').map(Syllable::folded).peekable();
    while let Some(word) = words.next() {
        let phrase = phrase.add_word(word)?;
        if words.peek().is_none() {
            return laws::beginning(phrase);
        }
    }
    None
}
