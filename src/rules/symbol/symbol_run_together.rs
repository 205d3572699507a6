use crate::finding::{Applicability, Message, Severity};
use crate::parse::DefectKind;
use crate::rules::defect::report_defect;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM04",
    name: "symbol-run-together",
    group: "symbol",
    severity: Severity::Error,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("symbol_run_together.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let message = Message::new(
        "số, ký hiệu thiếu dấu nối giữa các nhóm chữ",
        "the sign between two groups of the symbol is missing",
    );
    report_defect(context, findings, DefectKind::RunTogether, message);
}
