//! What follows a number and symbol: date, issuer, term, in any order.

use std::ops::Range;

use super::begins::MayBegin;
use super::cursor::{is_word, on_over_gap, word_after};
use super::date::{bare_date, date};
use super::grammar::is_superscript;
use super::issuer::{NamedIssuer, issuer};
use super::meeting::plenum;
use crate::citation::{PartialDate, Term};
use crate::text::range_of;

/// Where a date stands, and its value unless it does not exist.
pub(super) type ReadDate = (Range<usize>, Option<PartialDate>);

/// The parts after a symbol.
#[derive(Clone, Debug, Default)]
pub(super) struct After {
    pub(super) date: Option<ReadDate>,
    pub(super) issuer: Option<NamedIssuer>,
    pub(super) term: Option<(Range<usize>, Term)>,
    /// The end of the last part.
    pub(super) end: usize,
}

/// Reads the parts from `at` on.
pub(super) fn after(text: &str, at: usize) -> After {
    let mut read = After { end: over_marks(text, at), ..After::default() };
    let marked = read.end;
    while let Some(end) = next_part(text, &mut read) {
        read.end = end;
    }
    if read.end == marked {
        read.end = at;
    }
    read
}

/// The longest target of a link that is read over, in bytes.
const LONGEST_LINK: usize = 400;

/// Over what may stand right behind a symbol: the number of a footnote, the target of a link, a closing quotation mark.
fn over_marks(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    // Nearly always a blank or a sign follows.
    if matches!(rest.as_bytes(), [] | [b' ' | b',' | b';' | b'.' | b':' | b')' | b'\n', ..]) {
        return at;
    }
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let superscript = rest.len() - rest.trim_start_matches(is_superscript).len();
    if superscript > 0 {
        return at + superscript;
    }
    if let Some(link) = rest.strip_prefix("](") {
        let target = &link.as_bytes()[..link.len().min(LONGEST_LINK)];
        return memchr::memchr(b')', target).map_or(at, |end| at + 2 + end + 1);
    }
    for (open, close) in [('[', ']'), ('(', ')')] {
        let Some(note) = rest.strip_prefix(open) else { continue };
        let len = digits(note);
        if (1..=2).contains(&len) && note[len..].starts_with(close) {
            return at + len + 2;
        }
    }
    if let Some(mark) = rest.chars().next().filter(|c| matches!(c, '”' | '"' | ']')) {
        return at + mark.len_utf8();
    }
    let len = digits(rest);
    let glued = (1..=2).contains(&len) && rest[len..].starts_with([' ', ',']);
    if glued { at + len } else { at }
}

fn next_part(text: &str, read: &mut After) -> Option<usize> {
    let mut at = on_over_gap(text, read.end);
    let sign = text.as_bytes().get(at);
    let bracket = sign == Some(&b'(');
    if bracket || sign == Some(&b',') {
        at = on_over_gap(text, at + 1);
    }
    let may_begin = MayBegin::at(text, at);
    if may_begin == MayBegin::NONE {
        return None;
    }
    if may_begin.has(MayBegin::TERM)
        && read.term.is_none()
        && let Some((range, term)) = term(text, at)
    {
        let end = if bracket {
            let near = &text.as_bytes()[range.end..text.len().min(range.end + 3)];
            memchr::memchr(b')', near).map_or(range.end, |i| range.end + i + 1)
        } else {
            range.end
        };
        read.term = Some((range, term));
        return Some(end);
    }
    if bracket {
        return in_brackets(text, at, read);
    }
    if matches!(text.as_bytes()[at..], [b'-', b' ', ..]) && dash_leads_to_date(text, at + 2) {
        at += 2;
    }
    if may_begin.has(MayBegin::PASSED)
        && read.date.is_none()
        && read.issuer.is_none()
        && let Some((named, range)) = passed(text, at)
    {
        let end = range.0.end;
        read.issuer = Some(named);
        read.date = Some(range);
        return Some(end);
    }
    if may_begin.has(MayBegin::DATE)
        && read.date.is_none()
        && let Some(range) = dated(text, at)
    {
        let end = range.0.end;
        read.date = Some(range);
        return Some(end);
    }
    if may_begin.has(MayBegin::ISSUER)
        && read.issuer.is_none()
        && let Some((named, end)) = issued(text, at)
    {
        read.issuer = Some(named);
        return Some(end);
    }
    None
}

/// "(ngày 08/10/2024 của Chính phủ)": a date, perhaps with the body, and nothing else. A bare "(08/10/2024)" may be any
/// day: that of the news, or of taking effect.
fn in_brackets(text: &str, at: usize, read: &mut After) -> Option<usize> {
    if read.date.is_some() || read.issuer.is_some() {
        return None;
    }
    let date = dated(text, at).filter(|(range, _)| !text[range.clone()].starts_with(|c: char| c.is_ascii_digit()))?;
    let mut end = on_over_gap(text, date.0.end);
    let named = issued(text, end);
    if let Some((_, issuer_end)) = &named {
        end = on_over_gap(text, *issuer_end);
    }
    if !text[end..].starts_with(')') {
        return None;
    }
    read.date = Some(date);
    read.issuer = named.map(|(named, _)| named);
    Some(end + 1)
}

/// "- ngày 03/12/2004", "- 03/12/2004 của Chính phủ": without either word the day may be any.
fn dash_leads_to_date(text: &str, at: usize) -> bool {
    let of = |end: usize| is_word(&text[word_after(text, on_over_gap(text, end))], "của");
    text[at..].starts_with("ngày") || bare_date(&text[at..]).is_some_and(|date| of(at + date.text.len()))
}

/// "đã được Quốc hội thông qua ngày 10/11/2022", "được Chính phủ ban hành ngày …".
fn passed(text: &str, at: usize) -> Option<(NamedIssuer, ReadDate)> {
    let mut at = at;
    let mut verb = word_after(text, at);
    if is_word(&text[verb.clone()], "đã") {
        at = on_over_gap(text, verb.end);
        verb = word_after(text, at);
    }
    if !is_word(&text[verb.clone()], "được") {
        return None;
    }
    let named = issuer(text, on_over_gap(text, verb.end))?;
    let next = on_over_gap(text, named.range.end);
    let verb = word_after(text, next);
    let passes = ["thông", "ban", "ký"].iter().any(|word| is_word(&text[verb.clone()], word));
    passes.then(|| dated(text, next)).flatten().map(|date| (named, date))
}

/// A date, perhaps after "ký", "ban hành", "được … thông qua".
fn dated(text: &str, at: usize) -> Option<ReadDate> {
    let mut at = at;
    for _ in 0..5 {
        // The first letters of these words; one k is the sign of kelvin.
        if !matches!(
            text.as_bytes().get(at),
            Some(b'k' | b'K' | b'b' | b'B' | b'h' | b'H' | b't' | b'T' | b'q' | b'Q' | 0xC4 | 0xE2)
        ) {
            break;
        }
        let word = word_after(text, at);
        if !["ký", "ban", "hành", "được", "thông", "qua", "đã"].iter().any(|verb| is_word(&text[word.clone()], verb))
        {
            break;
        }
        at = on_over_gap(text, word.end);
    }
    // "ngày", "tháng", or a day in digits; most words that follow begin otherwise.
    let begins = matches!(text.as_bytes().get(at), Some(b'n' | b'N' | b't' | b'T' | b'0'..=b'9'));
    if !begins {
        return None;
    }
    let written = date(&text[at..]).or_else(|| bare_date(&text[at..]))?;
    Some((range_of(text, written.text), written.value().ok()))
}

/// "của" or "do" and a body; a plenum also without.
fn issued(text: &str, at: usize) -> Option<(NamedIssuer, usize)> {
    let word = word_after(text, at);
    if text[word.clone()] == *"Hội" {
        return plenum(text, at).map(|named| (named.clone(), named.range.end));
    }
    let (of, by) = (is_word(&text[word.clone()], "của"), is_word(&text[word.clone()], "do"));
    if !of && !by {
        return None;
    }
    let named = issuer(text, on_over_gap(text, word.end))?;
    let mut end = named.range.end;
    if by {
        let verb = word_after(text, on_over_gap(text, end));
        let second = word_after(text, on_over_gap(text, verb.end));
        if !(is_word(&text[verb], "ban") && is_word(&text[second.clone()], "hành")) {
            return None;
        }
        end = second.end;
    }
    Some((named, end))
}

/// "khóa XI", "khoá XI", "Khóa 11".
pub(super) fn term(text: &str, at: usize) -> Option<(Range<usize>, Term)> {
    let word = word_after(text, at);
    if !is_word(&text[word.clone()], "khóa") && !is_word(&text[word.clone()], "khoá") {
        return None;
    }
    let numeral = word_after(text, on_over_gap(text, word.end));
    let value = &text[numeral.clone()];
    let term = value.parse().ok().or_else(|| value.parse().ok().and_then(Term::new))?;
    Some((word.start..numeral.end, term))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_in_any_order() {
        for (text, want) in [
            (
                ", ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng (khóa XI) về",
                ("2013-06-03", "Ban Chấp hành Trung ương Đảng", "XI"),
            ),
            (" của Thủ tướng Chính phủ ngày 26/4/2013 về", ("2013-04-26", "Thủ tướng Chính phủ", "")),
            (" của Bộ Chính trị khoá XII về", ("", "Bộ Chính trị", "XII")),
            (" do Bộ Nội vụ ban hành ngày 15/6/2018", ("2018-06-15", "Bộ Nội vụ", "")),
            (" được thông qua ngày 10/11/2022", ("2022-11-10", "", "")),
            (" về việc của Chính phủ", ("", "", "")),
            (" (ngày 08/10/2024 của Chính phủ) về", ("2024-10-08", "Chính phủ", "")),
            (" (08/10/2024)", ("", "", "")),
            (" (ngày 08/10/2024 còn hiệu lực)", ("", "", "")),
            ("¹ ngày 08/10/2024", ("2024-10-08", "", "")),
            ("1 ngày 08/10/2024", ("2024-10-08", "", "")),
            ("[1] ngày 08/10/2024", ("2024-10-08", "", "")),
            ("](https://a.vn/b) ngày 08/10/2024", ("2024-10-08", "", "")),
            ("” ngày *08/10/2024* của **Chính phủ** về", ("2024-10-08", "Chính phủ", "")),
            (" - ngày 08/10/2024", ("2024-10-08", "", "")),
            (" - 3/12/2004 CỦA CHÍNH PHỦ", ("2004-12-03", "CHÍNH PHỦ", "")),
            (" - 3/12/2004 có hiệu lực", ("", "", "")),
            (" được Chính phủ ban hành ngày 08/10/2024", ("2024-10-08", "Chính phủ", "")),
            (" ngày 04/11/2013 Hội nghị Trung ương 8 khóa XI", ("2013-11-04", "Hội nghị Trung ương 8", "XI")),
            ("; ngày 1/2/2003", ("", "", "")),
        ] {
            let read = after(text, 0);
            let got = (
                read.date.and_then(|(_, d)| d).map_or(String::new(), |d| d.to_string()),
                read.issuer.map_or(String::new(), |i| i.issuer.to_string()),
                read.term.map_or(String::new(), |(_, t)| t.to_string()),
            );
            assert_eq!((got.0.as_str(), got.1.as_str(), got.2.as_str()), want, "{text}");
        }
    }
}
