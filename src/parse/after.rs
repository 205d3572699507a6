//! What follows a number and symbol: date, issuer, term, in any order.

use std::ops::Range;

use super::begins::MayBegin;
use super::cursor::{is_word, on_over_gap, word_after};
use super::dated::{ReadDate, dash_leads_to_date, dated};
use super::issuer::{NamedIssuer, issuer, issuers_between};
use super::marks::over_marks;
use super::meeting::plenum;
use super::passed::passed;
use super::session::session;
use crate::citation::Term;

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

fn next_part(text: &str, read: &mut After) -> Option<usize> {
    let mut at = on_over_gap(text, read.end);
    let sign = text.as_bytes().get(at);
    let bracket = sign == Some(&b'(');
    if bracket || sign == Some(&b',') {
        at = on_over_gap(text, at + 1);
    } else if matches!(sign, Some(b'/' | b'.' | b'-')) {
        // "30/2020/NĐ-CP. ngày", "khóa XV - kỳ họp thứ 5": a slip, or a dash.
        let next = on_over_gap(text, at + 1);
        // "Luật Du lịch. ngày 15/12/2017": the date may be of another document.
        let symbol = sign == Some(&b'-') || text[..at].ends_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if symbol && ["ngày", "kỳ họp", "Kỳ họp"].iter().any(|word| text[next..].starts_with(word)) {
            at = next;
        }
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
            // "(khóa XV, kỳ họp thứ 5)"
            let met = text[range.end..].strip_prefix(", ").and_then(|_| session(text, range.end + 2));
            let end = met.unwrap_or(range.end);
            let near = &text.as_bytes()[end..text.len().min(end + 3)];
            memchr::memchr(b')', near).map_or(range.end, |i| end + i + 1)
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
        && let Some(end) = passed(text, at, read)
    {
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
    if may_begin.has(MayBegin::SESSION) { met(text, at, read) } else { None }
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

/// When a body met, of a citation that has its body; or with the body behind it: "tại kỳ họp thứ 5 của Hội đồng nhân dân tỉnh".
fn met(text: &str, at: usize, read: &mut After) -> Option<usize> {
    let end = session(text, at)?;
    if read.issuer.is_none() {
        let next = on_over_gap(text, end);
        let comma = text[next..].starts_with(',').then(|| issuer(text, on_over_gap(text, next + 1))).flatten();
        let named = comma.or_else(|| issued(text, next).map(|(named, _)| named))?;
        let end = named.range.end;
        read.issuer = Some(named);
        return Some(end);
    }
    Some(end)
}

/// "của" or "do" and a body; "giữa" and several; a plenum also without.
fn issued(text: &str, at: usize) -> Option<(NamedIssuer, usize)> {
    let word = word_after(text, at);
    if text[word.clone()] == *"Hội" {
        return plenum(text, at).map(|named| (named.clone(), named.range.end));
    }
    if is_word(&text[word.clone()], "giữa") {
        return issuers_between(text, on_over_gap(text, word.end)).map(|named| (named.clone(), named.range.end));
    }
    let (of, by) = (is_word(&text[word.clone()], "của"), is_word(&text[word.clone()], "do"));
    if !of && !by {
        return None;
    }
    let mut start = on_over_gap(text, word.end);
    // "của của": the word stands twice.
    let again = word_after(text, start);
    if of && is_word(&text[again.clone()], "của") {
        start = on_over_gap(text, again.end);
    }
    let named = issuer(text, start)?;
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
    fn signs_before_a_date() {
        for (text, want) in [
            ("12/NQ-CP. ngày 10/12/2020 của Chính phủ", Some("ngày 10/12/2020")),
            ("12/NQ-CP/ ngày 10/12/2020", Some("ngày 10/12/2020")),
            ("Luật Du lịch. ngày 15/12/2017 của Bộ Y tế", None),
        ] {
            let end = text.find([' ', '.']).filter(|_| !text.starts_with('L')).unwrap_or("Luật Du lịch".len());
            let end = if text[..end].ends_with('/') { end - 1 } else { end };
            assert_eq!(after(text, end).date.map(|(range, _)| &text[range]), want, "{text}");
        }
    }

    #[test]
    fn parts_in_any_order() {
        for (text, want) in [
            (
                ", ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng (khóa XI) về",
                ("2013-06-03", "Ban Chấp hành Trung ương Đảng", "XI"),
            ),
            (" của Thủ tướng Chính phủ ngày 26/4/2013 về", ("2013-04-26", "Thủ tướng Chính phủ", "")),
            (" giữa Bộ Nội vụ với Bộ Y tế ngày 02/3/2020 về", ("2020-03-02", "Bộ Nội vụ với Bộ Y tế", "")),
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
            (" đã được Quốc hội khóa XI thông qua ngày 29/11/2005", ("2005-11-29", "Quốc hội", "XI")),
            (
                " được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XI, kỳ họp thứ 8 thông qua ngày 29/11/2005",
                ("2005-11-29", "Quốc hội", "XI"),
            ),
            (
                " được HĐND tỉnh (khóa XVII) thông qua tại kỳ họp thứ 5 ngày 11/6/2020",
                ("2020-06-11", "HĐND tỉnh", "XVII"),
            ),
            (" được Quốc hội thông qua tại kỳ họp thứ 3 ngày 18/11/2022 của Thủ tướng Chính phủ", ("", "", "")),
            (" của HĐND tỉnh khóa XVII, kỳ họp thứ 5 ngày 11/6/2020 về", ("2020-06-11", "HĐND tỉnh", "XVII")),
            (" của HĐND tỉnh (khóa XVII, kỳ họp thứ 5) ngày 11/6/2020", ("2020-06-11", "HĐND tỉnh", "XVII")),
            (" ngày 11/6/2020 tại Kỳ họp thứ 5 của HĐND tỉnh khóa XVII", ("2020-06-11", "HĐND tỉnh", "XVII")),
            (" ngày 11/6/2020, kỳ họp thứ 5, HĐND tỉnh khóa XVII", ("2020-06-11", "HĐND tỉnh", "XVII")),
            (" ngày 11/6/2020 tại kỳ họp thứ 5, các đại biểu của HĐND tỉnh", ("2020-06-11", "", "")),
            (" của của Bộ Tài chính ngày ngày 08/10/2024", ("2024-10-08", "Bộ Tài chính", "")),
            (" hồi 10 giờ 30 phút ngày 10/12/2020 của Sở Y tế", ("2020-12-10", "Sở Y tế", "")),
            (" cùng ngày 10/12/2020", ("2020-12-10", "", "")),
            (" phát hành ngày 10/12/2020", ("2020-12-10", "", "")),
            (" -ngày 10/12/2020", ("2020-12-10", "", "")),
            (". Ngày 10/12/2020, Chính phủ", ("", "", "")),
            ("(TH) ngày 10/12/2020", ("2020-12-10", "", "")),
            (" ngày …/…/2023 của Chính phủ", ("2023", "Chính phủ", "")),
            (" ngày .../5/2023 của Chính phủ", ("2023-05", "Chính phủ", "")),
            (" ngày …. của Chính phủ", ("", "Chính phủ", "")),
            (" ngày của Chính phủ", ("", "Chính phủ", "")),
            (" ngày 12/52023 của Chính phủ", ("", "Chính phủ", "")),
            (" ngày 12//5/2023 của Chính phủ", ("", "Chính phủ", "")),
            (" ngày 12/5 năm 2023 của Chính phủ", ("2023-05-12", "Chính phủ", "")),
            (" ngày 12 tháng 5/2023 của Chính phủ", ("2023-05-12", "Chính phủ", "")),
            (" ngày: 12/5/2023 của Chính phủ", ("2023-05-12", "Chính phủ", "")),
            (" ngày 12/5 của Chính phủ", ("", "", "")),
            (" ngày họp của Chính phủ", ("", "", "")),
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
