//! Citations by name: laws, codes, ordinances, constitutions, and resolutions of congresses and plenums.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b (luật, pháp lệnh are cited by type and name).

mod constitution;
mod law;
mod resolution;

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::packed;

use self::constitution::constitution;
use self::law::law;
use self::resolution::resolution;
use crate::citation::{Citation, Kind, PartialDate, Term};
use crate::parse::after::after;
use crate::parse::build::add_parts;
use crate::parse::cursor::{is_word, on_over_gap, unwrapped, word_after};
use crate::parse::mention::Mention;
use crate::parse::pinpoint::inside;
use crate::parse::taken::Taken;
use crate::text::{Normalized, fold, is_word_char};
use crate::vocab::types;

/// The words that a named citation may start with.
const STARTS: [&str; 8] = ["Luật", "LUẬT", "Bộ luật", "Bộ Luật", "BỘ LUẬT", "Pháp lệnh", "Hiến pháp", "Nghị quyết"];

static SEARCHER: LazyLock<Option<packed::Searcher>> = LazyLock::new(|| {
    packed::Config::new().match_kind(packed::MatchKind::LeftmostLongest).builder().extend(STARTS).build()
});

/// The named citations of a normalised text, in order. Those inside a `numbered` one belong to it and are left out.
pub(super) fn named<'t>(normalized: &Normalized<'t>, numbered: &[Mention<'t>]) -> Vec<Mention<'t>> {
    let text = normalized.as_str();
    let taken = Taken::by(normalized, numbered);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let word = word_after(text, start);
        at = word.end.max(start + 1);
        if text[..start].ends_with(is_word_char) {
            continue;
        }
        let Some(name) = read(text, start) else { continue };
        if taken.leaves(&name.core) && !leads_to_number(text, name.core.end) {
            at = name.core.end;
            found.push(mention(normalized, name));
        }
    }
    found
}

fn next_start(text: &str, at: usize) -> Option<usize> {
    let span = aho_corasick::Span::from(at..text.len());
    match &*SEARCHER {
        Some(searcher) => searcher.find_in(text, span).map(|found| found.start()),
        None => STARTS.iter().filter_map(|word| text[at..].find(word)).min().map(|found| at + found),
    }
}

/// A name as read, in offsets of the normalised text.
struct Name {
    core: Range<usize>,
    doc_type: &'static str,
    term: Option<Term>,
    date: Option<PartialDate>,
}

fn read(text: &str, start: usize) -> Option<Name> {
    let first = word_after(text, start);
    let second = word_after(text, on_over_gap(text, first.end));
    let pair = fold(&text[start..second.end.max(first.end)]);
    match pair.as_str() {
        "hiến pháp" => constitution(text, start, second.end),
        "nghị quyết" => resolution(text, start, second.end),
        "bộ luật" => law(text, start, second.end, "Bộ luật"),
        "pháp lệnh" => law(text, start, second.end, "Pháp lệnh"),
        _ if is_word(&text[first.clone()], "luật") => law(text, start, first.end, "Luật"),
        _ => None,
    }
}

/// "Luật Bầu cử … số 85/2015/QH13" is a numbered citation, whatever its number turned out to be.
fn leads_to_number(text: &str, end: usize) -> bool {
    let word = word_after(text, on_over_gap(text, end));
    let digits = word_after(text, on_over_gap(text, word.end));
    is_word(&text[word], "số") && text[digits].starts_with(|c: char| c.is_ascii_digit())
}

fn mention<'t>(normalized: &Normalized<'t>, name: Name) -> Mention<'t> {
    let text = normalized.as_str();
    let behind = after(text, name.core.end);
    let mut citation = Citation::empty(Kind::Named);
    citation.doc_type = types::find(name.doc_type);
    citation.name = Some(unwrapped(&text[name.core.clone()]));
    let inside = inside(text, name.core.start, 0);
    let mut mention = Mention::new(normalized, name.core.start..behind.end.max(name.core.end), name.core, citation);
    add_parts(&mut mention, normalized, &behind, &inside);
    mention.citation.term = name.term.or(mention.citation.term);
    mention.citation.date = name.date.or(mention.citation.date);
    mention
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_and_end_where_they_should() {
        for (text, want) in [
            (
                "theo Luật Khiếu nại, Luật Tố cáo và Luật Tiếp công dân.",
                &["Luật Khiếu nại", "Luật Tố cáo", "Luật Tiếp công dân"][..],
            ),
            (
                "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019",
                &[
                    "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương",
                ],
            ),
            (
                "khoản 1 Điều 14 Pháp lệnh Ưu đãi người có công với cách mạng",
                &["Pháp lệnh Ưu đãi người có công với cách mạng"],
            ),
            ("Hiến pháp năm 2013 và Hiến pháp, pháp luật", &["Hiến pháp năm 2013"]),
            ("Nghị quyết Trung ương 6 (khóa XII) về", &["Nghị quyết Trung ương 6 (khóa XII)"]),
            ("Nghị quyết Trung ương 4 khóa XII, Kết luận", &["Nghị quyết Trung ương 4 khóa XII"]),
            ("Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII, ", &["Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII"]),
            (
                "Nghị quyết TW 4 khóa XII, Nghị quyết TW5 (khoá XII)",
                &["Nghị quyết TW 4 khóa XII", "Nghị quyết TW5 (khoá XII)"],
            ),
            ("Nghị quyết Đại hội XIII của Đảng; Nghị quyết Đại hội cổ đông", &["Nghị quyết Đại hội XIII"]),
            (
                "Pháp lệnh Thực hiện dân chủ ở xã; Luật Giao thông hiện hành",
                &["Pháp lệnh Thực hiện dân chủ ở xã", "Luật Giao thông"],
            ),
            ("Nghị quyết của Hội nghị được tổ chức; Nghị quyết này; Luật này; Luật sư Nguyễn A; pháp luật", &[]),
            ("Luật Bầu cử đại biểu Quốc hội số 85/2015/QH13", &[]),
        ] {
            let normalized = Normalized::new(text);
            let found: Vec<String> = named(&normalized, &[]).iter().map(|m| m.core_str().to_owned()).collect();
            assert_eq!(found, want, "{text}");
        }
    }

    #[test]
    fn parts_of_a_name() {
        let normalized = Normalized::new("Luật Thực hiện dân chủ ở cơ sở đã được Quốc hội thông qua ngày 10/11/2022.");
        let found = named(&normalized, &[]);
        assert_eq!(found[0].reading().date.unwrap().to_string(), "2022-11-10");
        assert_eq!(found[0].reading().issuer.as_ref().unwrap().name(), "Quốc hội");
    }
}
