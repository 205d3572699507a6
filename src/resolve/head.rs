//! The parts of a document's head around its number line: body, place and date, type and title. The head may be lines, or
//! a table of Markdown or HTML.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.2–5.

use std::ops::Range;

use super::clause::is_blank;
use crate::citation::{DocType, Issuer};
use crate::parse::{self, WrittenDate};
use crate::text::{fold, is_all_caps, range_of};
use crate::vocab::types;

/// What ends a cell of a table on its line.
pub(super) const ENDS_CELL: [char; 2] = ['|', '>'];

/// How far from the number the other parts may stand, in bytes.
const NEAR: usize = 1_500;

/// "Vĩnh Bảo, ngày 23 tháng 4 năm 2024", near the number that ends at `at`; the one after it first.
pub(super) fn date(text: &str, at: usize) -> Option<(usize, WrittenDate<'_>)> {
    let end = text.floor_char_boundary(at.saturating_add(NEAR));
    let start = text.ceil_char_boundary(at.saturating_sub(NEAR / 2));
    let body = text[at..end].find("Căn cứ ").map_or(end, |i| at + i);
    dates_after_place(text, at, body).next().or_else(|| dates_after_place(text, start, at).last())
}

fn dates_after_place(text: &str, from: usize, to: usize) -> impl Iterator<Item = (usize, WrittenDate<'_>)> {
    text[from..to].match_indices("gày").filter_map(move |(i, _)| {
        let start = text[..from + i].strip_suffix(['n', 'N'])?.len();
        let before = text[..start].trim_end_matches(is_blank);
        let written = parse::date(&text[start..])?;
        (before.ends_with(',') && written.month.is_some()).then_some((start, written))
    })
}

/// The place in front of the date that starts at `date`: "Vĩnh Bảo".
pub(super) fn place(text: &str, date: usize) -> Option<String> {
    let line = text[..date].trim_end_matches(is_blank).strip_suffix(',')?;
    let cell = line.rsplit(['\n', '|', '>', '\t']).next()?.trim_matches(is_blank);
    let name = cell.rsplit("  ").next()?.trim();
    let plausible = name.starts_with(char::is_uppercase) && name.len() <= 60 && !name.contains([',', '.', ':']);
    plausible.then(|| name.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The type on the first line behind the number that starts with one in capitals, and where the title below it stands;
/// of a letter without a type, the words behind "V/v".
pub(super) fn title(text: &str, at: usize) -> (Option<DocType>, Option<Range<usize>>) {
    let end = text.floor_char_boundary(at.saturating_add(NEAR));
    for line in lines(text, at..end).skip(1) {
        let words = &text[line.clone()];
        if words.starts_with("Căn cứ") || words.starts_with("Kính gửi") {
            break;
        }
        if let Some((doc_type, len)) = type_in_capitals(words) {
            return (Some(doc_type), paragraph(text, line.start + len, end));
        }
    }
    let subject = text[at..end].find("V/v").filter(|&i| i < 120);
    (None, subject.and_then(|i| paragraph(text, at + i, end)))
}

/// The type that a line starts with in capitals, and its length.
fn type_in_capitals(line: &str) -> Option<(DocType, usize)> {
    types::leading(line, |words| types::find(words.trim_end_matches(':')).filter(|_| is_all_caps(words)))
}

/// The rest of the line at `at`, else the next paragraph; not the bases below.
fn paragraph(text: &str, at: usize, end: usize) -> Option<Range<usize>> {
    let mut rest = &text[at..end];
    loop {
        rest = rest.trim_start_matches(|c: char| is_blank(c) || c == '|');
        match rest.strip_prefix('<').and_then(|tag| tag.split_once('>')) {
            Some((_, after)) => rest = after,
            None => break,
        }
    }
    let start = end - rest.len();
    let stops = ["\nCăn cứ", "\nKính gửi", "|", "<"].iter().filter_map(|stop| rest.find(stop));
    let blank_line = rest.match_indices('\n').map(|(at, _)| at).find(|&at| {
        let next = rest[at + 1..].trim_start_matches(|c: char| is_blank(c) && c != '\n');
        next.starts_with('\n')
    });
    let title = rest[..stops.chain(blank_line).min().unwrap_or(rest.len())].trim_end_matches(is_blank);
    let body = ["Căn cứ", "Kính gửi"].iter().any(|word| title.starts_with(word));
    (!title.is_empty() && !body).then(|| start..start + title.len())
}

/// The body above the number line that starts at `number`: the last of the names in capitals, below the body that it is
/// under. A name that is only the office of a body ("BAN THƯỜNG TRỰC") goes on in the body above.
pub(super) fn issuer(text: &str, number: usize) -> Option<Issuer> {
    let from = text.ceil_char_boundary(number.saturating_sub(NEAR / 2));
    let mut names: Vec<&str> = Vec::new();
    let mut office = None;
    let above: Vec<Range<usize>> = lines(text, from..number).collect();
    for line in above.into_iter().rev() {
        let words = text[line].trim_end_matches(|c: char| !c.is_alphanumeric() && c != ',');
        if words.is_empty() || words.contains("Số:") {
            continue;
        }
        let motto = is_motto(words);
        if motto && names.is_empty() {
            continue;
        }
        if motto || !is_all_caps(words) || type_in_capitals(words).is_some() {
            break;
        }
        if names.is_empty() && office.is_none() && OFFICES.contains(&fold(words).as_str()) {
            office = Some(words);
            continue;
        }
        names.insert(0, words);
        let name = names.join(" ");
        if begins_open_name(words) {
            return Some(Issuer::new(name.trim_end_matches(','), None));
        }
        if let Some(body) = parse::body(&name) {
            return office
                .map_or(Some(body), |office| parse::body(&format!("{office} {name}")).or(Some(of(office, &name))));
        }
    }
    office.and_then(parse::body)
}

/// Offices that sign for the body whose name stands above theirs.
const OFFICES: [&str; 4] = ["ban thường trực", "ban thường vụ", "ban chấp hành", "đoàn chủ tịch"];

/// The office of a body that is not known by this name.
fn of(office: &str, name: &str) -> Issuer {
    Issuer::new(&format!("{office} {name}"), None)
}

/// Whether a line begins the name of a body that any words may follow: "BAN CHỈ ĐẠO QUỐC GIA VỀ …".
fn begins_open_name(line: &str) -> bool {
    const BEGINS: [&str; 3] = ["tiểu ban ", "ban chỉ đạo ", "tổ công tác "];
    let folded = fold(line);
    BEGINS.iter().any(|words| folded.starts_with(words))
}

/// Whether a line is the motto of the state or the Party, or begins with it.
fn is_motto(line: &str) -> bool {
    ["CỘNG HO", "CỘNG HÒ", "Độc lập", "ĐỘC LẬP", "ĐẢNG CỘNG SẢN"].iter().any(|start| line.starts_with(start))
}

/// Whether the motto stands near the number line that starts at `number`.
pub(super) fn has_motto(text: &str, number: usize) -> bool {
    let from = text.ceil_char_boundary(number.saturating_sub(NEAR / 2));
    let to = text.floor_char_boundary(number.saturating_add(NEAR / 2).min(text.len()));
    lines(text, from..to).any(|line| is_motto(&text[line]))
}

/// The lines and cells of a range, without blanks, marks of Markdown and rules.
fn lines(text: &str, range: Range<usize>) -> impl DoubleEndedIterator<Item = Range<usize>> {
    let start = range.start;
    let slice = &text[range];
    slice.split(['\n', '|', '>']).map(move |line| {
        let words = line.split('<').next().unwrap_or_default();
        let trimmed = words.trim_matches(|c: char| is_blank(c) || matches!(c, '#' | ':'));
        let range = range_of(slice, trimmed);
        start + range.start..start + range.end
    })
}

#[cfg(test)]
mod tests {
    use crate::resolve::Document;

    #[test]
    fn bodies_of_several_lines() {
        for (head, want) in [
            ("ỦY BAN MTTQ VIỆT NAM\nXÃ BÌNH AN\nBAN THƯỜNG TRỰC", "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ BÌNH AN"),
            ("BAN THƯỜNG TRỰC", "BAN THƯỜNG TRỰC"),
            ("ĐẢNG BỘ XÃ BÌNH AN\nBAN CHẤP HÀNH", "BAN CHẤP HÀNH ĐẢNG BỘ XÃ BÌNH AN"),
            ("ỦY BAN BẦU CỬ XÃ BÌNH AN\nTIỂU BAN AN NINH, TRẬT TỰ", "TIỂU BAN AN NINH, TRẬT TỰ"),
            (
                "BAN CHỈ ĐẠO QUỐC GIA VỀ NƯỚC SẠCH,\nVỆ SINH NÔNG THÔN",
                "BAN CHỈ ĐẠO QUỐC GIA VỀ NƯỚC SẠCH, VỆ SINH NÔNG THÔN",
            ),
            ("ỦY BAN NHÂN DÂN\nXÃ BÌNH AN", "ỦY BAN NHÂN DÂN XÃ BÌNH AN"),
        ] {
            let text = format!("{head}\n\nSố: 15/KH-UBND\n\nKẾ HOẠCH\nTiêm chủng năm 2024\n");
            let document = Document::new(&text);
            let issuer = document.own().unwrap().issuer.as_ref().map(ToString::to_string);
            assert_eq!(issuer.as_deref(), Some(want), "{head}");
        }
    }
}
