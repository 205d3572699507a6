//! STR: the block of bases.

mod base_punctuation;
mod spacing;

pub(super) use base_punctuation::RULE as BASE_PUNCTUATION;
pub(super) use spacing::RULE as SPACING;
