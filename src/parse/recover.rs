//! From what stands in the text to the right form: what is wrong with a symbol, and its repair where that is certain.

use std::ops::Range;

use super::cursor::range_of;
use super::grammar::{RawGroup, RawSymbol};
use super::mention::DefectKind;
use crate::citation::{Code, DocType, Group, PartialDate, Separator, Symbol, System, Year};
use crate::vocab::{codes, issuers, types};

/// A symbol as written, its right form if certain, and what is wrong.
#[derive(Clone, Debug)]
pub(super) struct Recovered {
    /// Without stray blanks.
    pub(super) written: String,
    pub(super) symbol: Option<Symbol>,
    pub(super) canonical: Option<Symbol>,
    /// Places are offsets of the normalised text.
    pub(super) defects: Vec<(DefectKind, Range<usize>)>,
}

/// What the repair may lean on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence {
    pub(super) doc_type: Option<DocType>,
    pub(super) date: Option<PartialDate>,
    /// The citation stands in a heading of capitals, where case says nothing.
    pub(super) capitals: bool,
}

/// Reads a raw symbol.
pub(super) fn recover(text: &str, raw: &RawSymbol<'_>, evidence: Evidence) -> Recovered {
    let mut defects = blanks(text, raw);
    let written = written(raw);
    let year = raw.year.as_ref().map(|year| year.digits);
    let valid_year = year.and_then(|digits| if digits.len() == 4 { Year::new(digits.parse().ok()?) } else { None });
    if let Some(digits) = year
        && valid_year.is_none()
    {
        defects.push((DefectKind::Year, range_of(text, digits)));
    }
    let number = raw.number.and_then(|number| number.parse().ok());
    if raw.number.is_none() {
        let at = range_of(text, raw.text).start;
        defects.push((DefectKind::BlankNumber, at..at));
    }
    let as_written: Vec<(Separator, &str)> =
        raw.groups.iter().map(|group| (group.separator.unwrap_or(Separator::Hyphen), group.code)).collect();
    let symbol = build(&number, valid_year, &as_written);

    let mut right = repaired_codes(text, raw, evidence, &mut defects);
    split_run_together(text, raw, evidence, &mut right, &mut defects);
    let signs = right_signs(&right, valid_year, evidence);
    if let Some(signs) = &signs {
        let lost = raw.groups.iter().any(|group| group.separator.is_none());
        let wrong = right.iter().zip(signs).any(|((sign, _), right)| sign != right);
        if lost || wrong {
            let kind = if lost { DefectKind::RunTogether } else { DefectKind::Separator };
            defects.push((kind, range_of(text, raw.text)));
        }
        for ((sign, _), right) in right.iter_mut().zip(signs) {
            *sign = *right;
        }
    }
    let hopeless = year.is_some() && valid_year.is_none()
        || raw.groups.iter().any(|group| group.separator.is_none()) && signs.is_none()
        || raw.number.is_some() && number.is_none();
    let right: Vec<(Separator, &str)> = right.iter().map(|(sign, code)| (*sign, code.as_str())).collect();
    let canonical = if hopeless { None } else { build(&number, valid_year, &right) };
    defects.sort_by_key(|(kind, range)| (range.start, *kind));
    Recovered { written, symbol, canonical, defects }
}

/// The symbol without blanks.
fn written(raw: &RawSymbol<'_>) -> String {
    let mut out = raw.number.unwrap_or_default().to_owned();
    if let Some(year) = &raw.year {
        out += "/";
        out += year.digits;
    }
    for group in &raw.groups {
        out.extend(group.separator.map(Separator::as_char));
        out += group.code;
    }
    out
}

/// The blanks inside. A line break is told apart: where a text is broken into lines, it is the tool's, not the writer's.
fn blanks(text: &str, raw: &RawSymbol<'_>) -> Vec<(DefectKind, Range<usize>)> {
    let year = raw.year.iter().flat_map(|year| [year.before, year.after]);
    let gaps = year.chain(raw.groups.iter().flat_map(|group: &RawGroup<'_>| [group.before, group.after]));
    gaps.filter(|gap| !gap.is_empty())
        .map(|gap| {
            let kind = if gap.contains('\n') { DefectKind::LineBreak } else { DefectKind::Space };
            (kind, range_of(text, gap))
        })
        .collect()
}

/// The codes with marks and case put right.
fn repaired_codes(
    text: &str,
    raw: &RawSymbol<'_>,
    evidence: Evidence,
    defects: &mut Vec<(DefectKind, Range<usize>)>,
) -> Vec<(Separator, String)> {
    let mut out = Vec::with_capacity(raw.groups.len());
    for group in &raw.groups {
        let mut code = group.code;
        if let Some(right) = codes::right_case(code) {
            if !evidence.capitals {
                defects.push((DefectKind::Case, range_of(text, group.code)));
            }
            code = right;
        } else if let Some(right) = codes::right_marks(code)
            && trustworthy(right)
        {
            defects.push((DefectKind::Diacritic, range_of(text, group.code)));
            code = right;
        }
        out.push((group.separator.unwrap_or(Separator::Hyphen), code.to_owned()));
    }
    out
}

/// Whether a code is that of a type or of a body known from a source.
fn trustworthy(code: &str) -> bool {
    codes::is_type(code) || issuers::of_code(code).any(|body| !body.is_weak())
}

/// `QĐSGD&ĐT` → `QĐ-SGD&ĐT`, when the type word names the type that the split gives and no other split does.
fn split_run_together(
    text: &str,
    raw: &RawSymbol<'_>,
    evidence: Evidence,
    right: &mut Vec<(Separator, String)>,
    defects: &mut Vec<(DefectKind, Range<usize>)>,
) {
    let [(sign, code)] = &right[..] else { return };
    let Some(doc_type) = evidence.doc_type else { return };
    let mut fitting = codes::splits(code).into_iter().filter(|(kind, _)| types::codes(doc_type).contains(kind));
    let (Some((kind, body)), None) = (fitting.next(), fitting.next()) else { return };
    let second = if codes::system(body) == Some(System::Party) { Separator::Slash } else { Separator::Hyphen };
    let split = vec![(*sign, kind.to_owned()), (second, body.to_owned())];
    defects.push((DefectKind::RunTogether, range_of(text, raw.groups[0].code)));
    *right = split;
}

/// The signs that the issuer's way of numbering asks for; `None` where it does not decide: an unknown type or issuer,
/// a joint document, a document older than the rule.
fn right_signs(groups: &[(Separator, String)], year: Option<Year>, evidence: Evidence) -> Option<Vec<Separator>> {
    use Separator::{Hyphen, Slash};
    const JOINT: [&str; 7] = ["CTPH", "QCPH", "KHPH", "KHLT", "NQLT", "TTLT", "HDLN"];
    let [(_, kind), (_, body), rest @ ..] = groups else { return None };
    let several = rest.iter().any(|(_, code)| codes::is_issuer(code));
    if !codes::is_type(kind) || JOINT.contains(&kind.as_str()) || several {
        return None;
    }
    let first_year = match codes::system(body)? {
        System::State => 2005,
        System::Party => 1998,
        System::MassOrg => return None,
    };
    let written_in = evidence.date.map(PartialDate::year).or(year.map(Year::get));
    let gone = issuers::of_code(body).all(|body| body.to.is_some_and(|to| to.year() < first_year));
    let old = written_in.is_some_and(|year| year < first_year) || (codes::assembly(body).is_none() && gone);
    if old {
        return None;
    }
    let mut signs = match codes::system(body)? {
        System::Party if year.is_none() => vec![Hyphen, Slash],
        System::Party => return None,
        _ => vec![Slash, Hyphen],
    };
    signs.extend(rest.iter().map(|_| Hyphen));
    Some(signs)
}

fn build(number: &Option<crate::citation::Number>, year: Option<Year>, groups: &[(Separator, &str)]) -> Option<Symbol> {
    let mut groups =
        groups.iter().map(|(separator, code)| Some(Group { separator: *separator, code: code.parse::<Code>().ok()? }));
    let first = groups.next()??;
    Some(Symbol::new(number.clone(), year, first, groups.collect::<Option<Vec<_>>>()?))
}

#[cfg(test)]
mod tests {
    use super::super::grammar::symbol;
    use super::*;

    fn repair(input: &str, kind: &str, date: &str) -> (Option<String>, Vec<DefectKind>) {
        let (_, raw) = symbol(input, true).unwrap();
        let evidence = Evidence { doc_type: types::find(kind), date: date.parse().ok(), capitals: false };
        let recovered = recover(input, &raw, evidence);
        (recovered.canonical.map(|s| s.to_string()), recovered.defects.into_iter().map(|(kind, _)| kind).collect())
    }

    #[test]
    fn certain_repairs() {
        use DefectKind::{BlankNumber, Case, Diacritic, LineBreak, RunTogether, Separator, Space};
        for (input, kind, want, defects) in [
            ("16/CT/TTg", "Chỉ thị", "16/CT-TTg", vec![Separator]),
            ("57/NQ/TW", "Nghị quyết", "57-NQ/TW", vec![Separator]),
            ("36/CT-TW", "Chỉ thị", "36-CT/TW", vec![Separator]),
            ("217/QĐ-TW", "Quyết định", "217-QĐ/TW", vec![Separator]),
            ("180/KH/UBND", "Kế hoạch", "180/KH-UBND", vec![Separator]),
            ("25-NQ/TW", "Nghị quyết", "25-NQ/TW", vec![]),
            ("1234 /KH-SGDĐT", "Kế hoạch", "1234/KH-SGDĐT", vec![Space]),
            ("01- KL/TW", "Kết luận", "01-KL/TW", vec![Space]),
            ("693/QĐSGD&ĐT", "Quyết định", "693/QĐ-SGD&ĐT", vec![RunTogether]),
            ("126/2024/NĐCP", "Nghị định", "126/2024/NĐ-CP", vec![RunTogether]),
            ("12-NQTW", "Nghị quyết", "12-NQ/TW", vec![RunTogether]),
            ("30/2020/ND-CP", "Nghị định", "30/2020/NĐ-CP", vec![Diacritic]),
            ("33-KH/BCSD", "Kế hoạch", "33-KH/BCSĐ", vec![Diacritic]),
            ("65-Ctr/TU", "Chương trình", "65-CTr/TU", vec![Case]),
            ("27/2018/QĐ-TTG", "Quyết định", "27/2018/QĐ-TTg", vec![Case]),
            ("30/2020/nđ-cp", "Nghị định", "30/2020/NĐ-CP", vec![Case, Case]),
            ("693/\nQĐ-SGDĐT", "Quyết định", "693/QĐ-SGDĐT", vec![LineBreak]),
            ("/BC-PGDĐT", "Báo cáo", "/BC-PGDĐT", vec![BlankNumber]),
        ] {
            assert_eq!(repair(input, kind, ""), (Some(want.to_owned()), defects), "{input}");
        }
    }

    #[test]
    fn old_joint_and_unknown_forms_are_left_alone() {
        for (input, kind, date) in [
            ("808/1999/QĐ/BLĐTBXH", "Quyết định", ""),
            ("363-CT/HĐBT", "Chỉ thị", ""),
            ("47-SL", "Sắc lệnh", ""),
            ("05-CTPH/BDVHU-PGDĐT", "Chương trình", ""),
            ("01/QCPH/UBND-UBMTTQ", "Quy chế", ""),
            ("79-CTr/BDVTW-BCSĐCP", "Chương trình", ""),
            ("577/CT-THNVDT", "Công văn", ""),
            ("202/CT/TTg", "Chỉ thị", "1992-06-08"),
            ("11-QĐi/TW", "Quy định", "2019-02-18"),
            ("18/KH-MTTQ-BTT", "Kế hoạch", ""),
            ("12/KHĐT-XD", "Công văn", ""),
        ] {
            let (canonical, defects) = repair(input, kind, date);
            assert_eq!(canonical.as_deref(), Some(input));
            assert!(defects.is_empty(), "{input}: {defects:?}");
        }
    }

    #[test]
    fn a_bad_year_has_no_certain_repair() {
        assert_eq!(repair("45/25010/NĐ-CP", "Nghị định", ""), (None, vec![DefectKind::Year]));
    }
}
