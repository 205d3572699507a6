//! Short forms: a type word and a bare number, `Nghị định 30`, `QĐ 20`, `Nghị định 126/2024`.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::after::after;
use super::build::add_parts;
use super::cursor::{back_over_gap, is_word, on_over_gap, word_after, word_before};
use super::mention::Mention;
use super::pinpoint::inside;
use super::spans::Spans;
use super::starts::Starts;
use super::taken::Taken;
use crate::citation::{DocType, Kind, Part};
use crate::text::Normalized;
use crate::vocab::types;

/// The places of a normalised text that look like short forms of `doc_types`, in order; of the `issued` ones a few words of
/// their name may stand before the number. Which of them are citations is for [`crate::resolve`] to say. Places inside the
/// `mentions` of the text are left out.
pub(crate) fn short_forms<'t>(
    normalized: &Normalized<'t>,
    starts: &Starts,
    doc_types: &[DocType],
    issued: &[DocType],
    mentions: &[Mention<'t>],
) -> Vec<Mention<'t>> {
    let text = normalized.as_str();
    let mut taken = Taken::by(normalized, mentions);
    // Few words stand again and again; where they stand in the table of starts tells them apart. Each type with whether it is issued.
    let mut wanted: FxHashMap<(usize, usize), Option<(DocType, bool)>> = FxHashMap::default();
    let mut free_from = 0;
    let mut found = Vec::new();
    for (start, word) in starts.iter() {
        let end = start + word.len();
        let behind = &text.as_bytes()[end..];
        if start < free_from || begins_symbol(behind) || issued.is_empty() && begins_other_word(behind) {
            continue;
        }
        let find = || {
            let doc_type = types::find(word).filter(|doc_type| doc_types.contains(doc_type))?;
            Some((doc_type, issued.contains(&doc_type)))
        };
        let place = (word.as_ptr() as usize, word.len());
        let Some((doc_type, is_issued)) = *wanted.entry(place).or_insert_with(find) else { continue };
        free_from = end;
        let bare = match behind {
            [b'0'..=b'9', ..] => glued_number(text, start..end),
            _ if begins_other_word(behind) => None,
            _ => bare_number(text, end),
        };
        let number = bare.or_else(|| is_issued.then(|| number_behind_name(text, end)).flatten());
        let Some(number) = number else { continue };
        let place = (start..number.end, number, doc_type);
        if taken.leaves(&place.0) {
            found.push(mention(normalized, place));
        }
    }
    found
}

/// Whether another word than "số" follows, as behind most names.
const fn begins_other_word(behind: &[u8]) -> bool {
    match behind {
        [b' ', b's' | b'S', ..] => false,
        [b' ', next, ..] => next.is_ascii_alphabetic() || matches!(next, 0xC3..=0xC6),
        _ => false,
    }
}

/// Whether a number with a symbol follows, as mostly behind "số": "số 30/2020/NĐ-CP", "số 25-NQ/TW".
fn begins_symbol(behind: &[u8]) -> bool {
    let [b' ', b's', 0xE1, 0xBB, 0x91, b' ', number @ ..] = behind else { return false };
    let digits = |bytes: &[u8]| bytes.iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    let length = digits(number);
    match number.get(length..) {
        Some([b'-', ..]) => length > 0,
        Some([b'/', year @ ..]) => length > 0 && (digits(year) != 4 || matches!(year.get(4), Some(b'/' | b'-'))),
        _ => false,
    }
}

/// The number glued to the code of a type: "QĐ22", "NĐ34/2016".
fn glued_number(text: &str, word: Range<usize>) -> Option<Range<usize>> {
    let digits = text[word.end..].bytes().take(4).take_while(u8::is_ascii_digit).count();
    let is_code = !types::of_code(&text[word.clone()]).is_empty();
    // The number of a form: "mẫu TT02".
    let is_form = || is_word(&text[word_before(text, back_over_gap(text, word.start))], "mẫu");
    if (2..=3).contains(&digits) && is_code && !is_form() { number_at(text, word.end) } else { None }
}

/// The number behind a type word, with its year if it has one; not the start of a date, an amount or a full symbol.
fn bare_number(text: &str, type_end: usize) -> Option<Range<usize>> {
    let mut at = on_over_gap(text, type_end);
    if at == type_end || at > type_end + 1 && text[type_end..at].contains("\n\n") {
        return None;
    }
    if let Some(b's' | b'S') = text.as_bytes().get(at) {
        let word = word_after(text, at);
        if is_word(&text[word.clone()], "số") {
            at = on_over_gap(text, word.end);
        }
    }
    number_at(text, at)
}

/// The number that starts at `at`, with its year if it has one, where it is a number for itself.
fn number_at(text: &str, at: usize) -> Option<Range<usize>> {
    let digits = |from: usize| from..from + text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let number = digits(at);
    if !(1..=4).contains(&number.len()) {
        return None;
    }
    let mut end = number.end;
    if text.as_bytes().get(end) == Some(&b'/') {
        let year = digits(end + 1);
        if year.len() != 4 {
            return None;
        }
        end = year.end;
    }
    let after = &text[end..];
    // The number of a symbol, mostly.
    if let [b'/' | b'-', ..] = after.as_bytes() {
        return None;
    }
    let next = after.trim_start_matches([' ', '\t']).chars().next();
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '%' | '_'))
        || after.starts_with(".doc")
        || (after.starts_with(['.', ',']) && after[1..].starts_with(|c: char| c.is_ascii_digit()))
        || matches!(next, Some('/' | '%'));
    (!goes_on).then_some(at..end)
}

/// "Quy chế đào tạo đại học 5115": the number behind a few small words.
fn number_behind_name(text: &str, type_end: usize) -> Option<Range<usize>> {
    let mut at = type_end;
    for _ in 0..10 {
        let word = word_after(text, on_over_gap(text, at));
        if !text[word.clone()].starts_with(char::is_lowercase) {
            return None;
        }
        at = word.end;
        if text[on_over_gap(text, at)..].starts_with(|c: char| c.is_ascii_digit()) {
            return bare_number(text, at);
        }
    }
    None
}

fn mention<'t>(
    normalized: &Normalized<'t>,
    (span, number, doc_type): (Range<usize>, Range<usize>, DocType),
) -> Mention<'t> {
    let text = normalized.as_str();
    let behind = after(text, number.end);
    let short_number = text[number.clone()].into();
    let longest = text.floor_char_boundary(span.start + doc_type.name().len().min(number.start - span.start));
    let longest = &text[span.start..longest];
    let code = longest.split(char::is_whitespace).next().filter(|word| types::find(word) == Some(doc_type));
    let word = span.start..span.start + code.unwrap_or(longest).len();
    let inside = inside(text, span.start, 0);
    let whole = span.start..behind.end.max(number.end);
    let spans = Spans::of(normalized, whole.clone(), &inside);
    let mut mention = Mention::new(&spans, whole, number, Kind::Short);
    mention.citation.doc_type = Some(doc_type);
    mention.citation.short_number = Some(short_number);
    mention.add_part(Part::Type, spans.span(word));
    add_parts(&mut mention, &spans, &behind, &inside);
    mention
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::Document;

    #[test]
    fn no_bare_number_is_passed_over() {
        let pieces = [" ", "số", "1", "2020", "/", "-", "N", "a", ".", "Đ", "*"];
        let count = pieces.len();
        for index in 0..count.pow(5) {
            let text: String = (0..5).map(|place| pieces[index / count.pow(place) % count]).collect();
            let text = format!(" số {text}");
            for behind in [&text, &text[" số".len()..]] {
                let (symbol, word) = (begins_symbol(behind.as_bytes()), begins_other_word(behind.as_bytes()));
                assert!(!symbol && !word || bare_number(behind, 0).is_none(), "{behind:?}");
                assert!(!symbol || number_behind_name(behind, 0).is_none(), "{behind:?}");
            }
        }
    }

    #[test]
    fn a_code_longer_words_follow_is_cut_between_letters() {
        // The code is shorter than the name of its type, and the name would end within a letter.
        let text =
            "ban hành Quy chế kèm theo Quyết định số 12/2024/QĐ-UBND về việc ban hành Quy chế làm việc. QC ờờờờ 12";
        assert_eq!(Document::new(text).mentions()[0].core_str(), "12/2024/QĐ-UBND");
    }
}
