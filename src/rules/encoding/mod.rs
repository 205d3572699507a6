//! ENC: characters and encodings.

mod digit_letter_mix;
mod invisible_char;
mod lookalike_letter;

pub(super) use digit_letter_mix::RULE as DIGIT_LETTER_MIX;
pub(super) use invisible_char::RULE as INVISIBLE_CHAR;
pub(super) use lookalike_letter::RULE as LOOKALIKE_LETTER;
