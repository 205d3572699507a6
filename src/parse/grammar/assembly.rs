//! Codes of the National Assembly with a blank inside: `QH 15`, `UBTV QH15`, `QH1 5`.

use super::RawGroup;
use crate::text::is_word_char;
use crate::vocab::codes::{self, Facts};
use crate::vocab::terms;

/// Goes on over the blank where the group that `input` begins with is the beginning of such a code and its term is one of the
/// year; gives what stands behind the group.
pub(super) fn over_blank<'t>(input: &'t str, group: &mut RawGroup<'t>, behind: &'t str, year: Option<&str>) -> &'t str {
    match whole(group.code, behind, year) {
        Some((facts, rest)) => {
            let start = input.len() - behind.len() - group.code.len();
            group.code = &input[start..input.len() - rest.len()];
            group.facts = facts;
            rest
        }
        None => behind,
    }
}

/// What is known of the whole code that `code` begins, and what stands behind it.
fn whole<'t>(code: &str, mut rest: &'t str, year: Option<&str>) -> Option<(Facts, &'t str)> {
    // Most codes have nothing to do with it.
    if !matches!(code.as_bytes(), [b'Q', b'H', ..] | [b'U', b'B', b'T', b'V', ..]) || !rest.starts_with(' ') {
        return None;
    }
    let year = year?.parse().ok()?;
    let mut letters = code.to_owned();
    while let Some(piece) = rest.strip_prefix(' ') {
        let length = piece.find(|c| !is_word_char(c)).unwrap_or(piece.len());
        let (piece, behind) = piece.split_at(length);
        letters.push_str(piece);
        if !is_beginning(&letters) || piece.is_empty() {
            return None;
        }
        rest = behind;
        if codes::assembly(&letters).is_some_and(|(_, term)| terms::assembly_terms_of(year).contains(&term)) {
            return Some((codes::facts(&letters), rest));
        }
    }
    None
}

/// Whether letters can be the beginning of a code of the National Assembly.
fn is_beginning(letters: &str) -> bool {
    let digits = letters.strip_prefix("UBTVQH").or_else(|| letters.strip_prefix("QH"));
    digits.is_some_and(|digits| digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}
