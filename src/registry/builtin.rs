use std::sync::LazyLock;

use super::pack::Pack;
use super::{Registry, series};

impl Registry {
    /// The documents that come with the program.
    ///
    /// Nothing is read by this call, and nothing made: the tables to look documents up by are compiled in, and a record is
    /// read when it is found. Its texts stay where they are in the program.
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }
}

/// One file a family of documents, one behind the other.
const TEXT: &str = concat!(
    include_str!("../../data/registry/decrees.tsv"),
    include_str!("../../data/registry/laws.tsv"),
    include_str!("../../data/registry/local.tsv"),
    include_str!("../../data/registry/ministries.tsv"),
    include_str!("../../data/registry/party-central.tsv"),
    include_str!("../../data/registry/prime-minister.tsv"),
);

/// The tables of a pack of these lines; a test of this file makes them.
static TABLES: &[u8] = include_bytes!("../../data/registry.tables");

static BUILTIN: LazyLock<Registry> = LazyLock::new(|| {
    // A test reads every row by them; until it has made new ones for changed rows, there are none.
    let registry = Pack::beside(TABLES, TEXT).map(Registry::of).unwrap_or_default();
    registry.with_series(series::BUILTIN.clone())
});

#[cfg(test)]
mod tests {
    use super::super::COLUMNS;
    use super::super::Record;
    use super::super::pack::{About, Writer};
    use super::super::read::line;
    use super::*;
    use crate::citation::PartialDate;

    /// The day on which the rows were last changed.
    const CHANGED: &str = "2026-11-20";

    /// After a change of data/registry: `TABLES=overwrite cargo test tables_are_those_of_the_rows`, then build anew.
    #[test]
    fn tables_are_those_of_the_rows() {
        let mut writer = Writer::default();
        let mut start = 0;
        for text in TEXT.split_inclusive('\n') {
            let row = text.trim_end();
            if row != COLUMNS.join("\t") {
                writer.enter(&line::record(std::borrow::Cow::Borrowed(row), 0).unwrap(), start);
            }
            start += text.len();
        }
        let rows = TEXT.lines().count() - 6;
        let about = About {
            name: "cite-lint".to_owned(),
            date: Some(CHANGED.parse().unwrap()),
            coverage: format!("{rows} văn bản / documents"),
            licence: String::new(),
        };
        let tables = writer.tables(&about, TEXT.len());
        if std::env::var_os("TABLES").is_some_and(|value| value == "overwrite") {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/data/registry.tables"), tables).unwrap();
        } else {
            assert!(tables == TABLES, "data/registry.tables is not of these rows; see the comment of this test");
        }
    }

    #[test]
    fn every_row_is_read() {
        assert_eq!(Registry::builtin().records().count(), TEXT.lines().count() - 6);
        assert_eq!(Registry::builtin().records().count(), 10_740);
        let changed = CHANGED.parse().unwrap();
        let issued_later = |record: &&Record| record.date().and_then(PartialDate::day).is_some_and(|day| day > changed);
        assert_eq!(Registry::builtin().records().find(issued_later), None, "CHANGED is old");
    }
}
