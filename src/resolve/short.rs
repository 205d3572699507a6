//! Short forms and the full citations they repeat.

use std::collections::HashMap;

use crate::citation::{Citation, DocType, Kind, Number, PartialDate, Symbol};
use crate::parse::{Mention, short_forms};
use crate::text::Normalized;
use crate::vocab::types;

/// Adds the short forms of the text to its mentions: those that repeat one full citation of the text before them, and
/// those whose number bears a year (`Nghị định 126/2024`). A bare number that nothing explains is left alone.
pub(super) fn add<'t>(normalized: &Normalized<'t>, mut mentions: Vec<Mention<'t>>) -> Vec<Mention<'t>> {
    let full = FullCitations::new(&mentions);
    let mut found = short_forms(normalized, &full.types(), &mentions);
    found.retain(|short| {
        let with_year = short.citation.short_number.as_deref().is_some_and(|number| number.contains('/'));
        match full.repeated_by(short) {
            Repeats::One => true,
            Repeats::Several => false,
            Repeats::None => with_year,
        }
    });
    drop(full);
    if found.is_empty() {
        return mentions;
    }
    mentions.extend(found);
    mentions.sort_by_key(|mention| mention.core());
    link(&mut mentions);
    mentions
}

/// How many different documents, cited before, a short form can mean.
enum Repeats {
    None,
    One,
    Several,
}

/// The documents that a text cites in full, by type and number: the first mention of each.
struct FullCitations<'m, 't> {
    by_number: HashMap<(DocType, u32), Vec<&'m Mention<'t>>>,
}

/// How many documents of one type and number are told apart; with more, a bare number means none of them.
const MOST_ALIKE: usize = 40;

impl<'m, 't> FullCitations<'m, 't> {
    fn new(mentions: &'m [Mention<'t>]) -> Self {
        let mut by_number: HashMap<_, Vec<_>> = HashMap::new();
        for mention in mentions.iter().filter(|mention| mention.kind() == Kind::Numbered) {
            let Some(key) = key(&mention.citation) else { continue };
            let alike = by_number.entry(key).or_default();
            if alike.len() < MOST_ALIKE && alike.iter().all(|first: &&Mention<'_>| right(first) != right(mention)) {
                alike.push(mention);
            }
        }
        Self { by_number }
    }

    /// The types of the text's full citations, and the ones that are cited by number and year alone.
    fn types(&self) -> Vec<DocType> {
        let always = ["Nghị định", "Nghị quyết", "Quyết định", "Thông tư"].into_iter().filter_map(types::find);
        let mut all: Vec<DocType> = self.by_number.keys().map(|(doc_type, _)| *doc_type).chain(always).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    fn repeated_by(&self, short: &Mention<'_>) -> Repeats {
        let Some(full) = key(&short.citation).and_then(|key| self.by_number.get(&key)) else { return Repeats::None };
        let before = full.partition_point(|mention| mention.core().start() < short.core().start());
        let mut symbols =
            full[..before].iter().filter(|full| repeats(&short.citation, &full.citation)).map(|full| right(full));
        let Some(first) = symbols.next() else { return Repeats::None };
        if symbols.all(|symbol| symbol == first) { Repeats::One } else { Repeats::Several }
    }
}

/// The symbol a mention stands for.
fn right<'m>(mention: &'m Mention<'_>) -> Option<&'m Symbol> {
    mention.canonical().or(mention.citation.symbol.as_ref())
}

/// Type and value of the number.
fn key(citation: &Citation) -> Option<(DocType, u32)> {
    let number: Number = citation.number()?.parse().ok()?;
    Some((citation.doc_type?, number.value()))
}

/// Same type and number; same year where both have one.
fn repeats(short: &Citation, full: &Citation) -> bool {
    let number = |citation: &Citation| citation.number().and_then(|number| number.parse::<Number>().ok());
    let same_number = number(short).zip(number(full)).is_some_and(|(a, b)| a.same_value(&b));
    let year = short.short_number.as_deref().and_then(|number| number.split_once('/')).map(|(_, year)| year);
    let full_year = full.symbol.as_ref().and_then(Symbol::year).map(|year| year.get());
    let dated = full_year.or(full.date.map(PartialDate::year));
    let same_year = year.zip(dated).is_none_or(|(year, of)| year == of.to_string());
    short.doc_type == full.doc_type && same_number && same_year
}

/// Points each short form to the nearest full citation before it that it repeats.
fn link(mentions: &mut [Mention<'_>]) {
    let mut last: HashMap<(DocType, u32), Vec<usize>> = HashMap::new();
    for i in 0..mentions.len() {
        let Some(key) = key(&mentions[i].citation) else { continue };
        match mentions[i].kind() {
            Kind::Numbered => last.entry(key).or_default().push(i),
            Kind::Short => {
                let full = last.get(&key).into_iter().flatten().rev().take(MOST_ALIKE);
                mentions[i].antecedent =
                    full.copied().find(|&full| repeats(&mentions[i].citation, &mentions[full].citation));
            }
            _ => {}
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
