//! A year behind the codes, where it does not belong.

use super::RawGroup;
use crate::text::is_word_char;

/// The year behind the codes of a type and its body, where nothing goes on behind it: `181/NĐ-CP/2004`.
pub(super) fn late_year<'t>(groups: &[RawGroup<'t>], rest: &'t str) -> Option<&'t str> {
    let year = rest.strip_prefix('/')?;
    let is_year = matches!(year.as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]);
    let digits = year.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let ends = !year[digits..].starts_with(|c: char| is_word_char(c) || matches!(c, '/' | '-'));
    let [kind, body] = groups else { return None };
    let are_codes = kind.facts.is_type() && body.facts.is_strong_issuer() && kind.code != "HĐ";
    (is_year && digits == 4 && ends && are_codes).then(|| &year[..4])
}
