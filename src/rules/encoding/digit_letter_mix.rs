use crate::citation::Part;
use crate::finding::{Applicability, Message, Severity};
use crate::parse::{DefectKind, misread_date};
use crate::rules::defect::report_defect;
use crate::rules::traits::Traits;
use crate::rules::wording::change_to;
use crate::rules::{Context, Findings, Rule};
use crate::text::Span;

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
    let text = context.document().text();
    for mention in context.mentions_with(Traits::DAY | Traits::DATE_WORDS) {
        let Some(span) = mention.part(Part::Date) else { continue };
        let behind = span.slice(text).trim_start_matches(|c: char| !c.is_whitespace());
        let Some((written, right)) = misread_date(behind) else { continue };
        let span = Span::new(span.end() - written.len(), span.end());
        if findings.takes(span) {
            let message = Message::new(
                "chữ cái đứng ở chỗ của chữ số trong ngày",
                "a letter stands in the place of a digit in the date",
            );
            let help = Message::new(format!("viết ‘{right}’"), format!("write ‘{right}’"));
            findings.add(span, message, help, vec![change_to(right, span, Applicability::Unsafe)]);
        }
    }
}
