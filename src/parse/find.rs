//! Puts the pieces together: candidates, grammar, the words around, repair; [`super::build`] makes mentions of it.

use std::ops::Range;

use super::after::{After, after};
use super::before::{Before, before};
use super::build::add_mentions;
use super::cursor::{back_over_gap, is_word, word_before};
use super::defect::DefectKind;
use super::far_type::{far_type, type_of_title};
use super::grammar::{RawSymbol, symbol};
use super::leading::leading;
use super::mention::{Mention, Right};
use super::misread::right_assembly;
use super::pinpoint::{Inside, inside};
use super::recover::{Evidence, Recovered, recover};
use super::scan::{Candidate, candidate_at};
use super::table::{next_cells, type_in_cell_before};
use crate::text::Normalized;
use crate::vocab::codes;

/// The numbered citations of a normalised text, in order. `signs` are those that a code may follow.
pub(super) fn numbered<'t>(normalized: &Normalized<'t>, signs: &[usize]) -> Vec<Mention<'t>> {
    let text = normalized.as_str();
    // About one a kilobyte of law texts; room that is not used costs nothing.
    let mut found = Vec::with_capacity((text.len() / 1024).min(4096));
    // Where to look on, and the end of the last core: what stands before it belongs to that citation.
    let (mut at, mut limit) = (0, 0);
    for &sign in signs {
        if sign >= at
            && let Some(candidate) = candidate_at(text, sign, at)
        {
            at = sign + 1;
            if let Some(mut read) = read(text, candidate, limit) {
                limit = read.core.end;
                at = at.max(limit);
                add_mentions(normalized, &mut read, &mut found);
            }
        }
    }
    found
}

/// A citation as read, in offsets of the normalised text.
pub(super) struct Read {
    pub(super) core: Range<usize>,
    pub(super) before: Before,
    pub(super) after: After,
    pub(super) inside: Inside,
    pub(super) recovered: Recovered,
}

fn read(text: &str, candidate: Candidate, limit: usize) -> Option<Read> {
    let split = split_number(text, candidate.start).filter(|start| *start >= limit && !candidate.blank);
    let start = candidate.start;
    // Dates and amounts end here.
    let (rest, raw) = symbol(&text[start..]).ok()?;
    let mut before = before(text, split.unwrap_or(start), limit);
    if raw.needs_cue && before.doc_type.is_none() && before.number_word.is_none() {
        return None;
    }
    let core = split.unwrap_or(start)..text.len() - rest.len();
    if !is_believable(text, &raw, &before, &core, candidate.blank) {
        return None;
    }
    let first = &raw.groups[0].letters();
    if let Some(near) = &before.doc_type {
        before.doc_type = type_of_title(text, near, limit, first).or(before.doc_type);
    } else {
        let end = match &before.number_word {
            Some(word) if !starts_line(text, word.start) => Some(word.start),
            _ => codes::assembly(first).map(|_| start),
        };
        before.doc_type = end.and_then(|end| far_type(text, end, limit, first));
    }
    if before.doc_type.is_none() && before.number_word.is_none() {
        before.doc_type = type_in_cell_before(text, core.start, limit);
    }
    let mut after = after(text, core.end);
    if after.date.is_none() && after.issuer.is_none() {
        let cells = next_cells(text, core.end);
        (after.date, after.issuer) = (cells.date, cells.issuer);
    }
    if let Some((_, word)) = &before.doc_type
        && (after.issuer.is_none() || after.date.is_none())
    {
        let lead = leading(text, word.clone(), limit, core.start, &raw.groups);
        if after.issuer.is_none() {
            after.issuer = lead.issuer;
        }
        if after.date.is_none() {
            after.date = lead.date;
        }
    }
    let type_start = before.doc_type.as_ref().map(|(_, word)| word.start);
    let inside = type_start.map_or_else(Inside::default, |start| inside(text, start, limit));
    let doc_type = before.doc_type.as_ref().map(|(doc_type, _)| *doc_type);
    let date = after.date.as_ref().and_then(|(_, date)| *date);
    let lead_in = &text[type_start.or(before.number_word.as_ref().map(|word| word.start)).unwrap_or(start)..start];
    let issuer = after.issuer.as_ref().map(|named| named.issuer.name());
    let mut recovered = recover(text, &raw, Evidence { doc_type, date, issuer, lead_in });
    if split.is_some() {
        join_number(&mut recovered, &raw, &text[core.start..start], start);
    }
    Some(Read { core, before, after, inside, recovered })
}

/// Where a number broken by a blank starts: "số 1 13/2017/NĐ-CP".
fn split_number(text: &str, start: usize) -> Option<usize> {
    // Nearly always a word stands before.
    let [.., b'0'..=b'9', b' '] = text.as_bytes()[..start] else { return None };
    let digits = &text[..start - 1];
    let first = digits.trim_end_matches(|c: char| c.is_ascii_digit());
    let near = (1..=3).contains(&(digits.len() - first.len())) && first.ends_with(' ');
    let word = word_before(text, first.trim_end().len());
    (near && is_word(&text[word], "số")).then_some(first.len())
}

/// Reads the number with its first digits; what the right number is, only the original can tell.
fn join_number(recovered: &mut Recovered, raw: &RawSymbol<'_>, first: &str, start: usize) {
    let first = first.trim();
    recovered.written = Some(format!("{first}{}", recovered.written.as_deref().unwrap_or(raw.text)));
    recovered.right = Right::Unknown;
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
    let first = &raw.groups[0].letters();
    let facts = raw.groups[0].facts;
    let several = raw.groups.len() >= 2;
    if before.form || is_file_name(text, core) {
        return false;
    }
    let is_type = || facts.is_type() || codes::right_case(first).is_some_and(codes::is_type);
    if blank {
        return is_type() || facts.is_issuer() || several;
    }
    // One letter is believed when it is a type: "số 18-L/CTN".
    let two_letters = first.chars().nth(1).is_some();
    let is_code = two_letters || (several && facts.is_type());
    if before.doc_type.is_some() || (before.number_word.is_some() && is_code) {
        return true;
    }
    let year = raw.year.as_ref().is_some_and(|year| year.digits.len() == 4);
    let own_line = || core.start == 0 || text[..back_over_gap(text, core.start)].ends_with(['\n', '|', '(', ';', ',']);
    match (year, several) {
        (true, _) => {
            let body = || facts.is_issuer() || right_assembly(first).is_some();
            two_letters && (several || is_type() || body())
        }
        (false, true) => {
            let repaired = || codes::right_marks(first).is_some();
            two_letters && (facts.is_issuer() || is_type() || repaired())
        }
        (false, false) => facts.is_known() && own_line() && is_list_member(text, core.start),
    }
}

/// Whether the symbol is part of a file name or an address: `BXD_18-TT-BXD_3004.pdf`, `09-TT-NHNN.docx`.
fn is_file_name(text: &str, core: &Range<usize>) -> bool {
    const ENDINGS: [&str; 8] = [".doc", ".pdf", ".xls", ".htm", ".txt", ".zip", ".rar", ".signed"];
    let (before, after) = (&text[..core.start], &text[core.end..]);
    let glued_before = before.strip_suffix('_').is_some_and(|before| before.ends_with(char::is_alphanumeric));
    let glued_after = after.strip_prefix('_').is_some_and(|after| after.starts_with(char::is_alphanumeric));
    glued_before || glued_after || after.starts_with('.') && ENDINGS.iter().any(|ending| after.starts_with(ending))
}

/// Whether a citation stands just before, or its date: "18-NQ/TW, 19-NQ/TW", "87/CP ngày 12/12/1995, 88/CP".
fn is_list_member(text: &str, start: usize) -> bool {
    let at = back_over_gap(text, start);
    let at = text[..at].trim_end_matches([',', ';']).len();
    let word = word_before(text, at);
    let is_year = word.len() == 4 && text[word.clone()].bytes().all(|byte| byte.is_ascii_digit());
    let before = &text[..word.start];
    codes::is_known(&text[word.clone()])
        || is_word(&text[word], "và")
        || is_year
            && (before.ends_with(['/', '-']) || is_word(&text[word_before(text, before.trim_end().len())], "năm"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::Starts;

    /// Core, written symbol and right form of each numbered citation.
    fn read_all(text: &str) -> Vec<(String, String, String)> {
        let normalized = Normalized::new(text);
        let text_of = |option: Option<String>| option.unwrap_or_default();
        let written = |m: &Mention<'_>| text_of(m.written_symbol().map(ToOwned::to_owned));
        let right = |m: &Mention<'_>| text_of(m.canonical().map(ToString::to_string));
        let starts = Starts::of(normalized.as_str());
        numbered(&normalized, &starts.signs).iter().map(|m| (m.core_str().to_owned(), written(m), right(m))).collect()
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
