//! CMP: what a first citation has to have, and how parts of documents are cited.

mod first_citation_incomplete;
mod fragment;
mod law_form;

pub(super) use first_citation_incomplete::RULE as FIRST_CITATION_INCOMPLETE;
pub(super) use fragment::RULE as FRAGMENT;
pub(super) use law_form::RULE as LAW_FORM;
