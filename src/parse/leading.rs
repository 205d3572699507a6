//! Issuer and date that stand before the citation, or between its type and its number: "Ngày 26/11/2021, Thủ tướng Chính
//! phủ ban hành Chỉ thị số …", "Thông tư của Bộ Xây dựng ngày 03/5/2001 số …", "với Bộ Tài chính (Văn bản số …)".

use std::ops::Range;

use super::after::term;
use super::cursor::{back_over_gap, clause_start, is_word, on_over_gap, tail_before, word_after, word_before};
use super::date::date;
use super::dated::ReadDate;
use super::grammar::RawGroup;
use super::issuer::{NamedIssuer, issuer};
use crate::text::{Syllable, Syllables, range_of};
use crate::vocab::issuers;

/// What stands before.
#[derive(Clone, Debug, Default)]
pub(super) struct Leading {
    pub(super) issuer: Option<NamedIssuer>,
    pub(super) date: Option<ReadDate>,
}

/// Reads what leads to the type word and from it to the number at `core_start`; nothing before `limit` is looked at.
pub(super) fn leading(
    text: &str,
    type_word: Range<usize>,
    limit: usize,
    core_start: usize,
    groups: &[RawGroup<'_>],
) -> Leading {
    let mut read = between(text, type_word.end, core_start, groups);
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
            let leads = match leads(text, end, type_start) {
                Some(Leads::At) => signs(&named, groups) != Some(false),
                // "Mẫu số 08-MSNS-BTC ban hành kèm theo": a code of a symbol is nobody.
                Some(Leads::ByDeed) => signs(&named, groups) == Some(true) && !text[..at].ends_with(['-', '/']),
                Some(Leads::Issues) => true,
                None => Some(end) == bracket,
            };
            if leads {
                read.date = read.date.or_else(|| date_before(text, clause, named.range.start));
                read.issuer = Some(named);
                break;
            }
        }
        at = word.end;
    }
    read
}

/// "của Bộ Xây dựng", "UBND tỉnh", "ngày 10/12/2020" between the type word and "số"; a body without "của" only if it signs so:
/// "Luật Kiểm toán nhà nước số …".
fn between(text: &str, type_end: usize, core_start: usize, groups: &[RawGroup<'_>]) -> Leading {
    // Nearly always the number follows.
    if matches!(text.as_bytes().get(type_end..core_start), None | Some([] | [b' '] | [b' ', b's', ..])) {
        return Leading::default();
    }
    let mut read = Leading::default();
    let mut at = type_end;
    // A body and a date, in either order.
    for _ in 0..3 {
        let next = on_over_gap(text, at);
        let word = word_after(text, next);
        if read.issuer.is_none() && is_word(&text[word.clone()], "của") {
            read.issuer = issuer(text, on_over_gap(text, word.end));
        } else if read.issuer.is_none() && text[next..].starts_with(char::is_uppercase) {
            read.issuer = issuer(text, next).filter(|named| signs(named, groups) == Some(true));
        } else if read.date.is_none() && is_word(&text[word], "ngày") {
            read.date = date(&text[next..]).map(|written| (range_of(text, written.text), written.value().ok()));
        }
        let issuer_end = read.issuer.as_ref().map(|named| named.range.end);
        let end = issuer_end.max(read.date.as_ref().map(|(range, _)| range.end)).unwrap_or(at);
        if end == at {
            break;
        }
        at = end;
    }
    let mut next = on_over_gap(text, at);
    // "các Quyết định của Bộ trưởng Bộ Y tế: Số 12/QĐ-BYT …; số 15/QĐ-BYT …"
    if text[next..].starts_with(':') {
        next = on_over_gap(text, next + 1);
    }
    let after = &text[word_after(text, next)];
    // "Nghị định của Chính phủ về hợp đồng số …"
    let leads = at < core_start && ["số", "về"].iter().any(|word| is_word(after, word));
    if leads { read } else { Leading::default() }
}

/// Whether a body signs with one of the codes of a symbol; `None` where nothing tells.
fn signs(named: &NamedIssuer, groups: &[RawGroup<'_>]) -> Option<bool> {
    let id = named.issuer.id()?;
    if groups.iter().any(|group| issuers::signs_with(id, group.code)) {
        return Some(true);
    }
    let foreign = groups.iter().any(|group| group.facts.is_issuer() && !group.facts.is_type());
    foreign.then_some(false)
}

/// The words between a body and what it issues.
static VERBS: Syllables<(), 16> = Syllables::set(["đã", "có", "vừa", "ký", "ban", "hành", "ra", "tiếp"]);
/// Those between a body and where it did something else: "phê duyệt tại Quyết định số".
static DEEDS: Syllables<(), 128> = Syllables::set([
    "phê", "duyệt", "chuẩn", "thông", "qua", "quyết", "định", "công", "bố", "chấp", "thuận", "trình", "giao", "cho",
    "phép", "chỉ", "đạo", "hướng", "dẫn", "đề", "nghị", "kết", "luận", "trả", "lời", "báo", "cáo", "yêu", "cầu",
    "thống", "nhất", "ý", "kiến", "kèm",
]);

/// Whether the last of some words leads from a body to what it issued.
fn ends_issuing(words: &str) -> bool {
    let words = words.trim_end();
    let word = &words[word_before(words, words.len())];
    let is_whole = words[..words.len() - word.len()].chars().next_back().is_none_or(char::is_whitespace);
    let does = |word: &str| VERBS.has(Syllable::of(word)) || DEEDS.has(Syllable::of(word));
    let before = words[..words.len() - word.len()].trim_end();
    is_whole
        && (is_word(word, "tại")
            || VERBS.has(Syllable::of(word))
            || is_word(word, "theo") && does(&before[word_before(before, before.len())]))
}

/// How words lead from a body to a citation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Leads {
    /// "đã ký ban hành"
    Issues,
    /// "tại": it may be the document of another body.
    At,
    /// "phê duyệt tại", "ban hành kèm theo": so may it, and the body may be part of a name.
    ByDeed,
}

/// Whether only "đã ký ban hành" and the like, "tại", or "phê duyệt tại" stands between.
fn leads(text: &str, from: usize, to: usize) -> Option<Leads> {
    let between = text[from.min(to)..to].trim();
    if is_word(between, "tại") {
        return Some(Leads::At);
    }
    let last = &between[word_before(between, between.len())];
    let by_deed = ["tại", "theo"].iter().any(|at| is_word(last, at));
    let deeds = if by_deed { &between[..between.len() - last.len()] } else { between };
    let mut issues = false;
    for word in deeds.split_whitespace() {
        let syllable = Syllable::of(word);
        let acts = by_deed && DEEDS.has(syllable);
        issues |= acts || ["hành", "ra", "có", "ký"].iter().any(|verb| is_word(word, verb));
        if !acts && !VERBS.has(syllable) {
            return None;
        }
    }
    issues.then_some(if by_deed { Leads::ByDeed } else { Leads::Issues })
}

/// The date right before the body, nothing before `from`: "Ngày 26/11/2021, …", "Vì vậy ngày 26/11/2021 …". Behind other words
/// it may be the date of something else: "từ ngày", "tại cuộc họp ngày".
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
    use crate::parse::grammar::symbol;

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
            ("của Ban Chấp hành Trung ương Khóa XII (#Văn bản số 18-NQ/TW", ("", "Ban Chấp hành Trung ương")),
            ("ý kiến với Bộ Tài chính (#Văn bản số 4773/TC", ("", "Bộ Tài chính")),
            ("các #Quyết định của Bộ Y tế: Số 12/QĐ-BYT", ("", "Bộ Y tế")),
            ("#Thông tư của Bộ Xây dựng số 04/2001/TT-BXD", ("", "Bộ Xây dựng")),
            ("Phòng Giáo dục và Đào tạo có ban hành #Quyết định số 1058/QĐ", ("", "Phòng Giáo dục và Đào tạo")),
            ("theo trình bày của Cục Thuế tỉnh Hà Tĩnh tại #Văn bản số 12/CT-TH", ("", "Cục Thuế tỉnh Hà Tĩnh")),
            ("Ủy ban nhân dân tỉnh thực hiện #Chỉ thị số 33/CT", ("", "")),
            ("đã được Thủ tướng Chính phủ phê duyệt tại #Quyết định số 1719/QĐ-TTg", ("", "Thủ tướng Chính phủ")),
            ("được UBND tỉnh phê duyệt theo #Quyết định số 12/QĐ-UBND", ("", "UBND tỉnh")),
            ("do Bộ Y tế ban hành kèm theo #Quyết định số 12/QĐ-BYT", ("", "Bộ Y tế")),
            ("ý kiến của Thủ tướng Chính phủ tại #Văn bản số 5110/VPCP-KTTH", ("", "")),
            ("ý kiến của Thủ tướng Chính phủ tại #Văn bản số 5110/TTg-KTTH", ("", "Thủ tướng Chính phủ")),
            ("(Ban hành kèm theo #Quyết định số 12/QĐ-BYT", ("", "")),
            ("trong Công an nhân dân ban hành kèm theo #Quyết định số 12/QĐ-BCA", ("", "")),
            ("của Chính phủ quy định tại #Quyết định số 12/NQ-CP", ("", "")),
            ("(Mẫu số 08-MSNS-BYT ban hành kèm theo #Quyết định số 12/QĐ-BYT", ("", "")),
            ("UBND tỉnh chỉ đạo thực hiện theo #Quyết định số 12/QĐ-UBND", ("", "")),
            ("#Quyết định UBND tỉnh số 12/QĐ-UBND", ("", "UBND tỉnh")),
            ("#Quyết định ngày 10/12/2020 số 12/QĐ-UBND", ("2020-12-10", "")),
            ("#Quyết định của UBND tỉnh ngày 10/12/2020 số 12/QĐ-UBND", ("2020-12-10", "UBND tỉnh")),
            ("#Luật Kiểm toán nhà nước số 81/2015/QH13", ("", "")),
        ] {
            let start = text.find('#').unwrap();
            let text = text.replace('#', "");
            let words = ["Chỉ thị", "Văn bản", "Thông tư", "Quyết định", "Luật"];
            let end = start + words.iter().find(|word| text[start..].starts_with(**word)).unwrap().len();
            let core_start = text.to_lowercase().rfind("số ").unwrap() + "số ".len();
            let raw = symbol(&text[core_start..]).map(|(_, raw)| raw.groups).unwrap_or_default();
            let read = leading(&text, start..end, 0, core_start, &raw);
            let got = (
                read.date.and_then(|(_, d)| d).map_or(String::new(), |d| d.to_string()),
                read.issuer.map_or(String::new(), |i| i.issuer.to_string()),
            );
            assert_eq!((got.0.as_str(), got.1.as_str()), want, "{text}");
        }
    }
}
