use crate::finding::{Message, Severity};
use crate::parse::DefectKind;
use crate::rules::defect::report_defect;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM09",
    name: "year-malformed",
    group: "symbol",
    severity: Severity::Error,
    fix: None,
    since: "0.1.0",
    doc: include_str!("year_malformed.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let message = Message::new(
        "năm trong số, ký hiệu không phải là năm có bốn chữ số hợp lệ",
        "the year in the symbol is not four sensible digits",
    );
    report_defect(context, findings, DefectKind::Year, message);
}
