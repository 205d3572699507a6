use crate::citation::Number;
use crate::finding::{Applicability, Message, Severity};
use crate::parse::Mention;
use crate::registry::Verdict;
use crate::rules::traits::Traits;
use crate::rules::wording::change_to;
use crate::rules::{Context, Findings, Rule};
use crate::text::Span;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM07",
    name: "number-zero-pad",
    group: "symbol",
    severity: Severity::Info,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("number_zero_pad.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, verdict) in context.cited_where(Traits::ANY, |mention| short_number(mention).is_some()) {
        let Some(number) = short_number(mention) else { continue };
        // The original decides, where it is known.
        if matches!(verdict, Verdict::Known(record) if record.number() == number.as_str()) {
            continue;
        }
        let core = mention.core();
        let span = Span::new(core.start(), core.start() + number.as_str().len());
        if span.slice(context.document().text()) != number.as_str() || !findings.takes(span) {
            continue;
        }
        let right = format!("0{number}");
        findings.add(
            span,
            Message::new("số dưới 10 thiếu số 0", "a number below 10 without its 0"),
            Message::new(
                format!("viết ‘{right}’, nếu bản gốc ghi vậy"),
                format!("write ‘{right}’, if the original has it so"),
            ),
            vec![change_to(right, span, Applicability::Unsafe)],
        );
    }
}

/// The number, where it has one digit.
fn short_number<'m>(mention: &'m Mention<'_>) -> Option<&'m Number> {
    mention.reading().symbol.as_ref()?.number().filter(|number| number.as_str().len() == 1)
}
