//! Later mentions of the document itself, most of them in captions of annexes.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, III.2 (the caption names the document that the annex is of).

use super::caption::is_in_caption;
use super::own::Own;
use crate::citation::{PartialDate, Symbol};
use crate::parse::Mention;
use crate::text::{Normalized, fold};

/// Whether a mention further down is of the document itself: an annex caption repeats the number, or leaves it blank
/// too. Another document may bear the same number; then its date differs.
pub(super) fn is_same_document(
    normalized: &Normalized<'_>,
    mention: &Mention<'_>,
    own: &Symbol,
    identity: &Own,
) -> bool {
    let Some(symbol) = mention.canonical() else { return false };
    let same_type = match (mention.reading().doc_type, identity.doc_type) {
        (Some(cited), Some(own)) => cited == own,
        _ => true,
    };
    // With the number the year is left blank.
    let same_year = symbol.year() == own.year() || symbol.number().is_none() && symbol.year().is_none();
    if !same_year || !same_type || !symbol.codes().eq(own.codes()) {
        return false;
    }
    let same_number = match (symbol.number(), own.number()) {
        (Some(a), Some(b)) => a.same_value(b),
        (a, b) => a.is_none() && b.is_none(),
    };
    let (same_date, same_day) = match (mention.reading().date, identity.date) {
        (Some(PartialDate::Day(cited)), Some(PartialDate::Day(own))) => (cited == own, cited == own),
        (Some(cited), Some(own)) => (cited.year() == own.year(), false),
        _ => (true, false),
    };
    // In a caption one of them may be wrong, and the number left blank; so may that of the head.
    let is_draft = own.number().is_none() && identity.date.is_some() && same_date;
    let fits_caption = || same_number || same_day || symbol.number().is_none() || is_draft;
    same_number && same_date
        || fits_caption() && is_in_caption(normalized, mention) && !is_of_changed(normalized, mention)
}

/// Whether the line above a caption names what an article changes: "Điều 1. Bãi bỏ Quy chế⏎(ban hành kèm theo …)".
fn is_of_changed(normalized: &Normalized<'_>, mention: &Mention<'_>) -> bool {
    const REACH: usize = 400;
    const CHANGES: [&str; 5] = ["bãi bỏ", "sửa đổi", "thay thế", "huỷ bỏ", "hết hiệu lực"];
    let text = normalized.as_str();
    let end = normalized.offset_of(mention.span().start());
    let window = &text[text.ceil_char_boundary(end.saturating_sub(REACH))..end];
    let Some((above, _)) = window.rsplit_once('\n') else { return false };
    let line = above.trim_end().rsplit('\n').next().unwrap_or_default();
    let line = fold(line.trim_start_matches(|c: char| !c.is_alphanumeric()));
    let is_article = line.strip_prefix("điều ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    is_article || CHANGES.iter().any(|change| line.contains(change))
}

#[cfg(test)]
mod tests {
    use crate::citation::Kind;
    use crate::parse::Mention;
    use crate::resolve::Document;

    /// Head and first lines of a plan of 05/3/2024.
    const PLAN: &str = "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN\n\nSố: 15/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\
        Bình An, ngày 05 tháng 3 năm 2024\n\nKẾ HOẠCH\nTiêm chủng năm 2024\n\n";

    fn kinds(text: &str) -> Vec<Kind> {
        Document::new(text).mentions().iter().map(Mention::kind).collect()
    }

    #[test]
    fn captions_are_of_the_document_itself() {
        for (caption, kind) in [
            ("(Kèm theo Kế hoạch số 15/KH-UBND ngày 05/3/2024 của Ủy ban nhân dân xã)", Kind::Own),
            ("(Kèm theo Kế hoạch số 15/KH-UBND ngày 04/3/2024 của Ủy ban nhân dân xã)", Kind::Own),
            ("(Ban hành kèm theo Kế hoạch số 51/KH-UBND ngày 05/3/2024)", Kind::Own),
            ("(Phụ lục III ban hành kèm theo Kế hoạch số 15/KH-UBND ngày 04/3/2024)", Kind::Own),
            ("(1) Biểu mẫu kèm theo Kế hoạch số 15/KH-UBND ngày 04/3/2024", Kind::Numbered),
            ("(Kèm theo Kế hoạch số……/KH-UBND ngày……….của Ủy ban nhân dân xã)", Kind::Own),
            ("*(Kèm theo Kế hoạch số       /KH-UBND ngày      /3/2024)*", Kind::Own),
            ("(Ban hành kèm theo Kế hoạch số 51/KH-UBND ngày 04/3/2024)", Kind::Numbered),
            ("(Kèm theo Quyết định số 15/QĐ-UBND ngày 05/3/2024)", Kind::Numbered),
            ("Phụ lục (kèm theo Kế hoạch số 15/KH-UBND ngày 04/3/2024)", Kind::Numbered),
            ("Thực hiện Kế hoạch số 51/KH-UBND ngày 05/3/2024 của tỉnh", Kind::Numbered),
        ] {
            assert_eq!(kinds(&format!("{PLAN}PHỤ LỤC\n{caption}\n")), [Kind::Own, kind], "{caption}");
        }
    }

    #[test]
    fn what_an_article_changes_was_issued_with_another() {
        let blank = PLAN.replace("15/KH", "    /KH").replace("05 tháng 3 năm 2024", "   tháng    năm    ");
        for (head, caption) in [
            (PLAN, "Bãi bỏ Quy chế\n(Ban hành kèm theo Kế hoạch số 15/KH-UBND ngày 10/01/2023)"),
            (PLAN, "Điều 2. Quy chế\n(Ban hành kèm theo Kế hoạch số 99/KH-UBND ngày 05/3/2024)"),
            (&blank, "PHỤ LỤC\n(Ban hành kèm theo Kế hoạch số 10/KH-UBND ngày 05/3/2019)"),
        ] {
            assert_eq!(kinds(&format!("{head}{caption}\n")), [Kind::Own, Kind::Numbered], "{caption}");
        }
    }

    #[test]
    fn the_number_of_a_draft_is_blank_in_its_head() {
        let draft = PLAN.replace("15/KH", "    /KH").replace("ngày 05 tháng", "ngày    tháng");
        for (caption, kind) in [
            ("(Kèm theo Kế hoạch số 15/KH-UBND ngày 05/3/2024)", Kind::Own),
            ("(Kèm theo Kế hoạch số 15/KH-UBND ngày 05/3/2022)", Kind::Numbered),
        ] {
            assert_eq!(kinds(&format!("{draft}PHỤ LỤC\n{caption}\n")), [Kind::Own, kind], "{caption}");
        }
    }
}
