//! What a text is searched for: of each wording the part behind its first letter, which may be large or small, or where that
//! is too little both forms.

#[cfg(test)]
use crate::text::inner_blanks::Wording;

/// A form of wordings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// How many bytes are searched for, and how many of them are the first letter.
    pub(super) length: usize,
    pub(super) first: usize,
    /// Which part behind the first letter it is.
    pub(super) tail: u16,
    pub(super) rows: Rows,
}

/// The rows of the wordings that share what stands behind their first letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rows([[u8; 2]; MOST]);

/// The most wordings that share it.
const MOST: usize = 4;
/// Stands in the place of a row that is not there.
const NO_ROW: usize = 0xFFFF;

/// Bytes of a form: length, first, tail, rows. Those of several words stand in front of those of one.
const FORM: usize = 4 + 2 * MOST;

static FORMS: &[u8] = include_bytes!("../../../data/index/phrases.forms");

impl Form {
    /// The form of a number.
    pub(super) fn of(number: usize) -> Option<Self> {
        let &[length, first, a, b, ref rows @ ..] = FORMS.as_chunks::<FORM>().0.get(number)?;
        Some(Self {
            length: length.into(),
            first: first.into(),
            tail: u16::from_le_bytes([a, b]),
            rows: Rows(*rows.as_chunks().0.first_chunk()?),
        })
    }
}

impl Rows {
    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().map(|row| usize::from(u16::from_le_bytes(row))).filter(|&row| row != NO_ROW)
    }
}

/// The forms of several words, by number, each behind the first letters that it may have.
#[cfg(test)]
pub(crate) fn letters() -> Vec<Wording> {
    tests::made().into_iter().map(|(wording, _)| wording).filter(|wording| wording.letters.contains(' ')).collect()
}

/// The right forms, one a line.
#[cfg(test)]
pub(crate) fn right_forms() -> String {
    let rows = super::super::table::rows(include_str!("../../../data/phrases.tsv"));
    rows.map(|row| row.get(1)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::super::index::Writer;
    use super::super::{INDEX, Phrase, ROWS, WORDS};
    use super::*;
    use crate::text::{inner_blanks, is_or_made};

    const FILE: &str = include_str!("../../../data/phrases.tsv");

    /// Every form: its letters and its bytes.
    pub(super) fn made() -> Vec<(Wording, Vec<u8>)> {
        let phrases: Vec<Phrase> = super::super::super::table::rows(FILE).map(|row| Phrase::of(&row)).collect();
        let mut tails: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (row, phrase) in phrases.iter().enumerate() {
            tails.entry(phrase.tail()).or_default().push(row);
        }
        let mut forms = Vec::new();
        for (tail, (letters, rows)) in tails.into_iter().enumerate() {
            let row = |place: usize| *rows.get(place).unwrap_or(&NO_ROW) as u16;
            assert!(rows.len() <= MOST, "{letters}");
            let form = |wording: Wording, first: usize| {
                let mut bytes = vec![wording.letters.len().try_into().unwrap(), first.try_into().unwrap()];
                bytes.extend((tail as u16).to_le_bytes());
                bytes.extend((0..MOST).flat_map(|place| row(place).to_le_bytes()));
                (wording, bytes)
            };
            let firsts = rows.iter().filter_map(|&row| phrases[row].wrong.chars().next());
            let mut firsts: Vec<char> = firsts.flat_map(|first| first.to_uppercase().chain([first])).collect();
            firsts.sort_unstable();
            firsts.dedup();
            if !letters.contains(' ') || inner_blanks::can_find(letters) {
                let behind = firsts.iter().map(|first| *first.to_string().as_bytes().last().unwrap()).collect();
                forms.push(form(Wording { letters: letters.to_owned(), behind }, 0));
                continue;
            }
            let whole = |first: char| form(format!("{first}{letters}").into(), first.len_utf8());
            forms.extend(firsts.into_iter().map(whole));
        }
        forms.sort_by_key(|(wording, _)| !wording.letters.contains(' '));
        forms
    }

    #[test]
    fn index_is_of_the_rows() {
        let forms = made();
        let mut writer = Writer::default();
        writer.rows(FILE);
        for (number, (Wording { letters, .. }, bytes)) in forms.iter().enumerate() {
            if letters.contains(' ') {
                // With its first letter it is found as a whole word.
                assert!(inner_blanks::can_find(letters) || bytes[1] > 0, "{letters}");
            } else {
                writer.add(WORDS, "", number);
                let holding =
                    forms.iter().filter(|(other, _)| !other.letters.contains(' ') && other.letters.contains(letters));
                assert_eq!(holding.count(), 1, "{letters}");
            }
        }
        writer.is(&INDEX, "phrases.index");
        is_or_made(&forms.iter().flat_map(|(_, bytes)| bytes.clone()).collect::<Vec<_>>(), FORMS, "phrases.forms");
        assert_eq!(super::super::super::table::rows(FILE).count(), ROWS);
    }
}
