//! The caption of an annex that gives the document it is of another number or date than its head does.

use crate::citation::{Number, Part, PartialDate, Symbol};
use crate::finding::{Message, Related};
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings};
use crate::text::Span;

/// Reports the captions that differ from the head.
pub(super) fn report(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(own) = context.document().own() else { return };
    let mut mentions = context.mentions_with(Traits::OWN);
    let Some(head) = mentions.find(|mention| mention.core() == own.number_span) else { return };
    let number = head.canonical().and_then(Symbol::number);
    for mention in mentions {
        let cited = mention.canonical().and_then(Symbol::number);
        if let Some((cited, number)) = cited.zip(number)
            && !Number::same_value(cited, number)
        {
            let message = Message::new(
                format!("phụ lục ghi số {cited}, văn bản này mang số {number}"),
                format!("the annex gives number {cited}, this document has number {number}"),
            );
            add(findings, mention.core(), message, own.number_span);
        }
        let dates = mention.reading().date.and_then(PartialDate::day).zip(own.date.and_then(PartialDate::day));
        if let (Some((cited, day)), Some(span), Some(there)) = (dates, mention.part(Part::Date), own.date_span)
            && cited != day
        {
            let message = Message::new(
                format!("phụ lục ghi ngày {}, văn bản này đề ngày {}", cited.short_form(), day.short_form()),
                format!("the annex gives {cited}, this document is dated {day}"),
            );
            add(findings, span, message, there);
        }
    }
}

fn add(findings: &mut Findings<'_>, span: Span, message: Message, there: Span) {
    let help = Message::new("ghi như ở phần đầu văn bản", "write it as the head of the document does");
    let note = Message::new("ở phần đầu văn bản", "in the head of the document");
    findings.add_related(span, message, help, Vec::new(), vec![Related { span: there, message: note }]);
}
