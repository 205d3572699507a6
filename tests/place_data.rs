//! The gazetteer files are canonical: sorted, unique, NFC, LF, every row with its source.

use std::collections::BTreeSet;

use cite_lint::vocab::places;
use unicode_normalization::is_nfc;

const PLACES: &str = include_str!("../data/places.tsv");
const COMMUNES: &str = include_str!("../data/communes.tsv");
const ALIASES: &str = include_str!("../data/place-aliases.tsv");
const SOURCES: &str = include_str!("../data/place-sources.tsv");

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|row| row.split('\t').collect())
}

#[test]
fn tables_are_canonical() {
    for (name, table) in [("places", PLACES), ("communes", COMMUNES), ("aliases", ALIASES), ("sources", SOURCES)] {
        assert!(is_nfc(table) && !table.contains('\r') && table.ends_with('\n'), "{name}");
        let columns = table.lines().next().map_or(0, |header| header.split('\t').count());
        let mut previous: Option<Vec<&str>> = None;
        for row in rows(table) {
            assert_eq!(row.len(), columns, "{name}: {row:?}");
            assert!(row.iter().all(|field| field.trim() == *field), "{name}: {row:?}");
            assert!(!row[columns - 1].is_empty(), "{name}: no source: {row:?}");
            assert!(previous.is_none_or(|previous| previous < row), "{name}: not sorted, or twice: {row:?}");
            previous = Some(row);
        }
    }
}

#[test]
fn every_source_is_declared() {
    let declared: BTreeSet<_> = rows(SOURCES).map(|row| row[0]).collect();
    for row in rows(PLACES).chain(rows(COMMUNES)) {
        let source = row[row.len() - 1];
        assert!(
            source.starts_with("general knowledge; ") || source.split(' ').all(|id| declared.contains(id)),
            "{row:?}"
        );
    }
}

#[test]
fn places_have_types_dates_and_parents() {
    let provinces: BTreeSet<_> = rows(PLACES).filter(|row| row[1] == "province").map(|row| row[0]).collect();
    for row in rows(PLACES) {
        let [_, level, unit_type, parents, from, to, vietnamese, _] = row[..] else { panic!("{row:?}") };
        assert!(["province", "district"].contains(&level) && ["yes", "no"].contains(&vietnamese), "{row:?}");
        assert!(["Tỉnh", "Thành phố", "Thị xã", "Quận", "Huyện"].contains(&unit_type), "{row:?}");
        assert!(from.is_empty() || to.is_empty() || from < to, "{row:?}");
        assert_eq!(parents.is_empty(), level == "province", "{row:?}");
        assert!(parents.split("; ").all(|parent| parent.is_empty() || provinces.contains(parent)), "{row:?}");
    }
}

/// 2025-06-30: 57 provinces and 6 cities, 696 districts; 2025-07-01: 34 and none.
#[test]
fn the_units_in_force_are_counted() {
    let in_force = |level: &str, day: &str| {
        let stands = |row: &&Vec<&str>| row[1] == level && row[4] <= day && (row[5].is_empty() || day < row[5]);
        rows(PLACES).collect::<Vec<_>>().iter().filter(stands).count()
    };
    assert_eq!(in_force("province", "2025-06-30"), 63);
    assert_eq!(in_force("province", "2025-07-01"), 34);
    assert_eq!(in_force("district", "2025-07-01"), 0);
}

/// A commune is listed only where its name could be taken for a slip of a province or district.
#[test]
fn communes_are_those_that_matter() {
    let stems: BTreeSet<_> = places::units().iter().map(|unit| cite_lint::text::strip_marks(unit.name)).collect();
    let stem = |name: &str| cite_lint::text::strip_marks(name).replace('-', " ");
    let begins = |name: &str| stems.iter().any(|of| of.replace('y', "i").starts_with(&stem(name).replace('y', "i")));
    for row in rows(COMMUNES) {
        assert!(begins(row[0]), "{row:?}");
    }
}
