//! Short forms and the full citations they repeat.

use rustc_hash::FxHashMap;

use super::full::{FullCitations, Repeats, between, full_key};
use super::issued::issued;
use crate::citation::{Citation, DocType, Kind, Part};
use crate::parse::{Mention, Starts, merged, short_forms};
use crate::text::Normalized;
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
        _ if is_glued(short) || !between(normalized, short).is_empty() => false,
        _ => identifies_itself(&short.citation) || is_one_alone(normalized, short),
    });
    drop(full);
    if found.is_empty() {
        return mentions;
    }
    let mut mentions = merged(mentions, found);
    link(&mut mentions, &links);
    mentions
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

/// Whether the number is glued to its type: "QĐ22" may be anything that is not cited before.
fn is_glued(short: &Mention<'_>) -> bool {
    short.part(Part::Type).is_some_and(|word| word.end() == short.core().start())
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
            (
                "Quyết định số 22/2013/QĐ-TTg (sau đây gọi tắt là QĐ22); theo QĐ22/2013, mẫu QĐ22, NĐ34, QĐ22/1 và QĐ23; QĐ22.",
                vec![("22", Some(0)), ("22/2013", Some(0)), ("22", Some(0))],
            ),
            ("Đề án số 02-ĐA/TU ngày 29/12/2017; thực hiện Đề án 02 của Tỉnh ủy", vec![("02", Some(0))]),
            ("Kế hoạch số 5/KH-UBND (sau đây viết tắt là Kế hoạch 5); thực hiện Kế hoạch 5", vec![("5", Some(0)); 2]),
            ("theo Nghị định 126/2024 và Nghị định 30 về văn thư", vec![("126/2024", None), ("30", None)]),
            ("thực hiện Đề án 02 của Tỉnh ủy, Chỉ thị 05 ngày 15/5/2016", vec![("02", None), ("05", None)]),
            // Two documents fit: read, and not linked.
            ("Kế hoạch số 5/KH-UBND và Kế hoạch số 5/KH-SNV; theo Kế hoạch 5", vec![]),
            ("Quyết định số 5/QĐ-UBND và Quyết định số 5/QĐ-SNV; theo Quyết định 5", vec![("5", None)]),
            ("Thông tư số 03/2006/TT-BXD, Thông tư số 03/2006/TT-BKH; theo TT 03/2006", vec![("03/2006", None)]),
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
