//! From what stands in the text to the right form: what is wrong with a symbol, and its repair where that is certain.

mod codes;
mod gaps;
mod signs;

use std::borrow::Cow;
use std::ops::Range;

use smallvec::SmallVec;

use self::codes::{repaired_codes, split_run_together};
use self::gaps::{blanks, is_tight, without_blanks};
use self::signs::{Signed, right_signs};
use super::defect::DefectKind;
use super::grammar::{RawGroup, RawSymbol};
use super::mention::Right;
use super::misread::{is_misread, right_digits};
use crate::citation::{Code, DocType, Number, PartialDate, Separator, Symbol, Term, Year};
use crate::text::range_of;
use crate::vocab::{self, terms};

/// A symbol as written, its right form if certain, and what is wrong.
#[derive(Clone, Debug)]
pub(super) struct Recovered {
    /// Without stray blanks; `None` where there are none.
    pub(super) written: Option<String>,
    pub(super) symbol: Option<Symbol>,
    pub(super) right: Right,
    /// Places are offsets of the normalised text.
    pub(super) defects: Vec<(DefectKind, Range<usize>)>,
}

impl Recovered {
    pub(super) fn right(&self) -> Option<&Symbol> {
        self.right.of(self.symbol.as_ref())
    }
}

/// What the repair may lean on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Evidence<'t> {
    pub(super) doc_type: Option<DocType>,
    pub(super) date: Option<PartialDate>,
    /// The name of the body.
    pub(super) issuer: Option<&'t str>,
    /// The words of the citation before its symbol.
    pub(super) lead_in: &'t str,
}

/// Reads a raw symbol.
pub(super) fn recover(text: &str, raw: &RawSymbol<'_>, evidence: Evidence<'_>) -> Recovered {
    as_it_should_be(raw, evidence).unwrap_or_else(|| repaired(text, raw, evidence))
}

/// A symbol of known codes, without blanks and with the right signs, as nearly all are; `None` where there may be something
/// to repair.
fn as_it_should_be<'t>(raw: &RawSymbol<'t>, evidence: Evidence<'_>) -> Option<Recovered> {
    let number: Number = raw.number?.parse().ok()?;
    if number.has_suffix() && is_misread(number.as_str()) {
        return None;
    }
    let year = match &raw.year {
        None => None,
        Some(year) if is_tight(year.before, year.after) && is_plain_year(year.digits) => Some(valid_year(year.digits)?),
        Some(_) => return None,
    };
    let is_sound = |group: &RawGroup<'_>| {
        group.facts.is_known()
            && group.separator.is_some()
            && is_tight(group.before, group.after)
            && !group.code.contains(' ')
    };
    // A code alone may be two, run together: a known one with a dot between.
    let is_two = || matches!(&raw.groups[..], [only] if only.code.contains('.'));
    if !raw.groups.iter().all(is_sound) || is_two() || raw.late_year.is_some() {
        return None;
    }
    let groups = || {
        let signed =
            |group: &RawGroup<'t>| Some(Signed { sign: group.separator?, code: group.code, facts: group.facts });
        raw.groups.iter().filter_map(signed)
    };
    if let Some(signs) = right_signs(groups(), year, evidence)
        && groups().zip(signs).any(|(group, right)| group.sign != right)
    {
        return None;
    }
    // Nothing stands between these groups.
    let length: usize = groups().map(|group| 1 + group.code.len()).sum();
    let symbol = Symbol::with_tail(Some(number), year, &raw.text[raw.text.len() - length..]);
    Some(Recovered { written: None, symbol: Some(symbol), right: Right::AsWritten, defects: Vec::new() })
}

/// Reads a raw symbol in which something may be wrong.
fn repaired(text: &str, raw: &RawSymbol<'_>, evidence: Evidence<'_>) -> Recovered {
    let mut defects = blanks(text, raw);
    let written = without_blanks(raw);
    let year = raw.year.as_ref().map(|year| year.digits);
    let valid_year = year.and_then(valid_year);
    if let Some(digits) = year
        && valid_year.is_none()
    {
        defects.push((DefectKind::Year, range_of(text, digits)));
    }
    let number = raw.number.and_then(|number| right_digits(number).parse().ok());
    for digits in [raw.number, year].into_iter().flatten().filter(|digits| is_misread(digits)) {
        defects.push((DefectKind::DigitLetter, range_of(text, digits)));
    }
    if raw.number.is_none() {
        let at = range_of(text, raw.text).start;
        defects.push((DefectKind::BlankNumber, at..at));
    }
    let as_written: Groups<'_> =
        raw.groups.iter().map(|group| (group.separator.unwrap_or(Separator::Hyphen), group.letters())).collect();
    let symbol = build(number.clone(), valid_year, &as_written);

    let mut right = repaired_codes(text, raw, evidence, &mut defects);
    split_run_together(text, raw, evidence, &mut right, &mut defects);
    let signs = {
        let signed = borrowed(&right).map(|(sign, code)| Signed { sign, code, facts: vocab::codes::facts(code) });
        right_signs(signed, valid_year, evidence)
    };
    if let Some(signs) = signs {
        let lost = raw.groups.iter().any(|group| group.separator.is_none());
        let wrong = right.iter().zip(signs).any(|((sign, _), right)| *sign != right);
        if lost || wrong {
            let kind = if lost { DefectKind::RunTogether } else { DefectKind::Separator };
            defects.push((kind, range_of(text, raw.text)));
        }
        for ((sign, _), right) in right.iter_mut().zip(signs) {
            *sign = right;
        }
    }
    // The place of the year is before the codes, in the symbols that have one.
    if let Some(year) = raw.late_year {
        defects.push((DefectKind::Separator, range_of(text, year)));
    }
    let valid_year = raw.late_year.map_or(valid_year, self::valid_year);
    let misread = defects.iter().any(|(kind, _)| *kind == DefectKind::DigitLetter);
    let hopeless = year.is_some() && valid_year.is_none()
        || raw.late_year.is_some() && !has_year(&right[0].1)
        || misread && !terms_fit(&right, valid_year)
        || raw.groups.iter().any(|group| group.separator.is_none()) && signs.is_none()
        || raw.number.is_some() && number.is_none();
    let right = match hopeless {
        true => Right::Unknown,
        false if right == as_written && symbol.is_some() && raw.late_year.is_none() => Right::AsWritten,
        false => build(number, valid_year, &right).map_or(Right::Unknown, |right| Right::Other(Box::new(right))),
    };
    defects.sort_by_key(|(kind, range)| (range.start, *kind));
    Recovered { written: Some(written), symbol, right, defects }
}

/// The signs and codes of a symbol.
type Groups<'t> = SmallVec<[(Separator, Cow<'t, str>); 3]>;

fn borrowed<'g>(groups: &'g Groups<'_>) -> impl Iterator<Item = (Separator, &'g str)> {
    groups.iter().map(|(sign, code)| (*sign, &**code))
}

/// Whether documents of a type have a year in their symbols, whoever issued them.
fn has_year(kind: &str) -> bool {
    matches!(kind, "NĐ" | "TT" | "TTLT" | "NQLT")
}

fn is_plain_year(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9'])
}

/// The year that digits are, with letters among them put right and blanks left out.
fn valid_year(digits: &str) -> Option<Year> {
    if is_plain_year(digits) {
        return Year::new(digits.bytes().fold(0, |year, digit| 10 * year + u16::from(digit - b'0')));
    }
    let digits = right_digits(digits).replace(' ', "");
    if digits.len() == 4 { Year::new(digits.parse().ok()?) } else { None }
}

/// Whether the term in a code of the National Assembly can be that of the year: `43/2022/QHI1` is not of QH11.
fn terms_fit(groups: &[(Separator, Cow<'_, str>)], year: Option<Year>) -> bool {
    let Some(year) = year.and_then(|year| PartialDate::year_only(year.get()).ok()) else { return true };
    let mut terms = groups.iter().filter_map(|(_, code)| Term::new(vocab::codes::assembly(code)?.1));
    terms.all(|term| terms::assembly_term_allows(term, year) == Some(true))
}

fn build(number: Option<Number>, year: Option<Year>, groups: &Groups<'_>) -> Option<Symbol> {
    let are_codes = !groups.is_empty() && groups.iter().all(|(_, code)| Code::is_code(code));
    are_codes.then(|| Symbol::of_groups(number, year, borrowed(groups)))
}

#[cfg(test)]
mod tests {
    use super::super::grammar::symbol;
    use super::*;
    use crate::vocab::types;

    fn repair(input: &str, kind: &str, date: &str) -> (Option<String>, Vec<DefectKind>) {
        let (_, raw) = symbol(input).unwrap();
        let evidence = Evidence { doc_type: types::find(kind), date: date.parse().ok(), issuer: None, lead_in: "" };
        let recovered = recover(input, &raw, evidence);
        (recovered.right().map(ToString::to_string), recovered.defects.into_iter().map(|(kind, _)| kind).collect())
    }

    #[test]
    fn certain_repairs() {
        use DefectKind::{BlankNumber, Case, Diacritic, DigitLetter, LineBreak, RunTogether, Separator, Space};
        for (input, kind, want, defects) in [
            ("16/CT/TTg", "Chỉ thị", "16/CT-TTg", vec![Separator]),
            ("180-KH/UBND", "Kế hoạch", "180/KH-UBND", vec![Separator]),
            ("298 KH/UBND", "Kế hoạch", "298/KH-UBND", vec![RunTogether]),
            ("57/NQ/TW", "Nghị quyết", "57-NQ/TW", vec![Separator]),
            ("36/CT-TW", "Chỉ thị", "36-CT/TW", vec![Separator]),
            ("217/QĐ-TW", "Quyết định", "217-QĐ/TW", vec![Separator]),
            ("180/KH/UBND", "Kế hoạch", "180/KH-UBND", vec![Separator]),
            ("25-NQ/TW", "Nghị quyết", "25-NQ/TW", vec![]),
            ("1234 /KH-SGDĐT", "Kế hoạch", "1234/KH-SGDĐT", vec![Space]),
            ("01- KL/TW", "Kết luận", "01-KL/TW", vec![Space]),
            ("693/QĐSGD&ĐT", "Quyết định", "693/QĐ-SGD&ĐT", vec![RunTogether]),
            ("126/2024/NĐCP", "Nghị định", "126/2024/NĐ-CP", vec![RunTogether]),
            ("126/2024/NĐ CP", "Nghị định", "126/2024/NĐ-CP", vec![RunTogether]),
            ("22/2021TT-BGDĐT", "Thông tư", "22/2021/TT-BGDĐT", vec![RunTogether]),
            ("126/2024/NĐ.CP", "Nghị định", "126/2024/NĐ-CP", vec![Separator]),
            ("25-NQ.TW", "Nghị quyết", "25-NQ/TW", vec![Separator]),
            ("522/2002/QĐ.UB", "Quyết định", "522/2002/QĐ.UB", vec![]),
            ("25-NQ TW", "Nghị quyết", "25-NQ/TW", vec![RunTogether]),
            ("12-NQTW", "Nghị quyết", "12-NQ/TW", vec![RunTogether]),
            ("30/2020/ND-CP", "Nghị định", "30/2020/NĐ-CP", vec![Diacritic]),
            ("33-KH/BCSD", "Kế hoạch", "33-KH/BCSĐ", vec![Diacritic]),
            ("65-Ctr/TU", "Chương trình", "65-CTr/TU", vec![Case]),
            ("27/2018/QĐ-TTG", "Quyết định", "27/2018/QĐ-TTg", vec![Case]),
            ("30/2020/nđ-cp", "Nghị định", "30/2020/NĐ-CP", vec![Case, Case]),
            ("693/\nQĐ-SGDĐT", "Quyết định", "693/QĐ-SGDĐT", vec![LineBreak]),
            ("/BC-PGDĐT", "Báo cáo", "/BC-PGDĐT", vec![BlankNumber]),
            ("64//2023/NĐ-CP", "Nghị định", "64/2023/NĐ-CP", vec![Separator]),
            ("100/201 5/QH13", "Luật", "100/2015/QH13", vec![Space]),
            ("50/2022/NĐ_CP", "Nghị định", "50/2022/NĐ-CP", vec![RunTogether]),
            ("O4/2015/NĐ-CP", "Nghị định", "04/2015/NĐ-CP", vec![DigitLetter]),
            ("5O/2O15/NĐ-CP", "Nghị định", "50/2015/NĐ-CP", vec![DigitLetter, DigitLetter]),
            ("10/2022/QHI5", "Luật", "10/2022/QH15", vec![DigitLetter]),
            ("15/2012/QH 13", "Luật", "15/2012/QH13", vec![Space]),
            ("66/2025/UBTV QH 15", "Nghị quyết", "66/2025/UBTVQH15", vec![Space, Space]),
            ("12/2016/TTLT-BYT- BTC", "Thông tư liên tịch", "12/2016/TTLT-BYT-BTC", vec![Space]),
            ("45/2019QH14", "Bộ luật", "45/2019/QH14", vec![RunTogether]),
            ("45/2019QHI4", "Bộ luật", "45/2019/QH14", vec![RunTogether, DigitLetter]),
            ("45/2019-QH14", "Bộ luật", "45/2019/QH14", vec![Separator]),
            ("12/2020 NĐ-CP", "Nghị định", "12/2020/NĐ-CP", vec![RunTogether]),
            ("66/NĐ-CP/2006", "Nghị định", "66/2006/NĐ-CP", vec![Separator]),
        ] {
            assert_eq!(repair(input, kind, ""), (Some(want.to_owned()), defects), "{input}");
        }
        assert_eq!(repair("43/2022/QHI1", "Nghị quyết", ""), (None, vec![DigitLetter]));
        // Whether the year belongs in it depends on what the decision is.
        assert_eq!(repair("66/QĐ-UBND/2006", "Quyết định", ""), (None, vec![Separator]));
    }

    #[test]
    fn what_is_as_it_should_be_needs_no_repair() {
        let codes = ["NĐ", "CP", "QĐ", "TW", "NQ.HĐTP", "SGD&ĐT", "QH15", "UBND", "CV", "XYZ", "nđ"];
        let count = codes.len();
        let mut seen = 0;
        for index in 0..4 * 3 * count * count {
            let (signs, place) = (index % 4, index / 4);
            let (years, first) = (place % 3, place / 3 % count);
            let (before, between) = (["/", "-"][signs % 2], ["/", "-"][signs / 2]);
            let input = format!(
                "30{}{before}{}{between}{}",
                ["", "/2020", "/1999"][years],
                codes[first],
                codes[place / 3 / count]
            );
            let Ok((_, raw)) = symbol(&input) else { continue };
            for (doc_type, date) in [("Nghị định", ""), ("Quyết định", "1997-01-02"), ("", "2021-01-02")] {
                let evidence =
                    Evidence { doc_type: types::find(doc_type), date: date.parse().ok(), issuer: None, lead_in: "" };
                let Some(sound) = as_it_should_be(&raw, evidence) else { continue };
                let plain = repaired(&input, &raw, evidence);
                assert_eq!((sound.right(), &sound.symbol), (plain.right(), &plain.symbol), "{input}");
                assert_eq!((plain.written.as_deref(), &plain.defects[..]), (Some(raw.text), &[][..]), "{input}");
                seen += 1;
            }
        }
        assert!(seen > 500, "{seen}");
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
            ("18-L/CTN", "Luật", ""),
            ("82-TC/TCT", "Thông tư", ""),
            ("3195/QĐ-BCA/A61", "Quyết định", "2010-08-10"),
            ("01/1999/NQLT-TP-ND", "Nghị quyết liên tịch", ""),
            ("200-CT/TTg", "Chỉ thị", ""),
        ] {
            let (canonical, defects) = repair(input, kind, date);
            assert_eq!(canonical.as_deref(), Some(input));
            assert!(defects.is_empty(), "{input}: {defects:?}");
        }
    }

    #[test]
    fn unaccented_text_lost_nothing() {
        for (line, defect) in [
            ("theo Nghi dinh so 30/2020/ND-CP cua Chinh phu", false),
            ("theo Nghị định số 30/2020/ND-CP của Chính phủ", true),
            ("30/2020/ND-CP", true),
        ] {
            let at = line.find("30/").unwrap();
            let (_, raw) = symbol(&line[at..]).unwrap();
            let evidence = Evidence { doc_type: None, date: None, issuer: None, lead_in: "" };
            assert_eq!(!recover(line, &raw, evidence).defects.is_empty(), defect, "{line}");
        }
    }

    #[test]
    fn a_bad_year_has_no_certain_repair() {
        assert_eq!(repair("45/25010/NĐ-CP", "Nghị định", ""), (None, vec![DefectKind::Year]));
    }
}
