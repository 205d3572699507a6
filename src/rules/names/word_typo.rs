use super::report_phrases;
use crate::finding::{Applicability, Message, Severity};
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "NAM05",
    name: "word-typo",
    group: "names",
    severity: Severity::Warning,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("word_typo.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let message =
        |written: &str| Message::new(format!("‘{written}’ là cách viết sai"), format!("‘{written}’ is a misspelling"));
    report_phrases(context, findings, |class| !["caps", "set"].contains(&class), message);
}
