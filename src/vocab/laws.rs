//! Names of laws, codes and ordinances, as the registry's file of laws has them.

use std::sync::LazyLock;

use rustc_hash::FxHashSet as HashSet;

use super::table;
use crate::text::fold;

/// Whether a folded phrase is the name of a law, code or ordinance: `luật khiếu nại`.
///
/// Names of amending laws are not in the list: they are put together from the names they amend.
pub(crate) fn is_name(folded: &str) -> bool {
    NAMES.names.contains(folded)
}

/// Whether a name may start with these folded words, the type word and the one behind it.
pub(crate) fn may_start(folded: &str) -> bool {
    NAMES.starts.contains(folded)
}

/// The longest name, in words.
pub(crate) fn longest() -> usize {
    NAMES.longest
}

struct Names {
    names: HashSet<String>,
    starts: HashSet<String>,
    longest: usize,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut found = Names { names: HashSet::default(), starts: HashSet::default(), longest: 0 };
    for row in table::rows(include_str!("../../data/registry/laws.tsv")) {
        let (doc_type, title) = (row.get(1), row.get(7));
        let named = matches!(doc_type, "Luật" | "Bộ luật" | "Pháp lệnh") && title.starts_with(doc_type);
        let name = fold(title.split(['(', ';']).next().unwrap_or_default().trim());
        if named && !name.contains("sửa đổi") {
            found.longest = found.longest.max(name.split(' ').count());
            found.starts.extend(name.match_indices([' ', ',']).nth(1).map(|(at, _)| name[..at].to_owned()));
            found.starts.insert(name.clone());
            // Ordinances are cited with and without "về".
            if let Some(subject) = name.strip_prefix("pháp lệnh về ") {
                found.names.insert(format!("pháp lệnh {subject}"));
                let first = subject.split([' ', ',']).next().unwrap_or_default();
                found.starts.insert(format!("pháp lệnh {first}"));
            }
            found.names.insert(name);
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
        assert!(!is_name(&fold("Luật này")) && longest() > 8);
    }
}
