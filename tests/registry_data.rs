//! Keeps `data/registry/*.tsv` canonical and its facts consistent.
#![allow(clippy::unwrap_used)]

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use cite_lint::citation::{Citation, PartialDate, Term};
use cite_lint::registry::Registry;
use unicode_normalization::is_nfc;

const HEADER: &str = "id\ttype\tnumber\tsymbol\tissuer\tdate\tterm\ttitle\teffective\texpires\tstatus\treplaced_by\t\
                      amends\tsource\tconfidence";

/// Symbols whose year is not that of the date, with the reason.
const OTHER_YEAR: [(&str, &str); 0] = [];

/// First days of the Party's terms: a document belongs to the last one that starts on or before its date.
const PARTY_TERMS: [(&str, &str); 9] = [
    ("VI", "1986-12-19"),
    ("VII", "1991-06-28"),
    ("VIII", "1996-07-02"),
    ("IX", "2001-04-23"),
    ("X", "2006-04-26"),
    ("XI", "2011-01-19"),
    ("XII", "2016-01-27"),
    ("XIII", "2021-01-31"),
    ("XIV", "2026-01-23"),
];

#[test]
fn files_are_canonical_text() {
    let files = files();
    assert_eq!(files.len(), 6);
    for (file, text) in files {
        assert_eq!(text.lines().next(), Some(HEADER), "{file}");
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{file}: one line feed at the end");
        assert!(!text.contains('\r') && !text.contains('\u{feff}'), "{file}: LF, no byte order mark");
        assert!(is_nfc(&text), "{file}: NFC");
        for line in text.lines() {
            for field in line.split('\t') {
                assert_eq!(field.split_whitespace().collect::<Vec<_>>().join(" "), field, "{file}: blanks in {line}");
            }
        }
    }
}

#[test]
fn rows_are_sorted_and_ids_unique() {
    let rows = rows();
    for pair in rows.windows(2).filter(|pair| pair[0].file == pair[1].file) {
        let key = |row: &Row| ["symbol", "date", "id"].map(|column| row.get(column).to_owned());
        assert!(key(&pair[0]) < key(&pair[1]), "{} stands before {}", pair[0].place(), pair[1].place());
    }
    let mut seen: HashMap<&str, String> = HashMap::new();
    for row in &rows {
        assert_eq!(seen.insert(row.get("id"), row.place()), None, "{}", row.place());
        let name = if row.get("symbol").is_empty() { row.get("type") } else { row.get("symbol") };
        let id = format!("{name}@{}", row.get("date"));
        assert!(row.get("id") == id || row.get("id") == format!("{id}#nghi-quyet"), "{}", row.place());
    }
}

#[test]
fn every_row_says_what_and_how_sure() {
    for row in rows() {
        let place = row.place();
        assert!(!row.get("type").is_empty() && !row.get("issuer").is_empty(), "{place}");
        assert!(!row.get("source").is_empty(), "{place}");
        assert!(["verified", "single", "memory"].contains(&row.get("confidence")), "{place}");
        assert!(["in_force", "replaced", "expired", "unknown"].contains(&row.get("status")), "{place}");
        assert!(row.get("symbol").starts_with(row.get("number")), "{place}");
        assert_eq!(row.get("number").is_empty(), row.get("type") == "Hiến pháp", "{place}");
        assert!(row.get("status") != "replaced" || !row.get("replaced_by").is_empty(), "{place}");
    }
}

#[test]
fn dates_exist_and_fit_the_symbol() {
    for row in rows() {
        let place = row.place();
        for column in ["date", "effective", "expires"] {
            let text = row.get(column);
            assert!(text.is_empty() || text.parse::<PartialDate>().is_ok(), "{place}: {column} {text}");
        }
        let date: PartialDate = row.get("date").parse().unwrap();
        let effective = row.get("effective");
        assert!(effective.is_empty() || date.to_string().as_str() <= effective, "{place}: effective {effective}");
        let year = row.get("symbol").split('/').nth(1).filter(|year| year.len() == 4 && year.parse::<u16>().is_ok());
        let excepted = OTHER_YEAR.iter().any(|(symbol, _)| *symbol == row.get("symbol"));
        if let Some(year) = year {
            assert_eq!(year != date.year().to_string(), excepted, "{place}");
        }
    }
}

#[test]
fn terms_fit_dates_and_symbols() {
    for row in rows().iter().filter(|row| !row.get("term").is_empty()) {
        let term: Term = row.get("term").parse().unwrap();
        if let Some((_, after)) = row.get("symbol").split_once("QH") {
            let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
            assert_eq!(digits, term.get().to_string(), "{}", row.place());
        } else if row.get("date").len() == "2013-06-03".len() {
            let (started, _) = PARTY_TERMS.iter().rfind(|(_, first)| *first <= row.get("date")).unwrap();
            assert_eq!(row.get("term"), *started, "{}", row.place());
        }
    }
}

#[test]
fn every_symbol_is_read_as_it_stands() {
    for row in rows().iter().filter(|row| !row.get("symbol").is_empty()) {
        let text = format!("{} số {}", row.get("type"), row.get("symbol"));
        let citation: Citation = text.parse().unwrap_or_else(|error| panic!("{}: {error}", row.place()));
        assert_eq!(citation.symbol.unwrap().to_string(), row.get("symbol"), "{}", row.place());
        assert_eq!(citation.doc_type.unwrap().name(), row.get("type"), "{}", row.place());
    }
}

#[test]
fn links_with_a_date_point_to_rows() {
    let rows = rows();
    let ids: HashSet<&str> = rows.iter().map(|row| row.get("id")).collect();
    for row in &rows {
        for id in row.get("replaced_by").split(',').chain(row.get("amends").split(',')).filter(|id| id.contains('@')) {
            assert!(ids.contains(id), "{}: {id}", row.place());
        }
    }
}

#[test]
fn links_name_documents_by_date_where_it_is_known() {
    for row in rows() {
        for id in row.get("replaced_by").split(',').chain(row.get("amends").split(',')).filter(|id| !id.is_empty()) {
            let date = id.split_once('@').map(|(_, date)| date.parse::<PartialDate>());
            assert!(!matches!(date, Some(Err(_))), "{}: {id}", row.place());
            assert_ne!(id, row.get("id"), "{}", row.place());
        }
    }
}

#[test]
fn sure_titles_are_of_rows_that_have_one() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/titles.tsv")).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("id\tsource"));
    let sure: Vec<(&str, &str)> = lines.map(|line| line.split_once('\t').unwrap()).collect();
    assert!(sure.is_sorted_by(|a, b| a.0 < b.0) && sure.iter().all(|(_, source)| !source.trim().is_empty()));
    let titled: HashSet<String> =
        rows().iter().filter(|row| !row.get("title").is_empty()).map(|row| row.get("id").to_owned()).collect();
    for (id, _) in &sure {
        assert!(titled.contains(*id), "{id}");
    }
    let known = Registry::builtin().records().filter(|record| record.has_sure_title()).count();
    assert_eq!(known, sure.len());
}

#[test]
fn the_program_reads_what_stands_in_the_files() {
    let rows = rows();
    assert_eq!(Registry::builtin().records().count(), rows.len());
    for row in rows {
        let record = Registry::builtin().get(row.get("id")).unwrap();
        assert_eq!(record.as_tsv(), row.fields.join("\t"));
        assert_eq!((record.title(), record.source()), (row.get("title"), row.get("source")));
        assert_eq!(record.status().name(), row.get("status"));
        assert_eq!(record.confidence().name(), row.get("confidence"));
        assert_eq!(record.term().map(|term| term.to_string()).unwrap_or_default(), row.get("term"));
    }
    for (_, text) in files() {
        assert_eq!(Registry::from_tsv(&text).unwrap().records().count(), text.lines().count() - 1);
    }
}

struct Row {
    file: String,
    line: usize,
    fields: Vec<String>,
}

impl Row {
    fn get(&self, name: &str) -> &str {
        &self.fields[HEADER.split('\t').position(|column| column == name).unwrap()]
    }

    fn place(&self) -> String {
        format!("{}:{} {}", self.file, self.line, self.get("id"))
    }
}

fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for (file, text) in files() {
        for (index, line) in text.lines().enumerate().skip(1) {
            let fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
            assert_eq!(fields.len(), 15, "{file}:{}", index + 1);
            rows.push(Row { file: file.clone(), line: index + 1, fields });
        }
    }
    rows
}

fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/registry");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}
