//! Every table of `data/` is canonical text: NFC, LF, a header, as many fields in each row, a source for each, sorted.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use unicode_normalization::is_nfc;

/// Tables sorted by another column than the first: terms stand in the order of time.
const SORTED_BY: [(&str, &str); 2] = [("assembly-terms.tsv", "from"), ("party-terms.tsv", "from")];

#[test]
fn tables_are_canonical() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let mut seen = 0;
    for path in paths {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        check(&name, &text);
        seen += 1;
    }
    assert!(seen >= 10);
}

fn check(name: &str, text: &str) {
    assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{name}: one line feed at the end");
    assert!(!text.contains('\r') && !text.starts_with('\u{feff}') && is_nfc(text), "{name}: NFC, LF, no mark");
    let header: Vec<&str> = text.lines().next().unwrap().split('\t').collect();
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    // What the sources are called stands in a table of its own.
    let source = header.iter().position(|column| *column == "source").unwrap_or(header.len() - 1);
    for row in &rows {
        assert_eq!(row.len(), header.len(), "{name}: {row:?}");
        assert!(row.iter().all(|field| field.trim() == *field), "{name}: blanks in {row:?}");
        assert!(!row[source].is_empty(), "{name}: no source: {row:?}");
    }
    let by = SORTED_BY.iter().find(|(table, _)| *table == name).map_or(header[0], |(_, column)| column);
    let by = header.iter().position(|column| *column == by).unwrap();
    for pair in rows.windows(2) {
        let sorted = (pair[0][by], &pair[0]) < (pair[1][by], &pair[1]);
        assert!(sorted, "{name}: {:?} stands before {:?}, or twice", pair[0], pair[1]);
    }
}
