//! ENC: characters and encodings.

mod invisible_char;
mod lookalike_letter;

pub(super) use invisible_char::RULE as INVISIBLE_CHAR;
pub(super) use lookalike_letter::RULE as LOOKALIKE_LETTER;
