use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use thiserror::Error;

/// A day that exists in the calendar (years 1900–2100).
///
/// ```
/// use cite_lint::citation::Date;
///
/// assert_eq!(Date::new(2013, 6, 3).unwrap().to_string(), "2013-06-03");
/// assert!(Date::new(2023, 2, 29).is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Why numbers are not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DateError {
    /// The year is outside 1900–2100.
    #[error("year {0} is outside 1900-2100")]
    Year(u16),
    /// No such month.
    #[error("there is no month {0}")]
    Month(u8),
    /// The month has no such day.
    #[error("{year}-{month:02} has no day {day}")]
    Day {
        /// The year.
        year: u16,
        /// The month.
        month: u8,
        /// The day it does not have.
        day: u8,
    },
    /// The text is not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[error("a date is written YYYY, YYYY-MM or YYYY-MM-DD")]
    Form,
}

impl Date {
    /// A day of the calendar.
    ///
    /// # Errors
    ///
    /// [`DateError::Year`], [`DateError::Month`] or [`DateError::Day`] for the first part that does not exist.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        check_month(year, month)?;
        if day == 0 || day > days_in(year, month) {
            return Err(DateError::Day { year, month, day });
        }
        Ok(Self { year, month, day })
    }

    /// The year, four digits.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1–12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1–31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// As documents write it: days below 10 and the months 1 and 2 with a leading zero, `03/6/2013`.
    ///
    /// Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.4.b.
    pub fn short_form(self) -> String {
        let Self { year, month, day } = self;
        if month <= 2 { format!("{day:02}/{month:02}/{year}") } else { format!("{day:02}/{month}/{year}") }
    }

    /// A number that grows with the day: enough for comparing with a slack of days.
    pub(crate) fn day_number(self) -> i32 {
        day_number(self.year, self.month, self.day)
    }
}

fn day_number(year: u16, month: u8, day: u8) -> i32 {
    i32::from(year) * 372 + i32::from(month) * 31 + i32::from(day)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, DateError> {
        match text.parse()? {
            PartialDate::Day(date) => Ok(date),
            _ => Err(DateError::Form),
        }
    }
}

/// A date as far as a text gives it: a day, a month of a year, or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// Only the year.
    Year(u16),
    /// Year and month.
    Month {
        /// The year.
        year: u16,
        /// The month, 1–12.
        month: u8,
    },
    /// The whole date.
    Day(Date),
}

impl PartialDate {
    /// A year of 1900–2100.
    ///
    /// # Errors
    ///
    /// [`DateError::Year`] outside that.
    pub fn year_only(year: u16) -> Result<Self, DateError> {
        check_year(year).map(|()| Self::Year(year))
    }

    /// A month of a year.
    ///
    /// # Errors
    ///
    /// [`DateError::Year`] or [`DateError::Month`].
    pub fn month_of(year: u16, month: u8) -> Result<Self, DateError> {
        check_month(year, month).map(|()| Self::Month { year, month })
    }

    /// The year, always known.
    pub const fn year(self) -> u16 {
        match self {
            Self::Year(year) | Self::Month { year, .. } => year,
            Self::Day(date) => date.year,
        }
    }

    /// The month, when the text gives it.
    pub const fn month(self) -> Option<u8> {
        match self {
            Self::Year(_) => None,
            Self::Month { month, .. } => Some(month),
            Self::Day(date) => Some(date.month),
        }
    }

    /// As documents write it: `03/6/2013`, `tháng 6/2013`, `năm 2013`.
    pub fn short_form(self) -> String {
        match self {
            Self::Day(date) => date.short_form(),
            Self::Month { year, month } => format!("tháng {month}/{year}"),
            Self::Year(year) => format!("năm {year}"),
        }
    }

    /// The [`Date::day_number`] of the first and of the last day that it may be.
    pub(crate) fn day_numbers(self) -> (i32, i32) {
        match self {
            Self::Day(date) => (date.day_number(), date.day_number()),
            Self::Month { year, month } => (day_number(year, month, 1), day_number(year, month, 31)),
            Self::Year(year) => (day_number(year, 1, 1), day_number(year, 12, 31)),
        }
    }

    /// Whether it may be this day.
    pub(crate) fn may_be(self, day: Date) -> bool {
        let (first, last) = self.day_numbers();
        (first..=last).contains(&day.day_number())
    }

    /// The day, when the text gives it.
    pub const fn day(self) -> Option<Date> {
        match self {
            Self::Day(date) => Some(date),
            _ => None,
        }
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self::Day(date)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => date.fmt(f),
        }
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let number = |digits: &[u8]| -> Result<u16, DateError> {
            let all = digits.iter().all(u8::is_ascii_digit);
            let value = digits.iter().fold(0, |value, digit| 10 * value + u16::from(digit & 0xF));
            if all { Ok(value) } else { Err(DateError::Form) }
        };
        match text.as_bytes() {
            &[ref year @ .., b'-', a, b, b'-', c, d] if year.len() == 4 => {
                Date::new(number(year)?, number(&[a, b])? as u8, number(&[c, d])? as u8).map(Self::Day)
            }
            &[ref year @ .., b'-', a, b] if year.len() == 4 => Self::month_of(number(year)?, number(&[a, b])? as u8),
            year if year.len() == 4 => Self::year_only(number(year)?),
            _ => Err(DateError::Form),
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

fn check_year(year: u16) -> Result<(), DateError> {
    if (1900..=2100).contains(&year) { Ok(()) } else { Err(DateError::Year(year)) }
}

fn check_month(year: u16, month: u8) -> Result<(), DateError> {
    check_year(year)?;
    if (1..=12).contains(&month) { Ok(()) } else { Err(DateError::Month(month)) }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar() {
        for (y, m, d, ok) in [
            (2024, 2, 29, true),
            (2023, 2, 29, false),
            (1900, 2, 29, false),
            (2000, 2, 29, true),
            (2020, 6, 31, false),
            (2020, 13, 1, false),
            (2020, 0, 1, false),
            (2020, 1, 0, false),
            (1899, 1, 1, false),
            (2100, 12, 31, true),
        ] {
            assert_eq!(Date::new(y, m, d).is_ok(), ok, "{y}-{m}-{d}");
        }
    }

    #[test]
    fn reads_what_it_prints() {
        for text in ["2013", "2013-06", "2013-06-03"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
        for text in ["", "13", "2013-6-3", "2013-02-30", "2013-06-03-01", "+013"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn short_form_pads_days_and_the_months_one_and_two() {
        assert_eq!(Date::new(2013, 6, 3).unwrap().short_form(), "03/6/2013");
        assert_eq!(Date::new(2018, 2, 12).unwrap().short_form(), "12/02/2018");
    }
}
