//! Date and body that stand behind the title: "Thông tư số 116/2015/TT-BQP quy định tiêu chuẩn vật chất hậu cần ngày
//! 01/10/2015 của Bộ Quốc phòng".

use std::ops::Range;

use memchr::memmem;

use super::clause::is_blank;
use super::nesting::are_inside;
use super::told_by::{is_of, read_symbol};
use super::{subject, titles};
use crate::citation::{Kind, Part};
use crate::parse::{LateParts, Mention};
use crate::text::{Normalized, fold};

/// How far behind a citation its date may stand, in bytes.
const REACH: usize = 800;

/// What a date begins with, and how many of them are looked at behind one citation.
const DAY: &[u8] = "ngày ".as_bytes();
const MOST_DATES: usize = 8;

/// Where the dates start that were given.
type Taken = Vec<usize>;

/// How many of the last of them are looked at: titles that end at one place.
const MOST_NESTED: usize = 4;

/// Gives numbered citations without a date the one behind their titles, with the body.
pub(super) fn read(normalized: &Normalized<'_>, mentions: &mut [Mention<'_>]) {
    let mut taken = Taken::new();
    let days = memmem::Finder::new(DAY);
    // The outer first: what tells nothing of the body is mostly said of it, at the end of all titles.
    for index in 0..mentions.len() {
        if !lacks_date(&mentions[index]) {
            continue;
        }
        let Some(clause) = clause(normalized, &mentions[index], &days) else { continue };
        if let Some(parts) = behind_title(normalized, mentions, index, &clause, &days, &taken) {
            taken.push(parts.range().start);
            parts.give_to(normalized, &mut mentions[index]);
        } else {
            titles::give_back_of_law(normalized, mentions, index, &clause);
        }
    }
}

fn lacks_date(mention: &Mention<'_>) -> bool {
    let citation = &mention.citation;
    citation.kind == Kind::Numbered && citation.date.is_none() && mention.part(Part::Date).is_none()
}

/// The words behind a citation to the end of their clause, if they begin with its title and have a day.
fn clause(normalized: &Normalized<'_>, mention: &Mention<'_>, days: &memmem::Finder<'_>) -> Option<Range<usize>> {
    let text = normalized.as_str();
    let from = normalized.offset_of(mention.span().end());
    let words = &text[from..text.floor_char_boundary(from.saturating_add(REACH))];
    // Mostly no title follows, or there is no day near.
    if !subject::may_start(words, mention.citation.doc_type) {
        return None;
    }
    days.find(words.as_bytes())?;
    let start = subject::start(words, mention.citation.doc_type)
        .or_else(|| subject::law_name(words, mention.citation.doc_type))?;
    if subject::begins_a_paragraph(&words[..start], &words[start..]) {
        return None;
    }
    Some(from + start..from + start + clause_end(&words[start..]))
}

/// Where a clause ends, commas apart: at a semicolon, a full stop, a bracket that closes one before, another paragraph.
fn clause_end(words: &str) -> usize {
    let mut open = 0_usize;
    let ends = |(at, byte): (usize, &u8)| match byte {
        b'(' => {
            open += 1;
            false
        }
        b')' if open > 0 => {
            open -= 1;
            false
        }
        b')' | b';' | b'|' => true,
        b'.' => words[at + 1..].chars().next().is_none_or(char::is_whitespace),
        b'\n' => words[at + 1..].starts_with(|c: char| matches!(c, '\n' | '-' | '+' | '#') || c.is_uppercase()),
        _ => false,
    };
    words.as_bytes().iter().enumerate().position(ends).unwrap_or(words.len())
}

/// The date that a clause tells of the document whose title it begins with.
fn behind_title(
    normalized: &Normalized<'_>,
    mentions: &[Mention<'_>],
    index: usize,
    clause: &Range<usize>,
    days: &memmem::Finder<'_>,
    taken: &Taken,
) -> Option<LateParts> {
    let text = normalized.as_str();
    let symbol = read_symbol(&mentions[index])?;
    days.find_iter(text[clause.clone()].as_bytes()).take(MOST_DATES).find_map(|at| {
        let day = clause.start + at;
        let lead = Lead::of(&text[clause.start..day])?;
        let start = clause.start + lead.end;
        let parts = LateParts::read(text, start);
        let date = parts.date().filter(|date| date.day().is_some())?;
        // Without either the day is one that the title speaks of.
        let own = lead.is_issued || parts.issuer().is_some();
        let sure = own
            && !taken.iter().rev().take(MOST_NESTED).any(|other| *other == start)
            && is_of(symbol, date, parts.issuer(), lead.is_issued);
        (sure && !is_in_other(normalized, mentions, index, day) && are_inside(normalized, mentions, index, day))
            .then_some(parts)
    })
}

/// What leads to a date: "ban hành ngày", "ký ngày", or the last word of a title.
struct Lead {
    /// Where what tells the date starts.
    end: usize,
    is_issued: bool,
}

impl Lead {
    /// Of the words before "ngày"; `None` where they lead to another day than that of the document.
    fn of(words: &str) -> Option<Self> {
        let said = words.trim_end_matches(|c| is_blank(c) || c == ',');
        let issued = ["ban hành", "ký"].iter().find_map(|verb| said.strip_suffix(verb));
        if let Some(title) = issued.filter(|title| title.ends_with(|c| is_blank(c) || c == ',')) {
            // "kiểm tra theo Quyết định ban hành ngày": another was issued then.
            return (!ends_with_type(title)).then_some(Self { end: title.len(), is_issued: true });
        }
        // "(ngày 17/9/2020)": in brackets the day may be any.
        let other = said.is_empty() || said.ends_with('(') || leads_to_other(said) || {
            // Behind a comma the title is over.
            !words.trim_end_matches(is_blank).ends_with(',') && (ends_with_type(said) || speaks_of_event(said))
        };
        (!other).then_some(Self { end: words.len(), is_issued: false })
    }
}

/// Whether the last word leads to a day that is none of a document.
fn leads_to_other(words: &str) -> bool {
    const OTHERS: [&str; 11] = ["từ", "đến", "trước", "sau", "hết", "vào", "trong", "lực", "thi hành", "tháng", "qua"];
    let mut others = OTHERS.iter().filter_map(|other| words.strip_suffix(other));
    others.any(|rest| !rest.ends_with(char::is_alphanumeric))
}

/// Whether the last words are the type of a document that may be named by its day: "thực hiện văn bản ngày".
fn ends_with_type(words: &str) -> bool {
    // "theo hợp đồng", "quy hoạch", "chương trình" end titles.
    const TYPES: [&str; 12] = [
        "quyết định",
        "nghị quyết",
        "nghị định",
        "thông tư",
        "chỉ thị",
        "công văn",
        "thông báo",
        "kết luận",
        "tờ trình",
        "báo cáo",
        "văn bản",
        "dự thảo",
    ];
    /// In bytes, with marks to spare.
    const LONGEST_TYPE: usize = 24;
    let words = words.trim_end_matches(|c| is_blank(c) || c == ',');
    let last = words.rmatch_indices(' ').nth(1).map_or(words, |(at, _)| &words[at + 1..]);
    last.len() <= LONGEST_TYPE && TYPES.contains(&fold(last).as_str())
}

/// Whether the last words of a title are of what takes place on a day: "tại buổi tiếp công dân ngày", "kỷ niệm 80 năm ngày".
fn speaks_of_event(words: &str) -> bool {
    const NEAR: usize = 48;
    const EVENTS: [&str; 12] = [
        "kỷ niệm ",
        "tại buổi ",
        "tại cuộc ",
        "tại hội nghị ",
        "tại kỳ ",
        "tại phiên ",
        "tại lễ ",
        "dự họp ",
        "dự hội ",
        "dự lễ ",
        "việc tổ chức ",
        "về tổ chức ",
    ];
    let near = fold(&words[words.ceil_char_boundary(words.len().saturating_sub(NEAR))..]);
    const ENDS: [&str; 6] = [" họp", " phiên", " lễ", " nghỉ", "hội nghị", "đại hội"];
    ENDS.iter().any(|end| near.ends_with(end)) || EVENTS.iter().any(|event| near.contains(event))
}

/// Whether a place is of a citation behind one.
fn is_in_other(normalized: &Normalized<'_>, mentions: &[Mention<'_>], index: usize, at: usize) -> bool {
    mentions[index + 1..]
        .iter()
        .take_while(|other| normalized.offset_of(other.span().start()) <= at)
        .any(|other| normalized.offset_of(other.span().end()) > at)
}

#[cfg(test)]
mod tests {
    use crate::resolve::Document;

    #[test]
    fn days_that_titles_speak_of_are_not_of_the_document() {
        for text in [
            "Nghị định số 30/2020/NĐ-CP về thực hiện kết luận phiên họp ngày 10/02/2020 của Chính phủ;",
            "Thông báo số 12/TB-UBND về kết luận tại cuộc họp giao ban ngày 05/3/2025 của Ủy ban nhân dân xã.",
            "Nghị quyết số 12/2024/NQ-HĐND sửa đổi Điều 3 Nghị quyết ban hành ngày 05/3/2024 của HĐND tỉnh;",
            "Báo cáo số 12/BC-UBND về kết quả kiểm tra theo Quyết định ban hành ngày 05/3/2025, các đơn vị",
            "Giấy mời số 33/GM-UBND về dự họp ngày 12/8/2025 của UBND xã;",
            "Công văn số 45/UBND-NC về thực hiện văn bản ngày 05/3/2025 của UBND tỉnh",
            "Công văn số 12/UBND-TH về việc trả lời tại buổi tiếp công dân ngày 05/3/2025 của UBND tỉnh",
            "Công văn số 12/BTC-NSNN về góp ý dự thảo ngày 05/3/2025 của Bộ Tài chính",
            "Kế hoạch số 12/KH-UBND về kỷ niệm 80 năm ngày 02/9/1945 của UBND xã",
        ] {
            let document = Document::new(text);
            assert_eq!(document.mentions()[0].reading().date, None, "{text}");
        }
    }

    #[test]
    fn dates_behind_titles() {
        for (text, date, issuer, title) in [
            (
                "(Điều 1 Thông tư số 30/2017/TT-BYT hướng dẫn chế biến dược liệu ngày 11/7/2017 của Bộ Y tế, có hiệu lực từ ngày 28/8/2017)",
                "2017-07-11",
                "Bộ Y tế",
                "hướng dẫn chế biến dược liệu",
            ),
            (
                "Nghị định số 167/2016/NĐ-CP Về kinh doanh hàng miễn thuế ban hành ngày 27/12/2016\nKết",
                "2016-12-27",
                "",
                "Về kinh doanh hàng miễn thuế",
            ),
            ("Luật 17/2012/QH13 Tài nguyên nước ban hành ngày 21/6/2012", "2012-06-21", "", "Tài nguyên nước"),
            (
                "Pháp lệnh số 06/2008/PL-UBTVQH12 Công an xã ngày 21/11/2008 của Ủy ban Thường vụ Quốc hội",
                "2008-11-21",
                "Ủy ban Thường vụ Quốc hội",
                "Công an xã",
            ),
            (
                "Kế hoạch số 56-KH/HU về tổ chức đại hội, ngày 15/12/2020 của Huyện ủy Hải Hà",
                "2020-12-15",
                "Huyện ủy Hải Hà",
                "về tổ chức đại hội",
            ),
            (
                "Nghị quyết số 18-NQ/TW “Một số vấn đề về tổ chức” ngày 25/10/2017 của Ban Chấp hành Trung ương",
                "2017-10-25",
                "Ban Chấp hành Trung ương",
                "Một số vấn đề về tổ chức",
            ),
            (
                "Nghị định số 162/2017/NĐ-CP quy định chi tiết thi hành Luật Tín ngưỡng, tôn giáo ngày 30/12/2017 của Chính phủ",
                "2017-12-30",
                "Chính phủ",
                "quy định chi tiết thi hành Luật Tín ngưỡng, tôn giáo",
            ),
            (
                "Nghị định số 28/2012/NĐ-CP hướng dẫn thi hành một số điều của Luật Người khuyết tật ban hành ngày 10/4/2012",
                "2012-04-10",
                "",
                "hướng dẫn thi hành một số điều của Luật Người khuyết tật",
            ),
            (
                "Nghị định 114/2020/NĐ-CP Nghị định quy định chi tiết thi hành Nghị quyết số 116/2020/QH14 của Quốc hội về giảm thuế ban hành ngày 25/9/2020",
                "2020-09-25",
                "",
                "quy định chi tiết thi hành Nghị quyết số 116/2020/QH14 của Quốc hội về giảm thuế",
            ),
            // Other days.
            (
                "Quyết định số 12/2020/QĐ-UBND quy định mức chi cho Đại hội ngày 05/3/2020;",
                "",
                "",
                "quy định mức chi cho Đại hội ngày 05/3/2020",
            ),
            (
                "Thông tư số 5/2020/TT-BTC hướng dẫn Nghị định số 20/2020/NĐ-CP về giảm thuế ngày 15/02/2020 của Chính phủ",
                "",
                "",
                "hướng dẫn Nghị định số 20/2020/NĐ-CP về giảm thuế ngày 15/02/2020 của Chính phủ",
            ),
            ("Kế hoạch số 56/KH-UBND về việc nghỉ lễ ngày 02/9/2020;", "", "", "về việc nghỉ lễ ngày 02/9/2020"),
            (
                "Thông tư số 30/2017/TT-BYT quy định mức giá áp dụng từ ngày 11/7/2017, các đơn vị báo cáo",
                "",
                "",
                "quy định mức giá áp dụng từ ngày 11/7/2017, các đơn vị báo cáo",
            ),
            (
                "Kế hoạch số 5/KH-UBND về thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ",
                "",
                "",
                "về thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ",
            ),
            (
                "Nghị định số 43/2014/NĐ-CP quy định chi tiết thi hành Luật Đất đai ngày 29 tháng 11 năm 2013;",
                "",
                "",
                "quy định chi tiết thi hành Luật Đất đai ngày 29 tháng 11 năm 2013",
            ),
        ] {
            let document = Document::new(text);
            let reading = document.mentions()[0].reading();
            let got = (
                reading.date.map_or(String::new(), |date| date.to_string()),
                reading.issuer.as_ref().map_or(String::new(), ToString::to_string),
                document.titles()[0].map_or("", |span| span.slice(text)),
            );
            assert_eq!((got.0.as_str(), got.1.as_str(), got.2), (date, issuer, title), "{text}");
        }
    }
}
