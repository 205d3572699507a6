use std::collections::BTreeMap;

use crate::citation::{Date, Part, PartialDate, Symbol};
use crate::finding::{Message, Related, Severity};
use crate::parse::Mention;
use crate::registry::Verdict;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::Span;
use crate::vocab::{issuers, terms};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "DAT10",
    name: "series-order",
    group: "chronology",
    severity: Severity::Info,
    fix: None,
    since: "0.1.0",
    doc: include_str!("series_order.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut series: BTreeMap<(String, u16), Vec<Member<'_>>> = BTreeMap::new();
    for (mention, verdict) in context.cited_where(Traits::SYMBOL | Traits::DAY, |mention| place(mention).is_some()) {
        if let Some((key, member)) = member(mention, verdict) {
            series.entry(key).or_default().push(member);
        }
    }
    for members in series.values_mut().filter(|members| members.len() <= MOST) {
        members.sort_by_key(|member| (member.number, member.date));
        let in_order = longest_in_order(members);
        for (index, wrong) in members.iter().enumerate().filter(|(index, _)| !in_order.contains(index)) {
            let contradicts =
                |&&other: &&usize| is_out_of_order(&members[other.min(index)], &members[other.max(index)]);
            if let Some(&other) = in_order.iter().find(contradicts).filter(|_| !wrong.known) {
                report(findings, wrong, &members[other]);
            }
        }
    }
}

/// Longer series are left alone: comparing each with each would take too long.
const MOST: usize = 500;

/// The most members that do not contradict each other: what most say is right.
fn longest_in_order(members: &[Member<'_>]) -> Vec<usize> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (index, member) in members.iter().enumerate() {
        let before = (0..index).filter(|&other| !is_out_of_order(&members[other], member));
        let longest = before.max_by_key(|&other| best[other].0);
        let weight = if member.known { 2 } else { 1 };
        best.push((longest.map_or(0, |other| best[other].0) + weight, longest));
    }
    let mut at = (0..best.len()).max_by_key(|&index| best[index].0);
    let mut chain = Vec::new();
    while let Some(index) = at {
        chain.push(index);
        at = best[index].1;
    }
    chain
}

fn is_out_of_order(lower: &Member<'_>, higher: &Member<'_>) -> bool {
    lower.date.day_number() > higher.date.day_number() + SLACK
}

/// Days by which numbers may be given out of order.
const SLACK: i32 = 45;

/// One document of a series.
struct Member<'m> {
    number: u32,
    date: Date,
    span: Span,
    symbol: &'m str,
    known: bool,
}

/// The series of a document (its symbol without the number, and the year or the term) and its place there.
fn member<'m>(mention: &'m Mention<'_>, verdict: &Verdict<'_>) -> Option<((String, u16), Member<'m>)> {
    let (symbol, date, time) = place(mention)?;
    let known = matches!(verdict, Verdict::Known(_));
    let (number, span) = (symbol.number()?.value(), mention.part(Part::Date)?);
    Some((
        (format!("{}{}", symbol.tail(), symbol.year().is_some()), time),
        Member { number, date, span, symbol: mention.core_str(), known },
    ))
}

/// The symbol, the day, and the year or the term in which its number counts, of documents of central bodies.
fn place<'m>(mention: &'m Mention<'_>) -> Option<(&'m Symbol, Date, u16)> {
    let symbol = mention.canonical()?;
    let date = mention.reading().date.and_then(PartialDate::day)?;
    let mut codes = symbol.codes();
    let (Some(kind), Some(body), None) = (codes.next(), codes.next(), codes.next()) else { return None };
    let central = matches!(body, "TTg" | "CP") || body == "TW" && kind != "QĐ";
    let suffixed = symbol.number().is_some_and(|number| !number.suffix().is_empty());
    if !central || suffixed || issuers::of_code(body).any(|body| body.is_weak()) {
        return None;
    }
    let time = match (body, symbol.year()) {
        ("TW", _) => u16::from(terms::party_term_of(date.into())?.term.get()),
        (_, Some(year)) if year.get() == date.year() => year.get(),
        (_, Some(_)) => return None,
        (_, None) => date.year(),
    };
    Some((symbol, date, time))
}

fn report(findings: &mut Findings<'_>, wrong: &Member<'_>, other: &Member<'_>) {
    let (date, other_date) = (wrong.date, other.date);
    let message = Message::new(
        format!(
            "{} ngày {} không theo thứ tự: {} ngày {}",
            wrong.symbol,
            date.short_form(),
            other.symbol,
            other_date.short_form()
        ),
        format!("{} of {date} is out of order: {} is of {other_date}", wrong.symbol, other.symbol),
    );
    let there = Message::new("văn bản cùng loạt", "a document of the same series");
    let related = vec![Related { span: other.span, message: there }];
    let help = Message::new("đối chiếu số và ngày của hai văn bản", "check numbers and dates of both");
    findings.add_related(wrong.span, message, help, Vec::new(), related);
}
