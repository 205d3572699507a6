//! Citations by name: laws, codes, ordinances, constitutions, and resolutions of congresses and plenums.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b (luật, pháp lệnh are cited by type and name).

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::packed;

use super::after::{After, after, term};
use super::cursor::{FoldedPhrase, is_word, on_over_gap, unwrapped, word_after};
use super::date::date;
use super::mention::Mention;
use super::pinpoint::pinpoint;
use crate::citation::{Citation, Kind, Part, PartialDate, Term};
use crate::text::{Normalized, fold, is_all_caps, is_word_char};
use crate::vocab::{laws, types};

/// The words that a named citation may start with.
const STARTS: [&str; 8] = ["Luật", "LUẬT", "Bộ luật", "Bộ Luật", "BỘ LUẬT", "Pháp lệnh", "Hiến pháp", "Nghị quyết"];

static SEARCHER: LazyLock<Option<packed::Searcher>> = LazyLock::new(|| {
    packed::Config::new().match_kind(packed::MatchKind::LeftmostLongest).builder().extend(STARTS).build()
});

/// The named citations of a normalised text, in order. Those inside `taken` (the spans of numbered ones, as offsets of
/// the normalised text, sorted) belong to these and are left out.
pub(super) fn named<'t>(normalized: &Normalized<'t>, taken: &[Range<usize>]) -> Vec<Mention<'t>> {
    let text = normalized.as_str();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let word = word_after(text, start);
        at = word.end.max(start + 1);
        if text[..start].ends_with(is_word_char) {
            continue;
        }
        let Some(name) = read(text, start) else { continue };
        let index = taken.partition_point(|range| range.end <= start);
        let free = taken.get(index).is_none_or(|range| name.core.end <= range.start);
        if free && !leads_to_number(text, name.core.end) {
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

/// `Luật Khiếu nại`, `Luật sửa đổi, bổ sung một số điều của Luật X và Luật Y`, and names the list does not know.
fn law(text: &str, start: usize, type_end: usize, doc_type: &'static str) -> Option<Name> {
    let end = amending(text, type_end)
        .or_else(|| known(text, start))
        .or_else(|| unknown(text, type_end, doc_type == "Luật" || doc_type == "Bộ luật"))?;
    Some(Name { core: start..end, doc_type, term: None, date: None })
}

/// The end of the longest known name that starts here.
fn known(text: &str, start: usize) -> Option<usize> {
    let mut words = Vec::new();
    let mut at = start;
    let first = word_after(text, start);
    let second = word_after(text, on_over_gap(text, first.end));
    if !laws::may_start(FoldedPhrase::new(text, &[first, second]).first(2)) {
        return None;
    }
    while words.len() < laws::longest() {
        let word = word_after(text, at);
        if word.is_empty() {
            break;
        }
        at = on_over_gap(text, word.end);
        words.push(word);
        if text[at..].starts_with([',', '-']) {
            at = on_over_gap(text, at + 1);
        }
    }
    let phrase = FoldedPhrase::new(text, &words);
    let count = (1..=phrase.len()).rev().find(|&count| laws::is_name(phrase.first(count)))?;
    Some(words[count - 1].end)
}

/// "sửa đổi, bổ sung một số điều của Luật X và Luật Y".
fn amending(text: &str, type_end: usize) -> Option<usize> {
    let mut at = type_end;
    for expected in ["sửa", "đổi", "bổ", "sung"] {
        at = on_over_gap(text, at);
        if text[at..].starts_with(',') {
            at = on_over_gap(text, at + 1);
        }
        let word = word_after(text, at);
        if !is_word(&text[word.clone()], expected) {
            return None;
        }
        at = word.end;
    }
    for _ in 0..6 {
        let word = word_after(text, on_over_gap(text, at));
        at = word.end;
        if is_word(&text[word], "của") {
            break;
        }
    }
    let mut end = None;
    loop {
        let start = on_over_gap(text, at);
        let Some(next) = known(text, start).or_else(|| {
            let word = word_after(text, start);
            is_word(&text[word.clone()], "luật").then(|| unknown(text, word.end, true))?
        }) else {
            return end;
        };
        end = Some(next);
        let glue = on_over_gap(text, next);
        let word = word_after(text, glue);
        at = if text[glue..].starts_with(',') {
            glue + 1
        } else if is_word(&text[word.clone()], "và") {
            word.end
        } else {
            return end;
        };
    }
}

/// The end of a name that no list has: a capital, then words up to one that cannot belong to a name.
fn unknown(text: &str, type_end: usize, capital_needed: bool) -> Option<usize> {
    let mut end = None;
    let mut at = on_over_gap(text, type_end);
    if text[type_end..at].contains('\n') && text[type_end..at].matches('\n').count() > 1 {
        return None;
    }
    for count in 0..12 {
        let word = word_after(text, at);
        let spelled = &text[word.clone()];
        let capital = spelled.starts_with(char::is_uppercase);
        let next = &text[word_after(text, on_over_gap(text, word.end))];
        let stops = is_stop(spelled, next) && (count > 0 || !capital || is_all_caps(spelled))
            || spelled.starts_with(|c: char| c.is_ascii_digit());
        let starts = count > 0 || !capital_needed || capital;
        if spelled.is_empty() || stops || !starts {
            break;
        }
        // "Luật gia", "Luật sư", "LUẬT SƯ": a profession, not a law.
        if count == 0 && (is_word(spelled, "sư") || is_word(spelled, "gia")) {
            return None;
        }
        end = Some(word.end);
        at = on_over_gap(text, word.end);
    }
    end
}

/// Whether a word ends the name before it; some do with the `next` one only: "hiện hành", but "Thực hiện".
fn is_stop(word: &str, next: &str) -> bool {
    const STOPS: [&str; 33] = [
        "này", "số", "ngày", "năm", "và", "được", "đã", "có", "thì", "là", "của", "tại", "theo", "trong", "để", "do",
        "khi", "nếu", "phải", "không", "quy", "hoặc", "với", "cho", "các", "những", "mà", "ban", "nêu", "đang", "sẽ",
        "còn", "như",
    ];
    const NOW: [&str; 3] = ["hành", "nay", "tại"];
    STOPS.iter().any(|stop| is_word(word, stop))
        || is_word(word, "hiện") && NOW.iter().any(|second| is_word(next, second))
}

/// `Hiến pháp năm 2013`, `Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013`; without a year it is any.
fn constitution(text: &str, start: usize, type_end: usize) -> Option<Name> {
    let mut at = on_over_gap(text, type_end);
    let mut end = type_end;
    if is_word(&text[word_after(text, at)], "nước") {
        for _ in 0..9 {
            let word = word_after(text, at);
            end = word.end;
            at = on_over_gap(text, word.end);
            if is_word(&text[word], "nam") {
                break;
            }
        }
    }
    let word = word_after(text, at);
    let written = date(&text[at..]).map(|written| (at + written.text.len(), written.value().ok()));
    let bare = text[word.clone()].parse::<u16>().ok().filter(|year| (1940..2100).contains(year));
    let year = written.or_else(|| bare.map(|year| (word.end, PartialDate::year_only(year).ok())));
    let (end, date) = match year {
        Some((year_end, date)) => (year_end, date),
        None if end > type_end => (end, None),
        None => return None,
    };
    Some(Name { core: start..end, doc_type: "Hiến pháp", term: None, date })
}

/// `Nghị quyết Trung ương 4 khóa XII`, `Nghị quyết TW4 (khóa XII)`, `Nghị quyết Hội nghị lần thứ 6 Ban Chấp hành Trung
/// ương khóa XII`, `Nghị quyết Đại hội … lần thứ XIII`, `Nghị quyết Đại hội XIII`.
fn resolution(text: &str, start: usize, type_end: usize) -> Option<Name> {
    let at = on_over_gap(text, type_end);
    let first = word_after(text, at);
    let second = word_after(text, on_over_gap(text, first.end));
    let body = fold(&text[at..second.end.max(at)]);
    let short = text[first.clone()].strip_prefix("TW").filter(|number| number.bytes().all(|b| b.is_ascii_digit()));
    if short.is_none() && !matches!(body.as_str(), "trung ương" | "hội nghị" | "đại hội") {
        return None;
    }
    if body == "đại hội"
        && let numeral = word_after(text, on_over_gap(text, second.end))
        && text[numeral.clone()].chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
        && let Ok(term) = text[numeral.clone()].parse()
    {
        return Some(Name { core: start..numeral.end, doc_type: "Nghị quyết", term: Some(term), date: None });
    }
    let mut at = if short.is_some() { on_over_gap(text, first.end) } else { at };
    let mut numbered = short.map_or(body != "trung ương", |number| !number.is_empty());
    for _ in 0..26 {
        let bracket = text[at..].starts_with('(');
        let from = if bracket { on_over_gap(text, at + 1) } else { at };
        if body != "đại hội"
            && numbered
            && let Some((range, term)) = term(text, from)
        {
            let close = bracket && text[range.end..].starts_with(')');
            let end = range.end + usize::from(close);
            return Some(Name { core: start..end, doc_type: "Nghị quyết", term: Some(term), date: None });
        }
        let word = word_after(text, at);
        let spelled = &text[word.clone()];
        if spelled.is_empty() {
            return None;
        }
        numbered |= spelled.bytes().all(|b| b.is_ascii_digit());
        if body == "đại hội" && is_word(spelled, "thứ") {
            let numeral = word_after(text, on_over_gap(text, word.end));
            let term = text[numeral.clone()].parse().ok();
            let end = term.map(|_| numeral.end)?;
            return Some(Name { core: start..end, doc_type: "Nghị quyết", term, date: None });
        }
        at = on_over_gap(text, word.end);
    }
    None
}

/// "Luật Bầu cử … số 85/2015/QH13" is a numbered citation, whatever its number turned out to be.
fn leads_to_number(text: &str, end: usize) -> bool {
    let word = word_after(text, on_over_gap(text, end));
    let digits = word_after(text, on_over_gap(text, word.end));
    is_word(&text[word], "số") && text[digits].starts_with(|c: char| c.is_ascii_digit())
}

fn mention<'t>(normalized: &Normalized<'t>, name: Name) -> Mention<'t> {
    let text = normalized.as_str();
    let After { date, issuer, term, end } = after(text, name.core.end);
    let mut citation = Citation::empty(Kind::Named);
    citation.doc_type = types::find(name.doc_type);
    citation.name = Some(unwrapped(&text[name.core.clone()]));
    citation.term = name.term.or(term.as_ref().map(|(_, term)| *term));
    citation.date = name.date.or(date.as_ref().and_then(|(_, date)| *date));
    let mut parts = Vec::new();
    parts.extend(date.map(|(range, _)| (Part::Date, normalized.span(range))));
    if let Some(named) = issuer {
        parts.push((Part::Issuer, normalized.span(named.range)));
        citation.issuer = Some(named.issuer);
    }
    if let Some(range) = pinpoint(text, name.core.start, 0) {
        citation.pinpoint = Some(unwrapped(&text[range.clone()]));
        parts.push((Part::Pinpoint, normalized.span(range)));
    }
    let mut mention = Mention::new(normalized, name.core.start..end.max(name.core.end), name.core, citation);
    mention.parts = parts;
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
