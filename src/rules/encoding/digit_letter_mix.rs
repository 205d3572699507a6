use crate::citation::Part;
use crate::finding::{Applicability, Message, Severity};
use crate::parse::{DefectKind, misread_date};
use crate::rules::defect::report_defect;
use crate::rules::traits::Traits;
use crate::rules::wording::change_to;
use crate::rules::{Context, Findings, Rule};
use crate::text::range_of;

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
    let document = context.document();
    // As it was read: blanks of other kinds are plain ones, and what has no width is gone.
    let normalized = document.normalized();
    let text = normalized.as_str();
    for mention in context.mentions_with(Traits::DAY | Traits::DATE_WORDS) {
        let Some(span) = mention.part(Part::Date) else { continue };
        let date = &text[normalized.offset_of(span.start())..normalized.offset_of(span.end())];
        let behind = date.trim_start_matches(|c: char| !c.is_whitespace());
        let Some((written, right)) = misread_date(behind) else { continue };
        let span = document.span(range_of(text, written));
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

#[cfg(test)]
mod tests {
    use crate::lint::Linter;

    #[test]
    fn the_day_is_told_as_it_was_read() {
        for (date, want) in [
            ("ngày l2/5/2O23", "l2/5/2O23"),
            ("ngày\u{a0}l2/5/2O23", "l2/5/2O23"),
            ("ngày l2/5/2\u{200b}O23", "l2/5/2\u{200b}O23"),
            ("ngày ngày l2/5/2O23", "l2/5/2O23"),
        ] {
            let text = format!("Quyết định số 12/QĐ-UBND {date} của UBND xã về tiêm chủng.");
            let findings = Linter::new().lint(&text);
            let told = findings.iter().find(|finding| finding.rule == "ENC05");
            assert_eq!(told.map(|finding| finding.span.slice(&text)), Some(want), "{text:?}");
        }
    }
}
