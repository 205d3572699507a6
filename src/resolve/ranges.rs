//! Ranges of documents: "các Quyết định số 1294/QĐ-UBND đến số 1336/QĐ-UBND".

use super::lists::glue;
use crate::citation::{Number, Symbol};
use crate::parse::Mention;
use crate::text::Normalized;

/// All documents of one series from a number to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CitationRange {
    /// The index of the first one among the mentions of the document.
    pub from: usize,
    /// The index of the last one.
    pub to: usize,
    /// How many numbers there are from the first to the last.
    pub count: u32,
}

/// The ranges in text order.
pub(super) fn ranges(normalized: &Normalized<'_>, mentions: &[Mention<'_>]) -> Vec<CitationRange> {
    let pairs = mentions.windows(2).enumerate();
    pairs
        .filter_map(|(from, pair)| {
            let to_word = matches!(glue(normalized, &pair[0], &pair[1])?.as_str(), "đến" | "đến số");
            let count = to_word.then(|| count(pair[0].canonical()?, pair[1].canonical()?)).flatten()?;
            Some(CitationRange { from, to: from + 1, count })
        })
        .collect()
}

/// How many numbers lie between two of one series.
fn count(first: &Symbol, last: &Symbol) -> Option<u32> {
    let value = |symbol: &Symbol| symbol.number().map(Number::value);
    let series = first.year() == last.year() && first.codes().eq(last.codes());
    series.then(|| value(last)?.checked_sub(value(first)?)).flatten().filter(|&more| more > 0).map(|more| more + 1)
}

#[cfg(test)]
mod tests {
    use crate::resolve::Document;

    #[test]
    fn a_range_has_both_ends_of_one_series() {
        for (text, want) in [
            ("các Quyết định số 1294/QĐ-UBND đến số 1336/QĐ-UBND", Some(43)),
            ("từ Quyết định số 1294/QĐ-UBND đến Quyết định số 1336/QĐ-UBND", Some(43)),
            ("các Quyết định số 1294 đến 1336/QĐ-UBND ngày 05/3/2024", Some(43)),
            ("gửi Công văn số 12/UBND-VX đến số 15/SGDĐT-VP", None),
            ("Quyết định số 1336/QĐ-UBND đến số 1294/QĐ-UBND", None),
        ] {
            let document = Document::new(text);
            assert_eq!(document.ranges().first().map(|range| range.count), want, "{text}");
            if want.is_some() {
                let types: Vec<_> = document.mentions().iter().filter_map(|m| m.reading().doc_type).collect();
                assert_eq!(types.len(), 2, "{text}");
            }
        }
    }
}
