use super::horn::half_horned;
use super::{report, report_phrases};
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
    let document = context.document();
    let text = document.normalized().as_str();
    for (range, right) in context.places().half_horned.iter().filter_map(|&pair| half_horned(text, pair)) {
        let span = document.span(range);
        if findings.takes(span) {
            report(findings, span, message(span.slice(document.text())), right);
        }
    }
}
