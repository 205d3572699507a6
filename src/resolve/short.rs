//! Short forms and the full citations they repeat.

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::clause::is_blank;
use super::issued;
use crate::citation::{Citation, DocType, Kind, Number, Part, PartialDate, Symbol};
use crate::parse::{Mention, Starts, merged, short_forms};
use crate::text::{Normalized, fold};
use crate::vocab::types;

/// Adds the short forms of the text to its mentions: those that repeat a full citation before them, those that bear a
/// year, a date or a body (`Nghị định 126/2024`, `Đề án 02 của Tỉnh ủy`), and those of a type whose bare number can
/// mean nothing else (`Nghị định 30`). They are linked where one document is meant, never where two fit.
pub(super) fn add<'t>(normalized: &Normalized<'t>, starts: &Starts, mentions: Vec<Mention<'t>>) -> Vec<Mention<'t>> {
    let issued = issued(normalized, &mentions);
    let issued_types: Vec<DocType> = issued.iter().map(|issued| issued.doc_type).collect();
    let mut found = short_forms(normalized, starts, &types(&mentions, &issued_types), &issued_types, &mentions);
    if found.is_empty() {
        return mentions;
    }
    let mut full = FullCitations::new(&mentions, issued, &found);
    full.define(normalized, &mentions, &found);
    let mut links = FxHashMap::default();
    found.retain(|short| match full.repeated_by(normalized, short) {
        Repeats::One(start) => links.insert(short.core().start(), start).is_none(),
        _ if !between(normalized, short).is_empty() => false,
        Repeats::Several => is_one_alone(normalized, short),
        Repeats::None => identifies_itself(&short.citation) || is_one_alone(normalized, short),
    });
    drop(full);
    if found.is_empty() {
        return mentions;
    }
    let mut mentions = merged(mentions, found);
    link(&mut mentions, &links);
    mentions
}

/// Which documents, cited before, a short form can mean.
enum Repeats {
    None,
    /// One; its nearest full citation has its core at this byte.
    One(usize),
    Several,
}

/// The documents that a text cites in full, by type and number, and by the type of what was issued with them.
struct FullCitations<'m, 't> {
    by_number: FxHashMap<(DocType, u32), SmallVec<[Full<'m, 't>; 1]>>,
}

/// A full citation, and the name of the document issued with it under whose type it stands in the table.
struct Full<'m, 't> {
    mention: &'m Mention<'t>,
    issued: Option<String>,
}

/// How many citations of one type and number before a short form are compared.
const MOST_ALIKE: usize = 40;

/// A document that a cited one issued.
struct Issued {
    /// The citation, by its place among the mentions.
    by: usize,
    doc_type: DocType,
    /// Its name behind the type word, folded.
    name: String,
}

/// The documents that the cited ones issued, in the order of their citations.
fn issued(normalized: &Normalized<'_>, mentions: &[Mention<'_>]) -> Vec<Issued> {
    let full = mentions.iter().enumerate().filter(|(_, mention)| full_key(mention).is_some());
    let issued = full.filter_map(|(by, mention)| {
        let (doc_type, name) = issued::with(normalized, mention)?;
        Some(Issued { by, doc_type, name })
    });
    issued.collect()
}

/// The types of the text's full citations and of what they `issued`, and those that are cited by number alone.
fn types(mentions: &[Mention<'_>], issued: &[DocType]) -> Vec<DocType> {
    // Those that are cited most come first.
    const ALWAYS: [&str; 12] = [
        "Nghị định",
        "Thông tư",
        "Luật",
        "Quyết định",
        "Nghị quyết",
        "Chỉ thị",
        "Kế hoạch",
        "Kết luận",
        "Chương trình",
        "Hướng dẫn",
        "Quy định",
        "Đề án",
    ];
    let mut all: Vec<DocType> = ALWAYS.into_iter().filter_map(types::find).collect();
    let cited = mentions.iter().filter_map(|mention| Some(full_key(mention)?.0));
    for doc_type in cited.chain(issued.iter().copied()) {
        if !all.contains(&doc_type) {
            all.push(doc_type);
        }
    }
    all
}

impl<'m, 't> FullCitations<'m, 't> {
    /// Of the type and number of one of the short forms `found`.
    fn new(mentions: &'m [Mention<'t>], issued: Vec<Issued>, found: &[Mention<'_>]) -> Self {
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
    fn define(&mut self, normalized: &Normalized<'_>, mentions: &'m [Mention<'t>], found: &[Mention<'_>]) {
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

    fn repeated_by(&self, normalized: &Normalized<'_>, short: &Mention<'_>) -> Repeats {
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
fn between(normalized: &Normalized<'_>, short: &Mention<'_>) -> String {
    let Some(word) = short.part(Part::Type) else { return String::new() };
    let range = normalized.offset_of(word.end())..normalized.offset_of(short.core().start());
    let words = normalized.as_str().get(range).unwrap_or_default();
    let words = fold(words.trim_matches(is_blank));
    if words == "số" { String::new() } else { words }
}

/// Whether the citation itself says enough to be looked up: a year, a day, or a body.
fn identifies_itself(citation: &Citation) -> bool {
    let with_year = citation.short_number.as_deref().is_some_and(|number| number.contains('/'));
    // "Chương trình 135 của Chính phủ" is the name of a programme.
    let programme = citation.doc_type.is_some_and(|doc_type| doc_type.name() == "Chương trình");
    with_year || citation.date.is_some_and(|date| date.day().is_some()) || citation.issuer.is_some() && !programme
}

/// Whether a type with a bare number can only be a citation, and nothing that the number counts follows: "Nghị định 30 quy
/// định", but "Kết luận 3 nội dung", "Kế hoạch 5 năm".
fn is_one_alone(normalized: &Normalized<'_>, short: &Mention<'_>) -> bool {
    const TYPES: [&str; 6] = ["Chỉ thị", "Kết luận", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư"];
    const CODES: [&str; 3] = ["NĐ", "NQ", "QĐ"];
    const FOLLOWS: [&str; 28] = [
        "của", "về", "và", "ngày", "quy", "hướng", "này", "đã", "có", "là", "thì", "được", "theo", "tại", "trong",
        "ban", "cũng", "để", "do", "khóa", "khoá", "với", "nêu", "sửa", "hoặc", "cho", "vì", "còn",
    ];
    let word = short.part(Part::Type).map_or("", |part| part.slice(normalized.original()));
    let spelled = short.citation.doc_type.is_some_and(|doc_type| TYPES.contains(&doc_type.name()));
    let strong = spelled && (word.chars().count() > 3 || CODES.contains(&word));
    let rest = &normalized.as_str()[normalized.offset_of(short.span().end())..];
    let rest = rest.trim_start_matches([' ', '*', '_']);
    let next: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
    // "ban hành kèm theo Thông tư 1. Hoạt động …": the number of an item.
    if short.core().len() == 1 && rest.starts_with(". ") {
        return false;
    }
    strong && (next.is_empty() && !rest.starts_with(['%', '+']) || FOLLOWS.contains(&next.as_str()))
}

/// The symbol a mention stands for.
fn right<'m>(mention: &'m Mention<'_>) -> Option<&'m Symbol> {
    mention.canonical().or(mention.citation.symbol.as_ref())
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
fn full_key(mention: &Mention<'_>) -> Option<(DocType, u32)> {
    if mention.kind() == Kind::Numbered { key(&mention.citation) } else { None }
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

/// Points each short form to the full citation that it repeats; `links` names both by the bytes of their cores.
fn link(mentions: &mut [Mention<'_>], links: &FxHashMap<usize, usize>) {
    let places: FxHashMap<usize, usize> =
        mentions.iter().enumerate().map(|(index, mention)| (mention.core().start(), index)).collect();
    for mention in mentions.iter_mut().filter(|mention| mention.kind() == Kind::Short) {
        mention.antecedent = links.get(&mention.core().start()).and_then(|full| places.get(full)).copied();
    }
}

#[cfg(test)]
mod tests {
    use crate::citation::Kind;
    use crate::resolve::Document;

    #[test]
    fn short_forms_and_what_they_repeat() {
        for (text, want) in [
            (
                "Quyết định số 20/2000/QĐ-TTg (sau đây gọi tắt là QĐ 20); theo QĐ 20 và Quyết định số 20.",
                vec![("20", Some(0)); 3],
            ),
            ("Đề án số 02-ĐA/TU ngày 29/12/2017; thực hiện Đề án 02 của Tỉnh ủy", vec![("02", Some(0))]),
            ("Kế hoạch số 5/KH-UBND (sau đây viết tắt là Kế hoạch 5); thực hiện Kế hoạch 5", vec![("5", Some(0)); 2]),
            ("theo Nghị định 126/2024 và Nghị định 30 về văn thư", vec![("126/2024", None), ("30", None)]),
            ("thực hiện Đề án 02 của Tỉnh ủy, Chỉ thị 05 ngày 15/5/2016", vec![("02", None), ("05", None)]),
            // Two documents fit: read, and not linked.
            ("Kế hoạch số 5/KH-UBND và Kế hoạch số 5/KH-SNV; theo Kế hoạch 5", vec![]),
            ("Quyết định số 5/QĐ-UBND và Quyết định số 5/QĐ-SNV; theo Quyết định 5", vec![("5", None)]),
            (
                "Quyết định số 20/QĐ-UBND; ban hành Quyết định 20 ngày sau; Quyết định 20%; năm 20",
                vec![("20", Some(0))],
            ),
            (
                "Thông tư liên tịch số 93/2006/TTLT-BTC-BNV về kinh phí (sau đây viết tắt là Thông tư 93); theo Thông tư 93",
                vec![("93", Some(0)); 2],
            ),
            ("ban hành kèm theo Thông tư 1. Hoạt động; theo Thông tư 12. Hoạt động", vec![("12", None)]),
            ("Kết luận 3 nội dung; Kế hoạch 5 năm; Chương trình 135; Nghị quyết 12 tháng", vec![]),
            // Named by what was issued with the decision, and its number.
            (
                "Quyết định số 5115/QĐ-ĐHQGHN về việc ban hành Quy chế đào tạo đại học; theo Điều 29, Quy chế đào tạo đại học 5115",
                vec![("5115", Some(0))],
            ),
            ("Quyết định số 911/QĐ-TTg phê duyệt Đề án đào tạo giảng viên; kinh phí Đề án 911", vec![("911", Some(0))]),
            ("Quyết định số 911/QĐ-TTg phê duyệt Đề án đào tạo giảng viên; Đề án giảm nghèo 911", vec![]),
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
