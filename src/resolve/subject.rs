//! The title (trích yếu) behind a citation: "về việc …", "sửa đổi, bổ sung …", or words in quotation marks.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.5.b and II.6.b (the title is cited behind number, date and body).

use std::ops::Range;

use super::clause::{head, is_blank, words_in};
use super::relations::is_title;
use crate::parse::Mention;
use crate::text::{Normalized, is_all_caps};

/// How long a title may be, in bytes.
const LONGEST: usize = 600;

/// Where the title behind a mention stands; `parents` says which of the mentions after it belong to it. `None` where
/// the words do not tell where the title ends and the sentence goes on.
pub(super) fn title(
    normalized: &Normalized<'_>,
    mentions: &[Mention<'_>],
    parents: &[Option<usize>],
    index: usize,
) -> Option<Range<usize>> {
    let text = normalized.as_str();
    let from = normalized.offset_of(mentions[index].span().end());
    let reach = text.ceil_char_boundary(from.saturating_add(LONGEST));
    let starts = (index + 1..mentions.len()).map(|other| (other, normalized.offset_of(head(&mentions[other]))));
    let mut near = starts.take_while(|&(_, start)| start < reach);
    let end = near.find(|&(other, _)| !is_inside(parents, other, index)).map_or(reach, |(_, start)| start);
    let rest = text.get(from..end)?;
    let start = from + rest.len() - rest.trim_start_matches(is_blank).len();
    let heads_its_line = text[..normalized.offset_of(head(&mentions[index]))]
        .chars()
        .rev()
        .take_while(|&c| c != '\n')
        .all(|c| !c.is_alphanumeric());
    if !heads_its_line && begins_a_paragraph(&text[from..start], &text[start..end]) {
        return None;
    }
    let rest = &text[start..end];
    if let Some(quote) = rest.chars().next().filter(|c| matches!(c, '“' | '"')) {
        let close = rest[quote.len_utf8()..].find(['”', '"'])?;
        let title = start + quote.len_utf8()..start + quote.len_utf8() + close;
        return (!title.is_empty()).then_some(title);
    }
    if !is_title(&words_in(normalized, start..end)) {
        return None;
    }
    let stop = sentence_end(rest);
    if stop == rest.len() && end == reach && reach < text.len() {
        return None;
    }
    let title = rest[..stop].trim_end_matches(|c| is_blank(c) || matches!(c, ',' | '.' | ':'));
    let title = title.strip_suffix(" và").unwrap_or(title).trim_end_matches([',', ' ']);
    let sentence = ["đã", "đang", "sẽ"].iter().any(|word| title.split_whitespace().any(|other| other == *word));
    (!sentence).then(|| start..start + title.len())
}

/// Whether the words behind a gap are no title but the next paragraph: behind an empty line, or a capital on a new line.
fn begins_a_paragraph(gap: &str, words: &str) -> bool {
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

/// Where the words of one clause end: at a semicolon, a bracket, a full stop, an empty line, the item of a list, or a
/// comma before a capital, where the sentence goes on.
fn sentence_end(words: &str) -> usize {
    let ends = |at: usize, c: char| {
        let rest = &words[at + c.len_utf8()..];
        let next = rest.trim_start().chars().next();
        match c {
            ';' | '(' | ')' | '|' | '”' => true,
            '.' => rest.starts_with(char::is_whitespace) || rest.is_empty(),
            // In a title of capitals a comma tells nothing.
            ',' => next.is_some_and(char::is_uppercase) && !is_all_caps(&words[..at]),
            '\n' => {
                rest.trim_start_matches([' ', '\t']).starts_with(['\n', '-', '+', '#'])
                    || next.is_some_and(char::is_uppercase)
            }
            _ => false,
        }
    };
    words.char_indices().find(|&(at, c)| ends(at, c)).map_or(words.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use crate::resolve::Document;

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
        ] {
            let document = Document::new(text);
            assert_eq!(document.titles()[0].map(|span| span.slice(text)), want, "{text}");
        }
    }
}
