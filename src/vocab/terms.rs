//! Terms of office: which khóa a day falls in.
//!
//! A Party term runs from the day after one congress closes to the close of the next; if the first plenum is held
//! during the congress, from that plenum (HD 36-HD/VPTW, 1.3.1). On the days of a congress both terms are possible.

use std::sync::LazyLock;

use super::table;
use crate::citation::{Date, PartialDate, Term};

/// A term with its days.
#[derive(Debug)]
pub struct TermDates {
    /// The term.
    pub term: Term,
    /// First day.
    pub from: Date,
    /// Last day; `None` for the present term.
    pub to: Option<Date>,
    /// Where the facts come from; `knowledge` marks a weak row.
    pub source: &'static str,
}

impl TermDates {
    /// Whether a date can fall in the term, with `slack` days of doubt at both ends.
    fn allows(&self, date: PartialDate, slack: i32) -> bool {
        let (first, last) = date.day_numbers();
        last >= self.from.day_number() - slack && self.to.is_none_or(|to| first <= to.day_number() + slack)
    }
}

/// Days around a change of term on which both terms are accepted: a congress lasts up to nine days.
const CONGRESS_SLACK: i32 = 14;

/// Whether a central Party document of `date` can be of `term`; `None` when the term is not in the table, or its days
/// are known from memory only and do not agree.
///
/// ```
/// use cite_lint::citation::{Date, Term};
/// use cite_lint::vocab::terms;
///
/// let date = Date::new(2013, 6, 3).unwrap().into();
/// assert_eq!(terms::party_term_allows(Term::new(11).unwrap(), date), Some(true));
/// assert_eq!(terms::party_term_allows(Term::new(8).unwrap(), date), Some(false));
/// ```
pub fn party_term_allows(term: Term, date: PartialDate) -> Option<bool> {
    allows(&PARTY, term, date)
}

/// Whether a National Assembly document of `date` can be of `term`; `None` as for [`party_term_allows`].
pub fn assembly_term_allows(term: Term, date: PartialDate) -> Option<bool> {
    allows(&ASSEMBLY, term, date)
}

/// The terms of the National Assembly that have a part of a year; none up to the year in which the first of the table began. The years
/// are sure where the days are not: the laws of each term tell them.
pub fn assembly_terms_of(year: u16) -> Vec<u8> {
    let of_year = |term: &&TermDates| term.from.year() <= year && term.to.is_none_or(|to| year <= to.year());
    let known = ASSEMBLY.first().is_some_and(|first| first.from.year() < year);
    ASSEMBLY.iter().filter(|_| known).filter(of_year).map(|term| term.term.get()).collect()
}

/// The Party term that a day falls in, unless the day is one of a congress.
pub fn party_term_of(date: PartialDate) -> Option<&'static TermDates> {
    let mut fitting = PARTY.iter().filter(|term| term.allows(date, CONGRESS_SLACK));
    let term = fitting.next()?;
    fitting.next().is_none().then_some(term)
}

fn allows(table: &'static [TermDates], term: Term, date: PartialDate) -> Option<bool> {
    let row = table.iter().find(|row| row.term == term)?;
    let allowed = row.allows(date, CONGRESS_SLACK);
    // Days known from memory only may be wrong: they can agree with a date, not speak against it.
    (allowed || !row.source.contains("knowledge")).then_some(allowed)
}

static PARTY: LazyLock<Vec<TermDates>> = LazyLock::new(|| read(include_str!("../../data/party-terms.tsv"), 6));
static ASSEMBLY: LazyLock<Vec<TermDates>> = LazyLock::new(|| read(include_str!("../../data/assembly-terms.tsv"), 4));

fn read(file: &'static str, source: usize) -> Vec<TermDates> {
    table::rows(file)
        .filter_map(|row| {
            Some(TermDates {
                term: row.get(0).parse().ok()?,
                from: row.get(1).parse().ok()?,
                to: row.get(2).parse().ok(),
                source: row.get(source),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(term: u8, date: &str) -> Option<bool> {
        party_term_allows(Term::new(term).unwrap(), date.parse().unwrap())
    }

    #[test]
    fn both_terms_on_the_days_of_a_congress() {
        assert_eq!(fits(11, "2016-01-25"), Some(true));
        assert_eq!(fits(12, "2016-01-25"), Some(true));
        assert_eq!(fits(12, "2015-10-20"), Some(false));
        assert_eq!(fits(14, "2026-03-01"), Some(true));
        assert_eq!(fits(11, "2016"), Some(true));
        assert_eq!(fits(30, "2016"), None);
    }

    #[test]
    fn every_row_is_read() {
        assert_eq!((PARTY.len(), ASSEMBLY.len()), (9, 7));
    }
}
