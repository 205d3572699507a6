//! Lists: members that share the type in front of the first, or the date, issuer and term behind the last.

use super::clause::{head, is_blank};
use crate::citation::{Kind, Part, Symbol};
use crate::parse::Mention;
use crate::text::{Normalized, fold};
use crate::vocab::codes;

/// Gives the members of each list the parts they share, and records them as inherited.
pub(super) fn share(normalized: &Normalized<'_>, mentions: &mut [Mention<'_>]) {
    for i in 1..mentions.len() {
        let (before, rest) = mentions.split_at_mut(i);
        let (first, next) = (&before[i - 1], &mut rest[0]);
        if next.citation.doc_type.is_none() && first.kind() != Kind::Own && joins(normalized, first, next) {
            next.citation.doc_type = first.citation.doc_type.filter(|_| same_type_code(first, next));
            if next.citation.doc_type.is_some() {
                next.inherited.push(Part::Type);
                // A body named in front of the list covers all of it.
                let leads = first.part(Part::Issuer).is_some_and(|issuer| issuer.end() <= first.span().start());
                if leads && next.citation.issuer.is_none() {
                    next.citation.issuer.clone_from(&first.citation.issuer);
                    next.inherited.push(Part::Issuer);
                }
            }
        }
    }
    for i in (1..mentions.len()).rev() {
        let (before, rest) = mentions.split_at_mut(i);
        share_backwards(normalized, &mut before[i - 1], &rest[0]);
    }
}

/// The last member's issuer, and in a tight list its date and term, cover the member before it.
fn share_backwards(normalized: &Normalized<'_>, first: &mut Mention<'_>, last: &Mention<'_>) {
    let tight = last.inherited.contains(&Part::Type);
    let gives_issuer = first.citation.issuer.is_none() && last.citation.issuer.is_some();
    if !(tight || gives_issuer) || !joins(normalized, first, last) || !same_issuer_code(first, last) {
        return;
    }
    if gives_issuer {
        first.citation.issuer.clone_from(&last.citation.issuer);
        first.inherited.push(Part::Issuer);
    }
    // "số 13/2018/NQ-HĐND, số 14/2019/NQ-HĐND ngày 17/7/2019": the day is of the second only.
    let year = first.canonical().and_then(Symbol::year);
    let date = last.citation.date.filter(|date| year.is_none_or(|year| year.get() == date.year()));
    if tight && first.citation.date.is_none() && date.is_some() && first.citation.term.is_none() {
        first.citation.date = date;
        first.inherited.push(Part::Date);
    }
    if tight && first.citation.term.is_none() && last.citation.term.is_some() && first.part(Part::Date).is_none() {
        first.citation.term = last.citation.term;
        first.inherited.push(Part::Term);
    }
}

/// Whether only a comma, "và" or a semicolon stands between two mentions, "số" and the pinpoint of the second apart.
pub(super) fn joins(normalized: &Normalized<'_>, first: &Mention<'_>, next: &Mention<'_>) -> bool {
    let Some(glue) = glue(normalized, first, next) else { return false };
    if glue.is_empty() {
        return next.inherited.contains(&Part::Symbol) || next.inherited.contains(&Part::Type);
    }
    const GLUE: [&str; 12] = [",", ";", "và", ", và", "; và", "hoặc", ", số", "và số", "; số", "&", "đến", "đến số"];
    GLUE.contains(&glue.as_str())
}

/// The few words between two mentions, folded, the pinpoint of the second apart.
pub(super) fn glue(normalized: &Normalized<'_>, first: &Mention<'_>, next: &Mention<'_>) -> Option<String> {
    let range = normalized.offset_of(first.span().end())..normalized.offset_of(head(next));
    let between = normalized.as_str().get(range)?;
    let glue = between.trim_matches(is_blank);
    (glue.len() <= 24).then(|| fold(glue))
}

/// A list goes on with the same type: "Nghị quyết số 18-NQ/TW, 19-NQ/TW".
fn same_type_code(first: &Mention<'_>, next: &Mention<'_>) -> bool {
    let (first, next) = (first.canonical().map(Symbol::first_code), next.canonical().map(Symbol::first_code));
    first == next || next.is_some_and(|code| codes::assembly(code).is_some())
}

/// The codes behind that of the type, without the number of a term at the end of the last.
fn bodies(symbol: &Symbol) -> impl Iterator<Item = &str> {
    let count = symbol.codes().count();
    let types = usize::from(count > 1 && codes::is_type(symbol.first_code()));
    symbol
        .codes()
        .enumerate()
        .skip(types)
        .map(move |(at, code)| if at + 1 == count { code.trim_end_matches(|c: char| c.is_ascii_digit()) } else { code })
}

fn same_issuer_code(first: &Mention<'_>, last: &Mention<'_>) -> bool {
    first.canonical().zip(last.canonical()).is_some_and(|(first, last)| bodies(first).eq(bodies(last)))
}
