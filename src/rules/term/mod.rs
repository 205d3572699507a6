//! TRM: terms of office.

mod term_date;

pub(super) use term_date::RULE as TERM_DATE;
