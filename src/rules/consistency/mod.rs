//! INC: one document, one body, written in one way.

mod annex_caption;
mod inconsistent_case;
mod inconsistent_facts;
mod inconsistent_form;
mod two_symbols;

pub(super) use inconsistent_case::{HEADS, RULE as INCONSISTENT_CASE};
pub(super) use inconsistent_facts::RULE as INCONSISTENT_FACTS;
pub(super) use inconsistent_form::RULE as INCONSISTENT_FORM;
