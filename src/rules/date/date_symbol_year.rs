use crate::citation::{Part, PartialDate, Symbol};
use crate::finding::{Applicability, Message, Severity};
use crate::parse::Mention;
use crate::registry::{Record, Verdict};
use crate::rules::traits::Traits;
use crate::rules::wording::sourced;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "DAT05",
    name: "date-symbol-year",
    group: "date",
    severity: Severity::Error,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("date_symbol_year.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let text = context.document().text();
    for (mention, verdict) in
        context.cited_where(Traits::SYMBOL | Traits::DATE, |mention| disagreement(mention).is_some())
    {
        let Some((year, date)) = disagreement(mention) else { continue };
        if matches!(verdict, Verdict::Known(_)) || context.document().date_is_ambiguous(mention) {
            continue;
        }
        let span = mention.part(Part::Date).unwrap_or(mention.core());
        if !findings.takes(span) {
            continue;
        }
        let message = Message::new(
            format!("năm trong ngày ban hành ({}) khác năm trong số, ký hiệu ({year})", date.year()),
            format!("the year of the date ({}) differs from the year in the symbol ({year})", date.year()),
        );
        let known = verdict.record().filter(|record| record.date().is_some_and(|of| of.year() == year));
        let fixes = known.map_or_else(Vec::new, |record| super::right_date(span, span.slice(text), record));
        findings.add(span, message, help(known), fixes);
    }
}

fn help(known: Option<&Record>) -> Message {
    match known.and_then(|record| Some((record, record.date()?))) {
        Some((record, date)) => sourced(
            format!("văn bản đã biết có ngày {}", date.short_form()),
            format!("the known document is dated {date}"),
            record,
        ),
        None => Message::new(
            "đối chiếu với văn bản gốc: sửa ngày hoặc sửa số, ký hiệu",
            "check against the original: correct the date or the symbol",
        ),
    }
}

/// The year in the symbol and the date, when they cannot both be right.
fn disagreement(mention: &Mention<'_>) -> Option<(u16, PartialDate)> {
    let symbol = mention.canonical()?;
    let year = symbol.year()?.get();
    let date = mention.reading().date?;
    (year != date.year() && !signed_in_the_new_year(symbol, year, date)).then_some((year, date))
}

/// A document numbered in December and dated in January: its number is then one of the last of the year.
fn signed_in_the_new_year(symbol: &Symbol, year: u16, date: PartialDate) -> bool {
    let high = symbol.number().is_some_and(|number| number.value() > 20);
    high && date.year() == year + 1 && date.day().is_none_or(|day| day.month() == 1)
}
