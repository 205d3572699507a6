//! DRF: traces of a draft.

mod blank_field;

pub(super) use blank_field::RULE as BLANK_FIELD;
