use crate::citation::{Part, PartialDate};
use crate::finding::{Applicability, Fix, Message, Severity};
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, Span};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "DAT02",
    name: "date-zero-pad",
    group: "date",
    severity: Severity::Info,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("date_zero_pad.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let dated = context.mentions_with((Traits::DAY | Traits::DATE_WORDS).but(Traits::OWN));
    let cited = dated.filter_map(|mention| mention.part(Part::Date));
    let own = document.own().filter(|own| own.date.and_then(PartialDate::day).is_some()).and_then(|own| own.date_span);
    for span in cited.chain(own) {
        let edits = changes(span, document.text());
        if edits.is_empty() || !findings.takes(span) {
            continue;
        }
        let right = applied(span, document.text(), &edits);
        let title = Message::new(format!("sửa thành ‘{right}’"), format!("change to ‘{right}’"));
        findings.add(
            span,
            Message::new("số 0 trong ngày, tháng chưa đúng", "zeros in day and month"),
            Message::new(format!("viết ‘{right}’"), format!("write ‘{right}’")),
            vec![Fix { title, applicability: Applicability::Safe, edits }],
        );
    }
}

/// What to change in the digits of day and month.
fn changes(span: Span, text: &str) -> Vec<Edit> {
    if has_misread_digit(span.slice(text)) {
        return Vec::new();
    }
    let mut numbers = numbers(span.slice(text))
        .map(|(at, digits)| (Span::new(span.start() + at, span.start() + at + digits.len()), digits));
    let mut edits = Vec::new();
    for (place, takes_zero) in [(numbers.next(), 1..=9), (numbers.next(), 1..=2)] {
        let Some((span, digits)) = place else { return Vec::new() };
        let Ok(value) = digits.parse::<u8>() else { return Vec::new() };
        let takes_zero = takes_zero.contains(&value);
        let length = if value >= 100 { 3 } else { 1 + usize::from(value >= 10 || takes_zero) };
        if digits.len() != length {
            let right = if takes_zero { format!("{value:02}") } else { value.to_string() };
            edits.push(Edit { span, text: right });
        }
    }
    edits
}

/// Whether a letter touches the digits: "l2/5/2O23" has letters for some of them (ENC05), and "2" is no day there.
fn has_misread_digit(date: &str) -> bool {
    numbers(date).any(|(at, digits)| {
        let (before, behind) = (&date[..at], &date[at + digits.len()..]);
        // "ngày03/6/2013"
        let word_before = before.ends_with(char::is_alphabetic) && !before.to_lowercase().ends_with("ngày");
        word_before || behind.starts_with(char::is_alphabetic)
    })
}

fn applied(span: Span, text: &str, edits: &[Edit]) -> String {
    let mut right = String::new();
    let mut from = span.start();
    for edit in edits {
        right.push_str(&text[from..edit.span.start()]);
        right.push_str(&edit.text);
        from = edit.span.end();
    }
    right.push_str(&text[from..span.end()]);
    right
}

/// The runs of digits and where they begin.
fn numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.as_bytes()[from..].iter().position(u8::is_ascii_digit)?;
        from = start + text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        Some((start, &text[start..from]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misread_digit_is_left_alone() {
        for (date, want) in [
            ("ngày 2/5/2023", 1),
            ("ngày03/6/2013", 0),
            ("ngày3/6/2013", 1),
            ("ngày l2/5/2O23", 0),
            ("ngày 3/l2/2023", 0),
            ("ngày I5/3/2023", 0),
        ] {
            assert_eq!(changes(Span::new(0, date.len()), date).len(), want, "{date}");
        }
    }
}
