//! Short forms and the full citations they repeat.

use crate::citation::{Citation, DocType, Kind, PartialDate, Symbol};
use crate::parse::{Mention, short_forms};
use crate::text::Normalized;
use crate::vocab::types;

/// Adds the short forms of the text to its mentions: those that repeat one full citation of the text before them, and
/// those whose number bears a year (`Nghị định 126/2024`). A bare number that nothing explains is left alone.
pub(super) fn add<'t>(normalized: &Normalized<'t>, mut mentions: Vec<Mention<'t>>) -> Vec<Mention<'t>> {
    let offset = |at| normalized.offset_of(at);
    let taken: Vec<_> = mentions.iter().map(|m| offset(m.span().start())..offset(m.core().end())).collect();
    let full: Vec<(Citation, usize)> = mentions
        .iter()
        .filter(|mention| mention.kind() == Kind::Numbered)
        .map(|mention| {
            let symbol = mention.canonical().or(mention.citation.symbol.as_ref()).cloned();
            (Citation { symbol, ..mention.citation.clone() }, mention.core().start())
        })
        .collect();
    let found = short_forms(normalized, &types_of(&full), &taken);
    mentions.extend(found.into_iter().filter(|short| {
        let with_year = short.citation.short_number.as_deref().is_some_and(|number| number.contains('/'));
        match repeated(short, &full) {
            Repeats::One => true,
            Repeats::Several => false,
            Repeats::None => with_year,
        }
    }));
    mentions.sort_by_key(|mention| mention.core());
    link(&mut mentions);
    mentions
}

/// The types of the text's full citations, and the ones that are cited by number and year alone.
fn types_of(full: &[(Citation, usize)]) -> Vec<DocType> {
    let always = ["Nghị định", "Nghị quyết", "Quyết định", "Thông tư"].into_iter().filter_map(types::find);
    let mut all: Vec<DocType> = full.iter().filter_map(|(citation, _)| citation.doc_type).chain(always).collect();
    all.sort_unstable();
    all.dedup();
    all
}

enum Repeats {
    None,
    One,
    Several,
}

/// How many different documents, cited before, a short form can mean.
fn repeated(short: &Mention<'_>, full: &[(Citation, usize)]) -> Repeats {
    let mut symbols: Vec<&Symbol> = full
        .iter()
        .filter(|(citation, at)| *at < short.core().start() && repeats(&short.citation, citation))
        .filter_map(|(citation, _)| citation.symbol.as_ref())
        .collect();
    symbols.sort_by_key(ToString::to_string);
    symbols.dedup();
    match symbols.len() {
        0 => Repeats::None,
        1 => Repeats::One,
        _ => Repeats::Several,
    }
}

/// Same type and number; same year where both have one.
fn repeats(short: &Citation, full: &Citation) -> bool {
    let number =
        |citation: &Citation| citation.number().and_then(|number| number.parse::<crate::citation::Number>().ok());
    let same_number = number(short).zip(number(full)).is_some_and(|(a, b)| a.same_value(&b));
    let year = short.short_number.as_deref().and_then(|number| number.split_once('/')).map(|(_, year)| year);
    let full_year = full.symbol.as_ref().and_then(Symbol::year).map(|year| year.get());
    let dated = full_year.or(full.date.map(PartialDate::year));
    let same_year = year.zip(dated).is_none_or(|(year, of)| year == of.to_string());
    short.doc_type == full.doc_type && same_number && same_year
}

/// Points each short form to the nearest full citation before it that it repeats.
fn link(mentions: &mut [Mention<'_>]) {
    for i in 0..mentions.len() {
        if mentions[i].kind() == Kind::Short {
            let (before, rest) = mentions.split_at_mut(i);
            rest[0].antecedent = before
                .iter()
                .rposition(|full| full.kind() == Kind::Numbered && repeats(&rest[0].citation, &full.citation));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::citation::Kind;
    use crate::resolve::Document;

    #[test]
    fn short_forms_repeat_a_full_citation_or_bear_a_year() {
        for (text, want) in [
            (
                "Quyết định số 20/2000/QĐ-TTg (sau đây gọi tắt là QĐ 20); theo QĐ 20 và Quyết định số 20.",
                vec![("20", Some(0)); 3],
            ),
            ("Đề án số 02-ĐA/TU ngày 29/12/2017; thực hiện Đề án 02 của Tỉnh ủy", vec![("02", Some(0))]),
            ("theo Nghị định 126/2024 và Nghị định 30", vec![("126/2024", None)]),
            ("Kế hoạch số 5/KH-UBND và Kế hoạch số 5/KH-SNV; theo Kế hoạch 5", vec![]),
            (
                "Quyết định số 20/QĐ-UBND; ban hành Quyết định 20 ngày sau; Quyết định 20%; năm 20",
                vec![("20", Some(0))],
            ),
        ] {
            let document = Document::new(text);
            let short: Vec<_> = document
                .mentions()
                .iter()
                .filter(|m| m.kind() == Kind::Short)
                .map(|m| (m.core_str(), m.antecedent()))
                .collect();
            assert_eq!(short, want, "{text}");
        }
    }
}
