//! Level 3: finds and reads citations.
//!
//! A fast scan proposes places, a grammar (nom) reads number and symbol there, the words around give type, date,
//! issuer and term, and what is malformed is repaired where the repair is certain.

mod after;
mod before;
mod cursor;
mod date;
mod find;
mod grammar;
mod issuer;
mod leading;
mod mention;
pub mod place;
mod recover;
mod scan;

pub use date::{WrittenDate, bare_date, date};
pub use mention::{Defect, DefectKind, Mention, ParseError};

use crate::text::Normalized;

/// Every citation of a normalised text, in order; malformed ones too.
pub fn find_in<'t>(normalized: &Normalized<'t>) -> Vec<Mention<'t>> {
    find::Numbered::new(normalized).collect()
}
