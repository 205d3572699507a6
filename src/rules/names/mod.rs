//! NAM: names of places and bodies.

mod place_typo;

pub(super) use place_typo::RULE as PLACE_TYPO;
