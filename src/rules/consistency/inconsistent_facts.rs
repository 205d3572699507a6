use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::{annex_caption, two_symbols};
use crate::citation::{Date, Part, PartialDate, Symbol};
use crate::finding::{Message, Related, Severity};
use crate::parse::Mention;
use crate::registry::Verdict;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Span, fold};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "INC01",
    name: "inconsistent-facts",
    group: "consistency",
    severity: Severity::Warning,
    fix: None,
    since: "0.1.0",
    doc: include_str!("inconsistent_facts.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    two_symbols::report(context, findings);
    annex_caption::report(context, findings);
    if has_two_days(context) {
        report_days(context, findings);
    }
}

fn report_days(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut first: HashMap<(String, String, u16), (Date, Span)> = HashMap::new();
    for (mention, verdict) in
        context.cited_where(Traits::SYMBOL | Traits::DAY | Traits::ISSUER, |mention| day(mention).is_some())
    {
        // What is known, or is said to differ from what is known, is told by other rules.
        if !matches!(verdict, Verdict::NotCovered) || context.document().date_is_ambiguous(mention) {
            continue;
        }
        let Some((key, date, span)) = dated(mention) else { continue };
        let (earlier, there) = *first.entry(key).or_insert((date, span));
        if earlier == date {
            continue;
        }
        let message = Message::new(
            format!("văn bản này mang hai ngày: {} và {}", earlier.short_form(), date.short_form()),
            format!("this document has two dates: {earlier} and {date}"),
        );
        let help = Message::new("đối chiếu với bản gốc và ghi một ngày", "check the original and give one date");
        let note = Message::new("ngày ở lần viện dẫn trước", "the date of the citation before");
        findings.add_related(span, message, help, Vec::new(), vec![Related { span: there, message: note }]);
    }
}

/// What the document is known by in one text: symbol, body and year; and its day.
fn dated(mention: &Mention<'_>) -> Option<((String, String, u16), Date, Span)> {
    let (symbol, date) = (mention.canonical()?, day(mention)?);
    let span = mention.part(Part::Date)?;
    let issuer = mention.reading().issuer.as_ref().map(|issuer| fold(issuer.name())).unwrap_or_default();
    let kind = mention.reading().doc_type.map_or("", |doc_type| doc_type.name());
    Some(((format!("{kind} {symbol}"), issuer, date.year()), date, span))
}

/// Whether a symbol of the text has two days: few texts have one.
fn has_two_days(context: &Context<'_>) -> bool {
    let mut days: FxHashMap<&Symbol, Date> = FxHashMap::default();
    context.cited_with(Traits::FIRST | Traits::SYMBOL | Traits::DAY | Traits::ISSUER).any(|(mention, _)| {
        let dated = mention.canonical().zip(day(mention));
        dated.is_some_and(|(symbol, day)| *days.entry(symbol).or_insert(day) != day)
    })
}

/// The day of a citation whose body is named, where the symbol has no other year: of a body without a name there may be several
/// with the symbol.
fn day(mention: &Mention<'_>) -> Option<Date> {
    let reading = mention.reading();
    let date = reading.date.and_then(PartialDate::day)?;
    let of_year = mention.canonical()?.year().is_none_or(|year| year.get() == date.year());
    let is_named = reading.issuer.as_ref().is_some_and(|issuer| !issuer.name().trim().is_empty());
    (of_year && is_named).then_some(date)
}
