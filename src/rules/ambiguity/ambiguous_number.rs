use crate::citation::Symbol;
use crate::finding::{Lang, Message, Severity};
use crate::registry::{Record, Verdict};
use crate::rules::told::{Untold, is_central, untold};
use crate::rules::traits::Traits;
use crate::rules::wording::dates;
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
    // Of the Party's numbers TRM02 speaks.
    let restarts = |symbol: &Symbol| symbol.year().is_none() && !is_central(symbol);
    let concerns = |verdict: &Verdict<'_>, symbol: &Symbol| restarts(symbol) && several(verdict).is_some();
    for Untold { mention, verdict, symbol } in untold(context, Traits::AMBIGUOUS, concerns) {
        let Some(records) = several(verdict) else { continue };
        let (count, named) = (records.len(), dates(&records[..records.len().min(MOST_NAMED)]));
        let more = if count > MOST_NAMED { "…" } else { "" };
        let message = Message::new(
            format!("{symbol} không ghi ngày, khớp với {count} văn bản đã biết"),
            format!("{symbol} without its date fits {count} known documents"),
        );
        let help = Message::new(
            format!("ghi ngày ban hành; các văn bản có số này: {}{more}", named.text(Lang::Vi)),
            format!("give the date; the documents of this number: {}{more}", named.text(Lang::En)),
        );
        findings.add(mention.core(), message, help, Vec::new());
    }
}

/// The known documents that fit, where there are several and none is local: each province has its own documents of such
/// a symbol, and those that are known say nothing.
fn several<'v, 'r>(verdict: &'v Verdict<'r>) -> Option<&'v [&'r Record]> {
    match verdict {
        Verdict::Ambiguous(records) if records.len() > 1 && !records.iter().any(|record| is_local(record)) => {
            Some(records)
        }
        _ => None,
    }
}

fn is_local(record: &Record) -> bool {
    ["Ủy ban nhân dân", "Hội đồng nhân dân"].iter().any(|body| record.issuer().starts_with(body))
}
