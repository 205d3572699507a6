use crate::finding::{Applicability, Message, Severity};
use crate::rules::wording::change_to;
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
    for (range, phrase) in context.phrases().iter().filter(|(_, phrase)| !["caps", "set"].contains(&phrase.class)) {
        let span = context.document().span(range.clone());
        let written = span.slice(context.document().text());
        let right = phrase.right_for(written);
        findings.add(
            span,
            Message::new(format!("‘{written}’ là cách viết sai"), format!("‘{written}’ is a misspelling")),
            Message::new(format!("viết ‘{right}’"), format!("write ‘{right}’")),
            vec![change_to(right, span, Applicability::Unsafe)],
        );
    }
}
