//! TTL: titles (trích yếu).

mod law_name;
mod title_duplicate_type;
mod title_quotes;
mod title_registry;
mod title_year;

pub(super) use title_duplicate_type::{RULE as TITLE_DUPLICATE_TYPE, may_begin_type};
pub(super) use title_quotes::RULE as TITLE_QUOTES;
pub(super) use title_registry::RULE as TITLE_REGISTRY;
pub(super) use title_year::RULE as TITLE_YEAR;
