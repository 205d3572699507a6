//! Document types: names, codes, and the short forms used as words.
//!
//! Sources: NĐ 30/2020/NĐ-CP, Phụ lục III.I; Luật 64/2025/QH15, Điều 4; HD 05-HD/VPTW; data/types.tsv names one a row.

use std::sync::LazyLock;

use rustc_hash::FxHashMap as HashMap;

use super::table;
use crate::citation::DocType;
use crate::text::{fold, folded};

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
    let table = &*TABLE;
    let as_written = table.aliases.get(word).or_else(|| table.spelt.get(word));
    as_written.copied().or_else(|| table.names.get(&*folded(word)).map(|entry| entry.doc_type))
}

/// The type of a full name that is folded already.
pub(crate) fn find_folded(name: &str) -> Option<DocType> {
    TABLE.names.get(name).map(|entry| entry.doc_type)
}

/// The codes a type is written with in symbols, of every system; empty for types without one (công văn, Hiến pháp).
pub fn codes(doc_type: DocType) -> &'static [&'static str] {
    TABLE.codes_of.get(doc_type.name()).map_or(&[], Vec::as_slice)
}

/// How many words the longest name has that ends with this word, folded; 0 where none does.
pub(crate) fn longest_ending(word: &str) -> usize {
    TABLE.ends.get(word).copied().unwrap_or_default()
}

/// The types that a code stands for: `QĐ` is Quyết định and, in the Party, Quy định.
pub fn of_code(code: &str) -> &'static [DocType] {
    TABLE.codes.get(code).map_or(&[], Vec::as_slice)
}

/// Every name of a type.
pub(crate) fn all_names() -> impl Iterator<Item = &'static str> {
    TABLE.names.values().map(|entry| entry.doc_type.name())
}

/// Every code that is used as a word for its type.
pub(crate) fn all_aliases() -> impl Iterator<Item = &'static str> {
    TABLE.aliases.keys().copied()
}

/// Every code of a type.
pub(crate) fn all_codes() -> impl Iterator<Item = &'static str> {
    TABLE.codes.keys().copied()
}

struct Entry {
    doc_type: DocType,
    codes: Vec<&'static str>,
}

struct Table {
    names: HashMap<String, Entry>,
    /// The names as the data spells them.
    spelt: HashMap<&'static str, DocType>,
    codes_of: HashMap<&'static str, Vec<&'static str>>,
    /// The last words of the names, with the number of words of the longest.
    ends: HashMap<String, usize>,
    aliases: HashMap<&'static str, DocType>,
    codes: HashMap<&'static str, Vec<DocType>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut names: HashMap<String, Entry> = HashMap::default();
    let mut codes: HashMap<&'static str, Vec<DocType>> = HashMap::default();
    for row in table::rows(include_str!("../../data/types.tsv")) {
        let doc_type = DocType::new(row.get(0));
        let entry = names.entry(fold(row.get(0))).or_insert_with(|| Entry { doc_type, codes: Vec::new() });
        for code in row.list(2).filter(|code| !code.contains("nn")) {
            if !entry.codes.contains(&code) {
                entry.codes.push(code);
            }
            let types = codes.entry(code).or_default();
            if !types.contains(&doc_type) {
                types.push(doc_type);
            }
        }
    }
    let mut aliases = HashMap::default();
    for row in table::rows(include_str!("../../data/type-aliases.tsv")) {
        if let Some(entry) = names.get(fold(row.get(1)).as_str()) {
            aliases.insert(row.get(0), entry.doc_type);
        }
    }
    let spelt = names.values().map(|entry| (entry.doc_type.name(), entry.doc_type)).collect();
    let codes_of = names.values().map(|entry| (entry.doc_type.name(), entry.codes.clone())).collect();
    let mut ends = HashMap::default();
    for name in names.keys() {
        let last = name.rsplit(' ').next().unwrap_or_default().to_owned();
        let words = name.split(' ').count().min(LONGEST);
        let longest: &mut usize = ends.entry(last).or_default();
        *longest = words.max(*longest);
    }
    Table { names, spelt, codes_of, ends, aliases, codes }
});

/// The longest type that words start with, each run of them as `find` reads it, and its length.
pub(crate) fn leading(words: &str, find: impl Fn(&str) -> Option<DocType>) -> Option<(DocType, usize)> {
    let ends = words.match_indices(' ').map(|(end, _)| end).chain([words.len()]).take(LONGEST);
    ends.filter_map(|end| Some((find(&words[..end])?, end))).last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_may_be_two_types() {
        let types: Vec<&str> = of_code("QĐ").iter().map(|t| t.name()).collect();
        assert!(types.contains(&"Quyết định") && types.contains(&"Quy định"));
        assert_eq!(codes(find("nghị định").unwrap()), ["NĐ"]);
        assert!(codes(find("Công văn").unwrap()).contains(&"CV"));
    }

    #[test]
    fn no_name_is_longer_than_declared() {
        assert!(TABLE.names.keys().filter(|name| !name.contains('(')).all(|name| name.split(' ').count() <= LONGEST));
    }
}
