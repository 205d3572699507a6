//! What a text says of the relations between documents.
//!
//! Source of the words: NĐ 30/2020/NĐ-CP, Phụ lục I, II.6 (căn cứ ban hành); NĐ 34/2016/NĐ-CP, Điều 8 (sửa đổi, bổ sung,
//! thay thế, bãi bỏ).

mod words;

use serde::{Serialize, Serializer};

use super::clause::{before, between, head, is_item_of_bases, words_in};
use super::subject::is_title;
use super::{Own, lists};
use crate::citation::{Kind, Part};
use crate::parse::Mention;
use crate::text::Normalized;
pub(super) use words::in_title;
use words::{active, passive};

/// One document stands in a relation to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Relation {
    /// Which.
    pub kind: RelationKind,
    /// The document that is founded on the target, amends it, and so on.
    pub source: Source,
    /// The index, among the mentions of the document, of the citation it is about.
    #[serde(skip)]
    pub target: usize,
}

/// What the source does to the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RelationKind {
    /// It rests on it: căn cứ, theo, thực hiện at the head of a paragraph.
    Basis,
    /// Sửa đổi, bổ sung.
    Amends,
    /// Thay thế.
    Replaces,
    /// Bãi bỏ, hủy bỏ.
    Repeals,
    /// Hướng dẫn, quy định chi tiết.
    Guides,
    /// Thực hiện, triển khai.
    Implements,
    /// Ban hành kèm theo.
    IssuedWith,
}

/// The document that a relation starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// The citing document itself.
    Own,
    /// The document issued with the target, see [`Citation::container`](crate::citation::Citation::container).
    Container,
    /// Another cited document, by its index among the mentions.
    Cited(usize),
}

/// The relations of all citations, in the order of their targets.
pub(super) fn relations(normalized: &Normalized<'_>, mentions: &[Mention<'_>], own: Option<&Own>) -> Vec<Relation> {
    let mut found: Vec<Relation> = Vec::new();
    for (target, mention) in mentions.iter().enumerate() {
        if mention.reading().container.is_some() {
            found.push(Relation { kind: RelationKind::IssuedWith, source: Source::Container, target });
        }
        let before = target.checked_sub(1).map(|index| &mentions[index]);
        if before.is_some_and(|before| before.kind() != Kind::Own && goes_on(normalized, before, mention)) {
            copy(&mut found, target);
        } else if let Some((kind, passive)) = before.and_then(|before| stated_between(normalized, before, mention)) {
            // "A được sửa đổi bởi B" is said of A.
            let (source, target) = if passive { (target, target - 1) } else { (target - 1, target) };
            found.push(Relation { kind, source: cited(mentions, source), target });
        } else if let Some(kind) = of_own(normalized, before, mention, own) {
            found.push(Relation { kind, source: Source::Own, target });
        }
    }
    found.sort_by_key(|relation| relation.target);
    found.dedup();
    found
}

/// Whether a citation is the next member of a list: right behind the one before it, or behind its title.
fn goes_on(normalized: &Normalized<'_>, first: &Mention<'_>, next: &Mention<'_>) -> bool {
    let behind_title = |words: String| is_title(&words) && (words.ends_with(" và") || words.ends_with(','));
    // Behind a semicolon a new item begins.
    let joined = lists::joins(normalized, first, next)
        && lists::glue(normalized, first, next).is_some_and(|glue| !glue.contains(';'));
    joined || between(normalized, first, next).is_some_and(behind_title)
}

/// How many relations may be said of one member of a list.
const MOST_SHARED: usize = 8;

/// The members of a list share what is said of the one before.
fn copy(found: &mut Vec<Relation>, target: usize) {
    let first = target - 1;
    let shared: Vec<Relation> = found
        .iter()
        .rev()
        .take(MOST_SHARED)
        .filter(|relation| relation.source != Source::Container)
        .filter_map(|relation| match relation.source {
            Source::Cited(source) if source == first => Some(Relation { source: Source::Cited(target), ..*relation }),
            _ if relation.target == first => Some(Relation { target, ..*relation }),
            _ => None,
        })
        .collect();
    found.extend(shared);
}

fn cited(mentions: &[Mention<'_>], index: usize) -> Source {
    if mentions[index].kind() == Kind::Own { Source::Own } else { Source::Cited(index) }
}

/// What the words between two citations say, and whether it is said of the first.
fn stated_between(
    normalized: &Normalized<'_>,
    first: &Mention<'_>,
    next: &Mention<'_>,
) -> Option<(RelationKind, bool)> {
    let words = between(normalized, first, next)?;
    if let Some(kind) = passive(&words) {
        return Some((kind, true));
    }
    let replaces = ["thay thế", "bãi bỏ", "huỷ bỏ"].iter().any(|verb| words.starts_with(verb));
    let kind = if replaces { active(&words) } else { in_title(&words) };
    kind.map(|kind| (kind, false))
}

/// What the citing document says of itself: in its own title, at the head of a paragraph, or as "Quyết định này".
fn of_own(
    normalized: &Normalized<'_>,
    previous: Option<&Mention<'_>>,
    mention: &Mention<'_>,
    own: Option<&Own>,
) -> Option<RelationKind> {
    if mention.kind() == Kind::Own {
        return None;
    }
    if let Some(title) = own.and_then(|own| own.title_span)
        && title.contains(mention.core())
    {
        let start = normalized.offset_of(title.start());
        return active(&words_in(normalized, start..normalized.offset_of(head(mention))));
    }
    if is_item_of_bases(normalized, mention) {
        return Some(RelationKind::Basis);
    }
    let words = before(normalized, previous, mention)?;
    let stated = words.trim_start_matches(|c: char| !c.is_alphabetic());
    // "Điều 3. Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số …"
    let verb = active(stated).filter(|kind| *kind != RelationKind::Implements);
    let starts = ["thay thế", "bãi bỏ", "huỷ bỏ", "sửa đổi", "bổ sung"].iter().any(|verb| stated.starts_with(verb));
    if verb.is_some() && (stated.contains(" này ") || starts && own.is_none_or(amends_others)) {
        return verb;
    }
    if ["ban hành kèm theo", "kèm theo"].iter().any(|with| stated.ends_with(with))
        && mention.part(Part::Container).is_none()
    {
        return (stated.len() < 40).then_some(RelationKind::IssuedWith);
    }
    const BASES: [&str; 7] =
        ["căn cứ", "thực hiện", "theo ", "trên cơ sở", "xét ", "để thực hiện", "tiếp tục thực hiện"];
    BASES.iter().any(|base| stated.starts_with(base) || stated == base.trim_end()).then_some(RelationKind::Basis)
}

/// Whether a document of this type may amend another; a letter that says "Sửa đổi …" quotes one.
fn amends_others(own: &Own) -> bool {
    const TYPES: [&str; 7] = ["Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Quyết định", "Nghị quyết"];
    own.doc_type.is_some_and(|doc_type| TYPES.contains(&doc_type.name()))
}

impl RelationKind {
    /// The word in JSON and graphs: `basis`, `issued-with`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Basis => "basis",
            Self::Amends => "amends",
            Self::Replaces => "replaces",
            Self::Repeals => "repeals",
            Self::Guides => "guides",
            Self::Implements => "implements",
            Self::IssuedWith => "issued-with",
        }
    }
}

impl Serialize for RelationKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Own => serializer.serialize_str("own"),
            Self::Container => serializer.serialize_str("container"),
            Self::Cited(index) => serializer.serialize_u64(*index as u64),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::Document;

    fn said(text: &str) -> Vec<String> {
        let document = Document::new(text);
        let name = |index: usize| document.mentions()[index].core_str();
        let source = |source| match source {
            Source::Own => "own",
            Source::Container => "container",
            Source::Cited(index) => name(index),
        };
        let one = |r: &Relation| format!("{} {:?} {}", source(r.source), r.kind, name(r.target));
        document.relations().iter().map(one).collect()
    }

    #[test]
    fn relations_that_the_words_state() {
        for (text, want) in [
            (
                "Căn cứ Luật Giáo dục;\nCăn cứ Nghị định số 30/2020/NĐ-CP;",
                &["own Basis Luật Giáo dục", "own Basis 30/2020/NĐ-CP"][..],
            ),
            (
                "\nCăn cứ Luật Giáo dục; Nghị định số 30/2020/NĐ-CP ngày 05/3/2020; Luật Đất đai",
                &["own Basis Luật Giáo dục", "own Basis 30/2020/NĐ-CP", "own Basis Luật Đất đai"],
            ),
            (
                "- Thực hiện Chỉ thị số 16/CT-TTg và Kế hoạch số 5/KH-UBND,",
                &["own Basis 16/CT-TTg", "own Basis 5/KH-UBND"],
            ),
            (
                "Thực hiện Quyết định số 22/2013/QĐ-TTg về hỗ trợ nhà ở và Thông tư số 09/2013/TT-BXD, Sở báo cáo.",
                &["own Basis 22/2013/QĐ-TTg", "own Basis 09/2013/TT-BXD"],
            ),
            (
                "Luật số 66/2014/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 61/2020/QH14, Luật số 90/2025/QH15",
                &["61/2020/QH14 Amends 66/2014/QH13", "90/2025/QH15 Amends 66/2014/QH13"],
            ),
            (
                "Nghị định số 2/2020/NĐ-CP bị bãi bỏ bởi Điều 5 Nghị định số 3/2021/NĐ-CP",
                &["3/2021/NĐ-CP Repeals 2/2020/NĐ-CP"],
            ),
            (
                "Nghị định số 61/2018/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 63/2010/NĐ-CP",
                &["61/2018/NĐ-CP Amends 63/2010/NĐ-CP"],
            ),
            ("Thông tư số 5/2021/TT-BNV thay thế Thông tư số 4/2019/TT-BNV", &["5/2021/TT-BNV Replaces 4/2019/TT-BNV"]),
            (
                "Thông tư số 1/2020/TT-BNV hướng dẫn thi hành Nghị định số 2/2020/NĐ-CP",
                &["1/2020/TT-BNV Guides 2/2020/NĐ-CP"],
            ),
            ("Kế hoạch số 12/KH-UBND triển khai thực hiện Chỉ thị số 16/CT-TTg", &["12/KH-UBND Implements 16/CT-TTg"]),
            (
                "Điều 3. Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 5/QĐ-UBND.",
                &["own Replaces 5/QĐ-UBND"],
            ),
            ("Bãi bỏ Quyết định số 5/QĐ-UBND ngày 05/3/2020.", &["own Repeals 5/QĐ-UBND"]),
            ("DANH MỤC THIẾT BỊ\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND)", &["own IssuedWith 5/QĐ-UBND"]),
            (
                "theo Điều 5 Quy chế bảo lãnh ban hành kèm theo Quyết định số 03/2011/QĐ-TTg",
                &["container IssuedWith 03/2011/QĐ-TTg", "own Basis 03/2011/QĐ-TTg"],
            ),
            (
                "Số: 12/KH-UBND\n\nKẾ HOẠCH\nTriển khai thực hiện Chỉ thị số 16/CT-TTg\n\nBáo cáo theo Công văn số 5/UBND-VX.",
                &["own Implements 16/CT-TTg"],
            ),
            ("Sở báo cáo kết quả và gửi Công văn số 5/SGDĐT-VP; xem Kế hoạch số 12/KH-UBND", &[]),
        ] {
            assert_eq!(said(text), want, "{text}");
        }
    }
}
