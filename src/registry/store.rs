use std::collections::HashSet;
use std::sync::OnceLock;

use super::Record;
use super::evidence::agree;
use super::index::Index;
use super::key::{same_symbol, symbol_key};
use super::names::Names;
use super::row::Row;
use super::series::Series;
use crate::citation::Symbol;

/// Known documents, found by symbol or by name.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    /// Files of the program itself, whose lines become `rows` at the first lookup.
    files: &'static [&'static str],
    rows: OnceLock<Rows>,
    /// Made when the first name is looked up.
    names: OnceLock<Names>,
    series: Vec<Series>,
}

/// The documents and where the symbols stand.
#[derive(Clone, Debug)]
struct Rows {
    rows: Vec<Row>,
    symbols: Index,
    /// The places of those whose id does not begin with their symbol: a user may give any.
    others: Vec<usize>,
}

impl Registry {
    /// All records, file by file.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.rows().iter().map(Row::record)
    }

    /// The record with this id (`25-NQ/TW@2013-06-03`).
    pub fn get(&self, id: &str) -> Option<&Record> {
        let Rows { rows, others, .. } = self.indexed();
        let by_symbol = self.rows_of(symbol_in(id)).find(|row| row.id() == id);
        by_symbol.or_else(|| others.iter().map(|&place| &rows[place]).find(|row| row.id() == id)).map(Row::record)
    }

    /// The records with this symbol, in file order. Leading zeros of the number do not count (`5-CT/TW` =
    /// `05-CT/TW`); every other digit, letter and sign does.
    pub fn by_symbol(&self, symbol: &Symbol) -> Vec<&Record> {
        self.rows_of(&symbol.to_string()).map(Row::record).collect()
    }

    /// The laws, codes, ordinances and constitutions with this name, in file order: `Luật Khiếu nại`,
    /// `Bộ luật Lao động năm 2019`, `Hiến pháp`.
    ///
    /// Case, punctuation and the place of tone marks do not count. A year at the end leaves only those of that year.
    ///
    /// ```
    /// use cite_lint::registry::Registry;
    ///
    /// let symbols = |name| -> Vec<&str> { Registry::builtin().by_name(name).iter().map(|r| r.symbol()).collect() };
    /// assert_eq!(symbols("luật khiếu nại"), ["02/2011/QH13"]);
    /// assert_eq!(symbols("Bộ luật Lao động năm 2019"), ["45/2019/QH14"]);
    /// assert!(symbols("Luật Không Có").is_empty());
    /// ```
    pub fn by_name(&self, name: &str) -> Vec<&Record> {
        let names = self.names.get_or_init(|| Names::new(self.rows()));
        names.find(name, self.rows())
    }

    /// These records and those of `other`; of two with one id, and of two that differ about a document
    /// ([`Registry::conflicts`]), `other`'s counts.
    ///
    /// ```
    /// use cite_lint::registry::Registry;
    ///
    /// let own = Registry::from_tsv("type\tsymbol\tdate\nKế hoạch\t484/KH-UBND\t2024-03-01\n").unwrap();
    /// let both = Registry::builtin().overlay(&own);
    /// assert_eq!(both.records().count(), Registry::builtin().records().count() + 1);
    /// ```
    #[must_use]
    pub fn overlay(&self, other: &Self) -> Self {
        let mut replaced: HashSet<&str> = other.rows().iter().map(Row::id).collect();
        replaced.extend(self.conflicts(other).iter().map(|(mine, _)| mine.id()));
        let kept = self.rows().iter().filter(|row| !replaced.contains(row.id()));
        let series = self.series.iter().chain(&other.series).cloned().collect();
        Self::of_rows(kept.chain(other.rows()).cloned().collect()).with_series(series)
    }

    /// The documents of which `other` has another date: same type, and a symbol with a year, which names one document.
    ///
    /// ```
    /// use cite_lint::registry::Registry;
    ///
    /// let own = Registry::from_tsv("type\tsymbol\tdate\nNghị định\t30/2020/NĐ-CP\t2020-03-06\n").unwrap();
    /// let conflicts = Registry::builtin().conflicts(&own);
    /// assert_eq!((conflicts[0].0.id(), conflicts[0].1.id()), ("30/2020/NĐ-CP@2020-03-05", "30/2020/NĐ-CP@2020-03-06"));
    /// ```
    pub fn conflicts<'r>(&'r self, other: &'r Self) -> Vec<(&'r Record, &'r Record)> {
        let mut found = Vec::new();
        for theirs in other.records().filter(|record| record.year_in_symbol().is_some()) {
            let mine = self.rows_of(theirs.symbol()).map(Row::record);
            let differs = |mine: &&Record| {
                let dates = mine.date().zip(theirs.date());
                mine.doc_type() == theirs.doc_type() && dates.is_some_and(|(mine, theirs)| !agree(mine, theirs))
            };
            found.extend(mine.filter(differs).map(|mine| (mine, theirs)));
        }
        found
    }

    /// Files in canonical form, whose lines are found at the first lookup.
    pub(super) fn of_files(files: &'static [&'static str]) -> Self {
        Self { files, ..Self::default() }
    }

    /// Records that were read already.
    pub(super) fn from_records(records: Vec<Record>) -> Self {
        Self::of_rows(records.into_iter().map(Row::from).collect())
    }

    fn of_rows(rows: Vec<Row>) -> Self {
        Self { rows: OnceLock::from(Rows::new(rows)), ..Self::default() }
    }

    /// The same records with these series declared complete.
    pub(super) fn with_series(self, series: Vec<Series>) -> Self {
        Self { series, ..self }
    }

    /// The series declared complete.
    pub(super) fn series(&self) -> &[Series] {
        &self.series
    }

    fn rows(&self) -> &[Row] {
        &self.indexed().rows
    }

    fn rows_of<'r, 's>(&'r self, symbol: &'s str) -> impl Iterator<Item = &'r Row> + use<'r, 's> {
        let Rows { rows, symbols, .. } = self.indexed();
        symbols.places(symbol_key(symbol)).map(|place| &rows[place]).filter(|row| same_symbol(row.symbol(), symbol))
    }

    fn indexed(&self) -> &Rows {
        self.rows.get_or_init(|| {
            // Lines are longer than that on the average.
            let mut rows = Vec::with_capacity(self.files.iter().map(|file| file.len() / 256).sum());
            rows.extend(self.files.iter().copied().flat_map(lines).map(Row::of_line));
            Rows::new(rows)
        })
    }
}

impl Rows {
    fn new(rows: Vec<Row>) -> Self {
        let symbols = Index::new(rows.iter().map(|row| symbol_key(row.symbol())));
        let is_other = |row: &Row| !same_symbol(symbol_in(row.id()), row.symbol());
        let others = rows.iter().enumerate().filter(|(_, row)| row.is_own() && is_other(row)).map(|(place, _)| place);
        Self { symbols, others: others.collect(), rows }
    }
}

/// What stands before the day in an id: the symbol, in the program's own data and where the user gives no other id.
fn symbol_in(id: &str) -> &str {
    id.split('@').next().unwrap_or(id)
}

/// The lines of a file behind its header.
fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    let mut ends = memchr::memchr_iter(b'\n', file.as_bytes());
    let mut start = ends.next().map_or(file.len(), |end| end + 1);
    ends.map(move |end| &file[std::mem::replace(&mut start, end + 1)..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_meet_over_case_punctuation_and_years() {
        for (name, count) in [
            ("Luật Tố cáo", 2),
            ("Luật tố cáo năm 2018", 1),
            ("Luật Phòng chống tham nhũng 2018", 1),
            ("Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn", 1),
            ("Hiến pháp", 5),
            ("Hiến pháp năm 2013", 1),
            ("Hiến pháp nước Cộng hoà xã hội chủ nghĩa Việt Nam năm 1992", 1),
            ("Khiếu nại", 0),
            ("", 0),
        ] {
            assert_eq!(Registry::builtin().by_name(name).len(), count, "{name}");
        }
    }

    #[test]
    fn an_overlay_replaces_records_of_the_same_id() {
        let own = "type\tsymbol\tdate\ttitle\nNghị quyết\t25-NQ/TW\t2013-06-03\tcủa tôi\n";
        let own = Registry::from_tsv(own).unwrap();
        let both = Registry::builtin().overlay(&own);
        assert_eq!(both.records().count(), Registry::builtin().records().count());
        assert_eq!(both.get("25-NQ/TW@2013-06-03").map(Record::title), Some("của tôi"));
        assert_eq!(both.get("Hiến pháp@2013-11-28").map(Record::number), Some(""));
        assert_eq!(both.get("25-NQ/TW@2013-06-04"), None);
    }

    #[test]
    fn a_record_is_found_by_any_id_that_its_file_gives() {
        let rows = "id\ttype\tsymbol\nown-1\tKế hoạch\t484/KH-UBND\n5-KH/TU@2020\tKế hoạch\t05-KH/TU\n";
        let own = Registry::from_tsv(rows).unwrap();
        let both = Registry::builtin().overlay(&own);
        for (id, symbol) in [("own-1", "484/KH-UBND"), ("5-KH/TU@2020", "05-KH/TU"), ("Hiến pháp@2013-11-28", "")] {
            for _ in 0..2 {
                assert_eq!(both.get(id).map(Record::symbol), Some(symbol), "{id}");
            }
        }
        assert_eq!(both.get("484/KH-UBND"), None);
    }
}
