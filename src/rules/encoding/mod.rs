//! ENC: characters and encodings.

mod lookalike_letter;

pub(super) use lookalike_letter::RULE as LOOKALIKE_LETTER;
