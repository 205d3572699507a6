//! TRM: terms of office.

mod plenum_reference;
mod term_date;
mod term_missing;

pub(super) use plenum_reference::RULE as PLENUM_REFERENCE;
pub(super) use term_date::RULE as TERM_DATE;
pub(super) use term_missing::RULE as TERM_MISSING;
