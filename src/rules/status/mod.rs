//! STA: whether cited documents are in force.

mod expired;

pub(super) use expired::RULE as EXPIRED;
