//! AGR: the words before the number and the symbol say the same.

mod assembly_term;
mod cv_abbr;
mod issuer_competence;
mod issuer_registry;
mod issuer_symbol;
mod scope_mismatch;
mod type_registry;
mod type_symbol;

pub(super) use assembly_term::RULE as ASSEMBLY_TERM;
pub(super) use cv_abbr::RULE as CV_ABBR;
pub(super) use issuer_competence::RULE as ISSUER_COMPETENCE;
pub(super) use issuer_registry::RULE as ISSUER_REGISTRY;
pub(super) use issuer_symbol::RULE as ISSUER_SYMBOL;
pub(super) use scope_mismatch::RULE as SCOPE_MISMATCH;
pub(super) use type_registry::RULE as TYPE_REGISTRY;
pub(super) use type_symbol::RULE as TYPE_SYMBOL;
