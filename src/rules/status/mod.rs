//! STA: whether cited documents are in force, and whether they are at all.

mod amended_or_not_yet;
mod expired;
mod unknown_document;

pub(super) use amended_or_not_yet::RULE as AMENDED_OR_NOT_YET;
pub(super) use expired::RULE as EXPIRED;
pub(super) use unknown_document::RULE as UNKNOWN_DOCUMENT;

use std::collections::HashSet;

use crate::citation::{Date, PartialDate};
use crate::registry::{Record, State, Verdict};
use crate::resolve::{Relation, RelationKind, Source};
use crate::rules::Context;
use crate::rules::traits::Traits;
use crate::text::Span;

/// The known documents that this one rests on and whose state on the day `concerns` the rule, and where they are cited.
fn known_bases<'c, T>(
    context: &'c Context<'_>,
    day: Date,
    concerns: impl Fn(&'c Record, State<'c>) -> Option<T>,
) -> Vec<(Span, &'c Record, T)> {
    let known = context.cited_with(Traits::KNOWN).filter_map(|(mention, verdict)| {
        let Verdict::Known(record) = verdict else { return None };
        Some((mention.core(), *record, concerns(record, context.registry().state_on(record, day))?))
    });
    let mut known: Vec<_> = known.collect();
    // Few texts have any; the relations are made for those only.
    if !known.is_empty() {
        let bases = bases(context);
        known.retain(|(span, ..)| bases.contains(span));
    }
    known
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
    match context.document().date() {
        Some(PartialDate::Day(day)) => Some(day),
        Some(PartialDate::Month { year, month }) => Date::new(year, month, 1).ok(),
        Some(PartialDate::Year(year)) => Date::new(year, 1, 1).ok(),
        None => context.today().filter(|_| context.document().own().is_some_and(|own| own.date_is_blank)),
    }
}
