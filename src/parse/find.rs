//! Puts the pieces together: candidates, grammar, the words around, repair.

use std::collections::VecDeque;
use std::ops::Range;

use super::after::{After, after};
use super::before::{Before, before, far_type};
use super::cursor::{back_over_gap, is_word, unwrapped, word_before};
use super::grammar::{RawSymbol, symbol};
use super::leading::leading;
use super::mention::{Defect, DefectKind, Mention, ParseError};
use super::pinpoint::pinpoint;
use super::recover::{Evidence, Recovered, recover};
use super::scan::{Candidate, next_candidate};
use crate::citation::{Citation, Kind, Part};
use crate::text::{Normalized, Span, is_all_caps, read_as};
use crate::vocab::codes;

/// The numbered citations of a normalised text, in order.
pub(super) struct Numbered<'n, 't> {
    normalized: &'n Normalized<'t>,
    at: usize,
    /// End of the last core: what stands before it belongs to that citation.
    limit: usize,
    ready: VecDeque<Mention<'t>>,
}

impl<'n, 't> Numbered<'n, 't> {
    pub(super) fn new(normalized: &'n Normalized<'t>) -> Self {
        Self { normalized, at: 0, limit: 0, ready: VecDeque::new() }
    }
}

impl<'t> Iterator for Numbered<'_, 't> {
    type Item = Mention<'t>;

    fn next(&mut self) -> Option<Mention<'t>> {
        loop {
            if let Some(mention) = self.ready.pop_front() {
                return Some(mention);
            }
            let text = self.normalized.as_str();
            let candidate = next_candidate(text, self.at)?;
            self.at = candidate.sign + 1;
            if let Some(read) = read(text, candidate, self.limit) {
                self.at = self.at.max(read.core.end);
                self.limit = read.core.end;
                self.ready = mentions(self.normalized, &read).into();
            }
        }
    }
}

/// A citation as read, in offsets of the normalised text.
struct Read<'n> {
    core: Range<usize>,
    raw: RawSymbol<'n>,
    before: Before,
    after: After,
    pinpoint: Option<Range<usize>>,
    recovered: Recovered,
}

fn read(text: &str, candidate: Candidate, limit: usize) -> Option<Read<'_>> {
    let split = split_number(text, candidate.start).filter(|start| *start >= limit && !candidate.blank);
    let start = candidate.start;
    let mut before = before(text, split.unwrap_or(start), limit);
    let cue = before.doc_type.is_some() || before.number_word.is_some();
    let (rest, raw) = symbol(&text[start..], cue).ok()?;
    let core = split.unwrap_or(start)..text.len() - rest.len();
    if !is_believable(text, &raw, &before, &core, candidate.blank) {
        return None;
    }
    if before.doc_type.is_none()
        && let Some(word) = &before.number_word
        && !starts_line(text, word.start)
    {
        before.doc_type = far_type(text, word.start, limit, raw.groups[0].code);
    } else if before.doc_type.is_none() && codes::assembly(raw.groups[0].code).is_some() {
        before.doc_type = far_type(text, start, limit, raw.groups[0].code);
    }
    let mut after = after(text, core.end);
    let type_start = before.doc_type.as_ref().map(|(_, range)| range.start);
    if let Some(start) = type_start {
        let lead =
            leading(text, start, limit, before.doc_type.as_ref().map_or(start, |(_, range)| range.end), core.start);
        after.issuer = after.issuer.or(lead.issuer);
        after.date = after.date.or(lead.date);
    }
    let pinpoint = type_start.and_then(|start| pinpoint(text, start, limit));
    let doc_type = before.doc_type.as_ref().map(|(doc_type, _)| *doc_type);
    let date = after.date.as_ref().and_then(|(_, date)| *date);
    let lead_in = &text[type_start.or(before.number_word.as_ref().map(|word| word.start)).unwrap_or(start)..start];
    let evidence = Evidence { doc_type, date, capitals: is_all_caps(lead_in) };
    let mut recovered = recover(text, &raw, evidence);
    if split.is_some() {
        join_number(&mut recovered, &text[core.start..start], start);
    }
    Some(Read { core, raw, before, after, pinpoint, recovered })
}

/// Where a number broken by a blank starts: "số 1 13/2017/NĐ-CP".
fn split_number(text: &str, start: usize) -> Option<usize> {
    let digits = text[..start].strip_suffix(' ')?;
    let first = digits.trim_end_matches(|c: char| c.is_ascii_digit());
    let near = (1..=3).contains(&(digits.len() - first.len())) && first.ends_with(' ');
    let word = word_before(text, first.trim_end().len());
    (near && is_word(&text[word], "số")).then_some(first.len())
}

/// Reads the number with its first digits; what the right number is, only the original can tell.
fn join_number(recovered: &mut Recovered, first: &str, start: usize) {
    let first = first.trim();
    recovered.written.insert_str(0, first);
    recovered.canonical = None;
    recovered.symbol = recovered.symbol.take().and_then(|symbol| {
        let number = format!("{first}{}", symbol.number()?).parse().ok()?;
        Some(symbol.with_number(number))
    });
    recovered.defects.insert(0, (DefectKind::Space, start - 1..start));
}

/// Whether "Số" with a capital starts a line or a table cell: the number line of a head, whose type stands below.
fn starts_line(text: &str, word: usize) -> bool {
    let line = text[..word].trim_end_matches([' ', '\t', '*', '_']);
    text[word..].starts_with('S') && (line.is_empty() || line.ends_with(['\n', '|']))
}

/// Whether number and letters are the number of a document: by their own shape, or by the words before them.
fn is_believable(text: &str, raw: &RawSymbol<'_>, before: &Before, core: &Range<usize>, blank: bool) -> bool {
    let first = raw.groups[0].code;
    let several = raw.groups.len() >= 2;
    if before.form || is_file_name(text, core) {
        return false;
    }
    let is_type = codes::is_type(first) || codes::right_case(first).is_some_and(codes::is_type);
    if blank {
        return is_type || codes::is_issuer(first) || several;
    }
    // One letter is believed when it is a type: "số 18-L/CTN".
    let is_code = first.chars().count() >= 2 || (several && codes::is_type(first));
    if before.doc_type.is_some() || (before.number_word.is_some() && is_code) {
        return true;
    }
    let repaired = codes::right_marks(first).is_some();
    let year = raw.year.as_ref().is_some_and(|year| year.digits.len() == 4);
    let own_line = core.start == 0 || text[..back_over_gap(text, core.start)].ends_with(['\n', '|', '(', ';', ',']);
    match (year, several) {
        (true, _) => first.chars().count() >= 2 && (several || is_type || codes::is_issuer(first)),
        (false, true) => (is_type || repaired || codes::is_issuer(first)) && first.chars().count() >= 2,
        (false, false) => own_line && is_list_member(text, core.start) && codes::is_known(first),
    }
}

/// Whether the symbol is part of a file name or an address: `BXD_18-TT-BXD_3004.pdf`, `09-TT-NHNN.docx`.
fn is_file_name(text: &str, core: &Range<usize>) -> bool {
    const ENDINGS: [&str; 8] = [".doc", ".pdf", ".xls", ".htm", ".txt", ".zip", ".rar", ".signed"];
    let mut before = text[..core.start].chars().rev();
    let mut after = text[core.end..].chars();
    let glued_before = before.next() == Some('_') && before.next().is_some_and(char::is_alphanumeric);
    let glued_after = after.next() == Some('_') && after.next().is_some_and(char::is_alphanumeric);
    glued_before || glued_after || ENDINGS.iter().any(|ending| text[core.end..].starts_with(ending))
}

/// Whether a citation stands just before: "18-NQ/TW, 19-NQ/TW".
fn is_list_member(text: &str, start: usize) -> bool {
    let at = back_over_gap(text, start);
    let at = text[..at].trim_end_matches([',', ';']).len();
    let word = word_before(text, at);
    codes::is_known(&text[word.clone()]) || is_word(&text[word], "và")
}

/// The mentions of one reading: the bare numbers of a list first, then the full one.
fn mentions<'t>(normalized: &Normalized<'t>, read: &Read<'_>) -> Vec<Mention<'t>> {
    let numbers = &read.before.numbers;
    let first = numbers.first().map_or(read.core.start, |range| range.start);
    let mut out = Vec::with_capacity(numbers.len() + 1);
    for range in numbers {
        let head = if range.start == first { head_start(read) } else { range.start };
        let mut mention = blank_mention(normalized, head..range.end, range.clone());
        fill(&mut mention, normalized, read);
        let number = normalized.as_str()[range.clone()].parse().ok();
        let symbol = |symbol: &Option<_>| {
            symbol.as_ref().zip(number.clone()).map(|(s, n): (&crate::citation::Symbol, _)| s.with_number(n))
        };
        // What is wrong with the symbol is the full member's to tell; this one shares its right form.
        mention.canonical = symbol(&read.recovered.canonical);
        mention.citation.symbol = mention.canonical.clone().or_else(|| symbol(&read.recovered.symbol));
        mention.written = mention.citation.symbol.as_ref().map(ToString::to_string);
        if range.start != first {
            mention.inherited.push(Part::Type);
        }
        mention.inherited.push(Part::Symbol);
        out.push(mention);
    }
    let head = if numbers.is_empty() { head_start(read) } else { read.core.start };
    let mut mention = blank_mention(normalized, head..read.after.end.max(read.core.end), read.core.clone());
    fill(&mut mention, normalized, read);
    if !numbers.is_empty() {
        mention.inherited.push(Part::Type);
    }
    mention.citation.symbol = read.recovered.symbol.clone();
    mention.canonical = read.recovered.canonical.clone();
    mention.written = Some(read.recovered.written.clone());
    let defects = defects(normalized, read);
    if !defects.is_empty() {
        mention.error = Some(ParseError::Malformed { written: mention.core_str().to_owned(), defects });
    }
    out.push(mention);
    out
}

/// Where the citation starts: its type word, else "số", else the number.
fn head_start(read: &Read<'_>) -> usize {
    let word = read.before.number_word.as_ref().map(|word| word.start);
    let first = read.before.numbers.first().map_or(read.core.start, |range| range.start);
    read.before.doc_type.as_ref().map(|(_, range)| range.start).or(word).unwrap_or(first)
}

fn blank_mention<'t>(normalized: &Normalized<'t>, span: Range<usize>, core: Range<usize>) -> Mention<'t> {
    Mention {
        text: normalized.original(),
        span: normalized.span(span),
        core: normalized.span(core),
        parts: Vec::new(),
        citation: Citation::empty(Kind::Numbered),
        written: None,
        canonical: None,
        error: None,
        inherited: Vec::new(),
        antecedent: None,
        labelled: false,
    }
}

/// The parts that every member of the reading has.
fn fill(mention: &mut Mention<'_>, normalized: &Normalized<'_>, read: &Read<'_>) {
    let text = normalized.as_str();
    let Read { before, after, pinpoint, .. } = read;
    let mut part = |part: Part, range: &Range<usize>| mention.parts.push((part, normalized.span(range.clone())));
    if let Some((doc_type, range)) = &before.doc_type {
        part(Part::Type, range);
        mention.citation.doc_type = Some(*doc_type);
    }
    if let Some((range, date)) = &after.date {
        part(Part::Date, range);
        mention.citation.date = *date;
    }
    if let Some(named) = &after.issuer {
        part(Part::Issuer, &named.range);
        mention.citation.issuer = Some(named.issuer.clone());
    }
    if let Some((range, term)) = &after.term {
        part(Part::Term, range);
        mention.citation.term = Some(*term);
    }
    if let Some(range) = pinpoint {
        part(Part::Pinpoint, range);
        mention.citation.pinpoint = Some(unwrapped(&text[range.clone()]));
    }
    mention.labelled = before.number_word.is_some();
}

/// The defects of the reading, and those that only the original shows: look-alike letters, dashes, invisible signs.
fn defects(normalized: &Normalized<'_>, read: &Read<'_>) -> Vec<Defect> {
    let mut out: Vec<Defect> = read
        .recovered
        .defects
        .iter()
        .map(|(kind, range)| Defect { kind: *kind, span: normalized.span(range.clone()) })
        .collect();
    let core = normalized.span(read.core.clone());
    for (at, c) in core.slice(normalized.original()).char_indices() {
        let Some(to) = read_as(c) else { continue };
        let kind = match to {
            "-" | "/" => DefectKind::Dash,
            "" | " " => DefectKind::Invisible,
            _ => DefectKind::Lookalike,
        };
        let start = core.start() + at;
        out.push(Defect { kind, span: Span::new(start, start + c.len_utf8()) });
    }
    debug_assert!(read.raw.text.len() <= read.core.len());
    out.sort_by_key(|defect| (defect.span, defect.kind));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Core, written symbol and right form of each numbered citation.
    fn read_all(text: &str) -> Vec<(String, String, String)> {
        let normalized = Normalized::new(text);
        let text_of = |option: Option<String>| option.unwrap_or_default();
        Numbered::new(&normalized)
            .map(|m| {
                (m.core_str().to_owned(), text_of(m.written.clone()), text_of(m.canonical().map(ToString::to_string)))
            })
            .collect()
    }

    #[test]
    fn cores_and_right_forms() {
        for (text, want) in [
            ("số 1 13/2017/NĐ-CP ngày", &[("1 13/2017/NĐ-CP", "113/2017/NĐ-CP", "")][..]),
            ("Điều 5 13/2017/NĐ-CP", &[("13/2017/NĐ-CP", "13/2017/NĐ-CP", "13/2017/NĐ-CP")]),
            ("số 42, 43-NQ/TW", &[("42", "42-NQ/TW", "42-NQ/TW"), ("43-NQ/TW", "43-NQ/TW", "43-NQ/TW")]),
            ("BXD_18-TT-BXD_3004.pdf và 09-TT-NHNN.docx", &[]),
            ("theo Mẫu số 01/BC-UBND và Mẫu 02-KH/TU", &[]),
        ] {
            let got = read_all(text);
            let got: Vec<_> = got.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
            assert_eq!(got, want, "{text}");
        }
    }
}
