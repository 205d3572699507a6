//! When the symbol of a type and issuer carries a year, and when it cannot.
//!
//! Source: data/year-windows.tsv, each row with its own.

use std::sync::LazyLock;

use super::{issuers, table};
use crate::citation::{PartialDate, System};

/// What a window says about the year in the symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearRule {
    /// Every such symbol has one.
    Always,
    /// No such symbol has one.
    Never,
}

/// The rule for a type code and an issuer code on a date, if the data decides; a date known only by its year must lie
/// wholly inside the window.
///
/// ```
/// use cite_lint::vocab::windows::{YearRule, year_rule};
///
/// let year = |y: &str| y.parse().unwrap();
/// assert_eq!(year_rule("NĐ", "CP", year("2024")).unwrap().0, YearRule::Always);
/// assert_eq!(year_rule("CT", "TTg", year("2016")).unwrap().0, YearRule::Never);
/// assert!(year_rule("CT", "TTg", year("2005")).is_none());
/// ```
pub fn year_rule(type_code: &str, issuer_code: &str, date: PartialDate) -> Option<(YearRule, &'static str)> {
    let key = sortable(date, 1);
    WINDOWS
        .iter()
        .find(|window| {
            window.from <= key
                && window.to.is_none_or(|to| sortable(date, 12) <= to)
                && window.types.contains(&type_code)
                && window.issuers.iter().any(|pattern| matches(pattern, issuer_code))
        })
        .map(|window| (window.rule, window.source))
}

struct Window {
    types: Vec<&'static str>,
    issuers: Vec<&'static str>,
    from: u32,
    to: Option<u32>,
    rule: YearRule,
    source: &'static str,
}

fn matches(pattern: &str, code: &str) -> bool {
    match pattern {
        "*ministry" => issuers::of_code(code).any(|body| body.level == "ministry"),
        "*state" => {
            let mut bodies = issuers::of_code(code).peekable();
            bodies.peek().is_some() && bodies.all(|body| body.system == System::State)
        }
        _ => pattern == code,
    }
}

/// Year and month as one number; a missing month counts as `month`.
fn sortable(date: PartialDate, month: u8) -> u32 {
    u32::from(date.year()) * 100 + u32::from(date.month().unwrap_or(month))
}

static WINDOWS: LazyLock<Vec<Window>> = LazyLock::new(|| {
    table::rows(include_str!("../../data/year-windows.tsv"))
        .map(|row| Window {
            types: row.list(0).collect(),
            issuers: row.list(1).collect(),
            from: row.get(2).parse().map_or(0, |date| sortable(date, 1)),
            to: row.get(3).parse().ok().map(|date| sortable(date, 12)),
            rule: if row.get(4) == "always" { YearRule::Always } else { YearRule::Never },
            source: row.get(5),
        })
        .collect()
});
