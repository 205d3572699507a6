//! What words of amending, replacing, guiding say.

use super::RelationKind;
use crate::resolve::subject::is_title;

/// What the title of a document, the words behind its citation, says of the one that follows.
pub(in crate::resolve) fn in_title(words: &str) -> Option<RelationKind> {
    // "về công tác dân vận, tiếp tục thực hiện Kết luận …": behind the comma the sentence may go on.
    let open = words.starts_with("về ") && words.replace("sửa đổi, bổ sung", "").contains(", ");
    active(words).filter(|kind| is_title(words) && !(open && *kind == RelationKind::Implements))
}

/// "được sửa đổi, bổ sung bởi", "bị bãi bỏ theo".
pub(super) fn passive(words: &str) -> Option<RelationKind> {
    let by = ["bởi", "theo", "tại", "bằng"].iter().any(|by| words.ends_with(by));
    let verbs = [
        ("thay thế", RelationKind::Replaces),
        ("sửa đổi", RelationKind::Amends),
        ("bổ sung", RelationKind::Amends),
        ("bãi bỏ", RelationKind::Repeals),
        ("huỷ bỏ", RelationKind::Repeals),
    ];
    let (at, kind) =
        verbs.iter().filter_map(|(verb, kind)| Some((words.find(verb)?, *kind))).min_by_key(|(at, _)| *at)?;
    let said = words[..at].trim_end_matches([' ', ',']);
    let passive = said.is_empty() || ["được", "bị", "đã", "nội dung"].iter().any(|word| said.ends_with(word));
    (by && passive).then_some(kind)
}

/// What the last verb before a citation says of it: "sửa đổi, bổ sung một số điều của", "triển khai thực hiện".
pub(super) fn active(words: &str) -> Option<RelationKind> {
    let (clause, of) = match words.strip_suffix(" của").or_else(|| words.strip_suffix(" tại")) {
        Some(clause) => (clause, true),
        None => (words, false),
    };
    let clause = clause.trim_end_matches(" các").trim_end_matches(" toàn bộ");
    let ends = |verbs: &[&str]| verbs.iter().any(|verb| clause.ends_with(verb));
    let has = |verbs: &[&str]| verbs.iter().any(|verb| clause.contains(verb));
    let articles = of && ["điều", "khoản", "nội dung", "quy định"].iter().any(|part| clause.ends_with(part));
    const AMENDS: &[&str] = &["sửa đổi", "bổ sung"];
    const GUIDES: &[&str] = &["hướng dẫn", "chi tiết"];
    const DONE: [&str; 4] = ["được sửa đổi", "được thay thế", "bị bãi bỏ", "được hướng dẫn"];
    if has(&DONE) {
        None
    } else if ends(&["thay thế"]) {
        Some(RelationKind::Replaces)
    } else if ends(&["bãi bỏ", "huỷ bỏ"]) || articles && has(&["bãi bỏ", "huỷ bỏ"]) && !has(AMENDS) {
        Some(RelationKind::Repeals)
    } else if ends(AMENDS) || articles && has(AMENDS) {
        Some(RelationKind::Amends)
    } else if ends(GUIDES) || (ends(&["thi hành", "thực hiện"]) || articles) && has(GUIDES) {
        Some(RelationKind::Guides)
    } else if ends(&["thực hiện", "triển khai", "thi hành", "quán triệt"]) {
        Some(RelationKind::Implements)
    } else {
        None
    }
}
