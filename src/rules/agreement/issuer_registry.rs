use crate::citation::Part;
use crate::finding::{Applicability, Message, Severity};
use crate::registry::{Confidence, Field, Verdict};
use crate::rules::traits::Traits;
use crate::rules::wording::{change_to, sourced};
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "AGR05",
    name: "issuer-registry",
    group: "issuer and symbol",
    severity: Severity::Warning,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("issuer_registry.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, verdict) in context.cited_with(Traits::MISMATCH) {
        let Verdict::Mismatch { record, fields } = verdict else { continue };
        let (Some(span), Some(cited)) = (mention.part(Part::Issuer), &mention.reading().issuer) else { continue };
        // Three bodies sign with /TW. Where the date differs too it may be another document, and DAT06 speaks.
        let is_open = record.is_central() && record.confidence() == Confidence::Verified;
        if !is_open || !fields.contains(&Field::Issuer) || fields.contains(&Field::Date) {
            continue;
        }
        let (symbol, right) = (record.symbol(), record.issuer());
        let message = Message::new(
            format!("{symbol} là văn bản của {right}, không phải của {}", cited.name()),
            format!("{symbol} was issued by {right}, not by {}", cited.name()),
        );
        let help = sourced(
            format!("đối chiếu với văn bản gốc; viết ‘của {right}’"),
            format!("check against the original; write ‘của {right}’"),
            record,
        );
        findings.add(span, message, help, vec![change_to(right.to_owned(), span, Applicability::Unsafe)]);
    }
}
