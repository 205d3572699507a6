//! Names of laws, codes and ordinances, as the registry's file of laws has them.

use super::index::{Index, Kind};

/// What some folded words are that a name of a law, code or ordinance begins with: `luật khiếu`, `luật khiếu nại`; `None`
/// where none does.
///
/// Names of amending laws are not in the list: they are put together from the names they amend.
pub(crate) fn beginning(folded: &[u8]) -> Option<Beginning> {
    let facts = INDEX.get(START, folded)?.next()?;
    Some(Beginning { is_name: facts & NAME != 0, is_longer: facts & LONGER != 0 })
}

/// What words are that a name begins with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beginning {
    /// Whether they are a whole name.
    pub(crate) is_name: bool,
    /// Whether a longer name begins with them.
    pub(crate) is_longer: bool,
}

/// A test asserts that it is of the registry's rows.
static INDEX: Index = Index::new("", include_bytes!("../../data/index/laws.index"));
/// The one kind of keys: what names begin with, with a sum of the following.
const START: Kind = b's';
const NAME: usize = 1;
const LONGER: usize = 2;

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::index::{Writer, beginnings};
    use super::super::table;
    use super::*;
    use crate::text::fold;

    #[test]
    fn index_is_of_the_rows() {
        let mut writer = Writer::default();
        let mut starts: BTreeMap<String, usize> = BTreeMap::new();
        let mut add = |name: &str| {
            *starts.entry(name.to_owned()).or_default() |= NAME;
            beginnings(name).for_each(|start| *starts.entry(start.to_owned()).or_default() |= LONGER);
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
        starts.iter().for_each(|(start, facts)| writer.add(START, start, *facts));
        writer.is(&INDEX, "laws.index");
    }

    #[test]
    fn names_in_any_case_and_style() {
        let facts = |words: &str| {
            let beginning = beginning(fold(words).as_bytes());
            beginning.map(|beginning| (beginning.is_name, beginning.is_longer))
        };
        for (words, want) in [
            ("Luật Khiếu nại", Some((true, true))),
            ("BỘ LUẬT LAO ĐỘNG", Some((true, false))),
            ("Luật tổ chức", Some((false, true))),
            ("Luật Phòng", Some((false, true))),
            ("Luật này", None),
        ] {
            assert_eq!(facts(words), want, "{words}");
        }
    }
}
