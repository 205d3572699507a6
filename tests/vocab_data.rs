//! Keeps the tables of the vocabulary in `data/` canonical.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use cite_lint::citation::{Code, Date, PartialDate, Term};
use cite_lint::text::fold;
use cite_lint::vocab::{codes, issuers, types};
use unicode_normalization::is_nfc;

struct Table {
    name: &'static str,
    text: &'static str,
    columns: &'static [&'static str],
}

macro_rules! table {
    ($name:literal, $($column:literal)*) => {
        Table {
            name: $name,
            text: include_str!(concat!("../data/", $name, ".tsv")),
            columns: &[$($column),*],
        }
    };
}

const TYPES: Table = table!("types", "name" "body" "codes" "system" "normative" "source" "note");
const ALIASES: Table = table!("type-aliases", "alias" "name" "source");
const ISSUERS: Table = table!("issuers", "name" "variants" "codes" "system" "level" "from" "to" "source" "note");
const HEADS: Table = table!("issuer-heads", "head" "source");
const PARTY_TERMS: Table =
    table!("party-terms", "term" "from" "to" "congress_open" "congress_close" "first_plenum" "source" "note");
const ASSEMBLY_TERMS: Table = table!("assembly-terms", "term" "from" "to" "code" "source" "note");
const WINDOWS: Table = table!("year-windows", "types" "issuers" "from" "to" "year" "source" "note");

const PLENUMS: Table = table!("plenums", "term" "plenum" "from" "to" "documents" "source");

const PHRASES: Table =
    table!("phrases", "wrong" "right" "class" "case" "not_after" "not_before" "only_before" "source");

const LAW_NAMES: Table = table!("law-names", "name" "source");

const ALL: [Table; 10] =
    [TYPES, ALIASES, ISSUERS, HEADS, PARTY_TERMS, ASSEMBLY_TERMS, WINDOWS, PLENUMS, PHRASES, LAW_NAMES];

impl Table {
    fn rows(&self) -> impl Iterator<Item = Row> {
        let columns = self.columns;
        self.text.lines().skip(1).map(move |line| Row { line, columns })
    }

    fn is_of_terms(&self) -> bool {
        self.columns[0] == "term"
    }
}

#[derive(Clone, Copy)]
struct Row {
    line: &'static str,
    columns: &'static [&'static str],
}

impl Row {
    fn get(self, column: &str) -> &'static str {
        self.line.split('\t').nth(self.columns.iter().position(|name| *name == column).unwrap()).unwrap()
    }

    fn list(self, column: &str) -> impl Iterator<Item = &'static str> {
        self.get(column).split(';').filter(|member| !member.is_empty())
    }
}

#[test]
fn files_are_canonical_text() {
    for table in ALL {
        let Table { name, text, columns } = table;
        assert_eq!(text.lines().next(), Some(columns.join("\t").as_str()), "{name}");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{name}: one line feed at the end");
        assert!(!text.contains('\r') && !text.contains('\u{feff}'), "{name}: LF, no byte order mark");
        assert!(is_nfc(text), "{name}: NFC");
        for line in text.lines() {
            assert_eq!(line.split('\t').count(), columns.len(), "{name}: columns of {line}");
            for field in line.split('\t') {
                assert_eq!(field.split_whitespace().collect::<Vec<_>>().join(" "), field, "{name}: blanks in {line}");
            }
        }
    }
}

#[test]
fn rows_are_sorted_and_unique() {
    for table in ALL {
        let key = |row: Row| if table.is_of_terms() { row.get("from") } else { row.line };
        let keys: Vec<_> = table.rows().map(key).collect();
        for pair in keys.windows(2) {
            assert!(pair[0] < pair[1], "{}: {} before {}", table.name, pair[0], pair[1]);
        }
    }
}

#[test]
fn every_row_has_a_source() {
    for table in ALL {
        for row in table.rows() {
            assert!(!row.get("source").is_empty(), "{}: {}", table.name, row.line);
        }
    }
}

#[test]
fn dates_exist_and_run_forward() {
    for table in [ISSUERS, WINDOWS, PARTY_TERMS, ASSEMBLY_TERMS] {
        for row in table.rows() {
            let date = |column: &str| {
                let text = row.get(column);
                assert!(text.is_empty() || text.parse::<PartialDate>().is_ok(), "{}: {}", table.name, row.line);
                text
            };
            let (from, to) = (date("from"), date("to"));
            assert!(to.is_empty() || from <= to, "{}: {}", table.name, row.line);
        }
    }
    for row in PARTY_TERMS.rows() {
        let day = |column: &str| row.get(column).parse::<Date>().unwrap_or_else(|_| panic!("{column}: {}", row.line));
        assert!(day("congress_open") < day("congress_close"), "{}", row.line);
        if !row.get("first_plenum").is_empty() {
            assert!((day("congress_open")..=day("from")).contains(&day("first_plenum")), "{}", row.line);
        }
    }
}

#[test]
fn terms_follow_each_other_without_a_gap() {
    for table in [PARTY_TERMS, ASSEMBLY_TERMS] {
        let rows: Vec<Row> = table.rows().collect();
        for pair in rows.windows(2) {
            let term = |row: Row| row.get("term").parse::<Term>().unwrap().get();
            assert_eq!(term(pair[0]) + 1, term(pair[1]), "{}: {}", table.name, pair[1].line);
            let last: Date = pair[0].get("to").parse().unwrap();
            assert_eq!(next_day(last).to_string(), pair[1].get("from"), "{}: {}", table.name, pair[1].line);
        }
        let open = rows.iter().filter(|row| row.get("to").is_empty()).count();
        assert!(open == 1 && rows.last().unwrap().get("to").is_empty(), "{}: the present term is the last", table.name);
    }
    for row in ASSEMBLY_TERMS.rows() {
        let term: Term = row.get("term").parse().unwrap();
        assert_eq!(codes::assembly(row.get("code")), Some(("QH", term.get())), "{}", row.line);
    }
}

fn next_day(date: Date) -> Date {
    let (year, month, day) = (date.year(), date.month(), date.day());
    Date::new(year, month, day + 1)
        .or_else(|_| Date::new(year, month + 1, 1))
        .or_else(|_| Date::new(year + 1, 1, 1))
        .unwrap()
}

#[test]
fn codes_are_codes() {
    for table in [TYPES, ISSUERS] {
        for row in table.rows() {
            for code in row.list("codes") {
                // Some bodies sign with two groups: MTTW-BTT.
                assert!(code.split('-').all(|part| part.parse::<Code>().is_ok()), "{}: {}", table.name, row.line);
            }
            assert!(is_set(row.list("codes")), "{}: a code twice: {}", table.name, row.line);
        }
    }
}

#[test]
fn fields_hold_known_words() {
    for row in TYPES.rows() {
        assert!(["party", "state", "mass-org"].contains(&row.get("system")), "{}", row.line);
        assert!(["y", "n", "y/n"].contains(&row.get("normative")), "{}", row.line);
        assert!(types::find(row.get("name")).is_some(), "{}", row.line);
    }
    for row in ISSUERS.rows() {
        assert!(["party", "state", "mass-org"].contains(&row.get("system")), "{}", row.line);
        assert!(!row.get("level").is_empty(), "{}", row.line);
    }
    for row in WINDOWS.rows() {
        assert!(["always", "never"].contains(&row.get("year")), "{}", row.line);
        assert!(row.list("types").all(codes::is_type), "{}", row.line);
        let known = |code: &str| code.starts_with('*') || issuers::of_code(code).next().is_some();
        assert!(row.list("issuers").all(known), "{}", row.line);
    }
}

#[test]
fn aliases_point_to_a_type() {
    for row in ALIASES.rows() {
        let (alias, name) = (row.get("alias"), row.get("name"));
        assert_eq!(types::find(alias).map(|of| of.name()), Some(name), "{}", row.line);
        assert!(alias.parse::<Code>().is_ok(), "{}", row.line);
    }
}

/// Case and the place of the tone mark do not count, so a variant differs by more; a name stands for one body.
#[test]
fn names_of_bodies_are_plain_and_mean_one_body() {
    // A city committee of a province and of a town; the Prime Minister and the Inspectorate are both TTCP.
    const SHARED: [&str; 2] = ["thành uỷ", "ttcp"];
    let mut bodies: BTreeMap<String, &str> = BTreeMap::new();
    for row in ISSUERS.rows() {
        let names = || std::iter::once(row.get("name")).chain(row.list("variants"));
        assert!(is_set(names().map(fold)), "a variant that says nothing new: {}", row.line);
        for name in names() {
            assert!(!name.contains(['(', '[', '<']), "{}", row.line);
            let other = bodies.insert(fold(name), row.line);
            assert!(other.is_none() || SHARED.contains(&fold(name).as_str()), "{name} again: {}", row.line);
        }
    }
    for row in HEADS.rows() {
        assert!(fold(row.get("head")).split(' ').count() <= 3, "the parser looks at three words: {}", row.line);
    }
}

fn is_set<T: Ord>(members: impl Iterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    members.into_iter().all(|member| seen.insert(member))
}
