//! STR: the block of bases.

mod base_punctuation;

pub(super) use base_punctuation::RULE as BASE_PUNCTUATION;
