use std::collections::HashSet;

use crate::citation::{Kind, PartialDate, Symbol};
use crate::finding::{Message, Severity};
use crate::registry::{Record, Verdict};
use crate::rules::told::{is_told, may_be_told_behind};
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "TRM02",
    name: "term-missing",
    group: "term",
    severity: Severity::Warning,
    fix: None,
    since: "0.1.0",
    doc: include_str!("term_missing.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    // What is told once in full may be cited in short.
    let mut told: HashSet<&Symbol> = context
        .cited()
        .filter(|(mention, _)| is_told(mention))
        .filter_map(|(mention, _)| mention.canonical())
        .collect();
    for (mention, verdict) in context.cited() {
        let (Verdict::Ambiguous(_) | Verdict::NotCovered, Some(symbol)) = (verdict, mention.canonical()) else {
            continue;
        };
        let central = mention.kind() == Kind::Numbered && symbol.tail().ends_with("/TW");
        if !central || is_told(mention) || may_be_told_behind(mention) || !told.insert(symbol) {
            continue;
        }
        let message = Message::new(
            format!("{symbol} không ghi ngày và khóa; số được đánh lại mỗi khóa"),
            format!("{symbol} has neither its date nor its term; numbers start again each term"),
        );
        let help = match verdict {
            Verdict::Ambiguous(records) => Message::new(
                format!("ghi ngày ban hành; đã biết: {}", named(records, PartialDate::short_form)),
                format!("give the date; known are those of {}", named(records, |date| date.to_string())),
            ),
            _ => Message::new("ghi ngày ban hành hoặc khóa", "give the date or the term"),
        };
        findings.add(mention.core(), message, help, Vec::new());
    }
}

fn named(records: &[&Record], written: fn(PartialDate) -> String) -> String {
    records.iter().filter_map(|record| record.date()).map(written).collect::<Vec<_>>().join(", ")
}
