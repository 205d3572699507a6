//! Level 5: the rules.

mod names;
mod rule;

pub use rule::{Context, Findings, Rule};

/// Every rule, sorted by code.
pub fn all() -> &'static [&'static Rule] {
    static ALL: [&Rule; 1] = [&names::PLACE_TYPO];
    &ALL
}

/// The rule of a code (`SYM03`) or a name (`symbol-separator`), in any case.
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    all()
        .iter()
        .copied()
        .find(|rule| rule.code.eq_ignore_ascii_case(code_or_name) || rule.name.eq_ignore_ascii_case(code_or_name))
}
