use crate::citation::{Kind, PartialDate};
use crate::finding::{Message, Severity};
use crate::registry::{Record, Verdict};
use crate::rules::told::may_be_told_behind;
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
        let of_plenum = records.iter().all(|record| record.symbol().ends_with("/TW"));
        if mention.kind() != Kind::Named || records.len() < 2 || !of_plenum || may_be_told_behind(mention) {
            continue;
        }
        let count = records.len();
        let message = Message::new(
            format!("hội nghị này ban hành {count} nghị quyết đã biết; không rõ viện dẫn nghị quyết nào"),
            format!("{count} resolutions of this plenum are known; which one is cited is not told"),
        );
        let help = Message::new(
            format!("ghi số, ký hiệu và ngày: {}", named(records, PartialDate::short_form, "ngày")),
            format!("give number, symbol and date: {}", named(records, |date| date.to_string(), "of")),
        );
        findings.add(mention.core(), message, help, Vec::new());
    }
}

fn named(records: &[&Record], written: fn(PartialDate) -> String, of: &str) -> String {
    let name = |record: &&Record| match record.date() {
        Some(date) => format!("{} {of} {}", record.symbol(), written(date)),
        None => record.symbol().to_owned(),
    };
    records.iter().map(name).collect::<Vec<_>>().join(", ")
}
