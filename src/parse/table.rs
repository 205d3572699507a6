//! Citations spread over the cells of a Markdown table: "| Nghị định | 126/2024/NĐ-CP | ngày 08/10/2024 | Chính phủ |".

use std::ops::Range;

use super::cursor::{line_before, line_behind};
use super::date::date;
use super::dated::ReadDate;
use super::issuer::{NamedIssuer, issuer};
use crate::citation::DocType;
use crate::text::range_of;
use crate::vocab::types;

/// The type in the cell before the one that ends at `start`, when it is all that stands there, "số" apart.
pub(super) fn type_in_cell_before(text: &str, start: usize, limit: usize) -> Option<(DocType, Range<usize>)> {
    let line = line_before(text, start, WIDEST).trim_end_matches(is_blank).strip_suffix('|')?;
    let cell = line.rsplit('|').next()?.trim_matches(is_blank);
    let name = cell.strip_suffix(" số").or_else(|| cell.strip_suffix(" số:")).unwrap_or(cell).trim_end();
    let range = range_of(text, name);
    types::find(name).filter(|_| range.start >= limit && !name.is_empty()).map(|doc_type| (doc_type, range))
}

/// Date and body in the next two cells, when each is all that stands in its cell. A date without "ngày" may be any day,
/// that of taking effect for one, and a body without a date may be the one that carries it out.
#[derive(Clone, Debug, Default)]
pub(super) struct NextCells {
    pub(super) date: Option<ReadDate>,
    pub(super) issuer: Option<NamedIssuer>,
}

/// The cells behind the one that ends at `end`.
pub(super) fn next_cells(text: &str, end: usize) -> NextCells {
    let mut read = NextCells::default();
    // Most citations stand in no table.
    match text.as_bytes()[end..] {
        [b' ', next, ..] if !matches!(next, b' ' | b'\t' | b'*' | b'_' | b'|') => return read,
        [b'|' | b' ' | b'\t' | b'*' | b'_', ..] => {}
        _ => return read,
    }
    let Some(rest) = text[end..].trim_start_matches(is_blank).strip_prefix('|') else { return read };
    let first = text.len() - rest.len() - end;
    let Some(cells) = line_behind(text, end, WIDEST).get(first..) else { return read };
    for cell in cells.split('|').take(2).map(|cell| cell.trim_matches(is_blank)).filter(|cell| !cell.is_empty()) {
        let written = date(cell).filter(|written| written.text == cell && written.day.is_some());
        if let Some(written) = written.filter(|_| read.date.is_none()) {
            read.date = Some((range_of(text, cell), written.value().ok()));
        } else if let Some(named) = issuer(cell, 0).filter(|named| named.range.end == cell.len()) {
            read.issuer = read.issuer.or(Some(NamedIssuer { range: range_of(text, cell), ..named }));
        }
    }
    if read.date.is_none() {
        read.issuer = None;
    }
    read
}

/// How wide the cells may be that are looked at, in bytes.
const WIDEST: usize = 300;

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '*' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_around() {
        for (text, want) in [
            ("| Nghị định | #126/2024/NĐ-CP | ngày 08/10/2024 | Chính phủ |", ("Nghị định", "2024-10-08", "Chính phủ")),
            ("| **Nghị định số** | #126/2024/NĐ-CP | ngày 08/10/2024 |", ("Nghị định", "2024-10-08", "")),
            ("| 1 | #126/2024/NĐ-CP | Chính phủ | ngày 08/10/2024 |", ("", "2024-10-08", "Chính phủ")),
            ("| 1 | #126/2024/NĐ-CP | Chính phủ | 01/01/2025 |", ("", "", "")),
            ("| Số: #126/2024/NĐ-CP | Hà Nội, ngày 08/10/2024 |", ("", "", "")),
            ("| #126/2024/NĐ-CP | Quy định về hội |", ("", "", "")),
        ] {
            let start = text.find('#').unwrap();
            let text = text.replace('#', "");
            let end = start + "126/2024/NĐ-CP".len();
            let cells = next_cells(&text, end);
            let got = (
                type_in_cell_before(&text, start, 0).map_or("", |(doc_type, _)| doc_type.name()),
                cells.date.and_then(|(_, date)| date).map_or(String::new(), |date| date.to_string()),
                cells.issuer.map_or(String::new(), |named| named.issuer.to_string()),
            );
            assert_eq!((got.0, got.1.as_str(), got.2.as_str()), want, "{text}");
        }
    }
}
