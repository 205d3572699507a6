//! Finds, parses and checks the document citations of Vietnamese administrative texts. Offline.

pub mod citation;
pub mod finding;
pub mod lint;
#[cfg(feature = "lsp")]
pub mod lsp;
pub mod parse;
pub mod registry;
pub mod report;
pub mod resolve;
pub mod rules;
pub mod source;
pub mod text;
pub mod vocab;

#[cfg(feature = "cli")]
pub mod cli;

// The examples in the pages run as tests too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../docs/library.md")]
struct LibraryPage;

#[cfg(doctest)]
#[doc = include_str!("../docs/vi/library.md")]
struct LibraryPageInVietnamese;
