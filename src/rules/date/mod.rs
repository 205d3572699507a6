//! DAT: dates.

mod base_after_derived;
mod date_future;
mod date_invalid;
mod date_registry;
mod date_style;
mod date_symbol_year;
mod date_two_digit_year;
mod date_zero_pad;
mod issuer_anachronism;
mod series_order;

pub(super) use base_after_derived::RULE as BASE_AFTER_DERIVED;
pub(super) use date_future::RULE as DATE_FUTURE;
pub(super) use date_invalid::RULE as DATE_INVALID;
pub(super) use date_registry::RULE as DATE_REGISTRY;
pub(super) use date_style::RULE as DATE_STYLE;
pub(super) use date_symbol_year::RULE as DATE_SYMBOL_YEAR;
pub(super) use date_two_digit_year::{RULE as DATE_TWO_DIGIT_YEAR, may_begin_date};
pub(super) use date_zero_pad::RULE as DATE_ZERO_PAD;
pub(super) use issuer_anachronism::RULE as ISSUER_ANACHRONISM;
pub(super) use series_order::RULE as SERIES_ORDER;

use crate::citation::Date;
use crate::finding::{Applicability, Fix};
use crate::registry::Record;
use crate::rules::wording::change_to;
use crate::text::Span;

/// The fix that puts the date of a known document in the place and in the style of the written one.
fn right_date(span: Span, written: &str, record: &Record) -> Vec<Fix> {
    let Some(date) = record.date().and_then(crate::citation::PartialDate::day) else { return Vec::new() };
    vec![change_to(in_style_of(written, date), span, Applicability::Unsafe)]
}

/// A date with the word and the signs of the written one.
pub(crate) fn in_style_of(written: &str, date: Date) -> String {
    let word = written.split(|c: char| c.is_whitespace() || c.is_ascii_digit()).next().unwrap_or_default();
    let digits = if written.to_lowercase().contains("tháng") {
        let month = if date.month() <= 2 { format!("{:02}", date.month()) } else { date.month().to_string() };
        format!("{:02} tháng {month} năm {}", date.day(), date.year())
    } else {
        let sign = written.chars().find(|c| matches!(c, '-' | '.')).unwrap_or('/');
        date.short_form().replace('/', &sign.to_string())
    };
    if word.is_empty() { digits } else { format!("{word} {digits}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_of_the_writer() {
        let date = Date::new(2015, 1, 9).unwrap();
        for (written, want) in [
            ("ngày 09/01/2016", "ngày 09/01/2015"),
            ("ngày 9 tháng 1 năm 2016", "ngày 09 tháng 01 năm 2015"),
            ("ngày 09-01-2016", "ngày 09-01-2015"),
            ("09/01/2016", "09/01/2015"),
        ] {
            assert_eq!(in_style_of(written, date), want);
        }
    }
}
