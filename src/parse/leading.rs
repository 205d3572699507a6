//! Issuer and date that stand before the citation: "Ngày 26/11/2021, Thủ tướng Chính phủ ban hành Chỉ thị số …", "Thông tư
//! của Bộ Xây dựng số …", "với Bộ Tài chính (Văn bản số …)".

use std::ops::Range;

use super::after::term;
use super::cursor::{back_over_gap, clause_start, is_word, on_over_gap, tail_before, word_after, word_before};
use super::date::date;
use super::dated::ReadDate;
use super::issuer::{NamedIssuer, issuer};
use crate::text::{Syllable, Syllables, range_of};

/// What stands before.
#[derive(Clone, Debug, Default)]
pub(super) struct Leading {
    pub(super) issuer: Option<NamedIssuer>,
    pub(super) date: Option<ReadDate>,
}

/// Reads what leads to the type word and from it to the number at `core_start`; nothing before `limit` is looked at.
pub(super) fn leading(text: &str, type_word: Range<usize>, limit: usize, core_start: usize) -> Leading {
    let mut read = Leading { issuer: between(text, type_word.end, core_start), date: None };
    let type_start = type_word.start;
    // "Điều 5 Nghị định số …"
    if let [.., b'0'..=b'9', b' '] = text.as_bytes()[..type_start] {
        return read;
    }
    let from = (type_start - tail_before(text, type_start, 200).len()).max(limit);
    if from > type_start {
        return read;
    }
    let bracket = text[..type_start].ends_with('(').then(|| back_over_gap(text, type_start - 1));
    // Nearly always something else stands before, and no name needs to be looked for.
    if bracket.is_none() && !ends_issuing(&text[from..type_start]) {
        return read;
    }
    let clause = clause_start(text, from, type_start);
    let mut at = clause;
    while at < type_start && read.issuer.is_none() {
        let word = word_after(text, at);
        if word.is_empty() {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        if text[word.clone()].starts_with(char::is_uppercase)
            && let Some(named) = issuer(text, at)
        {
            // "Ban Chấp hành Trung ương khóa XII (Nghị quyết số …"
            let end = term(text, on_over_gap(text, named.range.end)).map_or(named.range.end, |(term, _)| term.end);
            let leads = Some(end) == bracket || only_issuing_verbs(text, named.range.end, type_start);
            if leads {
                read.date = date_before(text, clause, named.range.start);
                read.issuer = Some(named);
                break;
            }
        }
        at = word.end;
    }
    read
}

/// "của Bộ Xây dựng" between the type word and "số".
fn between(text: &str, type_end: usize, core_start: usize) -> Option<NamedIssuer> {
    // Nearly always the number follows.
    if matches!(text.as_bytes().get(type_end..core_start), Some([] | [b' '] | [b' ', b's', ..])) {
        return None;
    }
    let word = word_after(text, on_over_gap(text, type_end));
    if !is_word(&text[word.clone()], "của") {
        return None;
    }
    let named = issuer(text, on_over_gap(text, word.end))?;
    let mut next = on_over_gap(text, named.range.end);
    // "các Quyết định của Bộ trưởng Bộ Y tế: Số 12/QĐ-BYT …; số 15/QĐ-BYT …"
    if text[next..].starts_with(':') {
        next = on_over_gap(text, next + 1);
    }
    let after = word_after(text, next);
    // "Nghị định của Chính phủ về hợp đồng số …"
    let goes_on = ["số", "về"].iter().any(|word| is_word(&text[after.clone()], word));
    (named.range.end < core_start && goes_on).then_some(named)
}

/// The words between a body and what it issues.
static VERBS: Syllables<(), 16> = Syllables::set(["đã", "có", "vừa", "ký", "ban", "hành", "ra", "tiếp"]);

/// Whether the last of some words leads from a body to what it issued.
fn ends_issuing(words: &str) -> bool {
    let words = words.trim_end();
    let word = &words[word_before(words, words.len())];
    let is_whole = words[..words.len() - word.len()].chars().next_back().is_none_or(char::is_whitespace);
    is_whole && (is_word(word, "tại") || VERBS.has(Syllable::of(word)))
}

/// Whether only "đã ký ban hành" and the like, or "tại", stands between.
fn only_issuing_verbs(text: &str, from: usize, to: usize) -> bool {
    let between = &text[from.min(to)..to];
    let mut issues = is_word(between.trim(), "tại");
    if issues {
        return true;
    }
    for word in between.split_whitespace() {
        let known = VERBS.has(Syllable::of(word));
        issues |= ["hành", "ra", "có", "ký"].iter().any(|verb| is_word(word, verb));
        if !known {
            return false;
        }
    }
    issues
}

/// The date right before the body, nothing before `from`: "Ngày 26/11/2021, …", "Vì vậy ngày 26/11/2021 …". Behind other words it may be the
/// date of something else: "từ ngày", "tại cuộc họp ngày".
fn date_before(text: &str, from: usize, issuer_start: usize) -> Option<ReadDate> {
    static CONNECTIVES: Syllables<(), 16> = Syllables::set(["vậy", "đó", "vào", "và"]);
    let at = text[from..issuer_start].char_indices().rev().take(LONGEST_DATE).find_map(|(at, c)| {
        let at = from + at;
        (matches!(c, 'n' | 'N') && is_word(&text[word_after(text, at)], "ngày")).then_some(at)
    })?;
    let before = text[from..at].trim_end();
    let begins = before.is_empty() || before.ends_with([',', ';', ':', '-', '–']);
    if !begins && !CONNECTIVES.has(Syllable::of(&before[word_before(before, before.len())])) {
        return None;
    }
    let written = date(&text[at..])?;
    let range = range_of(text, written.text);
    let glue = text.get(range.end..issuer_start)?;
    glue.chars().all(|c| c == ',' || c.is_whitespace()).then(|| (range, written.value().ok()))
}

/// "ngày 26 tháng 11 năm 2021, ", with blanks to spare; in characters.
const LONGEST_DATE: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issuer_and_date_before() {
        for (text, want) in [
            (
                "Ngày 26/11/2021, Thủ tướng Chính phủ đã ký ban hành #Chỉ thị số 33/CT-TTg",
                ("2021-11-26", "Thủ tướng Chính phủ"),
            ),
            (
                "vẫn không giảm. Vì vậy ngày 23/5/2011, Bộ Y tế đã ban hành #Quyết định số 1609/QĐ",
                ("2011-05-23", "Bộ Y tế"),
            ),
            (
                "tại 06 địa phương, ngày 16 tháng 8 năm 2018 Bộ Y tế đã có #Văn bản số 3395/BYT",
                ("2018-08-16", "Bộ Y tế"),
            ),
            ("tại cuộc họp ngày 16/8/2018, Bộ Y tế đã có #Văn bản số 3395/BYT", ("", "Bộ Y tế")),
            ("kể từ ngày 16/8/2018, Bộ Y tế đã có #Văn bản số 3395/BYT", ("", "Bộ Y tế")),
            ("của Ban Chấp hành Trung ương Khóa XII (#Văn bản số 18", ("", "Ban Chấp hành Trung ương")),
            ("ý kiến với Bộ Tài chính (#Văn bản số 4773/TC", ("", "Bộ Tài chính")),
            ("các #Quyết định của Bộ Y tế: Số 12/QĐ-BYT", ("", "Bộ Y tế")),
            ("#Thông tư của Bộ Xây dựng số 04/2001/TT-BXD", ("", "Bộ Xây dựng")),
            ("Phòng Giáo dục và Đào tạo có ban hành #Quyết định số 1058/QĐ", ("", "Phòng Giáo dục và Đào tạo")),
            ("theo trình bày của Cục Thuế tỉnh Hà Tĩnh tại #Văn bản số 12/CT-TH", ("", "Cục Thuế tỉnh Hà Tĩnh")),
            ("Ủy ban nhân dân tỉnh thực hiện #Chỉ thị số 33/CT", ("", "")),
        ] {
            let start = text.find('#').unwrap();
            let text = text.replace('#', "");
            let end = start
                + ["Chỉ thị", "Văn bản", "Thông tư", "Quyết định"]
                    .iter()
                    .find(|w| text[start..].starts_with(**w))
                    .unwrap()
                    .len();
            let read = leading(&text, start..end, 0, text.find(|c: char| c.is_ascii_digit()).unwrap().max(end + 4));
            let got = (
                read.date.and_then(|(_, d)| d).map_or(String::new(), |d| d.to_string()),
                read.issuer.map_or(String::new(), |i| i.issuer.to_string()),
            );
            assert_eq!((got.0.as_str(), got.1.as_str()), want, "{text}");
        }
    }
}
