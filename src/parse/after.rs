//! What follows a number and symbol: date, issuer, term, in any order.

use std::ops::Range;

use super::cursor::{is_word, on_over_gap, word_after};
use super::date::{bare_date, date};
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
    let mut read = After { end: at, ..After::default() };
    while let Some(end) = next_part(text, &mut read) {
        read.end = end;
    }
    read
}

fn next_part(text: &str, read: &mut After) -> Option<usize> {
    let mut at = on_over_gap(text, read.end);
    let bracket = text[at..].starts_with('(');
    let comma = text[at..].starts_with(',');
    if bracket || comma {
        at = on_over_gap(text, at + 1);
    }
    if read.term.is_none()
        && let Some((range, term)) = term(text, at)
    {
        let end = if bracket {
            text[range.end..].find(')').filter(|&i| i < 3).map_or(range.end, |i| range.end + i + 1)
        } else {
            range.end
        };
        read.term = Some((range, term));
        return Some(end);
    }
    if bracket {
        return None;
    }
    if read.date.is_none()
        && read.issuer.is_none()
        && let Some((named, range)) = passed(text, at)
    {
        let end = range.0.end;
        read.issuer = Some(named);
        read.date = Some(range);
        return Some(end);
    }
    if read.date.is_none()
        && let Some(range) = dated(text, at)
    {
        let end = range.0.end;
        read.date = Some(range);
        return Some(end);
    }
    if read.issuer.is_none()
        && let Some((named, end)) = issued(text, at)
    {
        read.issuer = Some(named);
        return Some(end);
    }
    None
}

/// "đã được Quốc hội thông qua ngày 10/11/2022".
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
    is_word(&text[word_after(text, next)], "thông").then(|| dated(text, next)).flatten().map(|date| (named, date))
}

/// A date, perhaps after "ký", "ban hành", "được … thông qua".
fn dated(text: &str, at: usize) -> Option<ReadDate> {
    let mut at = at;
    for _ in 0..5 {
        let word = word_after(text, at);
        if !["ký", "ban", "hành", "được", "thông", "qua", "đã"].iter().any(|verb| is_word(&text[word.clone()], verb))
        {
            break;
        }
        at = on_over_gap(text, word.end);
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
