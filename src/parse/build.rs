//! From a reading, in offsets of the normalised text, to mentions with spans of the original.

use std::ops::Range;

use smol_str::SmolStr;

use super::after::After;
use super::cursor::unwrapped;
use super::defect::{Defect, DefectKind, ParseError};
use super::find::Read;
use super::mention::{Mention, Right, Written};
use super::pinpoint::Inside;
use super::spans::Spans;
use crate::citation::{Kind, Part, Pinpoint, Symbol};
use crate::text::{Normalized, Span, read_as};

/// Adds the mentions of one reading: the bare numbers of a list first, then the full one, which takes the symbol.
pub(super) fn add_mentions<'t>(normalized: &Normalized<'t>, read: &mut Read, found: &mut Vec<Mention<'t>>) {
    let spans = Spans::of(normalized, head_start(read)..end(read), &read.inside);
    for range in &read.before.numbers {
        found.push(bare_number(&spans, read, range));
    }
    found.push(full(&spans, read));
}

/// A number of a list, which shares the symbol of the full member.
fn bare_number<'t>(spans: &Spans<'_, 't>, read: &Read, range: &Range<usize>) -> Mention<'t> {
    let is_first = read.before.numbers.first() == Some(range);
    let head = if is_first { head_start(read) } else { range.start };
    let mut mention = Mention::new(spans, head..range.end, range.clone(), Kind::Numbered);
    fill(&mut mention, spans, read);
    let number = spans.normalized.as_str()[range.clone()].parse().ok();
    let symbol = |symbol: Option<&Symbol>| symbol.zip(number.clone()).map(|(s, n)| s.with_number(n));
    // What is wrong with the symbol is the full member's to tell; this one shares its right form.
    let right = symbol(read.recovered.right());
    mention.right = if right.is_some() { Right::AsWritten } else { Right::Unknown };
    mention.citation.symbol = right.or_else(|| symbol(read.recovered.symbol.as_ref()));
    if let Some(symbol) = &mention.citation.symbol {
        mention.written = Written::Other(symbol.to_text().into());
    }
    if !is_first {
        mention.inherited.push(Part::Type);
    }
    mention.inherited.push(Part::Symbol);
    mention
}

fn full<'t>(spans: &Spans<'_, 't>, read: &mut Read) -> Mention<'t> {
    let listed = !read.before.numbers.is_empty();
    let head = if listed { read.core.start } else { head_start(read) };
    let whole = head..end(read);
    let mut mention = Mention::new(spans, whole, read.core.clone(), Kind::Numbered);
    fill(&mut mention, spans, read);
    if listed {
        mention.inherited.push(Part::Type);
    }
    let core = &spans.normalized.as_str()[read.core.clone()];
    let is_rewritten = !spans.are_as_written() && mention.core_str() != core;
    if is_rewritten || !read.recovered.defects.is_empty() {
        let defects = defects(spans.normalized, read, mention.core);
        if !defects.is_empty() {
            let written = mention.core_str().to_owned();
            mention.error = Some(Box::new(ParseError::Malformed { written, defects }));
        }
    }
    mention.written = match read.recovered.written.take() {
        Some(written) => Written::Other(written.into()),
        None if is_rewritten => Written::Other(core.into()),
        None => Written::AsCore,
    };
    mention.citation.symbol = read.recovered.symbol.take();
    mention.right = std::mem::replace(&mut read.recovered.right, Right::Unknown);
    mention
}

/// Where the citation starts: its type word, else "số", else the number.
fn head_start(read: &Read) -> usize {
    let word = read.before.number_word.as_ref().map(|word| word.start);
    let first = read.before.numbers.first().map_or(read.core.start, |range| range.start);
    read.before.doc_type.as_ref().map(|(_, range)| range.start).or(word).unwrap_or(first)
}

fn end(read: &Read) -> usize {
    read.after.end.max(read.core.end)
}

/// The parts that every member of the reading has.
fn fill(mention: &mut Mention<'_>, spans: &Spans<'_, '_>, read: &Read) {
    if let Some((doc_type, range)) = &read.before.doc_type {
        mention.add_part(Part::Type, spans.span(range.clone()));
        mention.citation.doc_type = Some(*doc_type);
    }
    add_parts(mention, spans, &read.after, &read.inside);
    mention.labelled = read.before.number_word.is_some();
}

/// Gives a mention the parts that stand behind its number or name, and what leads to it.
pub(super) fn add_parts(mention: &mut Mention<'_>, spans: &Spans<'_, '_>, after: &After, inside: &Inside) {
    let text = spans.normalized.as_str();
    if let Some((range, date)) = &after.date {
        mention.add_part(Part::Date, spans.span(range.clone()));
        mention.citation.date = *date;
    }
    if let Some(named) = &after.issuer {
        mention.add_part(Part::Issuer, spans.span(named.range.clone()));
        mention.citation.issuer = Some(named.issuer.clone());
    }
    if let Some((range, term)) = &after.term {
        mention.add_part(Part::Term, spans.span(range.clone()));
        mention.citation.term = Some(*term);
    }
    if let Some(range) = &inside.pinpoint {
        mention.add_part(Part::Pinpoint, spans.span(range.clone()));
        mention.citation.pinpoint = Pinpoint::new(&unwrapped(&text[range.clone()]));
    }
    if let Some(range) = &inside.container {
        mention.add_part(Part::Container, spans.span(range.clone()));
        mention.citation.container = Some(SmolStr::new(unwrapped(&text[range.clone()])));
    }
}

/// The defects of the reading, and those that only the original shows: look-alike letters, dashes, invisible signs.
fn defects(normalized: &Normalized<'_>, read: &Read, core: Span) -> Vec<Defect> {
    let mut out: Vec<Defect> = read
        .recovered
        .defects
        .iter()
        .map(|(kind, range)| Defect { kind: *kind, span: normalized.span(range.clone()) })
        .collect();
    let written = core.slice(normalized.original());
    // What was not rewritten has none of them.
    let rewritten = written != &normalized.as_str()[read.core.clone()];
    for (at, c) in written.char_indices().filter(|_| rewritten) {
        let Some(to) = read_as(c) else { continue };
        let kind = match to {
            "-" | "/" => DefectKind::Dash,
            "" => DefectKind::Invisible,
            // A no-break space is a blank like others, and told by the grammar.
            " " => continue,
            _ => DefectKind::Lookalike,
        };
        let start = core.start() + at;
        out.push(Defect { kind, span: Span::new(start, start + c.len_utf8()) });
    }
    out.sort_by_key(|defect| (defect.span, defect.kind));
    out
}
