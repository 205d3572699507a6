use std::collections::HashSet;
use std::sync::OnceLock;

use super::Record;
use super::key::{hash, same_symbol, symbol_key};
use super::series::Series;
use super::title::name_key;
use crate::citation::Symbol;

/// Known documents, found by symbol or by name.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    records: Vec<Record>,
    /// Key of the symbol and place in `records`, sorted.
    symbols: Vec<(u64, u32)>,
    /// Key of the name and place in `records`, sorted; made when the first name is looked up.
    names: OnceLock<Vec<(u64, u32)>>,
    series: Vec<Series>,
}

impl Registry {
    /// All records, file by file.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.iter()
    }

    /// The record with this id (`25-NQ/TW@2013-06-03`).
    pub fn get(&self, id: &str) -> Option<&Record> {
        let symbol = id.split('@').next().unwrap_or(id);
        let by_symbol = self.by_symbol_text(symbol).find(|record| record.id() == id);
        by_symbol.or_else(|| self.records().find(|record| record.id() == id))
    }

    /// The records with this symbol, in file order. Leading zeros of the number do not count (`5-CT/TW` =
    /// `05-CT/TW`); every other digit, letter and sign does.
    pub fn by_symbol(&self, symbol: &Symbol) -> Vec<&Record> {
        self.by_symbol_text(&symbol.to_string()).collect()
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
        let (key, year) = name_key(name);
        let of_year = |record: &&Record| year.is_none_or(|year| record.date().is_some_and(|date| date.year() == year));
        let names = self.names.get_or_init(|| self.name_index());
        let found = self.at(names, hash(key.bytes())).filter(|record| name_key(record.title()).0 == key);
        found.filter(of_year).collect()
    }

    /// These records and those of `other`; of two with one id, `other`'s counts.
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
        let replaced: HashSet<&str> = other.records().map(Record::id).collect();
        let kept = self.records().filter(|record| !replaced.contains(record.id()));
        let series = self.series.iter().chain(&other.series).cloned().collect();
        Self::from_records(kept.chain(other.records()).cloned().collect()).with_series(series)
    }

    /// Builds the index of the symbols.
    pub(super) fn from_records(records: Vec<Record>) -> Self {
        let places = (0..).zip(&records);
        let mut symbols: Vec<(u64, u32)> = places.map(|(place, record)| (symbol_key(record.symbol()), place)).collect();
        symbols.sort_unstable();
        Self { records, symbols, ..Self::default() }
    }

    /// The same records with these series declared complete.
    pub(super) fn with_series(self, series: Vec<Series>) -> Self {
        Self { series, ..self }
    }

    /// The series declared complete.
    pub(super) fn series(&self) -> &[Series] {
        &self.series
    }

    fn by_symbol_text<'r, 's>(&'r self, symbol: &'s str) -> impl Iterator<Item = &'r Record> + use<'r, 's> {
        self.at(&self.symbols, symbol_key(symbol)).filter(move |record| same_symbol(record.symbol(), symbol))
    }

    fn at<'r>(&'r self, index: &'r [(u64, u32)], key: u64) -> impl Iterator<Item = &'r Record> {
        let start = index.partition_point(|&(other, _)| other < key);
        let run = index[start..].iter().take_while(move |&&(other, _)| other == key);
        run.map(|&(_, place)| &self.records[place as usize])
    }

    fn name_index(&self) -> Vec<(u64, u32)> {
        let named = |record: &Record| matches!(record.doc_type(), "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp");
        let places = (0..).zip(&self.records).filter(|(_, record)| named(record) && !record.title().is_empty());
        let mut names: Vec<(u64, u32)> =
            places.map(|(place, record)| (hash(name_key(record.title()).0.bytes()), place)).collect();
        names.sort_unstable();
        names
    }
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
}
