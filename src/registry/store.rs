use std::sync::Arc;

use smallvec::SmallVec;

use super::evidence::agree;
use super::layer::Layer;
use super::names::NameKey;
use super::pack::{About, Pack, Writer};
use super::series::Series;
use super::{Record, RegistryError};
use crate::citation::Symbol;

/// Some of the documents: mostly there is one.
pub(super) type Rows<'r> = SmallVec<[&'r Record; 4]>;

/// Known documents, found by symbol or by name.
///
/// A copy shares the documents.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    /// Of two layers the later one counts.
    layers: Vec<Arc<Layer>>,
    series: Vec<Series>,
}

impl Registry {
    /// All records, file by file.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        let layers = self.layers.iter().enumerate();
        layers.flat_map(move |(level, layer)| layer.records().filter(move |record| !self.is_hidden(record, level)))
    }

    /// The record with this id (`25-NQ/TW@2013-06-03`).
    pub fn get(&self, id: &str) -> Option<&Record> {
        let mut found = self.layers.iter().enumerate().rev().filter_map(|(level, layer)| Some((level, layer.get(id)?)));
        found.next().filter(|(level, record)| !self.is_hidden(record, *level)).map(|(_, record)| record)
    }

    /// The records with this symbol, in file order. Leading zeros of the number do not count (`5-CT/TW` =
    /// `05-CT/TW`); every other digit, letter and sign does.
    pub fn by_symbol(&self, symbol: &Symbol) -> Vec<&Record> {
        self.rows_of_symbol(symbol).into_vec()
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
        self.rows_of_name(name).into_vec()
    }

    /// As [`Self::by_symbol`], without memory of its own where they are few.
    pub(super) fn rows_of_symbol(&self, symbol: &Symbol) -> Rows<'_> {
        self.of_symbol(&symbol.to_short_text()).collect()
    }

    /// As [`Self::by_name`], without memory of its own where they are few.
    pub(super) fn rows_of_name(&self, name: &str) -> Rows<'_> {
        let key = NameKey::of(name);
        let of_year =
            |record: &&Record| key.year.is_none_or(|year| record.date().is_some_and(|date| date.year() == year));
        let layers = self.layers.iter().enumerate();
        let seen =
            layers.flat_map(|(level, layer)| layer.of_name(&key).filter(move |record| !self.is_hidden(record, level)));
        seen.filter(of_year).collect()
    }

    /// These records and those of `other`; of two with one id, and of two that differ about a document
    /// ([`Registry::conflicts`]), `other`'s counts. Nothing is copied.
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
        let layers = self.layers.iter().chain(&other.layers).cloned().collect();
        let series = self.series.iter().chain(&other.series).cloned().collect();
        Self { layers, series }
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
        for theirs in other.records() {
            found
                .extend(self.of_symbol(theirs.symbol()).filter(|mine| differ(mine, theirs)).map(|mine| (mine, theirs)));
        }
        found
    }

    /// Opens a compiled registry ([`Registry::to_pack`]): a vector of bytes, or memory that is mapped from a file.
    ///
    /// Nothing is read but the header. A row is read when it is looked up, and a damaged one is as if it were not there.
    ///
    /// # Errors
    ///
    /// [`RegistryError::NoPack`], [`RegistryError::PackVersion`] and [`RegistryError::PackSize`].
    ///
    /// ```
    /// use cite_lint::registry::{About, Registry};
    ///
    /// let own = Registry::from_tsv("type\tsymbol\tdate\nKế hoạch\t484/KH-UBND\t2024-03-01\n")?;
    /// let pack = own.to_pack(&About { name: "Kế hoạch của tỉnh".to_owned(), ..About::default() })?;
    /// let opened = Registry::from_pack(pack)?;
    /// assert_eq!(opened.abouts()[0].name, "Kế hoạch của tỉnh");
    /// assert_eq!(opened.get("484/KH-UBND@2024-03-01").unwrap().doc_type(), "Kế hoạch");
    /// # Ok::<(), cite_lint::registry::RegistryError>(())
    /// ```
    pub fn from_pack(bytes: impl AsRef<[u8]> + Send + Sync + 'static) -> Result<Self, RegistryError> {
        Pack::open(bytes).map(Self::of)
    }

    /// Compiles the records into one piece that needs no reading, see [`Registry::from_pack`].
    ///
    /// # Errors
    ///
    /// [`RegistryError::TooLarge`] where the rows have 4 GiB.
    pub fn to_pack(&self, about: &About) -> Result<Vec<u8>, RegistryError> {
        let mut writer = Writer::default();
        if self.records().all(|record| writer.push(record)) {
            Ok(writer.pack(about))
        } else {
            Err(RegistryError::TooLarge)
        }
    }

    /// What the makers of its packs say of them, the lowest first.
    pub fn abouts(&self) -> Vec<About> {
        self.layers.iter().map(|layer| layer.pack.about()).filter(|about| *about != About::default()).collect()
    }

    /// How many rows of its packs cannot be read. Reads them all.
    pub fn damaged_rows(&self) -> usize {
        self.layers.iter().map(|layer| layer.pack.len() - layer.records().count()).sum()
    }

    /// A registry of one pack.
    pub(super) fn of(pack: Pack) -> Self {
        Self { layers: vec![Arc::new(Layer::new(pack))], series: Vec::new() }
    }

    /// The same records with these series declared complete.
    pub(super) fn with_series(self, series: Vec<Series>) -> Self {
        Self { series, ..self }
    }

    /// The series declared complete.
    pub(super) fn series(&self) -> &[Series] {
        &self.series
    }

    /// [`Registry::by_symbol`] of a written one.
    pub(super) fn of_symbol(&self, symbol: &str) -> impl Iterator<Item = &Record> {
        let layers = self.layers.iter().enumerate();
        layers.flat_map(move |(level, layer)| {
            layer.of_symbol(symbol).filter(move |record| !self.is_hidden(record, level))
        })
    }

    /// Whether a later layer has the same id, or another date for the document.
    fn is_hidden(&self, record: &Record, level: usize) -> bool {
        self.layers[level + 1..].iter().any(|later| {
            later.of_symbol(record.symbol()).any(|other| other.id() == record.id() || differ(record, other))
                || later.get(record.id()).is_some()
        })
    }
}

/// Whether two records of one symbol give one document two dates.
fn differ(one: &Record, other: &Record) -> bool {
    let dates = one.date().zip(other.date());
    one.year_in_symbol().is_some()
        && one.doc_type() == other.doc_type()
        && dates.is_some_and(|(one, other)| !agree(one, other))
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
