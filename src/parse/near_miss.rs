//! What looks like a number with a symbol and was not read as one, with the reason: so that "0 findings" can be believed.

use std::ops::Range;

use serde::Serialize;

use super::cursor::{back_over_gap, is_word, tail_before, word_before};
use super::{Mention, Starts};
use crate::text::{Normalized, Span, fold};

/// A string that looks like a number with a symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// Where it stands.
    pub span: Span,
    /// Why it is not a citation.
    pub reason: Reason,
}

/// Why a string that looks like a citation is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The number of a form, a table, an appendix: `Mẫu số 01/BC-UBND`.
    Form,
    /// A standard or technical regulation: `QCVN 06:2022/BXD`.
    Standard,
    /// Part of a file name or an address.
    FileName,
    /// Neither its letters nor the words before it say that it is a document.
    NoEvidence,
}

/// The near misses of a text that `mentions`, sorted by their cores, do not cover, in order.
///
/// ```
/// use cite_lint::parse::{Reason, near_misses};
/// use cite_lint::resolve::Document;
///
/// let document = Document::new("theo Mẫu số 01/BCKQ ban hành kèm theo Thông tư số 02/2020/TT-BNV");
/// let missed = near_misses(document.normalized(), document.mentions());
/// assert_eq!(missed.len(), 1);
/// assert_eq!(missed[0].reason, Reason::Form);
/// ```
pub fn near_misses(normalized: &Normalized<'_>, mentions: &[Mention<'_>]) -> Vec<NearMiss> {
    near_misses_at(normalized, mentions, &Starts::of(normalized.as_str()).signs)
}

/// The same, where it is known which signs of the text a code may follow.
pub(crate) fn near_misses_at(normalized: &Normalized<'_>, mentions: &[Mention<'_>], signs: &[usize]) -> Vec<NearMiss> {
    let text = normalized.as_str();
    let overlapped =
        |mentions: &[Mention<'_>], span: Span| mentions.first().is_some_and(|mention| mention.core().overlaps(span));
    let ends_before = |mention: &Mention<'_>, span: Span| mention.core().end() <= span.start();
    let is_read = |range: Range<usize>| {
        let span = normalized.span(range);
        let next = mentions.partition_point(|mention| ends_before(mention, span));
        overlapped(&mentions[next..], span)
    };
    // Signs are asked for in rising order.
    let mut left = mentions;
    let is_sign_read = |sign: usize| {
        let span = normalized.span(sign..sign + 1);
        left = &left[left.iter().take_while(|mention| ends_before(mention, span)).count()..];
        overlapped(left, span)
    };
    look_likes(text, signs, is_sign_read)
        .into_iter()
        .filter(|range| !is_read(range.clone()))
        .map(|range| NearMiss { span: normalized.span(range.clone()), reason: reason(text, &range) })
        .collect()
}

/// The strings that look like a number with a symbol, in order, but for those whose sign `is_read`. Two capitals behind a
/// sign are rare enough to try the pattern around them only.
fn look_likes(text: &str, signs: &[usize], mut is_read: impl FnMut(usize) -> bool) -> Vec<Range<usize>> {
    /// How far before its last sign a number may start, and how long its codes are, in bytes.
    const BEFORE: usize = 16;
    const BEHIND: usize = 80;
    let mut done = 0;
    let mut found = Vec::new();
    for &sign in signs {
        let (before, after) = (&text.as_bytes()[..sign], &text.as_bytes()[sign + 1..]);
        if sign < done || !leads_to_capitals(after) || !follows_number(before) || is_read(sign) {
            continue;
        }
        let start = text.ceil_char_boundary(sign.saturating_sub(BEFORE)).max(done);
        let end = text.floor_char_boundary(sign.saturating_add(BEHIND).min(text.len()));
        if let Some(range) = look_like_around(&text[..end], start, sign) {
            done = range.end;
            found.push(range);
        }
    }
    found
}

/// Whether a number stands before, perhaps with a letter or a blank behind it.
fn follows_number(before: &[u8]) -> bool {
    let before = before.strip_suffix(b" ").unwrap_or(before);
    matches!(before, [.., b'0'..=b'9'] | [.., b'0'..=b'9', b'a'..=b'z'])
}

/// Whether two capitals follow, perhaps behind a blank.
fn leads_to_capitals(after: &[u8]) -> bool {
    let after = after.strip_prefix(b" ").unwrap_or(after);
    let capital = |bytes: &[u8]| match bytes {
        [b'A'..=b'Z', ..] => 1,
        [0xC4, 0x90, ..] => 2,
        _ => 0,
    };
    let first = capital(after);
    first > 0 && capital(&after[first..]) > 0
}

/// What looks like a number with a symbol and has the sign in it, from `start` on.
fn look_like_around(text: &str, start: usize, sign: usize) -> Option<Range<usize>> {
    let mut at = start;
    while at <= sign {
        match look_like(text.get(at..).unwrap_or_default()) {
            Some(length) if at + length > sign => return Some(at..at + length),
            Some(length) => at += length,
            None => at += 1,
        }
    }
    None
}

/// How long what looks like a number with a symbol at the start is: up to six digits, perhaps a letter and a year, a sign, then two
/// capitals or more; the widest shape worth showing.
fn look_like(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let is_capital = |c: char| c.is_ascii_uppercase() || c == 'Đ';
    let in_code = |c: char| c.is_ascii_alphanumeric() || matches!(c, 'Đ' | 'đ' | '&');
    let number = Some(digits(text)).filter(|count| (1..=6).contains(count))?;
    let mut rest = &text[number..];
    rest = rest.strip_prefix(|c: char| c.is_ascii_lowercase()).unwrap_or(rest);
    if let Some(year) = rest.strip_prefix('/')
        && digits(year) >= 4
    {
        rest = &year[4..];
    }
    rest = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix(['-', '/'])?;
    rest = rest.strip_prefix(' ').unwrap_or(rest);
    rest.strip_prefix(is_capital)?.strip_prefix(is_capital)?;
    rest = rest.trim_start_matches(in_code);
    while let Some(code) = rest.strip_prefix(['-', '/']).filter(|code| code.starts_with(is_capital)) {
        rest = code.trim_start_matches(in_code);
    }
    Some(text.len() - rest.len())
}

fn reason(text: &str, range: &Range<usize>) -> Reason {
    const FORMS: [&str; 11] = ["mẫu", "biểu", "bảng", "lục", "đơn", "phiếu", "khai", "sổ", "hình", "từ", "hiệu"];
    const STANDARDS: [&str; 6] = ["TCVN", "QCVN", "TCXD", "TCN", "ISO", "QTKĐ"];
    let token = token_start(text, range.start);
    let before = tail_before(text, token, 24);
    let mut after = text[range.end..].chars();
    let goes_on = matches!(after.next(), Some('_' | '.' | '%')) && after.next().is_some_and(char::is_alphanumeric);
    let word = name_before(text, token);
    if before.ends_with(['_', '=', '%']) || goes_on || is_slug(&text[token..range.end]) {
        Reason::FileName
    } else if STANDARDS.iter().any(|standard| before.contains(standard)) {
        Reason::Standard
    } else if FORMS.contains(&fold(&text[word]).as_str()) {
        Reason::Form
    } else {
        Reason::NoEvidence
    }
}

/// The start of the run of letters, digits and signs that leads to `at`: "01-1/TB" before "1/TB".
fn token_start(text: &str, at: usize) -> usize {
    let run = text[..at].chars().rev().take(60).take_while(|&c| c.is_alphanumeric() || matches!(c, '-' | '.' | '/'));
    at - run.map(char::len_utf8).sum::<usize>()
}

/// The word before a number, "số" and a colon apart.
fn name_before(text: &str, at: usize) -> Range<usize> {
    let colon = back_over_gap(text, at);
    let at = text[..colon].strip_suffix([':', '(']).map_or(colon, |rest| back_over_gap(text, rest.len()));
    let word = word_before(text, at);
    if is_word(&text[word.clone()], "số") { word_before(text, back_over_gap(text, word.start)) } else { word }
}

/// Whether a token is made for the name of a file or an address: `89-2025-QH15`, `Nghi-dinh-115-2020-ND-CP`.
fn is_slug(token: &str) -> bool {
    let parts: Vec<&str> = token.split('-').collect();
    let year = |part: &&str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    parts.len() >= 3 && parts.iter().any(year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::Document;

    #[test]
    fn the_shape_is_that_of_its_pattern() {
        let pattern = r"^[0-9]{1,6}[a-z]?(?:/[0-9]{4})? ?[-/] ?[A-ZĐ]{2}[A-ZĐa-zđ0-9&]*(?:[-/][A-ZĐ][A-ZĐa-zđ0-9&]*)*";
        let pattern = regex::Regex::new(pattern).unwrap();
        let pieces = ["1", "12345", "a", "/2024", "/", "-", " ", "AB", "Đ", "đ&", "QĐ-UBND", "."];
        let all = pieces.len();
        for number in 0..all.pow(4) {
            let text: String = (0..4).map(|place| pieces[number / all.pow(place) % all]).collect();
            for text in [format!("1{text}"), format!("12/2024{text}"), text] {
                assert_eq!(look_like(&text), pattern.find(&text).map(|found| found.end()), "{text:?}");
            }
        }
    }

    #[test]
    fn each_with_its_reason() {
        for (text, want) in [
            ("Mẫu số 01/HNCT", Some(Reason::Form)),
            ("QCVN 06:2022/BXD", Some(Reason::Standard)),
            ("keyword=37/2001/TTLT", Some(Reason::FileName)),
            ("  - 89-2025-QH15", Some(Reason::FileName)),
            ("van-ban/Nghi-dinh-115-2020-ND-CP-tuyen-dung", Some(Reason::FileName)),
            ("mẫu số 01-1/TB-TĐT", Some(Reason::Form)),
            ("Mẫu số: 04/SS-HĐĐT", Some(Reason::Form)),
            ("Hình 5-PLIa", Some(Reason::Form)),
            ("TDT 2240/ĐLHCM-XV", Some(Reason::NoEvidence)),
            ("Quyết định số 20/QĐ-UBND", None),
            ("ngày 03/6/2013", None),
        ] {
            let document = Document::new(text);
            let missed = near_misses(document.normalized(), document.mentions());
            assert_eq!(missed.first().map(|missed| missed.reason), want, "{text}");
        }
    }
}
