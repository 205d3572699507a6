use crate::citation::{Date, Part, PartialDate};
use crate::finding::{Message, Related, Severity};
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "DAT07",
    name: "date-future",
    group: "date",
    severity: Severity::Error,
    fix: None,
    since: "0.1.0",
    doc: include_str!("date_future.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let own = context.document().own();
    let own_date = context.document().date();
    let dated: Vec<_> = context
        .cited_with(Traits::DAY | Traits::DATE_WORDS)
        // A caption is of this very text, also where its head is not seen.
        .filter(|(mention, _)| !context.document().is_in_caption(mention))
        .filter_map(|(mention, _)| Some((mention.part(Part::Date)?, mention.reading().date?.day()?)))
        .collect();
    // Where most citations are younger than the head, the head is not this text's: a compilation, an amended copy.
    let younger = dated.iter().filter(|(_, date)| own_date.is_some_and(|own| is_after(*date, own))).count();
    let head_counts = younger * 2 <= dated.len() || younger == 1;
    for (span, date) in dated {
        if let Some(limit) = own_date.filter(|own| head_counts && is_after(date, *own)) {
            let related = own.and_then(|own| own.date_span).map(|span| Related {
                span,
                message: Message::new("ngày của chính văn bản này", "the date of this very document"),
            });
            let message = Message::new(
                format!(
                    "văn bản được viện dẫn mang ngày {} sau chính văn bản này ({})",
                    date.short_form(),
                    limit.short_form()
                ),
                format!("the cited document is dated {date}, after this very document ({limit})"),
            );
            findings.add_related(span, message, help(), Vec::new(), related.into_iter().collect());
        } else if context.today().is_some_and(|today| date > today) {
            let message = Message::new(
                format!("ngày ban hành ({}) sau ngày hôm nay", date.short_form()),
                format!("the date of issue ({date}) is after today"),
            );
            findings.add(span, message, help(), Vec::new());
        }
    }
}

/// Whether a day is after a date that may be known only by month or year.
fn is_after(date: Date, own: PartialDate) -> bool {
    match own {
        PartialDate::Day(own) => date > own,
        PartialDate::Month { year, month } => (date.year(), date.month()) > (year, month),
        PartialDate::Year(year) => date.year() > year,
    }
}

fn help() -> Message {
    Message::new(
        "đối chiếu với văn bản gốc: sửa ngày được viện dẫn hoặc ngày của văn bản này",
        "check against the original: correct the cited date or the date of this document",
    )
}
