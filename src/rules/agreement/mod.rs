//! AGR: the words before the number and the symbol say the same.

mod type_registry;
mod type_symbol;

pub(super) use type_registry::RULE as TYPE_REGISTRY;
pub(super) use type_symbol::RULE as TYPE_SYMBOL;
