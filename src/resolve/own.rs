//! The document's own number, date and type, from its head.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3–5 (number line, place and date, type and title).

use super::head;
use crate::citation::{DocType, Issuer, Kind, PartialDate, Symbol};
use crate::parse::Mention;
use crate::text::{Normalized, Span, is_all_caps};
use crate::vocab::types;

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
    /// Where the title (trích yếu) stands, below the type or behind "V/v".
    pub title_span: Option<Span>,
}

/// How far into a file its number line may stand, in bytes: front matter of a copy comes first.
const HEAD: usize = 6_000;

/// Finds the number line and marks it and the later mentions of the same document as [`Kind::Own`].
pub(super) fn identify(normalized: &Normalized<'_>, mentions: &mut [Mention<'_>]) -> Option<Own> {
    let text = normalized.as_str();
    let index = mentions.iter().take(20).position(|mention| is_number_line(normalized, mention))?;
    let start = normalized.offset_of(mentions[index].span().start());
    let at = normalized.offset_of(mentions[index].core().end());
    let written = head::date(text, at);
    let (doc_type, title) = head::title(text, at);
    let own = Own {
        number_span: mentions[index].core(),
        doc_type: doc_type.or_else(|| only_type(mentions[index].canonical()?)),
        date: written.and_then(|(_, written)| written.value().ok()),
        date_span: written.map(|(start, written)| normalized.span(start..start + written.text.len())),
        date_is_blank: written.is_some_and(|(_, written)| written.is_blank()),
        place: written.and_then(|(start, _)| head::place(text, start)),
        issuer: head::issuer(text, start),
        title_span: title.map(|range| normalized.span(range)),
    };
    let head = &mut mentions[index];
    head.citation.kind = Kind::Own;
    head.citation.doc_type = own.doc_type;
    head.citation.date = own.date;
    head.citation.issuer.clone_from(&own.issuer);
    let symbol = head.canonical().cloned();
    for (i, mention) in mentions.iter_mut().enumerate() {
        if i != index && symbol.is_some() && is_same_document(mention, symbol.as_ref(), &own) {
            mention.citation.kind = Kind::Own;
        }
    }
    Some(own)
}

/// Whether the mention is a line of the head: "Số: 12/KH-UBND" at the start of a line or table cell, no type before it.
fn is_number_line(normalized: &Normalized<'_>, mention: &Mention<'_>) -> bool {
    let text = normalized.as_str();
    let start = normalized.offset_of(mention.span().start());
    if start > HEAD || !mention.is_labelled() || mention.reading().doc_type.is_some() {
        return false;
    }
    let line = text[..start].rsplit('\n').next().unwrap_or_default();
    let cell = line.rsplit(head::ENDS_CELL).next().unwrap_or_default();
    let bare = cell.chars().all(|c| !c.is_alphanumeric() && !matches!(c, '(' | ',' | ';'));
    text[start..].starts_with('S') && (bare || is_all_caps(cell))
}

/// The type that the first code of the symbol alone can mean.
fn only_type(symbol: &Symbol) -> Option<DocType> {
    match types::of_code(symbol.first_code()) {
        [only] => Some(*only),
        _ => None,
    }
}

/// Whether a mention further down is of the document itself: an annex caption repeats the number, or leaves it blank
/// too. Another document may bear the same number; then its date differs.
fn is_same_document(mention: &Mention<'_>, own: Option<&Symbol>, identity: &Own) -> bool {
    let (Some(symbol), Some(own)) = (mention.canonical(), own) else { return false };
    let same_number = match (symbol.number(), own.number()) {
        (Some(a), Some(b)) => a.same_value(b),
        (None, None) => true,
        _ => false,
    };
    let same_date = match (mention.reading().date, identity.date) {
        (Some(PartialDate::Day(cited)), Some(PartialDate::Day(own))) => cited == own,
        (Some(cited), Some(own)) => cited.year() == own.year(),
        _ => true,
    };
    let same_type = match (mention.reading().doc_type, identity.doc_type) {
        (Some(cited), Some(own)) => cited == own,
        _ => true,
    };
    same_number && symbol.year() == own.year() && symbol.codes().eq(own.codes()) && same_date && same_type
}

#[cfg(test)]
mod tests {
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
}
