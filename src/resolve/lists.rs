//! Lists: members that share the type in front of the first, or the date, issuer and term behind the last.

use super::clause::{head, is_blank, words_of};
use super::subject::is_title;
use crate::citation::{Kind, Part, Symbol};
use crate::parse::Mention;
use crate::text::{Normalized, fold};
use crate::vocab::{codes, types};

/// Gives the members of each list the parts they share, and records them as inherited.
pub(super) fn share(normalized: &Normalized<'_>, mentions: &mut [Mention<'_>]) {
    for i in 1..mentions.len() {
        let (before, rest) = mentions.split_at_mut(i);
        let (first, next) = (&before[i - 1], &mut rest[0]);
        if next.citation.doc_type.is_none()
            && first.kind() != Kind::Own
            && (joins(normalized, first, next) || follows_title(normalized, first, next))
        {
            next.citation.doc_type = first.citation.doc_type.filter(|_| same_type_code(first, next));
            if next.citation.doc_type.is_some() {
                next.inherited.push(Part::Type);
                // A body named in front of the list covers all of it.
                let leads = match first.part(Part::Issuer) {
                    Some(issuer) => issuer.end() <= first.core().start(),
                    None => first.inherited.contains(&Part::Issuer),
                };
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

/// Whether the title of the first stands between, and "số" leads to the second: "số 12/QĐ-UBND về giá đất; số 15/QĐ-UBND về …".
fn follows_title(normalized: &Normalized<'_>, first: &Mention<'_>, next: &Mention<'_>) -> bool {
    const LONGEST: usize = 400;
    let range = normalized.offset_of(first.span().end())..normalized.offset_of(head(next));
    let Some(between) = normalized.as_str().get(range).filter(|words| words.len() <= LONGEST) else { return false };
    let words = between.trim_end_matches(|c| is_blank(c) || matches!(c, '-' | '+'));
    let words = words.strip_suffix(" và").unwrap_or(words).trim_end();
    let Some(title) = words.strip_suffix([';', ',']) else { return false };
    next.is_labelled()
        && !title.contains(';')
        && !title.contains(". ")
        && !title.contains("\n\n")
        && is_title(&words_of(title.trim_start_matches(|c| is_blank(c) || c == ',')))
}

/// A list goes on with the same type: "Nghị quyết số 18-NQ/TW, 19-NQ/TW"; old symbols had no code of it: "Nghị định số 54/CP, số
/// 94/1998/NĐ-CP", and letters have none.
fn same_type_code(first: &Mention<'_>, next: &Mention<'_>) -> bool {
    let doc_type = first.citation.doc_type;
    let (first, next) = (first.canonical().map(Symbol::first_code), next.canonical().map(Symbol::first_code));
    let is_of_type = |code: &str| doc_type.is_some_and(|doc_type| types::has_code(doc_type, code));
    let is_letter = doc_type.is_some_and(|doc_type| matches!(doc_type.name(), "Công văn" | "Văn bản"));
    let has_none = |code: Option<&str>| code.is_some_and(|code| !codes::is_type(code));
    first.is_some() && first == next
        || next.is_some_and(|code| codes::assembly(code).is_some() || is_of_type(code))
        || is_letter && has_none(first) && has_none(next)
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

#[cfg(test)]
mod tests {
    use crate::resolve::Document;

    #[test]
    fn members_share_type_and_issuer() {
        for (text, want) in [
            (
                "các Quyết định của Thủ tướng Chính phủ: số 12/QĐ-TTg ngày 05/3/2020 về giá đất; số 15/QĐ-TTg về thuế; số 16/QĐ-TTg.",
                "Quyết định|Thủ tướng Chính phủ",
            ),
            ("các Công văn số 4830/KTTH ngày 05/3/2000, số 1440/CP-KTTH ngày 05/3/2000", "Công văn|"),
            (
                "Nghị định số 54/CP ngày 28/8/1993, số 94/1998/NĐ-CP ngày 17/11/1998 của Chính phủ",
                "Nghị định|Chính phủ",
            ),
            ("các Nghị định số 87/CP ngày 12/12/1995, 88/CP ngày 14/12/1995 của Chính phủ", "Nghị định|Chính phủ"),
            ("Quyết định số 12/QĐ-SGDĐT ngày 05/3/2020, số 13/TB-SGDĐT", "|"),
            // Of neither the right symbol is known.
            ("Chỉ thị số 5/CT-TTg/2010; số 5/NQ-CP/2010 của Chính phủ", "|Chính phủ"),
            ("Quyết định số 12/QĐ-UBND có hiệu lực; số 13/QĐ-UBND", "|"),
            ("Quyết định số 12/QĐ-UBND về giá đất. Trên cơ sở đó, số 13/QĐ-UBND", "|"),
        ] {
            let document = Document::new(text);
            let last = document.mentions().last().unwrap().reading();
            let doc_type = last.doc_type.map_or("", |doc_type| doc_type.name());
            let issuer = last.issuer.as_ref().map_or("", |issuer| issuer.name());
            assert_eq!(format!("{doc_type}|{issuer}"), want, "{text}");
        }
    }
}
