//! The document's own number, date and type, from its head.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3–5 (number line, place and date, type and title).

use crate::citation::{DocType, Kind, PartialDate, Symbol};
use crate::parse::{Mention, WrittenDate, date};
use crate::text::{Normalized, Span, is_all_caps};
use crate::vocab::types;

/// What the head of a document says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Where number and symbol stand.
    pub number_span: Span,
    /// Tên loại, from the title line.
    pub doc_type: Option<DocType>,
    /// The date, as far as it is filled in.
    pub date: Option<PartialDate>,
    /// Where the date stands, filled in or not.
    pub date_span: Option<Span>,
    /// Whether day, month or year is left blank.
    pub date_is_blank: bool,
}

/// How far into a file its number line may stand, in bytes: front matter of a copy comes first.
const HEAD: usize = 6_000;
/// How far from the number the date and the title line may stand, in bytes.
const NEAR: usize = 1_500;

/// Finds the number line and marks it and the later mentions of the same document as [`Kind::Own`].
pub(super) fn identify(normalized: &Normalized<'_>, mentions: &mut [Mention<'_>]) -> Option<Own> {
    let text = normalized.as_str();
    let index = mentions.iter().take(20).position(|mention| is_number_line(normalized, mention))?;
    let at = normalized.offset_of(mentions[index].core().end());
    let written = place_and_date(text, at);
    let own = Own {
        number_span: mentions[index].core(),
        doc_type: title_type(text, at).or_else(|| only_type(mentions[index].canonical()?)),
        date: written.and_then(|(_, written)| written.value().ok()),
        date_span: written.map(|(start, written)| normalized.span(start..start + written.text.len())),
        date_is_blank: written.is_some_and(|(_, written)| written.is_blank()),
    };
    let head = &mut mentions[index];
    head.citation.kind = Kind::Own;
    head.citation.doc_type = own.doc_type;
    head.citation.date = own.date;
    head.citation.issuer = None;
    let symbol = head.canonical().cloned();
    for (i, mention) in mentions.iter_mut().enumerate() {
        if i != index && symbol.is_some() && is_same_document(mention, symbol.as_ref(), &own) {
            mention.citation.kind = Kind::Own;
        }
    }
    Some(own)
}

/// Whether the mention is a line of the head: "Số: 12/KH-UBND" at the start of a line or table cell, no type before it.
fn is_number_line(normalized: &Normalized<'_>, mention: &Mention<'_>) -> bool {
    let text = normalized.as_str();
    let start = normalized.offset_of(mention.span().start());
    if start > HEAD || !mention.is_labelled() || mention.reading().doc_type.is_some() {
        return false;
    }
    let line = text[..start].rsplit('\n').next().unwrap_or_default();
    let cell = line.rsplit('|').next().unwrap_or_default();
    let bare = cell.chars().all(|c| !c.is_alphanumeric() && !matches!(c, '(' | ',' | ';'));
    text[start..].starts_with('S') && (bare || is_all_caps(cell))
}

/// "Vĩnh Bảo, ngày 23 tháng 4 năm 2024", near the number; the one after it first.
fn place_and_date(text: &str, at: usize) -> Option<(usize, WrittenDate<'_>)> {
    let end = text.floor_char_boundary(at.saturating_add(NEAR));
    let start = text.ceil_char_boundary(at.saturating_sub(NEAR / 2));
    let body = text[at..end].find("Căn cứ ").map_or(end, |i| at + i);
    dates_after_place(text, at, body).next().or_else(|| dates_after_place(text, start, at).last())
}

fn dates_after_place(text: &str, from: usize, to: usize) -> impl Iterator<Item = (usize, WrittenDate<'_>)> {
    text[from..to].match_indices("ngày").filter_map(move |(i, _)| {
        let before = text[..from + i].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
        let written = date(&text[from + i..])?;
        (before.ends_with(',') && written.month.is_some()).then_some((from + i, written))
    })
}

/// The type on the first line after the number that starts with one in capitals.
fn title_type(text: &str, at: usize) -> Option<DocType> {
    let end = text.floor_char_boundary(at.saturating_add(NEAR));
    for line in text[at..end].split(['\n', '|']).skip(1) {
        let line = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '#' | '_' | '>' | ':'));
        if line.starts_with("Căn cứ") || line.starts_with("Kính gửi") {
            return None;
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        let found = (1..=words.len().min(types::LONGEST)).rev().find_map(|count| {
            let words = words[..count].join(" ");
            if is_all_caps(&words) { types::find(words.trim_end_matches(':')) } else { None }
        });
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The type that the first code of the symbol alone can mean.
fn only_type(symbol: &Symbol) -> Option<DocType> {
    match types::of_code(symbol.first_code()) {
        [only] => Some(*only),
        _ => None,
    }
}

/// Whether a mention further down is of the document itself: an annex caption repeats the number, or leaves it blank
/// too. Another document may bear the same number; then its date differs.
fn is_same_document(mention: &Mention<'_>, own: Option<&Symbol>, identity: &Own) -> bool {
    let (Some(symbol), Some(own)) = (mention.canonical(), own) else { return false };
    let same_number = match (symbol.number(), own.number()) {
        (Some(a), Some(b)) => a.same_value(b),
        (None, None) => true,
        _ => false,
    };
    let same_date = match (mention.reading().date, identity.date) {
        (Some(PartialDate::Day(cited)), Some(PartialDate::Day(own))) => cited == own,
        (Some(cited), Some(own)) => cited.year() == own.year(),
        _ => true,
    };
    let same_type = match (mention.reading().doc_type, identity.doc_type) {
        (Some(cited), Some(own)) => cited == own,
        _ => true,
    };
    same_number && symbol.year() == own.year() && symbol.codes().eq(own.codes()) && same_date && same_type
}
