use crate::citation::Part;
use crate::finding::{Applicability, Message, Severity};
use crate::registry::{Field, Verdict};
use crate::rules::traits::Traits;
use crate::rules::wording::{change_to, sourced};
use crate::rules::{Context, Findings, Rule};
use crate::vocab::types;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "AGR02",
    name: "type-registry",
    group: "type and symbol",
    severity: Severity::Warning,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("type_registry.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let text = context.document().text();
    for (mention, verdict) in context.cited_with(Traits::MISMATCH | Traits::TYPE_WORD) {
        let Verdict::Mismatch { record, fields } = verdict else { continue };
        let (Some(span), Some(symbol)) = (mention.part(Part::Type), mention.canonical()) else { continue };
        let right = types::find(record.doc_type());
        // The code must allow both; where it does not, AGR01 speaks. "Văn bản" is any type.
        let of_code = types::of_code(symbol.first_code());
        let cited = mention.reading().doc_type.filter(|cited| of_code.contains(cited));
        let allowed = right.is_some_and(|right| of_code.contains(&right)) && cited.is_some();
        if !fields.contains(&Field::Type) || !allowed {
            continue;
        }
        let written = span.slice(text);
        let right = in_case_of(record.doc_type(), written);
        let date = record.date().map_or(String::new(), |date| format!(" ngày {}", date.short_form()));
        let (is, not) = (record.doc_type(), written.to_lowercase());
        let message = Message::new(
            format!("{symbol}{date} là {}, không phải {not}", is.to_lowercase()),
            format!("{symbol}{date} is a {is}, not a {not}"),
        );
        let help = sourced(format!("viết ‘{right} số {symbol}’"), format!("write ‘{right} số {symbol}’"), record);
        findings.add(span, message, help, vec![change_to(right, span, Applicability::Unsafe)]);
    }
}

/// A type name with the case of the word it replaces.
fn in_case_of(name: &str, written: &str) -> String {
    if crate::text::is_all_caps(written) {
        name.to_uppercase()
    } else if written.starts_with(char::is_lowercase) {
        name.to_lowercase()
    } else {
        name.to_owned()
    }
}
