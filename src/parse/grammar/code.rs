//! One group of letters of a symbol.

use nom::IResult;

use crate::text::is_word_char;
use crate::vocab::codes::{self, Facts};

/// A group of letters that can be a code; glued words and footnote digits after it are left.
pub(super) fn code(input: &str) -> IResult<&str, Code<'_>> {
    let error = || nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Alpha));
    let code = plain(input).or_else(|| any(input)).ok_or_else(error)?;
    Ok((&input[code.text.len()..], code))
}

/// The letters of a code and what is known of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Code<'t> {
    pub(super) text: &'t str,
    pub(super) facts: Facts,
}

/// Reads a code in any form.
fn any(input: &str) -> Option<Code<'_>> {
    let is_part = |c: char| (is_word_char(c) || c == '&') && !is_superscript(c);
    let part_len = |text: &str| -> usize { text.chars().take_while(|&c| is_part(c)).map(char::len_utf8).sum() };
    let mut len = part_len(input);
    // A dot inside, when capitals go on behind it: `NQ.HĐTP`.
    while let Some(after) = input[len..].strip_prefix('.')
        && len > 0
        && after.starts_with(char::is_uppercase)
        && input[..len].chars().all(char::is_uppercase)
        && after[..part_len(after)].chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
    {
        len += 1 + part_len(after);
    }
    let token = &input[..len];
    let facts = codes::facts(token);
    let end = code_end(token, facts)?;
    let facts = if end == len { facts } else { codes::facts(&input[..end]) };
    Some(Code { text: &input[..end], facts })
}

/// A known code of letters of ASCII and Đ that a sign of ASCII ends, as nearly all are; `None` leaves it to [`any`].
fn plain(input: &str) -> Option<Code<'_>> {
    let bytes = input.as_bytes();
    let mut end = 0;
    loop {
        match bytes.get(end..).unwrap_or_default() {
            [first, ..] if first.is_ascii_alphabetic() => end += 1,
            // Only the first letter may not be a digit.
            [first, ..] if first.is_ascii_digit() && end > 0 => end += 1,
            [0xC4, 0x90, ..] => end += 2,
            [] => break,
            [first, ..] if first.is_ascii() && !matches!(first, b'&' | b'.') => break,
            _ => return None,
        }
    }
    let text = input.get(..end).filter(|text| (1..=LONGEST).contains(&text.len()))?;
    let facts = codes::facts(text);
    facts.is_known().then_some(Code { text, facts })
}

/// How many letters a code may have.
const LONGEST: usize = 36;

/// Where the code that a token starts with ends, if it can be one.
fn code_end(token: &str, facts: Facts) -> Option<usize> {
    if token.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if token.is_empty() || token.chars().count() > LONGEST {
        return known_prefix(token).filter(|_| codes::right_case(token).is_none());
    }
    if facts.is_known() {
        return Some(token.len());
    }
    if codes::right_case_of_unknown(token).is_some() {
        return Some(glued_end(token));
    }
    known_prefix(token).or_else(|| is_plausible(token).then(|| glued_end(token)))
}

/// The number of a footnote: `CP¹`.
pub(in crate::parse) const fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// Where the code in a plausible token that is not known ends: before footnote digits glued to a known code (`CP1`). No
/// footnote starts with 0, but units of the police do: `PC04`; the State Bank numbered its units until 2007: `QĐ-NHNN1`; and
/// committees have the number of what they are for: `BCĐ35`, `BCĐ389`.
fn glued_end(token: &str) -> usize {
    let bare = token.trim_end_matches(|c: char| c.is_ascii_digit());
    let unit = matches!(bare, "NHNN" | "NH" | "BCĐ" | "TBCĐ" | "TCT") || token[bare.len()..].starts_with('0');
    let glued = bare.len() < token.len() && !unit;
    if glued && codes::is_known(bare) { bare.len() } else { token.len() }
}

/// The longest known code that a lower-case word is glued to: `CPngày` → `CP`.
fn known_prefix(token: &str) -> Option<usize> {
    if !token.ends_with(char::is_lowercase) {
        return None;
    }
    token
        .char_indices()
        .map(|(at, _)| at)
        .rev()
        .find(|&at| at >= 2 && token[at..].chars().all(char::is_lowercase) && codes::is_known(&token[..at]))
}

/// Whether letters that no table has look like a code: mostly capitals without tone marks.
fn is_plausible(token: &str) -> bool {
    let (mut upper, mut lower) = (0, 0);
    for c in token.chars() {
        if !is_code_char(c) {
            return false;
        }
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    let lower_case = upper == 0 && codes::right_marks(token).is_some();
    lower_case || (token.starts_with(char::is_uppercase) && upper >= lower)
}

/// Acronyms carry the letters' own marks, never a tone mark.
fn is_code_char(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '&' | '.' | 'Đ' | 'đ' | 'Ă' | 'ă' | 'Â' | 'â' | 'Ê' | 'ê' | 'Ô' | 'ô' | 'Ơ' | 'ơ' | 'Ư' | 'ư')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_reads_what_the_long_one_does() {
        let pieces = ["NĐ", "CP", "QH", "15", "TTg", "P", "PC0", "4", "&", ".", "-", "¹", "ngày", " ", "Đ", "ô"];
        let count = pieces.len();
        let mut seen = 0;
        for index in 0..count.pow(4) {
            let text: String = (0..4).map(|place| pieces[index / count.pow(place) % count]).collect();
            if let Some(short) = plain(&text) {
                assert_eq!(Some(short), any(&text), "{text}");
                seen += 1;
            }
        }
        assert!(seen > 1_000, "{seen}");
    }
}
