//! Document types: names, codes, and the short forms used as words.
//!
//! Sources: NĐ 30/2020/NĐ-CP, Phụ lục III.I; Luật 64/2025/QH15, Điều 4; HD 05-HD/VPTW; data/types.tsv names one a row.

mod common;

use std::sync::OnceLock;

pub(crate) use self::common::common_ending;
use super::index::{Index, Kind};
use super::table::Row;
use crate::citation::DocType;
use crate::text::{Syllable, folded_word};

/// The longest type name, in syllables.
pub const LONGEST: usize = 5;

/// The type of a name in any case and tone style (`Nghị Quyết`, `QUYẾT ĐỊNH`) or of a code used as a word (`QĐ`,
/// exactly as written).
///
/// ```
/// use cite_lint::vocab::types;
///
/// assert_eq!(types::find("NGHỊ QUYẾT").unwrap().name(), "Nghị quyết");
/// assert_eq!(types::find("KH").unwrap().name(), "Kế hoạch");
/// assert!(types::find("kh").is_none());
/// ```
pub fn find(word: &str) -> Option<DocType> {
    find_written(word).or_else(|| find_folded(&folded_word(word)))
}

/// The type of a name as the data spells it, or of a code used as a word.
pub(crate) fn find_written(word: &str) -> Option<DocType> {
    INDEX.part(WRITTEN, word).map(DocType::new)
}

/// The type of a full name that is folded already.
pub(crate) fn find_folded(name: &str) -> Option<DocType> {
    INDEX.part(NAME, name).map(DocType::new)
}

/// The codes a type is written with in symbols, of every system; empty for types without one (công văn, Hiến pháp).
pub fn codes(doc_type: DocType) -> &'static [&'static str] {
    let codes = || {
        let rows = INDEX.get(ROWS_OF, doc_type.name())?;
        let cell = CODES.get(rows.clone().next()?)?;
        Some(cell.get_or_init(|| distinct(rows.filter_map(|row| INDEX.row(row)).flat_map(|row| codes_in(&row)))))
    };
    codes().map_or(&[], Vec::as_slice)
}

/// Whether a type is written with a code.
pub(crate) fn has_code(doc_type: DocType, code: &str) -> bool {
    // As most are.
    matches!((doc_type.name(), code), ("Thông tư", "TT") | ("Nghị định", "NĐ") | ("Quyết định", "QĐ"))
        || codes(doc_type).contains(&code)
}

/// What names there are that end with some folded words, one blank between two; `None` where there are none.
pub(crate) fn ending(words: &[u8]) -> Option<Ending> {
    let mut numbers = INDEX.get(END, words)?;
    let is_longer = numbers.next()? != 0;
    Some(Ending { name: INDEX.part_of(numbers).map(DocType::new), is_longer })
}

/// What a folded word is at the beginning of names of one word and of two; `None` where it begins none.
pub(crate) fn first_word(word: Syllable) -> Option<FirstWord> {
    let (bytes, length) = word.bytes();
    let facts = INDEX.get(FIRST, bytes.get(..length)?)?.next()?;
    Some(FirstWord { is_name: facts & ALONE != 0, begins_pair: facts & OF_TWO != 0 })
}

/// What a word is that the name of a type may begin with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FirstWord {
    /// Whether it is a whole name.
    pub(crate) is_name: bool,
    /// Whether a name of two words begins with it.
    pub(crate) begins_pair: bool,
}

/// What some words are the end of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ending {
    /// The type that they are the whole name of.
    pub(crate) name: Option<DocType>,
    /// Whether a longer name ends with them.
    pub(crate) is_longer: bool,
}

/// The types that a code stands for: `QĐ` is Quyết định and, in the Party, Quy định.
pub fn of_code(code: &str) -> &'static [DocType] {
    let types = || {
        let mut rows = INDEX.get(CODE, code)?;
        let cell = OF_CODE.get(rows.next()?)?;
        Some(cell.get_or_init(|| distinct(rows.filter_map(|row| Some(DocType::new(INDEX.row(row)?.get(0)))))))
    };
    types().map_or(&[], Vec::as_slice)
}

static FILE: &str = include_str!("../../../data/types.tsv");

/// A test asserts that it is of these rows.
static INDEX: Index = Index::new(FILE, include_bytes!("../../../data/index/types.index"));

/// Names as the data spells them and codes used as words, each with the part of the file that is the name.
const WRITTEN: Kind = b'w';
/// Folded names, with the same.
const NAME: Kind = b'n';
/// The last folded words of names, with whether a longer name ends so, and the part of the file where they are a whole name.
const END: Kind = b'e';
/// Codes, with the number of their cell and their rows.
const CODE: Kind = b'c';
/// Names, with their rows.
const ROWS_OF: Kind = b'r';
/// First words of names of one word and two.
const FIRST: Kind = b'f';
/// What the number of a first word is a sum of.
const ALONE: usize = 1;
const OF_TWO: usize = 2;

/// What was asked for so far: the codes of types by the first row of the type, the types of codes.
static CODES: [OnceLock<Vec<&'static str>>; ROWS] = [const { OnceLock::new() }; ROWS];
static OF_CODE: [OnceLock<Vec<DocType>>; CODE_COUNT] = [const { OnceLock::new() }; CODE_COUNT];
const ROWS: usize = 130;
const CODE_COUNT: usize = 61;

fn codes_in(row: &Row) -> impl Iterator<Item = &'static str> + use<> {
    row.list(2).filter(|code| !code.contains("nn"))
}

fn distinct<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut found = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// Every name of a type.
#[cfg(test)]
pub(crate) fn all_names() -> impl Iterator<Item = &'static str> {
    distinct(super::table::rows(FILE).map(|row| row.get(0))).into_iter()
}

/// Every code that is used as a word for its type.
#[cfg(test)]
pub(crate) fn all_aliases() -> impl Iterator<Item = &'static str> {
    super::table::rows(include_str!("../../../data/type-aliases.tsv")).map(|row| row.get(0))
}

/// Every code of a type.
#[cfg(test)]
pub(super) fn all_codes() -> impl Iterator<Item = &'static str> {
    distinct(super::table::rows(FILE).flat_map(|row| codes_in(&row))).into_iter()
}

/// The longest type that words start with, each run of them as `find` reads it, and its length.
pub(crate) fn leading(words: &str, find: impl Fn(&str) -> Option<DocType>) -> Option<(DocType, usize)> {
    let ends = words.match_indices(' ').map(|(end, _)| end).chain([words.len()]).take(LONGEST);
    ends.filter_map(|end| Some((find(&words[..end])?, end))).last()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::index::Writer;
    use super::super::table;
    use super::*;
    use crate::text::{fold, range_of};

    #[test]
    fn usual_codes_are_those_of_the_rows() {
        for doc_type in all_names().filter_map(find) {
            for code in all_codes() {
                assert_eq!(has_code(doc_type, code), codes(doc_type).contains(&code), "{doc_type} {code}");
            }
        }
    }

    #[test]
    fn every_code_and_name_begins_with_a_capital() {
        let capital = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase() || c == 'Đ');
        assert!(all_codes().chain(all_names()).chain(all_aliases()).all(capital));
    }

    #[test]
    fn index_is_of_the_rows() {
        let mut writer = Writer::default();
        writer.rows(FILE);
        // By the folded name.
        let mut spelt: BTreeMap<String, &str> = BTreeMap::new();
        for row in table::rows(FILE) {
            assert_eq!(*spelt.entry(fold(row.get(0))).or_insert(row.get(0)), row.get(0), "one spelling");
        }
        for row in table::rows(include_str!("../../../data/type-aliases.tsv")) {
            writer.add_part(WRITTEN, row.get(0), FILE, spelt[&fold(row.get(1))]);
        }
        let mut ends: BTreeMap<&str, bool> = BTreeMap::new();
        for (folded, name) in &spelt {
            writer.add_part(WRITTEN, name, FILE, name);
            writer.add_part(NAME, folded, FILE, name);
            if folded.contains('(') {
                continue;
            }
            assert!(folded.split(' ').count() <= LONGEST, "{name}");
            ends.entry(folded).or_default();
            for (blank, _) in folded.match_indices(' ') {
                ends.insert(&folded[blank + 1..], true);
            }
        }
        let mut firsts: BTreeMap<&str, usize> = BTreeMap::new();
        for folded in spelt.keys() {
            match folded.split(' ').collect::<Vec<_>>()[..] {
                [only] => *firsts.entry(only).or_default() |= ALONE,
                [first, _] => *firsts.entry(first).or_default() |= OF_TWO,
                _ => {}
            }
        }
        firsts.iter().for_each(|(first, facts)| writer.add(FIRST, first, *facts));
        for (end, is_longer) in &ends {
            writer.add(END, end, usize::from(*is_longer));
            if let Some(name) = spelt.get(*end) {
                let range = range_of(FILE, name);
                writer.add(END, end, range.start);
                writer.add(END, end, range.len());
            }
        }
        let mut codes: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (number, row) in table::rows(FILE).enumerate() {
            writer.add(ROWS_OF, spelt[&fold(row.get(0))], number);
            codes_in(&row).for_each(|code| codes.entry(code).or_default().push(number));
        }
        for (cell, (code, rows)) in codes.iter().enumerate() {
            writer.add(CODE, code, cell);
            rows.iter().for_each(|&row| writer.add(CODE, code, row));
        }
        writer.is(&INDEX, "types.index");
        assert_eq!((table::rows(FILE).count(), codes.len()), (ROWS, CODE_COUNT));
    }

    #[test]
    fn a_code_may_be_two_types() {
        let types: Vec<&str> = of_code("QĐ").iter().map(|t| t.name()).collect();
        assert!(types.contains(&"Quyết định") && types.contains(&"Quy định"));
        assert_eq!(codes(find("nghị định").unwrap()), ["NĐ"]);
        assert!(codes(find("Công văn").unwrap()).contains(&"CV"));
    }
}
