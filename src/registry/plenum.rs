//! Which resolutions a plenum of the Central Committee passed: "Nghị quyết Trung ương 4 khóa XII".
//!
//! Source: data/plenums.tsv names one a row.

use super::{Record, Registry};
use crate::citation::{Citation, Term};
use crate::text::words;

/// The resolutions of a plenum that the registry holds.
pub(super) struct Resolutions<'r> {
    pub(super) records: Vec<&'r Record>,
    /// Whether the table names one only, from a source.
    pub(super) is_sole: bool,
}

/// The resolutions of the plenum that a citation names; `None` where it names none, or one that the table does not hold.
pub(super) fn resolutions<'r>(registry: &'r Registry, citation: &Citation) -> Option<Resolutions<'r>> {
    let term = citation.term?;
    let number = plenum_number(citation.name.as_deref()?)?;
    let (documents, source) = row(term, number)?;
    let records: Vec<&Record> = documents.split(',').filter_map(|id| registry.get(id)).collect();
    let is_sole = !documents.contains(',') && !source.contains("knowledge");
    (!records.is_empty()).then_some(Resolutions { records, is_sole })
}

impl Registry {
    /// The known resolutions of the plenum that a citation names ("Nghị quyết Trung ương 6 khóa XII"); none where it names
    /// no plenum, or one that the program does not know.
    pub fn of_plenum(&self, citation: &Citation) -> Vec<&Record> {
        resolutions(self, citation).map_or_else(Vec::new, |found| found.records)
    }
}

/// The documents and the source of a plenum.
fn row(term: Term, number: u8) -> Option<(&'static str, &'static str)> {
    const TABLE: &str = include_str!("../../data/plenums.tsv");
    TABLE.lines().skip(1).find_map(|line| {
        let mut fields = line.split('\t');
        let same = fields.next()?.parse() == Ok(term) && fields.next()?.parse() == Ok(number);
        same.then(|| Some((fields.nth(2)?, fields.next()?))).flatten()
    })
}

/// 6 of "Nghị quyết Trung ương 6", "Nghị quyết TW6", "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương".
fn plenum_number(name: &str) -> Option<u8> {
    const ORDINALS: [&str; 10] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    let words = words(name);
    let central = words.iter().any(|word| word == "ương" || word.starts_with("tw") || word.starts_with("bchtw"));
    let value = |word: &str| {
        let spelled = ORDINALS.iter().position(|ordinal| *ordinal == word).map(|at| at as u8 + 1);
        word.parse().ok().or(spelled)
    };
    let behind =
        words.windows(2).find_map(|pair| matches!(pair[0].as_str(), "ương" | "tw" | "thứ").then(|| value(&pair[1]))?);
    let glued = || words.iter().find_map(|word| word.strip_prefix("tw")?.parse().ok());
    central.then(|| behind.or_else(glued)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plenums_by_name() {
        for (name, want) in [
            ("Nghị quyết Trung ương 4 khóa XII", Some(4)),
            ("Nghị quyết TW7 (khóa XI)", Some(7)),
            ("Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII", Some(6)),
            ("Nghị quyết Hội nghị Trung ương 6 khóa XI", Some(6)),
            ("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII", None),
            ("Nghị quyết Đại hội lần thứ 6 Công đoàn", None),
        ] {
            assert_eq!(plenum_number(name), want, "{name}");
        }
    }

    #[test]
    fn every_row_names_known_documents() {
        for line in include_str!("../../data/plenums.tsv").lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            let term: Term = fields[0].parse().unwrap();
            assert!(row(term, fields[1].parse().unwrap()).is_some() && !fields[5].is_empty(), "{line}");
            for id in fields[4].split(',') {
                let record = Registry::builtin().get(id).unwrap_or_else(|| panic!("{id}"));
                assert!(record.term().is_none_or(|of| of == term), "{line}");
            }
        }
    }
}
