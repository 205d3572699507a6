//! STA: whether cited documents are in force, and whether they are at all.

mod expired;
mod unknown_document;

pub(super) use expired::RULE as EXPIRED;
pub(super) use unknown_document::RULE as UNKNOWN_DOCUMENT;
