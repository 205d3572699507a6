//! Vocabulary from data/: types, issuers, terms, year windows, places.

pub mod places;
