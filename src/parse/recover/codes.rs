//! The codes of a symbol with marks and case put right, and taken apart where two stand as one.

use std::ops::Range;

use super::{Evidence, Groups};
use crate::citation::{PartialDate, Separator, System};
use crate::parse::cursor::{line_before, line_behind};
use crate::parse::defect::DefectKind;
use crate::parse::grammar::RawSymbol;
use crate::parse::misread::right_assembly;
use crate::text::{is_all_caps, is_spelt, range_of};
use crate::vocab::{codes, issuers, types};

/// The codes with marks and case put right.
pub(super) fn repaired_codes<'t>(
    text: &str,
    raw: &RawSymbol<'t>,
    evidence: Evidence<'_>,
    defects: &mut Vec<(DefectKind, Range<usize>)>,
) -> Groups<'t> {
    let mut out = Groups::new();
    for (position, group) in raw.groups.iter().enumerate() {
        let mut code = group.letters();
        if group.facts.is_known() {
            // As it should be.
        } else if let Some(right) = right_assembly(&code) {
            defects.push((DefectKind::DigitLetter, range_of(text, group.code)));
            code = right.into();
        } else if let Some(right) = codes::right_case(&code).filter(|right| belongs(right, position)) {
            if !is_in_capitals(text, raw, evidence) {
                defects.push((DefectKind::Case, range_of(text, group.code)));
            }
            code = right.into();
        } else if let Some(right) = codes::right_marks(&code)
            && belongs(right, position)
            && !is_unaccented(text, group.code)
        {
            defects.push((DefectKind::Diacritic, range_of(text, group.code)));
            code = right.into();
        }
        out.push((group.separator.unwrap_or(Separator::Hyphen), code));
    }
    out
}

/// Whether the citation stands in a heading of capitals, where case says nothing: its own words are, and spelt out, or those
/// around it on its line, as in "QĐ 09/2008/QĐ-TTG NGÀY 11/1/2008 CỦA TT".
fn is_in_capitals(text: &str, raw: &RawSymbol<'_>, evidence: Evidence<'_>) -> bool {
    const AROUND: usize = 48;
    let is_heading = || {
        let symbol = range_of(text, raw.text);
        let (before, after) = (line_before(text, symbol.start, AROUND), line_behind(text, symbol.end, AROUND));
        let may_be = |words: &str| !words.contains(char::is_lowercase);
        may_be(before) && may_be(after) && (is_spelt(before) || is_spelt(after))
    };
    is_all_caps(evidence.lead_in) && (is_spelt(evidence.lead_in) || is_heading())
}

/// Whether a repaired code can stand at a position: a type only in front, a body known from a source anywhere.
fn belongs(code: &str, position: usize) -> bool {
    (position == 0 && codes::is_type(code))
        || codes::assembly(code).is_some()
        || issuers::of_code(code).any(|body| !body.is_weak())
}

/// Whether the line around is written without marks throughout, as addresses, file names and old mails are: then the
/// code lost nothing that its neighbours have.
fn is_unaccented(text: &str, code: &str) -> bool {
    let range = range_of(text, code);
    let around = [line_before(text, range.start, 80), line_behind(text, range.end, 80)];
    let words = around.iter().flat_map(|part| part.split(|c: char| !c.is_alphabetic()));
    let plain = words.filter(|word| word.len() >= 2 && word.chars().any(char::is_lowercase)).count();
    plain >= 2 && around.iter().all(|part| part.is_ascii())
}

/// `QĐSGD&ĐT` → `QĐ-SGD&ĐT`, when the type word names the type that the split gives and no other split does;
/// `NĐ.CP` → `NĐ-CP`, when it names the type.
pub(super) fn split_run_together(
    text: &str,
    raw: &RawSymbol<'_>,
    evidence: Evidence<'_>,
    right: &mut Groups<'_>,
    defects: &mut Vec<(DefectKind, Range<usize>)>,
) {
    let [(sign, code)] = &right[..] else { return };
    let Some(doc_type) = evidence.doc_type else { return };
    let is_named = |kind: &str| types::codes(doc_type).contains(&kind);
    // Before the rule of 2005 local bodies wrote 522/2002/QĐ.UB.
    let year = raw.year.as_ref().and_then(|year| year.digits.parse().ok());
    let old = evidence.date.map(PartialDate::year).or(year).is_some_and(|year: u16| year < 2005);
    let dotted = code.split_once('.').filter(|(kind, body)| !old && is_named(kind) && codes::is_issuer(body));
    let mut fitting = codes::splits(code).into_iter().filter(|(kind, _)| is_named(kind));
    let (defect, kind, body) = match (dotted, fitting.next(), fitting.next()) {
        (Some((kind, body)), ..) => (DefectKind::Separator, kind, body),
        (None, Some((kind, body)), None) => (DefectKind::RunTogether, kind, body),
        _ => return,
    };
    let second = if codes::system(body) == Some(System::Party) { Separator::Slash } else { Separator::Hyphen };
    let split = [(*sign, kind.to_owned().into()), (second, body.to_owned().into())];
    defects.push((defect, range_of(text, raw.groups[0].code)));
    *right = split.into_iter().collect();
}
