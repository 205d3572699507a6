//! Which groups of letters behind a number are believed to be its codes, where blanks stand between them or a sign is lost.

use super::{RawGroup, signed_group};
use crate::citation::Separator;
use crate::vocab::codes;

/// Whether a group may be the first of a symbol, with what stands behind it. With a `cue` more is believed.
pub(super) fn first_fits(group: &RawGroup<'_>, numbered: bool, cue: bool, rest: &str) -> bool {
    let lower = !group.code.starts_with(char::is_uppercase);
    if group.separator.is_none() {
        return cue && numbered && (group.before.is_empty() || !group.before.contains('\t'));
    }
    match (numbered, group.is_tight()) {
        (false, _) => group.after.is_empty() && !lower,
        (true, true) => !lower || cue,
        // An unknown type needs a known body: "số 17 - CTrHĐ/HU".
        (true, false) if !group.before.is_empty() && !group.after.is_empty() => {
            group.facts.is_type() || (cue && has_known_body(rest))
        }
        (true, false) if !lower && (group.facts.is_known() || codes::right_case(group.code).is_some()) => true,
        (true, false) => cue && !group.after.contains('\n') && group.code.chars().count() >= 2,
    }
}

/// Whether a group still belongs to the symbol of those before it.
pub(super) fn next_fits(groups: &[RawGroup<'_>], group: &RawGroup<'_>, rest: &str) -> bool {
    let previous = &groups[groups.len() - 1];
    if group.separator.is_none() {
        return groups.len() == 1 && previous.separator.is_some() && previous.facts.is_type();
    }
    if group.before == "\n" {
        return groups.len() == 1 && previous.facts.is_type() && group.facts.is_issuer();
    }
    if group.is_tight() {
        return true;
    }
    let capitals = group.code.chars().count() >= 2 && group.code.chars().all(|c| !c.is_lowercase());
    let broken_line = group.before.is_empty() && group.after.contains('\n');
    if groups.len() == 1 {
        let known = group.facts.is_issuer();
        let type_or_body = previous.facts.is_known()
            || codes::right_case(previous.code).is_some()
            || codes::right_marks(previous.code).is_some();
        return type_or_body && (known || (broken_line && capitals) || is_department(previous, group, rest));
    }
    broken_line && capitals || is_further_code(groups, group, rest)
}

/// Whether a third or later code belongs to the symbol across a blank: at one side of the hyphen where the symbol goes on or
/// ends behind it (`TTLT-BNV- BTC ngày`, `TTLT-BNV- BTC-BTP`); at both only before the date, and a body in a joint document
/// (`NQLT-UBTVQH15 - CP-…`). A place behind it makes it a body of the sentence: `KH-UBND -UBND tỉnh`.
fn is_further_code(groups: &[RawGroup<'_>], group: &RawGroup<'_>, rest: &str) -> bool {
    if group.separator != Some(Separator::Hyphen) || !is_unit(group) || group.after.contains('\n') {
        return false;
    }
    let words = rest.trim_start_matches([' ', '\t']);
    let goes_on = || signed_group(rest).is_ok_and(|(_, next)| next.is_tight() && is_unit(&next));
    let is_dated = words.starts_with("ngày");
    if !group.before.is_empty() && !group.after.is_empty() {
        return is_dated || codes::is_joint(groups[0].code) && group.facts.is_issuer() && goes_on();
    }
    // "5/KH-UBND- MTTQ quy định": the bodies of every commune are mostly what the sentence goes on with.
    if matches!(group.code, "MTTQ" | "HĐND" | "UBND" | "ĐU") && !codes::is_joint(groups[0].code) {
        return is_dated || words.starts_with("của ") || goes_on();
    }
    const FOLLOWS: [&str; 5] = ["của", "giữa", "về", "quy định", "hướng dẫn"];
    let ends = |c: char| matches!(c, ',' | ';' | '.' | ')' | '|' | '\n');
    is_dated
        || words.is_empty()
        || words.starts_with(ends)
        || FOLLOWS.iter().any(|word| words.starts_with(word))
        || goes_on()
}

/// What stands behind a group, on over a digit that is the number of a unit: `UBND-KT1`, `QĐ-SCN-CN2`, behind the code of its body.
/// Behind the code of the body itself, and in joint documents, it is the number of a footnote.
pub(super) fn over_unit_number<'t>(
    groups: &[RawGroup<'t>],
    input: &'t str,
    group: &mut RawGroup<'t>,
    behind: &'t str,
) -> &'t str {
    let is_body = |group: &RawGroup<'_>| group.facts.is_issuer() && !group.facts.is_type();
    let numbered =
        matches!(behind.as_bytes(), [b'1'..=b'9'] | [b'1'..=b'9', ..=b'/' | b':'..=b'@' | b'['..=b'`' | b'{'.., ..]);
    let is_unit = groups.len() >= 2 || groups.iter().any(is_body);
    if !numbered || !is_unit || codes::is_joint(groups[0].code) {
        return behind;
    }
    let end = input.len() - behind.len() + 1;
    group.code = &input[end - 1 - group.code.len()..end];
    group.facts = codes::facts(group.code);
    &input[end..]
}

/// Whether letters are those of a body or unit: two capitals or more, and no marks but that of Đ.
fn is_unit(group: &RawGroup<'_>) -> bool {
    let letters = |keep: fn(char) -> bool| group.code.chars().filter(|&c| keep(c)).count();
    letters(char::is_uppercase) >= 2 && letters(|c| !c.is_ascii() && c != 'Đ') == 0
}

/// Whether a known body follows the first code, without blanks.
fn has_known_body(rest: &str) -> bool {
    signed_group(rest).is_ok_and(|(_, body)| body.is_tight() && body.facts.is_issuer())
}

/// Whether a department follows the body that wrote a letter, with a blank at one side of the hyphen (`769/UBND- NC`),
/// or at both where the date follows (`769/UBND - NC ngày`).
fn is_department(body: &RawGroup<'_>, group: &RawGroup<'_>, rest: &str) -> bool {
    let one_sided = group.before.is_empty() != group.after.is_empty();
    body.separator == Some(Separator::Slash)
        && group.separator == Some(Separator::Hyphen)
        && body.facts.is_issuer()
        && !body.facts.is_type()
        && is_unit(group)
        && !group.after.contains('\n')
        && (one_sided || rest.trim_start().starts_with("ngày"))
}
