use std::collections::HashSet;

use crate::citation::{Date, PartialDate};
use crate::finding::{Lang, Message, Severity};
use crate::registry::{Record, State, Verdict};
use crate::resolve::{Relation, RelationKind, Source};
use crate::rules::wording::sources;
use crate::rules::{Context, Findings, Rule};
use crate::text::Span;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "STA01",
    name: "expired",
    group: "status",
    severity: Severity::Warning,
    fix: None,
    since: "0.1.0",
    doc: include_str!("expired.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(day) = day_of(context) else { return };
    let ended: Vec<_> = context
        .cited()
        .filter_map(|(mention, verdict)| {
            let Verdict::Known(record) = verdict else { return None };
            match context.registry().state_on(record, day) {
                State::Ended { since, by } => Some((mention.core(), *record, since, by)),
                _ => None,
            }
        })
        .collect();
    // Few texts have any; the relations are made for those only.
    if ended.is_empty() {
        return;
    }
    let bases = bases(context);
    for (span, record, since, by) in ended {
        if !bases.contains(&span) {
            continue;
        }
        let name = record.id().split('@').next().unwrap_or_default();
        let message = Message::new(
            format!(
                "căn cứ {name} đã hết hiệu lực từ {}, trước văn bản này ({})",
                since.short_form(),
                day.short_form()
            ),
            format!("the basis {name} was no longer in force since {since}, before this document ({day})"),
        );
        let sources = sources(record);
        let help = match successors(&by) {
            Some((vi, en)) => Message::new(
                format!("đối chiếu và căn cứ vào văn bản thay thế: {vi} (nguồn: {})", sources.text(Lang::Vi)),
                format!("check, and cite the document in its place: {en} (source: {})", sources.text(Lang::En)),
            ),
            None => Message::new(
                format!("đối chiếu và căn cứ vào văn bản đang có hiệu lực (nguồn: {})", sources.text(Lang::Vi)),
                format!("check, and cite the document in force (source: {})", sources.text(Lang::En)),
            ),
        };
        findings.add(span, message, help, Vec::new());
    }
}

/// Where the documents stand that this one rests on.
fn bases(context: &Context<'_>) -> HashSet<Span> {
    let document = context.document();
    let is_basis = |relation: &&Relation| relation.kind == RelationKind::Basis && relation.source == Source::Own;
    let relations = document.relations();
    relations.iter().filter(is_basis).map(|relation| document.mentions()[relation.target].core()).collect()
}

/// The first day that the document may have. One whose date is still blank is being written today; a text without a head
/// may be of any day.
fn day_of(context: &Context<'_>) -> Option<Date> {
    let own = context.document().own()?;
    match own.date {
        Some(PartialDate::Day(day)) => Some(day),
        Some(PartialDate::Month { year, month }) => Date::new(year, month, 1).ok(),
        Some(PartialDate::Year(year)) => Date::new(year, 1, 1).ok(),
        None => context.today().filter(|_| own.date_is_blank),
    }
}

/// The documents that stand in the place of the cited one, in Vietnamese and English.
fn successors(by: &[&Record]) -> Option<(String, String)> {
    let with_date = |record: &&Record| {
        let date = record.date().and_then(PartialDate::day);
        let vi = date.map_or(String::new(), |date| format!(" ngày {}", date.short_form()));
        let en = date.map_or(String::new(), |date| format!(" of {date}"));
        let name = format!("{} số {}", record.doc_type(), record.symbol());
        (name.clone() + &vi, name + &en)
    };
    let (vi, en): (Vec<_>, Vec<_>) = by.iter().map(with_date).unzip();
    (!by.is_empty()).then(|| (vi.join("; "), en.join("; ")))
}
