//! The type word of a number that other words separate from it.

use std::ops::Range;

use super::cursor::{back_over_gap, is_gap, is_word, on_over_gap, tail_before, word_after, word_before};
use super::named::known_name;
use super::type_word::type_before;
use crate::citation::DocType;
use crate::text::{Syllable, Syllables};
use crate::vocab::{codes, types};

/// The type of a number where the `near` type word before it only ends the name or the title of the document: "Luật Phổ biến, giáo
/// dục pháp luật số 14/2012/QH13", "Luật Quy hoạch số 21/2017/QH14", "Quyết định phê duyệt đề án số 06/QĐ-TTg".
pub(super) fn type_of_title(
    text: &str,
    near: &(DocType, Range<usize>),
    limit: usize,
    first_code: &str,
) -> Option<(DocType, Range<usize>)> {
    let (doc_type, word) = near;
    if doc_type.name() == "Luật" && is_half_a_word(text, word.start) {
        return far_type(text, word.start, limit, first_code);
    }
    let is_told_by_code = || codes::assembly(first_code).is_some() || !types::of_code(first_code).is_empty();
    if code_fits(*doc_type, first_code) || !is_told_by_code() {
        return None;
    }
    let far = far_type(text, word.start, limit, first_code).filter(|(far, _)| code_fits(*far, first_code))?;
    let ends_known_name = || known_name(text, far.1.start) == Some(word.end);
    (is_title_between(text, far.1.end, word.start) || ends_known_name()).then_some(far)
}

/// "pháp luật", "kỷ luật": no law.
pub(super) fn is_half_a_word(text: &str, start: usize) -> bool {
    let before = &text[word_before(text, back_over_gap(text, start))];
    ["pháp", "kỷ", "kỉ"].iter().any(|half| is_word(before, half))
}

/// Whether the words between two types are the beginning of a title: "về việc ban hành", "quy định chi tiết một số điều của Luật".
/// Behind a sign, or "và", the second one may be of a document of its own.
fn is_title_between(text: &str, from: usize, to: usize) -> bool {
    const MOST_WORDS: usize = 25;
    static BEGINS: Syllables<(), 64> = Syllables::set([
        "về", "việc", "ban", "phê", "quy", "qui", "hướng", "thông", "công", "điều", "sửa", "bổ", "thành", "kiện",
        "giao", "triển", "thực", "thi", "hợp", "bãi", "thay",
    ]);
    static BREAKS: Syllables<(), 16> = Syllables::set(["và", "tại", "theo", "ngày", "năm", "kèm", "này"]);
    let mut at = from;
    let mut begun = false;
    for count in 0..MOST_WORDS {
        let start = on_over_gap(text, at);
        if start >= to {
            // What begins a line may begin another entry of a list.
            return begun && !text[at..to].contains('\n');
        }
        let word = word_after(text, start);
        let folded = Syllable::in_text(text, word.clone());
        if word.is_empty() || BREAKS.has(folded) {
            return false;
        }
        begun |= BEGINS.has(folded);
        if count == 0 && !begun && folded != OF {
            return false;
        }
        at = word.end;
    }
    false
}

const OF: Syllable = Syllable::folded("của");

/// The type word of a number that stands apart from it, as in `Luật Bầu cử … số 85/2015/QH13` and
/// `Thông tư của Bộ Xây dựng số 04/2001/TT-BXD`: the nearest one, in the same sentence, that the first code of the symbol
/// stands for.
pub(super) fn far_type(text: &str, end: usize, limit: usize, first_code: &str) -> Option<(DocType, Range<usize>)> {
    let window = tail_before(text, end, 300);
    let window_start = (end - window.len()).max(limit);
    let window = text.get(window_start..end)?;
    let ends_clause = |&i: &usize| {
        let behind = &window[i + 1..];
        match window.as_bytes()[i] {
            b'\n' => behind.starts_with('\n') && !after_type_heading(window, i),
            _ => behind.starts_with(char::is_whitespace),
        }
    };
    let clause = memchr::memrchr3_iter(b';', b'.', b'\n', window.as_bytes()).find(ends_clause);
    let clause = clause.map_or(window_start, |i| window_start + i + 1);
    let mut at = end;
    let mut found = None;
    // The last capital before `at`, and how far a type that begins with it may go: of the other words none needs to be asked.
    let (mut capital, mut reach) = (end, end);
    while at > clause {
        if capital >= at {
            let Some(last) = last_capital(&text[clause..at]) else { break };
            capital = clause + last;
            reach = (0..types::LONGEST).fold(capital, |end, _| word_after(text, on_over_gap(text, end)).end);
        }
        let word = word_before(text, at);
        if word.is_empty() {
            at = text[..at].char_indices().next_back().map_or(0, |(i, _)| i);
            continue;
        }
        if at > reach {
            at = word.start;
            continue;
        }
        if let Some((doc_type, range)) = type_before(text, at)
            && range.start >= clause
            && text[range.clone()].starts_with(char::is_uppercase)
            && (code_fits(doc_type, first_code) || names_its_issuer(text, range.end))
            && !(doc_type.name() == "Luật" && is_half_a_word(text, range.start))
            && (found.is_none() || next_word_is(text, range.end, "sửa"))
        {
            // "Luật sửa đổi, bổ sung một số điều của Luật X số …": the number is the outer one's.
            let amended = is_amended(text, range.start);
            at = range.start;
            found = Some((doc_type, range));
            if !amended {
                break;
            }
            continue;
        }
        at = word.start;
    }
    found
}

/// Where the last letter stands that a type may begin with.
fn last_capital(words: &str) -> Option<usize> {
    let is_capital = |window: &[u8]| matches!(window, [b'A'..=b'Z', ..] | [0xC4, 0x90]);
    let bytes = words.as_bytes();
    (0..bytes.len()).rev().find(|&at| is_capital(&bytes[at..bytes.len().min(at + 2)]))
}

/// Whether "điều của" stands right before.
fn is_amended(text: &str, start: usize) -> bool {
    let of = word_before(text, back_over_gap(text, start));
    let article = word_before(text, back_over_gap(text, of.start));
    is_word(&text[of], "của") && is_word(&text[article], "điều")
}

/// Whether the blank line at `at` only separates a title line such as "THÔNG TƯ" from what goes on.
fn after_type_heading(window: &str, at: usize) -> bool {
    let line = window[..at].rsplit('\n').next().unwrap_or_default();
    types::find(line.trim_matches(|c: char| is_gap(c) || c == '#')).is_some()
}

/// "Nghị quyết của Hội đồng Thẩm phán … số": "của" right behind the type.
fn names_its_issuer(text: &str, type_end: usize) -> bool {
    next_word_is(text, type_end, "của")
}

fn next_word_is(text: &str, at: usize, expected: &str) -> bool {
    is_word(&text[word_after(text, on_over_gap(text, at))], expected)
}

fn code_fits(doc_type: DocType, code: &str) -> bool {
    match codes::assembly(code) {
        Some(_) => matches!(doc_type.name(), "Luật" | "Bộ luật" | "Pháp lệnh" | "Nghị quyết"),
        None => types::has_code(doc_type, code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_word_that_ends_a_title() {
        let law = "Người lao động Việt Nam đi làm việc ở nước ngoài theo";
        for (text, code, want) in [
            ("Luật Phổ biến, giáo dục pháp |luật #số", "QH13", Some("Luật Phổ")),
            ("Pháp lệnh Hợp nhất văn bản quy phạm pháp |luật #số", "UBTVQH13", Some("Pháp lệnh Hợp")),
            ("Luật Ban hành văn bản quy phạm PHÁP |LUẬT #số", "QH13", Some("Luật Ban")),
            ("theo quy định của pháp |luật #số", "QH13", None),
            ("Quyết định thi hành kỷ |luật #số", "QĐ", Some("Quyết định thi")),
            ("theo Luật Quy hoạch; |Quy hoạch #số", "QH14", None),
            ("Luật |Quy hoạch #số", "QH14", Some("Luật Quy")),
            (&format!("Luật {law} |hợp đồng #số"), "QH14", Some("Luật Người")),
            ("Nghị định của Chính phủ về |quy hoạch #số", "NĐ", Some("Nghị định của")),
            ("Nghị định quy định chi tiết một số điều của Luật |Quy hoạch #số", "NĐ", Some("Nghị định quy")),
            ("Quyết định phê duyệt |Đề án #số", "QĐ", Some("Quyết định phê")),
            ("Thông tư hướng dẫn thực hiện |nghị định #số", "TT", Some("Thông tư hướng")),
            ("Quyết định của UBND tỉnh và |Kế hoạch #số", "QĐ", None),
            ("Quyết định của UBND tỉnh, |Kế hoạch #số", "QĐ", None),
            ("Quyết định của UBND tỉnh |Kế hoạch #số", "QĐ", None),
            ("Quyết định ban hành kèm theo |Quy chế #số", "QĐ", None),
            ("Quyết định phê duyệt kinh phí\n|Kế hoạch #số", "QĐ", None),
            ("Quyết định về việc phê duyệt |Kế hoạch #số", "KH", None),
            ("Quyết định về việc trả lời |Công văn #số", "UBND", None),
        ] {
            let (start, end) = (text.rfind('|').unwrap(), text.find('#').unwrap() - 2);
            let text = text.replace(['|', '#'], "");
            let near = type_before(&text, end).unwrap();
            assert_eq!(near.1, start..end, "{text}");
            let found = type_of_title(&text, &near, 0, code).map(|(_, range)| text[range.start..].to_owned());
            assert_eq!(found.is_some(), want.is_some(), "{text}");
            assert!(found.is_none_or(|found| found.starts_with(want.unwrap())), "{text}");
        }
    }

    #[test]
    fn far_types() {
        for (text, code, want) in [
            ("Luật Bầu cử đại biểu số #", "QH13", Some("Luật Bầu")),
            ("Thông tư của Bộ Xây dựng số #", "TT", Some("Thông tư")),
            ("Luật sửa đổi, bổ sung một số điều của Luật Giáo dục số #", "QH14", Some("Luật sửa")),
            ("Nghị quyết hướng dẫn một số điều của Luật Giáo dục số #", "QH14", Some("Luật Giáo")),
            ("Luật Đất đai; số #", "QH14", None),
        ] {
            let end = text.find("số #").unwrap();
            let range = far_type(text, end, 0, code).map(|(_, range)| range);
            assert_eq!(range.is_some(), want.is_some(), "{text}");
            assert!(range.is_none_or(|range| text[range.start..].starts_with(want.unwrap())), "{text}");
        }
    }
}
