use crate::citation::Part;
use crate::finding::{Applicability, Message, Severity};
use crate::registry::{Field, Verdict};
use crate::rules::traits::Traits;
use crate::rules::wording::sourced;
use crate::rules::{Context, Findings, Rule};
use crate::text::words;

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
    for (mention, verdict) in context.cited_with(Traits::MISMATCH) {
        let Verdict::Mismatch { record, fields } = verdict else { continue };
        let (Some(span), Some(written), Some(known)) =
            (mention.part(Part::Date), mention.reading().date, record.date())
        else {
            continue;
        };
        // Where the date contradicts the year of the symbol itself, DAT05 speaks.
        let symbol_year = mention.canonical().and_then(crate::citation::Symbol::year);
        if !fields.contains(&Field::Date)
            || symbol_year.is_some_and(|year| year.get() != written.year())
            || context.document().date_is_ambiguous(mention)
        {
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
        // Another subject: then the number may be the slip, and the date of this record would only mislead.
        if speaks_of_another(mention.following(200), record.title()) {
            let help = Message::new(
                format!("sai số hoặc sai ngày: {} đã biết là ‘{}’", record.symbol(), record.title()),
                format!("the number or the date is wrong: the known {} is ‘{}’", record.symbol(), record.title()),
            );
            findings.add(span, message, help, Vec::new());
            continue;
        }
        let help = sourced(
            format!("đối chiếu với văn bản gốc; văn bản đã biết: {}", record.title()),
            format!("check against the original; the known document: {}", record.title()),
            record,
        );
        findings.add(span, message, help, super::right_date(span, span.slice(text), record));
    }
}

/// Whether the words behind a citation give a title that shares little with the known one.
fn speaks_of_another(following: &str, title: &str) -> bool {
    let words =
        |text: &str| -> Vec<String> { words(text).into_iter().filter(|word| word.chars().count() > 1).collect() };
    let (following, title) = (words(following), words(title));
    if following.len() < 6 || title.len() < 4 {
        return false;
    }
    let shared = title.iter().filter(|word| following.contains(word)).count();
    shared * 3 < title.len().min(following.len())
}
