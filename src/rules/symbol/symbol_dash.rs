use crate::finding::{Applicability, Message, Severity};
use crate::parse::DefectKind;
use crate::rules::defect::report_defect;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM02",
    name: "symbol-dash",
    group: "symbol",
    severity: Severity::Info,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("symbol_dash.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let message = Message::new(
        "số, ký hiệu dùng dấu gạch khác dấu gạch nối ‘-’",
        "a dash other than the hyphen ‘-’ in the symbol",
    );
    report_defect(context, findings, DefectKind::Dash, message);
}
