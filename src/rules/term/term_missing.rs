use crate::citation::Symbol;
use crate::finding::{Lang, Message, Severity};
use crate::registry::Verdict;
use crate::rules::told::{Untold, untold};
use crate::rules::traits::Traits;
use crate::rules::wording::dates;
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
    let concerns = |verdict: &Verdict<'_>, _: &Symbol| matches!(verdict, Verdict::Ambiguous(_) | Verdict::NotCovered);
    for Untold { mention, verdict, symbol } in untold(context, Traits::CENTRAL, concerns) {
        let message = Message::new(
            format!("{symbol} không ghi ngày và khóa; số được đánh lại mỗi khóa"),
            format!("{symbol} has neither its date nor its term; numbers start again each term"),
        );
        let help = match verdict {
            Verdict::Ambiguous(records) => {
                let known = dates(records);
                Message::new(
                    format!("ghi ngày ban hành; đã biết: {}", known.text(Lang::Vi)),
                    format!("give the date; known are those of {}", known.text(Lang::En)),
                )
            }
            _ => Message::new("ghi ngày ban hành hoặc khóa", "give the date or the term"),
        };
        findings.add(mention.core(), message, help, Vec::new());
    }
}
