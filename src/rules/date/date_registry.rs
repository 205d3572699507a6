use crate::citation::Part;
use crate::finding::{Applicability, Lang, Message, Severity};
use crate::registry::{Field, Verdict};
use crate::rules::wording::sources;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "DAT06",
    name: "date-registry",
    group: "date",
    severity: Severity::Error,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("date_registry.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let text = context.document().text();
    for (mention, verdict) in context.cited() {
        let Verdict::Mismatch { record, fields } = verdict else { continue };
        let (Some(span), Some(written), Some(known)) =
            (mention.part(Part::Date), mention.reading().date, record.date())
        else {
            continue;
        };
        // Where the date contradicts the year of the symbol itself, DAT05 speaks.
        let symbol_year = mention.canonical().and_then(crate::citation::Symbol::year);
        if !fields.contains(&Field::Date) || symbol_year.is_some_and(|year| year.get() != written.year()) {
            continue;
        }
        let message = Message::new(
            format!(
                "ngày ban hành khác văn bản đã biết: ở đây {}, {} có ngày {}",
                written.short_form(),
                record.symbol(),
                known.short_form()
            ),
            format!("the date differs from the known document: here {written}, {} is dated {known}", record.symbol()),
        );
        let sources = sources(record);
        let help = Message::new(
            format!(
                "đối chiếu với văn bản gốc; văn bản đã biết: {} (nguồn: {})",
                record.title(),
                sources.text(Lang::Vi)
            ),
            format!(
                "check against the original; the known document: {} (source: {})",
                record.title(),
                sources.text(Lang::En)
            ),
        );
        findings.add(span, message, help, super::right_date(span, span.slice(text), record));
    }
}
