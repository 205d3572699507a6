//! TTL: titles (trích yếu).

mod title_registry;

pub(super) use title_registry::RULE as TITLE_REGISTRY;
