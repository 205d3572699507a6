//! Resolutions of plenums and congresses of the Party.

use super::Name;
use crate::parse::after::term;
use crate::parse::cursor::{is_word, on_over_gap, word_after};
use crate::text::fold;

/// `Nghị quyết Trung ương 4 khóa XII`, `Nghị quyết TW4 (khóa XII)`, `Nghị quyết Hội nghị lần thứ 6 Ban Chấp hành Trung
/// ương khóa XII`, `Nghị quyết Đại hội … lần thứ XIII`, `Nghị quyết Đại hội XIII`.
pub(super) fn resolution(text: &str, start: usize, type_end: usize) -> Option<Name> {
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
