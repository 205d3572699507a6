//! The body that passed a document, with the day: "đã được Quốc hội thông qua ngày 10/11/2022".

use super::after::{After, term};
use super::cursor::{is_word, on_over_gap, word_after};
use super::dated::dated;
use super::issuer::issuer;
use super::session::session;

/// "đã được Quốc hội thông qua ngày 10/11/2022", "được Chính phủ ban hành ngày …", "được Quốc hội khóa XI, kỳ họp thứ 8 thông qua
/// ngày …".
pub(super) fn passed(text: &str, at: usize, read: &mut After) -> Option<usize> {
    let mut verb = word_after(text, at);
    if is_word(&text[verb.clone()], "đã") {
        verb = word_after(text, on_over_gap(text, verb.end));
    }
    if !is_word(&text[verb.clone()], "được") {
        return None;
    }
    let named = issuer(text, on_over_gap(text, verb.end))?;
    let mut next = on_over_gap(text, named.range.end);
    let mut sits = None;
    for _ in 0..4 {
        let from = if text[next..].starts_with([',', '-']) { on_over_gap(text, next + 1) } else { next };
        let bracket = text[from..].starts_with('(');
        let end = match term(text, from + usize::from(bracket)).filter(|_| sits.is_none()) {
            Some((range, term)) => {
                let end = range.end;
                sits = Some((range, term));
                if bracket { text[end..].starts_with(')').then_some(end + 1)? } else { end }
            }
            None => match session(text, from) {
                Some(end) => end,
                None => break,
            },
        };
        next = on_over_gap(text, end);
    }
    next = if text[next..].starts_with(',') { on_over_gap(text, next + 1) } else { next };
    let verb = word_after(text, next);
    if !["thông", "ban", "ký"].iter().any(|word| is_word(&text[verb.clone()], word)) {
        return None;
    }
    let date = dated(text, next)?;
    let end = date.0.end;
    read.issuer = Some(named);
    read.date = Some(date);
    read.term = read.term.take().or(sits);
    Some(end)
}
