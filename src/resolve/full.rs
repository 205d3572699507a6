//! The full citations that short forms may repeat.

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::clause::is_blank;
use super::issued::Issued;
use crate::citation::{Citation, DocType, Kind, Number, Part, PartialDate, Symbol};
use crate::parse::Mention;
use crate::text::{Normalized, fold};

/// Which documents, cited before, a short form can mean.
pub(super) enum Repeats {
    None,
    /// One; its nearest full citation has its core at this byte.
    One(usize),
    Several,
}

/// The documents that a text cites in full, by type and number, and by the type of what was issued with them.
pub(super) struct FullCitations<'m, 't> {
    by_number: FxHashMap<(DocType, u32), SmallVec<[Full<'m, 't>; 1]>>,
}

/// A full citation, and the name of the document issued with it under whose type it stands in the table.
struct Full<'m, 't> {
    mention: &'m Mention<'t>,
    issued: Option<String>,
}

/// How many citations of one type and number before a short form are compared.
const MOST_ALIKE: usize = 40;

impl<'m, 't> FullCitations<'m, 't> {
    /// Of the type and number of one of the short forms `found`.
    pub(super) fn new(mentions: &'m [Mention<'t>], issued: Vec<Issued>, found: &[Mention<'_>]) -> Self {
        let wanted: FxHashSet<_> = found.iter().filter_map(|short| key(&short.citation)).collect();
        let mut by_number: FxHashMap<_, SmallVec<_>> = FxHashMap::default();
        let mut add = |key, mention, issued| {
            if wanted.contains(&key) {
                by_number.entry(key).or_default().push(Full { mention, issued });
            }
        };
        let mut issued = issued.into_iter().peekable();
        for (index, mention) in mentions.iter().enumerate() {
            let Some((doc_type, number)) = full_key(mention) else { continue };
            add((doc_type, number), mention, None);
            if let Some(issued) = issued.next_if(|issued| issued.by == index) {
                add((issued.doc_type, number), mention, Some(issued.name));
            }
        }
        Self { by_number }
    }

    /// Adds the short names that the text defines: "Thông tư liên tịch số 93/2006/TTLT-… (sau đây gọi tắt là Thông tư 93)".
    pub(super) fn define(&mut self, normalized: &Normalized<'_>, mentions: &'m [Mention<'t>], found: &[Mention<'_>]) {
        for short in found.iter().filter(|short| is_definition(normalized, short)) {
            let Some(key) = key(&short.citation) else { continue };
            let before = mentions.partition_point(|mention| mention.core().start() < short.core().start());
            let mut near = mentions[..before].iter().rev().take(8);
            let same = |mention: &&Mention<'_>| {
                let near = short.core().start() - mention.core().end() < DEFINED_WITHIN;
                near && mention.kind() == Kind::Numbered && repeats(&short.citation, &mention.citation)
            };
            let full = self.by_number.entry(key).or_default();
            let Some(mention) = near.find(same) else { continue };
            let at = full.partition_point(|full| full.mention.core().start() < mention.core().start());
            if full.get(at).is_none_or(|full| full.mention.core() != mention.core()) {
                full.insert(at, Full { mention, issued: None });
            }
        }
    }

    /// What a short form repeats of those before it.
    pub(super) fn repeated_by(&self, normalized: &Normalized<'_>, short: &Mention<'_>) -> Repeats {
        let Some(full) = key(&short.citation).and_then(|key| self.by_number.get(&key)) else { return Repeats::None };
        let end = full.partition_point(|full| full.mention.core().start() < short.core().start());
        let words = between(normalized, short);
        let fits = |full: &&Full<'_, '_>| {
            let named = full.issued.as_deref().map_or(words.is_empty(), |name| name.starts_with(&words));
            named && repeats(&short.citation, &full.mention.citation)
        };
        let mut near = full[..end].iter().rev().take(MOST_ALIKE).filter(fits).map(|full| full.mention);
        let Some(nearest) = near.next() else { return Repeats::None };
        if near.all(|other| right(other) == right(nearest)) {
            Repeats::One(nearest.core().start())
        } else {
            Repeats::Several
        }
    }
}

/// Type and value of the number.
fn key(citation: &Citation) -> Option<(DocType, u32)> {
    let number = match &citation.symbol {
        Some(symbol) => symbol.number()?.value(),
        None => Number::parts(citation.number()?)?.0,
    };
    Some((citation.doc_type?, number))
}

/// The same of a full citation.
pub(super) fn full_key(mention: &Mention<'_>) -> Option<(DocType, u32)> {
    if mention.kind() == Kind::Numbered { key(&mention.citation) } else { None }
}

/// How far before its short name the full citation may stand, in bytes.
const DEFINED_WITHIN: usize = 600;

/// Whether "sau đây gọi tắt là" or the like stands before a short form.
fn is_definition(normalized: &Normalized<'_>, short: &Mention<'_>) -> bool {
    let text = normalized.as_str();
    let end = normalized.offset_of(short.span().start());
    let before = text[text.ceil_char_boundary(end.saturating_sub(40))..end].trim_end();
    // The text is composed.
    if !before.ends_with(['à', 'À']) {
        return false;
    }
    let before = fold(before);
    ["tắt là", "gọi là", "gọn là", "chung là"].iter().any(|words| before.ends_with(words))
}

/// The words between the type and the number of a short form, folded: "đào tạo đại học" of "Quy chế đào tạo đại học 5115".
pub(super) fn between(normalized: &Normalized<'_>, short: &Mention<'_>) -> String {
    let Some(word) = short.part(Part::Type) else { return String::new() };
    let range = normalized.offset_of(word.end())..normalized.offset_of(short.core().start());
    let words = normalized.as_str().get(range).unwrap_or_default();
    let words = fold(words.trim_matches(is_blank));
    if words == "số" { String::new() } else { words }
}

/// The symbol a mention stands for.
fn right<'m>(mention: &'m Mention<'_>) -> Option<&'m Symbol> {
    mention.canonical().or(mention.citation.symbol.as_ref())
}

/// Same number; same year and day where both have one.
fn repeats(short: &Citation, full: &Citation) -> bool {
    let same_number = short.number().zip(full.number()).is_some_and(|(short, full)| Number::same(short, full));
    let year = short.short_number.as_deref().and_then(|number| number.split_once('/')).map(|(_, year)| year);
    let full_year = full.symbol.as_ref().and_then(Symbol::year).map(|year| year.get());
    let dated = full_year.or(full.date.map(PartialDate::year));
    let same_year = year.zip(dated).is_none_or(|(year, of)| year.len() == 4 && year.parse() == Ok(of));
    let day = |citation: &Citation| citation.date.and_then(PartialDate::day);
    let same_day = day(short).zip(day(full)).is_none_or(|(a, b)| a == b);
    same_number && same_year && same_day
}
