//! Issuing bodies: names, variants, codes, the years they existed.
//!
//! There is no closed national list: each agency fixes its own short form (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.b), so an
//! unknown code says nothing. Source of each row: data/issuers.tsv.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::table;
use crate::citation::{PartialDate, System};
use crate::text::{fold, folded};

/// A body that issues documents.
#[derive(Debug)]
pub struct Body {
    /// Full name.
    pub name: &'static str,
    /// Codes it signs with, the usual one first.
    pub codes: Vec<&'static str>,
    /// Whose way of numbering it follows.
    pub system: System,
    /// Level in words, as in the data: `ministry`, `province`, …
    pub level: &'static str,
    /// When it began, as far as known.
    pub from: Option<PartialDate>,
    /// When it ended, as far as known.
    pub to: Option<PartialDate>,
    /// Where the facts come from; `knowledge` marks a weak row.
    pub source: &'static str,
}

impl Body {
    /// Whether the row rests on memory only: never a reason for an error.
    pub fn is_weak(&self) -> bool {
        self.source.contains("knowledge")
    }
}

/// The body of a name or variant, in any case and tone style.
///
/// ```
/// use cite_lint::vocab::issuers;
///
/// assert_eq!(issuers::find("uỷ ban Nhân dân").unwrap().name, "Ủy ban nhân dân");
/// assert_eq!(issuers::find("Thủ tướng").unwrap().codes, ["TTg"]);
/// ```
pub fn find(name: &str) -> Option<&'static Body> {
    find_folded(&folded(name))
}

/// The bodies that sign with a code, in the order of the data.
pub fn of_code(code: &str) -> impl Iterator<Item = &'static Body> {
    TABLE.codes.get(code).into_iter().flatten().map(|&index| &TABLE.bodies[index])
}

/// Every code of a body.
pub(crate) fn all_codes() -> impl Iterator<Item = &'static str> {
    TABLE.codes.keys().copied()
}

/// The codes of the central bodies, each with whose way of numbering it follows.
pub(crate) fn central_codes() -> impl Iterator<Item = (&'static str, System)> {
    let central =
        TABLE.bodies.iter().filter(|body| matches!(body.level, "central-state" | "ministry" | "party-central"));
    central.flat_map(|body| body.codes.iter().map(|code| (*code, body.system)))
}

/// Every name and variant, folded.
#[cfg(test)]
pub(crate) fn all_names() -> impl Iterator<Item = &'static str> {
    TABLE.names.keys().map(String::as_str)
}

/// The body of a name that is folded already.
pub(crate) fn find_folded(name: &str) -> Option<&'static Body> {
    TABLE.names.get(name).map(|&index| &TABLE.bodies[index])
}

/// Whether a body's name may start with these folded words: `ban`, `thủ tướng`, `trưởng phòng`.
pub(crate) fn is_head(folded: &str) -> bool {
    TABLE.heads.contains(folded)
}

/// The longest name or variant, in syllables.
pub(crate) fn longest() -> usize {
    TABLE.longest
}

struct Table {
    bodies: Vec<Body>,
    names: HashMap<String, usize>,
    codes: HashMap<&'static str, Vec<usize>>,
    heads: HashSet<String>,
    longest: usize,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        bodies: Vec::new(),
        names: HashMap::default(),
        codes: HashMap::default(),
        heads: HashSet::default(),
        longest: 0,
    };
    for row in table::rows(include_str!("../../data/issuers.tsv")) {
        let index = table.bodies.len();
        for name in std::iter::once(row.get(0)).chain(row.list(1)) {
            let folded = fold(name);
            let syllables = folded.split(' ').count();
            table.longest = table.longest.max(syllables);
            // The heads: the first word, and the first two, of every known name.
            let mut words = folded.split(' ');
            let first = words.next().unwrap_or_default().to_owned();
            if let Some(second) = words.next() {
                table.heads.insert(format!("{first} {second}"));
            } else {
                table.heads.insert(first);
            }
            table.names.entry(folded).or_insert(index);
        }
        for code in row.list(2) {
            table.codes.entry(code).or_default().push(index);
        }
        table.bodies.push(Body {
            name: row.get(0),
            codes: row.list(2).collect(),
            system: match row.get(3) {
                "party" => System::Party,
                "mass-org" => System::MassOrg,
                _ => System::State,
            },
            level: row.get(4),
            from: row.get(5).parse().ok(),
            to: row.get(6).parse().ok(),
            source: row.get(7),
        });
    }
    for row in table::rows(include_str!("../../data/issuer-heads.tsv")) {
        table.heads.insert(fold(row.get(0)));
    }
    table
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_code_several_bodies() {
        let names: Vec<&str> = of_code("TW").map(|body| body.name).collect();
        assert_eq!(names, ["Ban Bí thư", "Ban Chấp hành Trung ương Đảng", "Bộ Chính trị"]);
        assert!(of_code("TW").all(|body| body.system == System::Party));
        assert!(of_code("ZZ").next().is_none());
    }

    #[test]
    fn rows_of_memory_stay_marked() {
        assert!(find("Đảng đoàn").unwrap().is_weak());
        assert!(!find("Bộ Chính trị").unwrap().is_weak());
    }
}
