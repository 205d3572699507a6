use std::cell::LazyCell;

use crate::citation::{Kind, Part};
use crate::finding::{Message, Severity};
use crate::parse::{DefectKind, Mention, date};
use crate::rules::bases::bases;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Normalized, Span};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "DRF01",
    name: "blank-field",
    group: "draft",
    severity: Severity::Warning,
    fix: None,
    since: "0.1.0",
    doc: include_str!("blank_field.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let form = document.own().is_some_and(|own| own.date_is_blank && own.date.is_none());
    let bases =
        LazyCell::new(|| if is_filled_in(context) { bases(document.normalized().as_str()) } else { Vec::new() });
    for mention in context.mentions_with(Traits::MAY_BE_BLANK) {
        let own_line = document.own().is_some_and(|own| own.number_span == mention.core());
        let blank_number = mention.defects().iter().any(|defect| defect.kind == DefectKind::BlankNumber);
        // Where the whole day was read nothing is blank.
        let may_be_blank = mention.part(Part::Date).filter(|_| !has_whole_date(mention));
        let blank_date = may_be_blank.filter(|span| is_blank_date(document.normalized(), *span));
        if own_line && blank_number && !form {
            findings.add(mention.span(), own_number(), fill_in(), Vec::new());
        } else if !own_line && mention.kind() != Kind::Own && is_half_filled(mention, blank_number, blank_date) {
            let span = if blank_number { mention.core() } else { blank_date.unwrap_or(mention.core()) };
            findings.add(span, cited_field(blank_number), fill_in(), Vec::new());
        } else if !own_line && blank_number && mention.kind() != Kind::Own {
            // The bases of a text that has its own number and date are no form.
            let at = document.normalized().offset_of(mention.core().start());
            let next = bases.partition_point(|base| base.end <= at);
            if bases.get(next).is_some_and(|base| base.contains(&at)) {
                findings.add(mention.core(), cited_field(true), fill_in(), Vec::new());
            }
        }
    }
    if let Some(span) =
        document.own().filter(|own| own.date_is_blank && own.date.is_some()).and_then(|own| own.date_span)
    {
        let message = Message::new(
            "ngày ban hành của chính văn bản chưa điền đủ",
            "the date of this very document is not filled in",
        );
        findings.add(span, message, fill_in(), Vec::new());
    }
}

/// Whether the text has its own number and its day.
fn is_filled_in(context: &Context<'_>) -> bool {
    let document = context.document();
    document.own().is_some_and(|own| {
        let number_line = document.mentions().iter().find(|mention| mention.core() == own.number_span);
        let has_number = number_line.and_then(|line| line.canonical()).is_some_and(|symbol| symbol.number().is_some());
        has_number && own.date.is_some_and(|date| date.day().is_some())
    })
}

/// A citation that has its number or its whole date, but not both: somebody forgot the other. Where both are blank the
/// text is a form to be filled in.
fn is_half_filled(mention: &Mention<'_>, blank_number: bool, blank_date: Option<Span>) -> bool {
    (blank_number && has_whole_date(mention)) || (!blank_number && blank_date.is_some())
}

fn has_whole_date(mention: &Mention<'_>) -> bool {
    mention.reading().date.is_some_and(|date| date.day().is_some())
}

fn is_blank_date(normalized: &Normalized<'_>, span: Span) -> bool {
    let start = normalized.offset_of(span.start());
    // A year cut off by dots ("năm...") ends a shortened quotation; a draft leaves the day or the month open.
    date(&normalized.as_str()[start..]).is_some_and(|written| written.is_blank() && !written.year.is_empty())
}

fn own_number() -> Message {
    Message::new("số của chính văn bản còn để trống", "the number of this very document is left blank")
}

fn cited_field(number: bool) -> Message {
    if number {
        Message::new("số của văn bản được viện dẫn còn để trống", "the number of the cited document is left blank")
    } else {
        Message::new("ngày của văn bản được viện dẫn chưa điền đủ", "the date of the cited document is not filled in")
    }
}

fn fill_in() -> Message {
    Message::new("điền đủ trước khi ký, phát hành", "fill it in before signing")
}
