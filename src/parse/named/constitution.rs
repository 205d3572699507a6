//! The constitutions.

use super::Name;
use crate::citation::PartialDate;
use crate::parse::cursor::{is_word, on_over_gap, word_after};
use crate::parse::date::date;
use crate::parse::pinpoint::inside;

/// `Hiến pháp năm 2013`, `Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013`; alone ("Hiến pháp, pháp luật") only
/// where a pinpoint leads to it.
pub(super) fn constitution(text: &str, start: usize, type_end: usize) -> Option<Name> {
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
    let written = date(&text[at..]).map(|written| (at..at + written.text.len(), written.value().ok()));
    let bare = text[word.clone()].parse::<u16>().ok().filter(|year| (1940..2100).contains(year));
    let year = written.or_else(|| bare.map(|year| (word.clone(), PartialDate::year_only(year).ok())));
    let (end, date) = match year {
        Some((range, date)) => (range.end, date.map(|date| (range, date))),
        None if end > type_end || inside(text, start, 0).pinpoint.is_some() => (end, None),
        None => return None,
    };
    Some(Name { core: start..end, doc_type: "Hiến pháp", term: None, date, issuer: None })
}
