use crate::finding::{Applicability, Fix, Message, Severity};
use crate::parse::DefectKind;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::Edit;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "ENC03",
    name: "invisible-char",
    group: "characters",
    severity: Severity::Warning,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("invisible_char.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let text = context.document().text();
    for mention in context.mentions_with(Traits::DEFECTS) {
        let hidden = mention.defects().iter().filter(|defect| defect.kind == DefectKind::Invisible);
        let edits: Vec<Edit> = hidden.map(|defect| Edit { span: defect.span, text: String::new() }).collect();
        let Some(first) = edits.first() else { continue };
        let code = first.span.slice(text).chars().next().map_or(0, u32::from);
        let message = Message::new(
            format!("ký tự không nhìn thấy (U+{code:04X}) trong số, ký hiệu"),
            format!("a character that nobody sees (U+{code:04X}) inside number and symbol"),
        );
        let help = Message::new("xóa ký tự ẩn", "delete the hidden character");
        let title = Message::new("xóa ký tự ẩn", "delete the hidden character");
        findings.add(mention.core(), message, help, vec![Fix { title, applicability: Applicability::Safe, edits }]);
    }
}
