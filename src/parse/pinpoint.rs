//! The pinpoint in front of a citation: "điểm a khoản 2 Điều 5".
//!
//! Source: NĐ 34/2016/NĐ-CP, Điều 75.4 (from the small part to the large one).

use std::ops::Range;

use super::cursor::{back_over_gap, is_word, word_before};
use crate::text::fold;

/// Where the pinpoint ("điểm a khoản 2 Điều 5") that leads to `end` stands, without the comma or "của" after it.
pub(super) fn pinpoint(text: &str, end: usize, limit: usize) -> Option<Range<usize>> {
    let mut at = back_over_gap(text, end);
    if let Some(rest) = text[..at].strip_suffix(',') {
        at = back_over_gap(text, rest.len());
    } else if is_word(&text[word_before(text, at)], "của") {
        at = back_over_gap(text, word_before(text, at).start);
    }
    let last = at;
    let (mut start, mut label_seen) = (None, false);
    for _ in 0..40 {
        let word = word_before(text, at);
        if word.is_empty() {
            let Some(rest) = text[..at].strip_suffix(',').or_else(|| text[..at].strip_suffix('-')) else { break };
            if at == last {
                break;
            }
            at = back_over_gap(text, rest.len());
            continue;
        }
        if word.start < limit {
            break;
        }
        let lower = fold(&text[word.clone()]);
        if is_pinpoint_unit(&lower) {
            if !label_seen {
                break;
            }
            start = Some(word.start);
        } else if is_pinpoint_label(&text[word.clone()]) {
            label_seen = true;
        } else if at == last || !matches!(lower.as_str(), "và" | "đến" | "hoặc" | "phụ" | "tiểu" | "từ") {
            break;
        }
        at = back_over_gap(text, word.start);
    }
    let start = start?;
    (last > start).then_some(start..last)
}

fn is_pinpoint_unit(word: &str) -> bool {
    matches!(word, "điểm" | "khoản" | "điều" | "mục" | "chương" | "phần" | "lục" | "tiết")
}

fn is_pinpoint_label(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_lowercase());
    let numbered = !digits.is_empty()
        && digits.len() <= 3
        && digits.bytes().all(|b| b.is_ascii_digit())
        && word.chars().count() <= digits.len() + 1;
    let letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let roman = !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    numbered || letter || roman
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pinpoints() {
        for (text, want) in [
            ("tại điểm a khoản 2 Điều 5 #Nghị", Some("điểm a khoản 2 Điều 5")),
            ("tại khoản 1, khoản 2, Điều 1 #Quyết", Some("khoản 1, khoản 2, Điều 1")),
            ("Điều 1 và Điều 2 #Quyết", Some("Điều 1 và Điều 2")),
            ("tại Điều 29, #Quy", Some("Điều 29")),
            ("mục 5 khoản II #Thông", Some("mục 5 khoản II")),
            ("Điều 5 và #Quyết", None),
            ("theo #Quyết", None),
        ] {
            let end = text.find('#').unwrap();
            let text = text.replace('#', "");
            assert_eq!(pinpoint(&text, end, 0).map(|range| text[range].to_owned()).as_deref(), want, "{text}");
        }
    }
}
