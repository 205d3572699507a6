use crate::finding::{Applicability, Severity};
use crate::rules::Rule;

/// The engine reports it, which alone knows what was silenced.
pub(in crate::rules) static RULE: Rule = Rule {
    code: "SUP01",
    name: "unused-suppression",
    group: "suppression",
    severity: Severity::Warning,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("unused_suppression.md"),
    check: |_, _| {},
};
