use crate::finding::{Applicability, Message, Severity};
use crate::parse::DefectKind;
use crate::rules::defect::report_defect;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM05",
    name: "symbol-diacritic",
    group: "symbol",
    severity: Severity::Error,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("symbol_diacritic.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let message = Message::new("chữ viết tắt trong ký hiệu mất dấu", "a code of the symbol lost its diacritic");
    report_defect(context, findings, DefectKind::Diacritic, message);
}
