use std::collections::HashSet;

use crate::citation::{Kind, PartialDate, Symbol};
use crate::finding::{Message, Severity};
use crate::registry::{Record, Verdict};
use crate::rules::told::{is_told, may_be_told_behind};
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "AMB01",
    name: "ambiguous-number",
    group: "ambiguity",
    severity: Severity::Warning,
    fix: None,
    since: "0.1.0",
    doc: include_str!("ambiguous_number.md"),
    check,
};

/// How many of the documents are named.
const MOST_NAMED: usize = 4;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    // What is told once in full may be cited in short.
    let mut told: HashSet<&Symbol> = context
        .cited()
        .filter(|(mention, _)| is_told(mention))
        .filter_map(|(mention, _)| mention.canonical())
        .collect();
    for (mention, verdict) in context.cited() {
        let (Verdict::Ambiguous(records), Some(symbol)) = (verdict, mention.canonical()) else { continue };
        let several = records.len() > 1 && records.iter().all(|record| !is_local(record));
        // Of the Party's numbers TRM02 speaks.
        let restarts = mention.kind() == Kind::Numbered && symbol.year().is_none() && !symbol.tail().ends_with("/TW");
        if !restarts || !several || is_told(mention) || may_be_told_behind(mention) || !told.insert(symbol) {
            continue;
        }
        let named = |written: fn(PartialDate) -> String| {
            let dates = records.iter().take(MOST_NAMED).filter_map(|record| record.date()).map(written);
            dates.collect::<Vec<_>>().join(", ")
        };
        let more = if records.len() > MOST_NAMED { "…" } else { "" };
        let count = records.len();
        let message = Message::new(
            format!("{symbol} không ghi ngày, khớp với {count} văn bản đã biết"),
            format!("{symbol} without its date fits {count} known documents"),
        );
        let help = Message::new(
            format!("ghi ngày ban hành; các văn bản có số này: {}{more}", named(|date| date.short_form())),
            format!("give the date; the documents of this number: {}{more}", named(|date| date.to_string())),
        );
        findings.add(mention.core(), message, help, Vec::new());
    }
}

/// Whether each province has its own documents of this symbol: the ones that are known say nothing then.
fn is_local(record: &Record) -> bool {
    ["Ủy ban nhân dân", "Hội đồng nhân dân"].iter().any(|body| record.issuer().starts_with(body))
}
