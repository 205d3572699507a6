//! NAM: names of places, bodies and types, and the words around them.

mod doubled_word;
mod name_case;
mod org_short;
mod place_typo;
mod set_phrase;
mod tone_mixed;
mod word_typo;

pub(super) use doubled_word::RULE as DOUBLED_WORD;
pub(super) use name_case::RULE as NAME_CASE;
pub(super) use org_short::RULE as ORG_SHORT;
pub(super) use place_typo::RULE as PLACE_TYPO;
pub(super) use set_phrase::RULE as SET_PHRASE;
pub(super) use tone_mixed::RULE as TONE_MIXED;
pub(super) use word_typo::RULE as WORD_TYPO;
