//! SUP: comments that silence findings.

mod unused_suppression;

pub(super) use unused_suppression::RULE as UNUSED_SUPPRESSION;
