use crate::citation::Kind;
use crate::finding::{Lang, Message, Severity};
use crate::registry::Verdict;
use crate::rules::told::may_be_told_behind;
use crate::rules::wording::dated;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "TRM03",
    name: "plenum-reference",
    group: "term",
    severity: Severity::Info,
    fix: None,
    since: "0.1.0",
    doc: include_str!("plenum_reference.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, verdict) in context.cited() {
        let Verdict::Ambiguous(records) = verdict else { continue };
        let of_plenum = records.iter().all(|record| record.is_central());
        if mention.kind() != Kind::Named || records.len() < 2 || !of_plenum || may_be_told_behind(mention) {
            continue;
        }
        let count = records.len();
        let named = dated(records, |record| record.symbol().to_owned(), ", ");
        let message = Message::new(
            format!("hội nghị này ban hành {count} nghị quyết đã biết; không rõ viện dẫn nghị quyết nào"),
            format!("{count} resolutions of this plenum are known; which one is cited is not told"),
        );
        let help = Message::new(
            format!("ghi số, ký hiệu và ngày: {}", named.text(Lang::Vi)),
            format!("give number, symbol and date: {}", named.text(Lang::En)),
        );
        findings.add(mention.core(), message, help, Vec::new());
    }
}
