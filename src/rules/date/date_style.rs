use crate::citation::{Part, System};
use crate::finding::{Applicability, Fix, Message, Severity};
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, Span};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "DAT03",
    name: "date-style",
    group: "date",
    severity: Severity::Info,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("date_style.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let text = context.document().text();
    for mention in context.mentions_with(Traits::NUMBERED | Traits::DATE_WORDS) {
        let Some(date) = mention.part(Part::Date).filter(|date| date.start() >= mention.core().end()) else { continue };
        let gap = Span::new(mention.core().end(), date.start());
        let has_comma = gap.slice(text).trim() == "," && !gap.slice(text).contains('\n');
        // Digits that make no date (DAT01) are not known to be day, month and year.
        let edits = if mention.reading().date.is_some() { other_signs(date, text) } else { Vec::new() };
        if !has_comma && edits.is_empty() || mention.system() != Some(System::State) {
            continue;
        }
        if has_comma && findings.takes(gap) {
            let message = Message::new("thừa dấu phẩy trước ‘ngày’", "a comma before ‘ngày’");
            let title = Message::new("bỏ dấu phẩy", "drop the comma");
            let edits = vec![Edit { span: gap, text: " ".to_owned() }];
            let fix = Fix { title: title.clone(), applicability: Applicability::Safe, edits };
            findings.add(gap, message, title, vec![fix]);
        }
        if !edits.is_empty() && findings.takes(date) {
            let message = Message::new("ngày không ghi bằng dấu ‘/’", "the date is not written with ‘/’");
            let title = Message::new("ghi bằng dấu ‘/’", "write it with ‘/’");
            let fix = Fix { title: title.clone(), applicability: Applicability::Safe, edits };
            findings.add(date, message, title, vec![fix]);
        }
    }
}

/// The signs between day, month and year that are not `/`.
fn other_signs(date: Span, text: &str) -> Vec<Edit> {
    let written = date.slice(text);
    if memchr::memchr2(b'-', b'.', written.as_bytes()).is_none() {
        return Vec::new();
    }
    let between_digits = |at: usize| {
        written[..at].ends_with(|c: char| c.is_ascii_digit())
            && written[at + 1..].starts_with(|c: char| c.is_ascii_digit())
    };
    written
        .match_indices(['-', '.'])
        .filter(|&(at, _)| between_digits(at))
        .map(|(at, _)| Edit { span: Span::new(date.start() + at, date.start() + at + 1), text: "/".to_owned() })
        .collect()
}
