use super::{Record, Registry};
use crate::citation::{Date, PartialDate};

/// What is known of a document on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State<'r> {
    /// It was issued later.
    NotIssued,
    /// It took effect later.
    NotInForce,
    /// It had been replaced or repealed by then: since when, by which known documents.
    Ended {
        /// The first day on which it was no longer in force.
        since: Date,
        /// The documents that ended it, as far as they are known.
        by: Vec<&'r Record>,
    },
    /// No end is known by then. That does not mean that there was none.
    NoEndKnown,
}

impl Registry {
    /// What is known of one of these documents on a day.
    ///
    /// Its end is the day in its record, else the day on which the last of the documents that replaced or repealed it took
    /// effect: several may each have ended a part. Where the day of one of them is not known, no end is.
    ///
    /// ```
    /// use cite_lint::registry::{Registry, State};
    ///
    /// let registry = Registry::builtin();
    /// let law = registry.get("45/2013/QH13@2013-11-29").unwrap();
    /// assert_eq!(registry.state_on(law, "2020-01-01".parse()?), State::NoEndKnown);
    /// let State::Ended { since, by } = registry.state_on(law, "2024-08-01".parse()?) else { panic!() };
    /// assert_eq!((since.to_string().as_str(), by[0].symbol()), ("2024-08-01", "31/2024/QH15"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn state_on<'r>(&'r self, record: &'r Record, day: Date) -> State<'r> {
        let is_later = |date: Option<PartialDate>| date.and_then(PartialDate::day).is_some_and(|date| date > day);
        if is_later(record.date()) {
            return State::NotIssued;
        }
        if is_later(record.effective()) {
            return State::NotInForce;
        }
        match self.end(record) {
            Some((since, by)) if since <= day => State::Ended { since, by },
            _ => State::NoEndKnown,
        }
    }

    fn end<'r>(&'r self, record: &'r Record) -> Option<(Date, Vec<&'r Record>)> {
        let by: Vec<Option<&Record>> = record.replaced_by().map(|id| self.get(id)).collect();
        let known = || by.iter().copied().flatten().collect::<Vec<_>>();
        if let Some(end) = record.expires().and_then(PartialDate::day) {
            return Some((end, known()));
        }
        let effective = |record: &Record| record.effective().and_then(PartialDate::day);
        let days: Option<Vec<Date>> = by.iter().map(|record| record.and_then(effective)).collect();
        Some((days?.into_iter().max()?, known()))
    }
}
