use crate::finding::{Applicability, Message, Severity};
use crate::parse::DefectKind;
use crate::rules::defect::report_defect;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM03",
    name: "symbol-separator",
    group: "symbol",
    severity: Severity::Error,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("symbol_separator.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let message = Message::new(
        "dấu ‘/’ và ‘-’ trong số, ký hiệu đặt sai chỗ",
        "‘/’ and ‘-’ stand in the wrong places of the symbol",
    );
    report_defect(context, findings, DefectKind::Separator, message);
}
