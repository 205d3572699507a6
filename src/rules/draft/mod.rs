//! DRF: traces of a draft.

mod blank_field;
mod dangling;

pub(super) use blank_field::RULE as BLANK_FIELD;
pub(super) use dangling::RULE as DANGLING;
