//! The document's own number, date and type, from its head.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3–5 (number line, place and date, type and title).

use super::head;
use super::same_document::is_same_document;
use super::title_line::is_title_line;
use crate::citation::{DocType, Issuer, Kind, Part, PartialDate, Symbol};
use crate::parse::Mention;
use crate::text::{Normalized, Span, is_all_caps};
use crate::vocab::{codes, types};

/// What the head of a document says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Where number and symbol stand.
    pub number_span: Span,
    /// Tên loại, from the title line.
    pub doc_type: Option<DocType>,
    /// The date, as far as it is filled in.
    pub date: Option<PartialDate>,
    /// Where the date stands, filled in or not.
    pub date_span: Option<Span>,
    /// Whether day, month or year is left blank.
    pub date_is_blank: bool,
    /// Địa danh: the place in front of the date, without its marks.
    pub place: Option<String>,
    /// Cơ quan ban hành, as the head names it above the number.
    pub issuer: Option<Issuer>,
    /// Where the title (trích yếu) stands, below the type or behind "V/v"; none where one line says all.
    pub title_span: Option<Span>,
    /// Whether one line says all: [`super::title_line`].
    pub(super) is_title_line: bool,
}

/// How far into a file its number line may stand, in bytes: front matter of a copy comes first.
const HEAD: usize = 6_000;

/// Finds the number line and marks it and the later mentions of the same document as [`Kind::Own`].
pub(super) fn identify(normalized: &Normalized<'_>, mentions: &mut [Mention<'_>]) -> Option<Own> {
    let (index, own) = match mentions.iter().take(20).position(|mention| is_number_line(normalized, mention)) {
        Some(index) => (index, of_number_line(normalized, &mentions[index])),
        None => (0, of_title_line(mentions.first().filter(|first| is_title_line(normalized, first))?)),
    };
    let head = &mut mentions[index];
    head.citation.kind = Kind::Own;
    head.citation.doc_type = own.doc_type;
    head.citation.date = own.date;
    head.citation.issuer.clone_from(&own.issuer);
    let symbol = head.canonical().cloned();
    for (i, mention) in mentions.iter_mut().enumerate() {
        if i != index
            && let Some(symbol) = &symbol
            && is_same_document(normalized, mention, symbol, &own)
        {
            mention.citation.kind = Kind::Own;
        }
    }
    Some(own)
}

/// What the parts around a number line say.
fn of_number_line(normalized: &Normalized<'_>, mention: &Mention<'_>) -> Own {
    let text = normalized.as_str();
    let start = normalized.offset_of(mention.span().start());
    let at = normalized.offset_of(mention.core().end());
    let written = head::date(text, at);
    let (doc_type, title) = head::title(text, at);
    let reading = mention.reading();
    let doc_type = doc_type.or(reading.doc_type).or_else(|| only_type(mention.canonical()?));
    let title_span = title.map(|range| normalized.span(range));
    let (date, date_span) = match written {
        Some((start, written)) => (written.value().ok(), Some(normalized.span(start..start + written.text.len()))),
        // "Số 12/2000/TTLT-BTC-BXD ngày 05 tháng 3 năm 2000"
        None => (reading.date, mention.part(Part::Date)),
    };
    Own {
        number_span: mention.core(),
        doc_type,
        date,
        date_span,
        date_is_blank: written.is_some_and(|(_, written)| written.is_blank()),
        place: written.and_then(|(start, _)| head::place(text, start)),
        issuer: head::issuer(text, start),
        title_span,
        is_title_line: false,
    }
}

/// What a line says that has all.
fn of_title_line(mention: &Mention<'_>) -> Own {
    let reading = mention.reading();
    Own {
        number_span: mention.core(),
        doc_type: reading.doc_type,
        date: reading.date,
        date_span: mention.part(Part::Date),
        date_is_blank: false,
        place: None,
        issuer: reading.issuer.clone(),
        title_span: None,
        is_title_line: true,
    }
}

/// Takes away the citation by name that the heading of a law is read as: "LUẬT⏎THỐNG KÊ". It ends in the title.
pub(super) fn drop_heading(own: &Own, mentions: &mut Vec<Mention<'_>>) {
    let Some(title) = own.title_span else { return };
    let is_heading = |mention: &Mention<'_>| {
        let core = mention.core();
        mention.kind() == Kind::Named && core.start() < title.start() && core.end() > title.start()
    };
    // Sorted by their cores.
    let before = mentions.partition_point(|mention| mention.core().start() < title.start());
    if let Some(last) = before.checked_sub(1)
        && is_heading(&mentions[last])
    {
        mentions.remove(last);
    }
}

/// Whether the mention is a line of the head: "Số: 12/KH-UBND" at the start of a line or table cell, no type before it; or
/// "Luật số: 12/2024/QH15" alone on it, as the National Assembly writes.
fn is_number_line(normalized: &Normalized<'_>, mention: &Mention<'_>) -> bool {
    let text = normalized.as_str();
    let start = normalized.offset_of(mention.span().start());
    if start > HEAD || !mention.is_labelled() {
        return false;
    }
    let line = text[..start].rsplit('\n').next().unwrap_or_default();
    let cell = line.rsplit(head::ENDS_CELL).next().unwrap_or_default();
    let bare = cell.chars().all(|c| !c.is_alphanumeric() && !matches!(c, '(' | ',' | ';'));
    if mention.reading().doc_type.is_some() {
        return bare && is_typed_number_line(normalized, mention, start);
    }
    text[start..].starts_with('S') && (bare || is_all_caps(cell))
}

/// Whether a citation that begins its line is nothing but type, "số:" and number of an act of the National Assembly, with
/// the motto of the head near it.
fn is_typed_number_line(normalized: &Normalized<'_>, mention: &Mention<'_>, start: usize) -> bool {
    let Some(word) = mention.part(Part::Type) else { return false };
    let is_act = mention.canonical().is_some_and(|symbol| codes::assembly(symbol.first_code()).is_some());
    let text = normalized.as_str();
    let (type_end, core) = (normalized.offset_of(word.end()), mention.core());
    let (number, end) = (normalized.offset_of(core.start()), normalized.offset_of(core.end()));
    let has_colon = || text.get(type_end..number).is_some_and(|label| label.trim_end_matches(' ').ends_with("ố:"));
    let ends_line = || {
        let rest = text[end..].trim_start_matches([' ', '\t', '*', '_']);
        rest.is_empty() || rest.starts_with(['\n', '|', '<'])
    };
    is_act && word.start() == mention.span().start() && has_colon() && ends_line() && head::has_motto(text, start)
}

/// The type that the first code of the symbol alone can mean.
fn only_type(symbol: &Symbol) -> Option<DocType> {
    match types::of_code(symbol.first_code()) {
        [only] => Some(*only),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::citation::Kind;
    use crate::parse::Mention;
    use crate::resolve::Document;

    #[test]
    fn heads_in_lines_and_in_tables() {
        let lines = "ỦY BAN NHÂN DÂN\nTỈNH BÌNH DƯƠNG\n-------\nSố: 12/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n\
            Bình Dương, ngày 05 tháng 3 năm 2024\n\nKẾ HOẠCH\nCông tác dân vận năm 2024\n\nCăn cứ Luật Giáo dục;";
        let markdown = "| BỘ TÀI CHÍNH TỔNG CỤC THUẾ ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ------- |\n|---|---|\n\
            | Số: 1414/TCT-CS V/v tiền sử dụng đất | Hà Nội, ngày 04 tháng 5 năm 2013 |\n\nKính gửi: Cục Thuế.";
        let html = "<table><tr><td>SỞ Y TẾ</td><td>CỘNG HÒA</td></tr><tr><td>Số: 49/KH-SYT</td>\
            <td><i>Vĩnh Bảo, ngày 23 tháng 4 năm 2024</i></td></tr></table>\n<p>KẾ HOẠCH</p><p>Tiêm chủng</p>";
        for (text, want) in [
            (
                lines,
                [
                    "Kế hoạch",
                    "Bình Dương",
                    "2024-03-05",
                    "ỦY BAN NHÂN DÂN TỈNH BÌNH DƯƠNG",
                    "Công tác dân vận năm 2024",
                ],
            ),
            (markdown, ["", "Hà Nội", "2013-05-04", "TỔNG CỤC THUẾ", "V/v tiền sử dụng đất"]),
            (html, ["Kế hoạch", "Vĩnh Bảo", "2024-04-23", "SỞ Y TẾ", "Tiêm chủng"]),
        ] {
            let document = Document::new(text);
            let own = document.own().unwrap();
            let got = [
                own.doc_type.map(|doc_type| doc_type.to_string()),
                own.place.clone(),
                own.date.map(|date| date.to_string()),
                own.issuer.as_ref().map(ToString::to_string),
                own.title_span.map(|span| span.slice(text).to_owned()),
            ];
            assert_eq!(got.map(Option::unwrap_or_default), want, "{text}");
        }
    }

    fn kinds(text: &str) -> Vec<Kind> {
        Document::new(text).mentions().iter().map(Mention::kind).collect()
    }

    #[test]
    fn acts_of_the_assembly_name_their_type_in_the_number_line() {
        let head = "QUỐC HỘI\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-----\n\n\
            **Luật số: 12/2022/QH15**\nHà Nội, ngày 09 tháng 11 năm 2022\n\nLUẬT\nTHANH TRA\n\nCăn cứ Hiến pháp;\n\
            Luật này thay thế Luật số 56/2010/QH12."
            .replace("Hà Nội, ngày", "Hà Nội, Ngày");
        let head = head.as_str();
        let document = Document::new(head);
        let own = document.own().unwrap();
        assert_eq!(own.doc_type.map(|doc_type| doc_type.name()), Some("Luật"));
        assert_eq!(own.date.unwrap().to_string(), "2022-11-09");
        assert_eq!(own.issuer.as_ref().map(ToString::to_string).as_deref(), Some("QUỐC HỘI"));
        assert_eq!(own.title_span.map(|span| span.slice(head)), Some("THANH TRA"));
        assert_eq!(kinds(head), [Kind::Own, Kind::Numbered]);
        // Without the motto it is a line of a list; with other words a sentence.
        assert!(Document::new("Luật số: 12/2022/QH15\nNghị quyết số: 43/2022/QH15").own().is_none());
        let sentence = head.replace("QH15**", "QH15 của Quốc hội");
        assert!(Document::new(&sentence).own().is_none());
    }

    #[test]
    fn heads_that_say_all_in_one_line() {
        let bases = "Căn cứ Luật Tổ chức Chính phủ;\nTheo đề nghị của Bộ trưởng Bộ Nội vụ,";
        for (head, date) in [
            (
                "Chính phủ\n\nNGHỊ ĐỊNH\ncủa Chính phủ số 12/2003/NĐ-CP ngày 03/4/2003\nvề cán bộ xã\n\nChính phủ\n\n",
                "2003-04-03",
            ),
            (
                "Thông tư\nLiên tịch Bộ Tài chính - Bộ Xây dựng\nSố 12/2000/TTLT-BTC-BXD ngày 05 tháng 3 năm 2000\nVề nhà ở\n\n",
                "2000-03-05",
            ),
            ("Hướng dẫn thi hành Nghị định của Chính phủ số 12/2003/NĐ-CP ngày 03/4/2003 về cán bộ xã\n\n", ""),
            ("Nghị định số 12/2003/NĐ-CP ngày 03/4/2003 của Chính phủ về cán bộ xã\n\n", ""),
        ] {
            let text = format!("{head}{bases}");
            let own = Document::new(&text).own().and_then(|own| own.date).map(|date| date.to_string());
            assert_eq!(own.unwrap_or_default(), date, "{head}");
        }
    }
}
