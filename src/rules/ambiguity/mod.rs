//! AMB: citations that fit several documents.

mod ambiguous_number;

pub(super) use ambiguous_number::RULE as AMBIGUOUS_NUMBER;
