//! The title (trích yếu) behind a citation: "về việc …", "sửa đổi, bổ sung …", or words in quotation marks.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.5.b and II.6.b (the title is cited behind number, date and body).

mod ends;
mod starts;

use std::ops::Range;

use self::ends::{clause_end, title_end};
pub(crate) use self::starts::type_again;
pub(super) use self::starts::{is_title, law_name, may_start, start};
use super::clause::{head, is_blank};
use crate::citation::{DocType, Kind, Part};
use crate::parse::Mention;
use crate::text::{Normalized, is_all_caps};

/// How long a title may be, in bytes.
const LONGEST: usize = 600;

/// How many titles that one stands in are looked at: a text may go on with them for ever.
const MOST_NESTED: usize = 8;

/// Where the title behind a mention stands; `parents` says which of the mentions after it belong to it. `None` where
/// the words do not tell where the title ends and the sentence goes on.
pub(super) fn title(
    normalized: &Normalized<'_>,
    mentions: &[Mention<'_>],
    parents: &[Option<usize>],
    index: usize,
) -> Option<Range<usize>> {
    // The name of a law is its title: what follows says something of it.
    let doc_type = mentions[index].reading().doc_type;
    if mentions[index].kind() == Kind::Named && doc_type.is_some_and(DocType::is_cited_by_name) {
        return None;
    }
    let text = normalized.as_str();
    let from = normalized.offset_of(mentions[index].span().end());
    let reach = text.ceil_char_boundary(from.saturating_add(LONGEST));
    let starts = (index + 1..mentions.len()).map(|other| (other, normalized.offset_of(head(&mentions[other]))));
    let mut near = starts.take_while(|&(_, start)| start < reach);
    let end = near.find(|&(other, _)| !is_inside(parents, other, index)).map_or(reach, |(_, start)| start);
    // What stands behind the title, or behind that of a document whose title it is in, is not of it.
    let date_behind = |of: usize| {
        let date = mentions[of].part(Part::Date).map(|date| normalized.offset_of(date.start()));
        date.filter(|date| *date > from)
    };
    let date = date_behind(index);
    let end = outers(parents, index).filter_map(date_behind).chain(date).fold(end, usize::min);
    let rest = text.get(from..end)?;
    let start = start(rest, doc_type).or_else(|| date.and_then(|_| law_name(rest, doc_type)))? + from;
    // "khoản 4 Điều 11 Luật …: về việc đặt tên" tells of the article.
    if text[from..start].contains(':') && mentions[index].part(Part::Pinpoint).is_some() {
        return None;
    }
    if !heads_its_line(normalized, &mentions[index]) && begins_a_paragraph(&text[from..start], &text[start..end]) {
        return None;
    }
    let rest = &text[start..end];
    if let Some(quote) = rest.chars().next().filter(|c| matches!(c, '“' | '"')) {
        let close = rest[quote.len_utf8()..].find(['”', '"'])?;
        let title = start + quote.len_utf8()..start + quote.len_utf8() + close;
        return (!title.is_empty()).then_some(title);
    }
    let is_basis = is_basis(normalized, &mentions[index], rest);
    let stop = clause_end(rest, !is_basis);
    if stop == rest.len() && end == reach && reach < text.len() {
        return None;
    }
    let title = &rest[..stop];
    let title = trimmed(&title[..title_end(title)]);
    let sentence = ["đã", "đang", "sẽ"].iter().any(|word| title.split_whitespace().any(|other| other == *word));
    ((is_basis || !sentence) && title.contains(char::is_whitespace)).then(|| start..start + title.len())
}

/// The documents in whose titles a mention stands, the nearest first.
fn outers(parents: &[Option<usize>], index: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(parents[index], |&parent| parents[parent]).take(MOST_NESTED)
}

/// A title without the signs and words behind it that lead to something else.
fn trimmed(title: &str) -> &str {
    let signs = |c| is_blank(c) || matches!(c, ',' | '.' | ':' | '/' | '-');
    let mut title = title.trim_end_matches(signs);
    for word in ["và", "ký", "ban hành"] {
        if let Some(rest) = title.strip_suffix(word).filter(|rest| rest.ends_with(signs)) {
            title = rest.trim_end_matches(signs);
        }
    }
    title
}

/// Whether a line holds a basis and nothing else: "Căn cứ …;".
fn is_basis(normalized: &Normalized<'_>, mention: &Mention<'_>, behind: &str) -> bool {
    const LINE: usize = 400;
    let text = normalized.as_str();
    let before = normalized.offset_of(head(mention));
    let window = &text[text.ceil_char_boundary(before.saturating_sub(LINE))..before];
    let line = window.rsplit('\n').next().unwrap_or_default();
    let rest = behind.split('\n').next().unwrap_or_default();
    line.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with("Căn cứ")
        && !line.contains(';')
        && rest.trim_end().ends_with(';')
        && rest.matches(';').count() == 1
}

/// Whether the line ends behind a citation, and its title begins the next one.
pub(super) fn begins_next_line(normalized: &Normalized<'_>, mention: &Mention<'_>) -> bool {
    const NEAR: usize = 120;
    let from = normalized.offset_of(mention.span().end());
    let rest = &normalized.as_str()[from..];
    let near = &rest[..rest.floor_char_boundary(NEAR)];
    let Some(start) = start(near, mention.reading().doc_type) else { return false };
    let (gap, words) = near.split_at(start);
    gap.matches('\n').count() == 1 && (heads_its_line(normalized, mention) || !begins_a_paragraph(gap, words))
}

/// Whether no word stands before a citation on its line.
fn heads_its_line(normalized: &Normalized<'_>, mention: &Mention<'_>) -> bool {
    let before = &normalized.as_str()[..normalized.offset_of(head(mention))];
    before.chars().rev().take_while(|&c| c != '\n').all(|c| !c.is_alphanumeric())
}

/// Whether the words behind a gap are no title but the next paragraph: behind an empty line, or a capital on a new line.
pub(super) fn begins_a_paragraph(gap: &str, words: &str) -> bool {
    let line = words.lines().next().unwrap_or_default();
    match gap.matches('\n').count() {
        0 => false,
        1 => words.starts_with(char::is_uppercase) && !is_all_caps(line),
        _ => true,
    }
}

/// Whether a mention stands in the title of another, or in one inside that.
fn is_inside(parents: &[Option<usize>], mention: usize, of: usize) -> bool {
    let mut outer = std::iter::successors(parents[mention], |&parent| parents[parent]);
    outer.find(|&parent| parent <= of) == Some(of)
}

#[cfg(test)]
mod tests {
    use crate::resolve::Document;

    #[test]
    fn few_of_many_outer_titles_are_looked_at() {
        let text = "sửa đổi Quyết định số 1/QĐ-UBND ".repeat(100);
        let document = Document::new(&text);
        let parents = document.parents();
        assert_eq!(parents[99], Some(98));
        assert_eq!(super::outers(&parents, 99).count(), super::MOST_NESTED);
    }

    #[test]
    fn titles_end_where_the_words_tell() {
        for (text, want) in [
            (
                "Kế hoạch số 12/KH-UBND ngày 05/3/2024 về việc tiêm chủng, phòng bệnh;",
                Some("về việc tiêm chủng, phòng bệnh"),
            ),
            ("Chỉ thị số 16/CT-TTg về phòng cháy, Sở Xây dựng báo cáo", Some("về phòng cháy")),
            ("Kế hoạch số 12/KH-UBND “Năm Dân vận khéo” của tỉnh", Some("Năm Dân vận khéo")),
            (
                "Kế hoạch số 12/KH-UBND về việc thực hiện Chỉ thị số 16/CT-TTg về tiêm chủng; báo cáo",
                Some("về việc thực hiện Chỉ thị số 16/CT-TTg về tiêm chủng"),
            ),
            ("Quyết định số 5/QĐ-TTg về nhà ở và Thông tư số 1/2020/TT-BXD", Some("về nhà ở")),
            ("QĐ 25/2005/QĐ-BXD VỀ CHỨC NĂNG, NHIỆM VỤ;", Some("VỀ CHỨC NĂNG, NHIỆM VỤ")),
            ("Nghị quyết số 18-NQ/TW về tổ chức bộ máy đã được phổ biến", None),
            ("Nghị quyết số 18-NQ/TW, các đơn vị báo cáo", None),
            ("## THÔNG TƯ SỐ 28/2026/TT-BXD\n\nQuy định về đăng kiểm\n\nCăn cứ", Some("Quy định về đăng kiểm")),
            ("thực hiện Nghị quyết số 18-NQ/TW\n\nThực hiện nhiệm vụ năm 2024;", None),
            ("thực hiện Nghị quyết số 18-NQ/TW\nThực hiện nhiệm vụ năm 2024;", None),
            ("thực hiện Nghị quyết số 18-NQ/TW\nvề tổ chức bộ máy;", Some("về tổ chức bộ máy")),
            ("Thông tư số 21/2025/TT-BNV, Hướng dẫn nghiệp vụ bầu cử;", Some("Hướng dẫn nghiệp vụ bầu cử")),
            ("Thông báo số 09/TB-UBBC Thông báo địa điểm niêm yết.", Some("Thông báo địa điểm niêm yết")),
            (
                "Căn cứ Hướng dẫn số 19-HD/UBKTTW về giám sát của cấp ủy, Ủy ban kiểm tra các cấp;\nXét",
                Some("về giám sát của cấp ủy, Ủy ban kiểm tra các cấp"),
            ),
            ("“theo Luật Đất đai\"\n\nLuật này có \"hiệu lực\"", None),
            ("Quyết định số 5/QĐ-TTg về nhà ở./.", Some("về nhà ở")),
            (
                "Căn cứ Quyết định số 5/QĐ-TTg về chính sách đối với thanh niên đã hoàn thành nhiệm vụ;",
                Some("về chính sách đối với thanh niên đã hoàn thành nhiệm vụ"),
            ),
            ("Bộ luật Dân sự quy định thời hiệu;", None),
            ("Khoản 4 Điều 11 Nghị định số 5/2020/NĐ-CP: về việc đặt tên", None),
        ] {
            let document = Document::new(text);
            assert_eq!(document.titles()[0].map(|span| span.slice(text)), want, "{text}");
        }
    }
}
