use super::report_phrases;
use crate::finding::{Applicability, Message, Severity};
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "NAM07",
    name: "set-phrase",
    group: "names",
    severity: Severity::Info,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("set_phrase.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let message = |written: &str| Message::new(format!("‘{written}’ thiếu dấu"), format!("‘{written}’ lacks a sign"));
    report_phrases(context, findings, |class| class == "set", message);
}
