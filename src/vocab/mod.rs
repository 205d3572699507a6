//! The vocabulary of data/: document types, issuing bodies, terms, year windows, places, looked up by name, variant or
//! code.
//!
//! Facts only, each with its source in the file; what the parser and the rules make of them is theirs.

pub mod codes;
pub(crate) mod index;
pub mod issuers;
pub(crate) mod laws;
pub mod phrases;
pub mod places;
mod table;
pub mod terms;
pub mod types;
pub mod windows;
