//! ENC: characters and encodings.

mod digit_letter_mix;
mod invisible_char;
mod legacy_encoding;
mod lookalike_letter;
mod not_nfc;

pub(super) use digit_letter_mix::RULE as DIGIT_LETTER_MIX;
pub(super) use invisible_char::RULE as INVISIBLE_CHAR;
pub(super) use legacy_encoding::RULE as LEGACY_ENCODING;
pub(super) use lookalike_letter::RULE as LOOKALIKE_LETTER;
pub(super) use not_nfc::RULE as NOT_NFC;
