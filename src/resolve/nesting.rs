//! Citations inside the title of another: "Nghị định số … sửa đổi, bổ sung một số điều của Nghị định số …".

use super::clause::{between, head, words_of};
use super::lists;
use super::relations::in_title;
use super::subject;
use crate::citation::Kind;
use crate::parse::Mention;
use crate::text::Normalized;

/// For each mention the index of the one whose title it stands in.
pub(super) fn parents(normalized: &Normalized<'_>, mentions: &[Mention<'_>]) -> Vec<Option<usize>> {
    let mut parents: Vec<Option<usize>> = Vec::with_capacity(mentions.len());
    for (index, mention) in mentions.iter().enumerate() {
        let parent = index.checked_sub(1).and_then(|before| {
            let first = &mentions[before];
            if first.kind() == Kind::Own {
                return None;
            }
            if is_titled(normalized, first, mention) {
                Some(before)
            } else {
                parents[before].filter(|_| is_listed(normalized, first, mention))
            }
        });
        parents.push(parent);
    }
    parents
}

/// Whether a citation stands in the title of the `first`, right before it.
fn is_titled(normalized: &Normalized<'_>, first: &Mention<'_>, mention: &Mention<'_>) -> bool {
    let range = normalized.offset_of(first.span().end())..normalized.offset_of(head(mention));
    let Some(behind) = normalized.as_str().get(range) else { return false };
    let Some(start) = subject::start(behind, first.reading().doc_type) else { return false };
    between(normalized, first, mention).is_some() && in_title(&words_of(&behind[start..])).is_some()
}

/// "… một số điều của Luật A và Luật B"
fn is_listed(normalized: &Normalized<'_>, first: &Mention<'_>, mention: &Mention<'_>) -> bool {
    lists::joins(normalized, first, mention) && first.reading().doc_type == mention.reading().doc_type
}

/// Whether all citations from behind one to a place of the text stand in its title, or in one inside that.
pub(super) fn are_inside(normalized: &Normalized<'_>, mentions: &[Mention<'_>], of: usize, to: usize) -> bool {
    let starts_before = |mention: &&Mention<'_>| normalized.offset_of(mention.span().start()) < to;
    let inner = mentions[of + 1..].iter().take_while(starts_before).count();
    (of..of + inner).all(|index| {
        let (first, next) = (&mentions[index], &mentions[index + 1]);
        is_titled(normalized, first, next) || index > of && is_listed(normalized, first, next)
    })
}

#[cfg(test)]
mod tests {
    use crate::resolve::Document;

    #[test]
    fn the_title_a_citation_stands_in() {
        for (text, want) in [
            (
                "Nghị định số 61/2018/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 63/2010/NĐ-CP",
                &[None, Some(0)][..],
            ),
            (
                "Thông tư số 1/2020/TT-BNV hướng dẫn Nghị định số 2/2020/NĐ-CP quy định chi tiết thi hành Luật Cán bộ, công chức",
                &[None, Some(0), Some(1)],
            ),
            (
                "Luật số 61/2020/QH14 sửa đổi, bổ sung một số điều của Luật Xây dựng và Luật Đầu tư",
                &[None, Some(0), Some(0)],
            ),
            (
                "Kế hoạch số 12/KH-UBND ngày 05/3/2024 về việc triển khai thực hiện Chỉ thị số 16/CT-TTg",
                &[None, Some(0)],
            ),
            ("Nghị quyết số 18-NQ/TW về tổ chức bộ máy, tiếp tục thực hiện Kết luận số 64-KL/TW", &[None, None]),
            ("Nghị quyết số 18-NQ/TW và Kết luận số 64-KL/TW; thực hiện Chỉ thị số 16/CT-TTg", &[None, None, None]),
        ] {
            assert_eq!(Document::new(text).parents(), want, "{text}");
        }
    }
}
