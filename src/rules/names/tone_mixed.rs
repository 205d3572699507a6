use std::ops::Range;

use crate::finding::{Applicability, Fix, Message, Severity};
use crate::rules::{Context, Findings, Rule};
use crate::text::Edit;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "NAM04",
    name: "tone-mixed",
    group: "names",
    severity: Severity::Info,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("tone_mixed.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let text = document.normalized().as_str();
    let (old, new): (Vec<_>, Vec<_>) = context.places().toned(text).partition(|(_, pair)| pair % 2 == 0);
    let (rare, usual) = if old.len() < new.len() { (old, new) } else { (new, old) };
    // As often as the other it is no majority to follow.
    let (Some((first, _)), true) = (rare.first(), rare.len() < usual.len()) else { return };
    let word = |range: &Range<usize>| {
        let start = text[..range.start].rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + 1);
        &text[text.ceil_char_boundary(start)..range.end]
    };
    let (rare_word, usual_word) = (word(first), usual.first().map_or("", |(range, _)| word(range)));
    let edits =
        rare.iter().map(|(range, pair)| Edit { span: document.span(range.clone()), text: PAIRS[pair ^ 1].to_owned() });
    let title = Message::new("đặt dấu theo cách dùng nhiều hơn", "place the mark as most words here have it");
    let fix = Fix { title, applicability: Applicability::Safe, edits: edits.collect() };
    let message = Message::new(
        format!(
            "đặt dấu thanh lẫn hai cách: ‘{rare_word}’ ({} chỗ) và ‘{usual_word}’ ({} chỗ)",
            rare.len(),
            usual.len()
        ),
        format!("tone marks placed in two ways: ‘{rare_word}’ ({}) and ‘{usual_word}’ ({})", rare.len(), usual.len()),
    );
    findings.add(document.span(first.clone()), message, Message::new("dùng một cách", "keep to one"), vec![fix]);
}

/// The two ways, old and new in turn.
const PAIRS: [&str; 60] = [
    "òa", "oà", "óa", "oá", "ỏa", "oả", "õa", "oã", "ọa", "oạ", "òe", "oè", "óe", "oé", "ỏe", "oẻ", "õe", "oẽ", "ọe",
    "oẹ", "ùy", "uỳ", "úy", "uý", "ủy", "uỷ", "ũy", "uỹ", "ụy", "uỵ", "Òa", "Oà", "Óa", "Oá", "Ỏa", "Oả", "Õa", "Oã",
    "Ọa", "Oạ", "Òe", "Oè", "Óe", "Oé", "Ỏe", "Oẻ", "Õe", "Oẽ", "Ọe", "Oẹ", "Ùy", "Uỳ", "Úy", "Uý", "Ủy", "Uỷ", "Ũy",
    "Uỹ", "Ụy", "Uỵ",
];

/// The same as numbers, by their bytes.
const KEYS: [u32; PAIRS.len()] = {
    let mut keys = [0; PAIRS.len()];
    let mut pair = 0;
    while pair < PAIRS.len() {
        keys[pair] = match *PAIRS[pair].as_bytes() {
            [a, b, c] => u32::from_le_bytes([a, b, c, 0]),
            [a, b, c, d] => u32::from_le_bytes([a, b, c, d]),
            _ => panic!("a pair of another length"),
        };
        pair += 1;
    }
    keys
};

/// The pair that starts at a place, if it ends a syllable.
pub(in crate::rules) fn pair_from(text: &str, start: usize) -> Option<(Range<usize>, usize)> {
    let key = match *text.as_bytes().get(start..)? {
        [a, b, c, d, ..] if a == 0xE1 || b == 0xE1 => u32::from_le_bytes([a, b, c, d]),
        [a, b, c, ..] => u32::from_le_bytes([a, b, c, 0]),
        _ => return None,
    };
    let pair = KEYS.iter().position(|&one| one == key)?;
    let end = start + PAIRS[pair].len();
    // "quý" has its mark on the only vowel; inside "hoàn" it has one place.
    let free = !text[..start].ends_with(['q', 'Q']) && !text[end..].starts_with(char::is_alphabetic);
    free.then_some((start..end, pair))
}

/// Whether a pair of the old way may have its letter of ASCII behind the byte before: most letters are left out here.
#[inline(always)]
pub(in crate::rules) const fn may_be_old(before: u8, letter: u8) -> bool {
    match letter {
        // The last bytes of "ò" to "ọ", and of "ù" to "ụ".
        b'a' | b'e' => matches!(before, 0x8C..=0x8F | 0x92..=0x95 | 0xB2..=0xB5),
        b'y' => matches!(before, 0x99 | 0x9A | 0xA4..=0xA9 | 0xB9 | 0xBA),
        _ => false,
    }
}

/// Whether a pair of the new way may begin with the first of these bytes.
#[inline(always)]
pub(in crate::rules) const fn may_be_new(bytes: [u8; 8]) -> bool {
    let behind = match bytes {
        // "à" to "ạ" and "è" to "ẹ", large ones too, and of "y" the small ones.
        [b'o' | b'O', 0xC3, 0x80..=0x89 | 0xA0..=0xA9, behind, ..] => behind,
        [b'o' | b'O', 0xE1, 0xBA, _, behind, ..] => behind,
        [b'u' | b'U', 0xC3, 0x9D | 0xBD, behind, ..] => behind,
        [b'u' | b'U', 0xE1, 0xBB, 0xB2..=0xB9, behind, ..] => behind,
        _ => return false,
    };
    // Nearly all syllables that have a pair inside go on with a letter of ASCII.
    !behind.is_ascii_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::survey::Survey;

    fn syllables(text: &str) -> Vec<(Range<usize>, usize)> {
        Survey::of(text).places.toned(text).collect()
    }

    #[test]
    fn every_pair_has_its_place() {
        for (index, pair) in PAIRS.iter().enumerate() {
            let text = format!("th{pair}, q{pair} {pair}n {pair}");
            let found: Vec<_> =
                syllables(&text).into_iter().map(|(range, pair)| (text[range].to_owned(), pair)).collect();
            assert_eq!(found, [((*pair).to_owned(), index), ((*pair).to_owned(), index)], "{pair}");
        }
        assert_eq!(syllables("của nghĩa òb oê aà ya"), []);
    }
}
