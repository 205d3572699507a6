//! Names of laws, codes and ordinances, as the registry's file of laws has them.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::table;
use crate::text::fold;

/// Whether a folded phrase is the name of a law, code or ordinance: `luật khiếu nại`.
///
/// Names of amending laws are not in the list: they are put together from the names they amend.
pub(crate) fn is_name(folded: &str) -> bool {
    NAMES.names.contains(folded)
}

/// How many words the longest name has that starts with these folded words, the type word and the one behind it; 0 where
/// none does.
pub(crate) fn longest_starting(folded: &str) -> usize {
    NAMES.starts.get(folded).copied().unwrap_or_default()
}

struct Names {
    names: HashSet<String>,
    starts: HashMap<String, usize>,
}

impl Names {
    fn add(&mut self, name: String) {
        let words = name.split(' ').count();
        let start = name.match_indices([' ', ',']).nth(1).map_or(&*name, |(at, _)| &name[..at]);
        let longest = self.starts.entry(start.to_owned()).or_default();
        *longest = words.max(*longest);
        self.names.insert(name);
    }
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut found = Names { names: HashSet::default(), starts: HashMap::default() };
    for row in table::rows(include_str!("../../data/registry/laws.tsv")) {
        let (doc_type, title) = (row.get(1), row.get(7));
        let named = matches!(doc_type, "Luật" | "Bộ luật" | "Pháp lệnh") && title.starts_with(doc_type);
        let name = fold(title.split(['(', ';']).next().unwrap_or_default().trim());
        if named && !name.contains("sửa đổi") {
            // Ordinances are cited with and without "về".
            if let Some(subject) = name.strip_prefix("pháp lệnh về ") {
                found.add(format!("pháp lệnh {subject}"));
            }
            found.add(name);
        }
    }
    found
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_any_case_and_style() {
        assert!(is_name(&fold("Luật Khiếu nại")) && is_name(&fold("BỘ LUẬT LAO ĐỘNG")));
        assert!(!is_name(&fold("Luật này")) && longest_starting("luật tổ") > 4 && longest_starting("luật này") == 0);
    }
}
