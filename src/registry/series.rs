use std::sync::LazyLock;

use super::Registry;
use crate::citation::{Citation, Date, PartialDate, Term};

/// A series of documents that the registry holds whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Series {
    /// The types of document that share its numbers, separated by commas.
    types: &'static str,
    /// The symbol without number and year: `-NQ/TW`.
    tail: &'static str,
    term: Option<Term>,
    from: PartialDate,
    to: PartialDate,
}

impl Registry {
    /// Whether the citation falls in a series that is declared complete (`data/series.tsv`): only there does it say
    /// something that a document is not in the registry.
    pub fn is_complete_for(&self, citation: &Citation) -> bool {
        self.series().iter().any(|series| series.covers(citation))
    }
}

/// The series of the built-in registry, one a line: types, tail, term or nothing, first and last day or year, and how it is
/// known that none is missing.
pub(super) static BUILTIN: LazyLock<Vec<Series>> =
    LazyLock::new(|| include_str!("../../data/series.tsv").lines().skip(1).filter_map(read).collect());

impl Series {
    fn covers(&self, citation: &Citation) -> bool {
        let (Some(symbol), Some(doc_type)) = (&citation.symbol, citation.doc_type) else { return false };
        let years = self.from.year()..=self.to.year();
        if !self.tail.trim_start_matches(['/', '-']).starts_with(symbol.first_code()) {
            return false;
        }
        let in_time = match (symbol.year(), citation.date) {
            (Some(year), _) => years.contains(&year.get()),
            (None, Some(date)) => date.day().is_some_and(|day| self.holds(day.into())),
            (None, None) => self.term.is_some() && self.term == citation.term,
        };
        let term_fits = self.term.is_none() || citation.term.is_none() || self.term == citation.term;
        let is_of_type = self.types.split(',').any(|name| name == doc_type.name());
        in_time && term_fits && is_of_type && symbol.number().is_some() && symbol.tail() == self.tail
    }

    fn holds(&self, date: PartialDate) -> bool {
        // A part that is not known stands before all others.
        let parts = |date: PartialDate| (date.year(), date.month(), date.day().map(Date::day));
        (parts(self.from)..=parts(self.to)).contains(&parts(date))
    }
}

fn read(line: &'static str) -> Option<Series> {
    let mut fields = line.split('\t');
    let (types, tail, term) = (fields.next()?, fields.next()?, fields.next()?);
    let term = if term.is_empty() { None } else { Some(term.parse().ok()?) };
    Some(Series { types, tail, term, from: fields.next()?.parse().ok()?, to: fields.next()?.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::super::lookup::tests::citation;
    use super::*;

    #[test]
    fn every_line_of_the_data_is_read() {
        assert_eq!(BUILTIN.len(), include_str!("../../data/series.tsv").lines().count() - 1);
    }

    #[test]
    fn only_a_declared_series_makes_absent() {
        let series = read("Nghị quyết\t-NQ/TW\tXI\t2011-01-19\t2016-01-26\ttest").unwrap();
        let registry = Registry::default().with_series(vec![series]);
        for (text, status) in [
            ("99-NQ/TW|Nghị quyết|XI", "absent"),
            ("99-NQ/TW|Nghị quyết|2014-06-01", "absent"),
            ("99-NQ/TW|Nghị quyết|2014-06-01|XI", "absent"),
            ("99-NQ/TW|Nghị quyết|2014", "not-covered"),
            ("99-NQ/TW|Nghị quyết|2017-06-01", "not-covered"),
            ("99-NQ/TW|Nghị quyết|XII", "not-covered"),
            ("99-NQ/TW|Nghị quyết", "not-covered"),
            ("99-NQ/TW|XI", "not-covered"),
            ("99-CT/TW|Chỉ thị|XI", "not-covered"),
        ] {
            assert_eq!(registry.lookup(&citation(text)).status(), status, "{text}");
        }
    }

    #[test]
    fn laws_are_held_whole_where_their_numbers_are() {
        for (text, status) in [
            ("99/2020/QH14|Luật", "absent"),
            ("35/2012/QH13|Luật", "absent"),
            ("35/2013/QH13|Luật", "known"),
            // One number of that year is not known.
            ("34/2013/QH13|Luật", "not-covered"),
            // Resolutions have numbers of their own.
            ("99/2020/QH14|Nghị quyết", "not-covered"),
            ("99/2020/QH14", "not-covered"),
            // Laws go on.
            ("999/2025/QH15|Luật", "not-covered"),
            ("99/2020/QH15|Luật", "not-covered"),
        ] {
            assert_eq!(Registry::builtin().lookup(&citation(text)).status(), status, "{text}");
        }
        for series in BUILTIN.iter() {
            let of_series = |record: &&crate::registry::Record| {
                let cited: Result<Citation, _> = format!("{} số {}", record.doc_type(), record.symbol()).parse();
                cited.is_ok_and(|citation| series.covers(&citation))
            };
            let records = Registry::builtin().records().filter(|record| record.symbol().ends_with(series.tail));
            let mut numbers: Vec<u32> =
                records.filter(of_series).map(|record| record.number().parse().unwrap()).collect();
            numbers.sort_unstable();
            assert!(numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]), "{series:?}");
        }
    }
}
