use crate::finding::{Applicability, Message, Severity};
use crate::parse::DefectKind;
use crate::rules::defect::report_defect;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "ENC05",
    name: "digit-letter-mix",
    group: "characters",
    severity: Severity::Error,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("digit_letter_mix.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let message = Message::new(
        "chữ cái đứng ở chỗ của chữ số trong số, ký hiệu",
        "a letter stands in the place of a digit in the symbol",
    );
    report_defect(context, findings, DefectKind::DigitLetter, message);
}
