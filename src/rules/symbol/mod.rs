//! SYM: the form of number and symbol.

mod bodiless;
mod duplicated_words;
mod nonstandard_abbr;
mod number_zero_pad;
mod short_form;
mod so_word;
mod symbol_case;
mod symbol_dash;
mod symbol_diacritic;
mod symbol_run_together;
mod symbol_separator;
mod symbol_space;
mod unknown_abbr;
mod year_malformed;
mod year_presence;

pub(super) use duplicated_words::{RULE as DUPLICATED_WORDS, may_end_in_number_word};
pub(super) use nonstandard_abbr::RULE as NONSTANDARD_ABBR;
pub(super) use number_zero_pad::RULE as NUMBER_ZERO_PAD;
pub(super) use short_form::RULE as SHORT_FORM;
pub(super) use so_word::RULE as SO_WORD;
pub(super) use symbol_case::RULE as SYMBOL_CASE;
pub(super) use symbol_dash::RULE as SYMBOL_DASH;
pub(super) use symbol_diacritic::RULE as SYMBOL_DIACRITIC;
pub(super) use symbol_run_together::RULE as SYMBOL_RUN_TOGETHER;
pub(super) use symbol_separator::RULE as SYMBOL_SEPARATOR;
pub(super) use symbol_space::RULE as SYMBOL_SPACE;
pub(super) use unknown_abbr::RULE as UNKNOWN_ABBR;
pub(super) use year_malformed::RULE as YEAR_MALFORMED;
pub(super) use year_presence::RULE as YEAR_PRESENCE;
