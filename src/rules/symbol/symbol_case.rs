use crate::finding::{Applicability, Message, Severity};
use crate::parse::DefectKind;
use crate::rules::defect::report_defect;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM06",
    name: "symbol-case",
    group: "symbol",
    severity: Severity::Warning,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("symbol_case.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let message = Message::new(
        "chữ viết tắt trong ký hiệu sai chữ hoa, chữ thường",
        "a code of the symbol has the wrong letter case",
    );
    report_defect(context, findings, DefectKind::Case, message);
}
