//! Issuing bodies: names, variants, codes, the years they existed.
//!
//! There is no closed national list: each agency fixes its own short form (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3.b), so an
//! unknown code says nothing. Source of each row: data/issuers.tsv.

use std::sync::OnceLock;

use super::index::{Index, Kind};
use super::table::Row;
use crate::citation::{PartialDate, System};
use crate::text::folded;

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
    fn of(row: &Row) -> Self {
        Self {
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
        }
    }

    /// Whether it signs with a code.
    pub(crate) fn signs_with(&self, code: &str) -> bool {
        self.codes.contains(&code)
    }

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
    INDEX.get(CODE, code).into_iter().flatten().filter_map(body)
}

/// Whether the body with this id signs with a code: that of the Prime Minister with `TTg`.
pub(crate) fn signs_with(id: &str, code: &str) -> bool {
    id == code || of_code(id).any(|body| body.signs_with(code))
}

/// The codes of the central bodies, each with whose way of numbering it follows.
pub(crate) fn central_codes() -> impl Iterator<Item = (&'static str, System)> {
    let central = INDEX.get(CENTRAL, "").into_iter().flatten().filter_map(body);
    central.flat_map(|body| body.codes.iter().map(|code| (*code, body.system)))
}

/// The body of a name that is folded already.
pub(crate) fn find_folded(name: &str) -> Option<&'static Body> {
    body(INDEX.get(NAME, name)?.next()?)
}

/// Whether a body's name may start with these folded words: `ban`, `thủ tướng`, `trưởng phòng`.
pub(crate) fn is_head(folded: impl AsRef<[u8]>) -> bool {
    beginning(folded.as_ref()).is_some_and(|beginning| beginning.is_head)
}

/// What some folded words are that the name of a body, or a head, begins with; `None` where none does.
pub(crate) fn beginning(folded: &[u8]) -> Option<Beginning> {
    let mut numbers = INDEX.get(START, folded)?;
    let facts = numbers.next()?;
    Some(Beginning { is_head: facts & A_HEAD != 0, is_longer: facts & LONGER != 0, row: numbers.next() })
}

/// What words are that a name begins with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beginning {
    /// See [`is_head`].
    pub(crate) is_head: bool,
    /// Whether a longer name, or head, begins with them.
    pub(crate) is_longer: bool,
    row: Option<usize>,
}

impl Beginning {
    /// Whether they are a whole name of a body that has a code.
    pub(crate) const fn is_name(self) -> bool {
        self.row.is_some()
    }

    /// The body whose name they are.
    pub(crate) fn body(self) -> Option<&'static Body> {
        body(self.row?)
    }
}

const FILE: &str = include_str!("../../data/issuers.tsv");

/// A test asserts that it is of these rows.
static INDEX: Index = Index::new(FILE, include_bytes!("../../data/index/issuers.index"));

/// Kinds of keys: folded names, codes, what folded names and heads begin with, and the one key of the central bodies.
const NAME: Kind = b'n';
const CODE: Kind = b'c';
const START: Kind = b's';
/// What the number of a start is a sum of; behind it stands the row of the body whose name it is.
const A_HEAD: usize = 1;
const LONGER: usize = 2;
const CENTRAL: Kind = b'o';

/// The bodies that were asked for so far, by row.
static KEPT: [OnceLock<Box<Body>>; ROWS] = [const { OnceLock::new() }; ROWS];
const ROWS: usize = 177;

fn body(row: usize) -> Option<&'static Body> {
    INDEX.kept(row, &KEPT, Body::of)
}

#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = Body> {
    super::table::rows(FILE).map(|row| Body::of(&row))
}

/// Every name and variant, folded.
#[cfg(test)]
pub(crate) fn all_names() -> impl Iterator<Item = String> {
    let rows = super::table::rows(FILE);
    rows.flat_map(|row| std::iter::once(row.get(0)).chain(row.list(1)).map(crate::text::fold).collect::<Vec<_>>())
}

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
        writer.rows(FILE);
        let mut starts: BTreeMap<String, (usize, Option<usize>)> = BTreeMap::new();
        let mut add = |name: &str, fact: usize| {
            starts.entry(name.to_owned()).or_default().0 |= fact;
            beginnings(name).for_each(|start| starts.entry(start.to_owned()).or_default().0 |= LONGER);
        };
        let mut names: BTreeMap<String, usize> = BTreeMap::new();
        for (number, row) in table::rows(FILE).enumerate() {
            for name in std::iter::once(row.get(0)).chain(row.list(1)).map(fold) {
                // The heads: the first word, or the first two, of every known name.
                let head = name.match_indices(' ').nth(1).map_or(&*name, |(end, _)| &name[..end]);
                add(head, A_HEAD);
                add(&name, 0);
                writer.add(NAME, &name, number);
                names.entry(name).or_insert(number);
            }
            row.list(2).for_each(|code| writer.add(CODE, code, number));
            if matches!(row.get(4), "central-state" | "ministry" | "party-central") {
                writer.add(CENTRAL, "", number);
            }
        }
        for row in table::rows(include_str!("../../data/issuer-heads.tsv")) {
            add(&fold(row.get(0)), A_HEAD);
        }
        for (name, number) in names {
            let has_code = !Body::of(&table::rows(FILE).nth(number).unwrap()).codes.is_empty();
            starts.entry(name).or_default().1 = Some(number).filter(|_| has_code);
        }
        for (start, (facts, row)) in &starts {
            writer.add(START, start, *facts);
            row.iter().for_each(|&row| writer.add(START, start, row));
        }
        writer.is(&INDEX, "issuers.index");
        assert_eq!(table::rows(FILE).count(), ROWS);
    }

    #[test]
    fn one_code_several_bodies() {
        let names: Vec<&str> = of_code("TW").map(|body| body.name).collect();
        assert_eq!(names, ["Ban Bí thư", "Ban Chấp hành Trung ương Đảng", "Bộ Chính trị"]);
        assert!(of_code("TW").all(|body| body.system == System::Party));
        assert!(of_code("ZZ").next().is_none());
    }

    #[test]
    fn a_body_signs_with_each_of_its_codes() {
        for (id, code, signs) in [("TTg", "TTg", true), ("TW", "TW", true), ("BCA", "BCT", false), ("ZZ", "ZZ", true)] {
            assert_eq!(signs_with(id, code), signs, "{id} {code}");
        }
    }

    #[test]
    fn rows_of_memory_stay_marked() {
        assert!(find("Đảng đoàn").unwrap().is_weak());
        assert!(!find("Bộ Chính trị").unwrap().is_weak());
    }
}
