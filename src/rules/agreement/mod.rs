//! AGR: the words before the number and the symbol say the same.

mod issuer_registry;
mod type_registry;
mod type_symbol;

pub(super) use issuer_registry::RULE as ISSUER_REGISTRY;
pub(super) use type_registry::RULE as TYPE_REGISTRY;
pub(super) use type_symbol::RULE as TYPE_SYMBOL;
