//! Names of laws, codes and ordinances, as the registry's file of laws has them.

use super::index::{Index, Kind};

/// Whether a folded phrase is the name of a law, code or ordinance: `luật khiếu nại`.
///
/// Names of amending laws are not in the list: they are put together from the names they amend.
pub(crate) fn is_name(folded: &str) -> bool {
    INDEX.has(NAME, folded)
}

/// How many words the longest name has that starts with these folded words, the type word and the one behind it; 0 where
/// none does.
pub(crate) fn longest_starting(folded: &str) -> usize {
    INDEX.get(START, folded).and_then(|mut longest| longest.next()).unwrap_or_default()
}

/// A test asserts that it is of the registry's rows.
static INDEX: Index = Index::new("", include_bytes!("../../data/index/laws.index"));
/// Kinds of keys: names, and the first two words of names with the number of words of the longest.
const NAME: Kind = b'n';
const START: Kind = b's';

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::index::Writer;
    use super::super::table;
    use super::*;
    use crate::text::fold;

    #[test]
    fn index_is_of_the_rows() {
        let mut writer = Writer::default();
        let mut longest: BTreeMap<String, usize> = BTreeMap::new();
        let mut add = |name: &str| {
            writer.add_key(NAME, name);
            let start = name.match_indices([' ', ',']).nth(1).map_or(name, |(at, _)| &name[..at]);
            let words = longest.entry(start.to_owned()).or_default();
            *words = name.split(' ').count().max(*words);
        };
        for row in table::rows(include_str!("../../data/registry/laws.tsv")) {
            let (doc_type, title) = (row.get(1), row.get(7));
            let named = matches!(doc_type, "Luật" | "Bộ luật" | "Pháp lệnh") && title.starts_with(doc_type);
            let name = fold(title.split(['(', ';']).next().unwrap_or_default().trim());
            if named && !name.contains("sửa đổi") {
                // Ordinances are cited with and without "về".
                if let Some(subject) = name.strip_prefix("pháp lệnh về ") {
                    add(&format!("pháp lệnh {subject}"));
                }
                add(&name);
            }
        }
        longest.iter().for_each(|(start, words)| writer.add(START, start, *words));
        writer.is(&INDEX, "laws.index");
    }

    #[test]
    fn names_in_any_case_and_style() {
        assert!(is_name(&fold("Luật Khiếu nại")) && is_name(&fold("BỘ LUẬT LAO ĐỘNG")));
        assert!(!is_name(&fold("Luật này")) && longest_starting("luật tổ") > 4 && longest_starting("luật này") == 0);
    }
}
