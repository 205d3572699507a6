//! A date with the words that lead to it: "ngày 03/6/2013", "ký ngày …", "hồi 10 giờ ngày …".

use std::ops::Range;

use super::cursor::{is_word, on_over_gap, word_after};
use super::date::{bare_date, date};
use super::session::session;
use super::slip::{misread_date, no_date};
use crate::citation::PartialDate;
use crate::text::range_of;

/// Where a date stands, and its value unless it does not exist.
pub(super) type ReadDate = (Range<usize>, Option<PartialDate>);

/// A date, perhaps after "ký", "ban hành", "được … thông qua", "hồi 10 giờ".
pub(super) fn dated(text: &str, at: usize) -> Option<ReadDate> {
    const VERBS: [&str; 11] = ["ký", "ban", "hành", "được", "thông", "qua", "đã", "phát", "cùng", "đề", "lập"];
    let mut at = at;
    for _ in 0..5 {
        if !may_lead(&text.as_bytes()[at..]) {
            break;
        }
        let word = word_after(text, at);
        if ["hồi", "lúc"].iter().any(|lead| is_word(&text[word.clone()], lead)) {
            at = hour(text, on_over_gap(text, word.end))?;
            break;
        }
        if !VERBS.iter().any(|verb| is_word(&text[word.clone()], verb)) {
            break;
        }
        at = on_over_gap(text, word.end);
    }
    // "thông qua tại kỳ họp thứ 8 ngày"
    if let Some(b't' | b'T' | b'k' | b'K') = text.as_bytes().get(at)
        && let Some(end) = session(text, at)
    {
        at = on_over_gap(text, end);
        if text[at..].starts_with(',') {
            at = on_over_gap(text, at + 1);
        }
        // "… tại Kỳ họp thứ 3 ngày 18/11/2022 của Thủ tướng Chính phủ": the day is of the document with this title.
        let written = date(&text[at..])?;
        let range = range_of(text, written.text);
        let other = is_word(&text[word_after(text, on_over_gap(text, range.end))], "của");
        return (!other).then(|| (range, written.value().ok()));
    }
    // "ngày", "tháng", or a day in digits; most words that follow begin otherwise.
    let begins = matches!(text.as_bytes().get(at), Some(b'n' | b'N' | b't' | b'T' | b'0'..=b'9'));
    if !begins {
        return None;
    }
    if let Some(written) = date(&text[at..]).or_else(|| bare_date(&text[at..])) {
        return Some((range_of(text, written.text), written.value().ok()));
    }
    let word = word_after(text, at);
    if !is_word(&text[word.clone()], "ngày") {
        return None;
    }
    // "ngày ngày": the word stands twice.
    let next = on_over_gap(text, word.end);
    if let Some(written) = date(&text[next..]) {
        return Some((range_of(text, written.text), written.value().ok()));
    }
    let second = word_after(text, next);
    let day = if is_word(&text[second.clone()], "ngày") { second } else { word.clone() };
    if let Some((written, right)) = misread_date(&text[day.end..]) {
        let value = bare_date(&right).and_then(|date| date.value().ok());
        return Some((day.start..range_of(text, written).end, value));
    }
    let end = word.end + no_date(&text[word.end..])?.len();
    Some((at..end, None))
}

/// Whether the first letters are those of a word that leads to a date; one k is the sign of kelvin.
const fn may_lead(words: &[u8]) -> bool {
    matches!(
        words,
        [b'k' | b'K', 0xC3, ..]
            | [b'b' | b'B', b'a' | b'A', ..]
            | [b'h' | b'H', 0xC3 | 0xE1, ..]
            | [b't' | b'T' | b'p' | b'P', b'h' | b'H', ..]
            | [b'q' | b'Q', b'u' | b'U', ..]
            | [b'c' | b'C', 0xC3, ..]
            | [b'l' | b'L', 0xC3 | 0xE1, ..]
            | [0xC4 | 0xE2, ..]
    )
}

/// The place behind "10 giờ 30 phút".
fn hour(text: &str, at: usize) -> Option<usize> {
    let mut at = at;
    for unit in ["giờ", "phút"] {
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=2).contains(&digits) {
            break;
        }
        let word = word_after(text, on_over_gap(text, at + digits));
        let written = &text[word.clone()];
        at = match is_word(written, unit) {
            true => on_over_gap(text, word.end),
            // "10 giờ 30 ngày"
            false if unit == "phút" => on_over_gap(text, at + digits),
            false => return None,
        };
    }
    Some(if text[at..].starts_with(',') { on_over_gap(text, at + 1) } else { at })
}

/// "- ngày 03/12/2004", "- 03/12/2004 của Chính phủ": without either word the day may be any.
pub(super) fn dash_leads_to_date(text: &str, at: usize) -> bool {
    let of = |end: usize| is_word(&text[word_after(text, on_over_gap(text, end))], "của");
    text[at..].starts_with("ngày") || bare_date(&text[at..]).is_some_and(|date| of(at + date.text.len()))
}
