use crate::finding::{Applicability, Message, Severity};
use crate::rules::wording::change_to;
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
    for (range, phrase) in context.phrases().iter().filter(|(_, phrase)| phrase.class == "set") {
        let span = context.document().span(range.clone());
        let written = span.slice(context.document().text());
        let right = phrase.right_for(written);
        findings.add(
            span,
            Message::new(format!("‘{written}’ thiếu dấu"), format!("‘{written}’ lacks a sign")),
            Message::new(format!("viết ‘{right}’"), format!("write ‘{right}’")),
            vec![change_to(right, span, Applicability::Unsafe)],
        );
    }
}
