//! Codes inside symbols: what a group of letters is, and which known code a misspelt one must be.

use std::sync::LazyLock;

use rustc_hash::FxHashMap as HashMap;

use super::{issuers, types};
use crate::citation::System;
use crate::text::strip_marks;

/// Whether the code is one of a document type (`NĐ`, `CTr`), exactly as written.
pub fn is_type(code: &str) -> bool {
    !types::of_code(code).is_empty()
}

/// Whether the code is one of an issuing body, exactly as written; the National Assembly's carry their term (`QH15`).
pub fn is_issuer(code: &str) -> bool {
    issuers::of_code(code).next().is_some() || assembly(code).is_some() || is_school(code)
}

/// Whether the code is in any table.
pub fn is_known(code: &str) -> bool {
    is_type(code) || is_issuer(code)
}

/// The body and term of a code of the National Assembly: `QH15`, `UBTVQH13`.
///
/// ```
/// assert_eq!(cite_lint::vocab::codes::assembly("UBTVQH13"), Some(("UBTVQH", 13)));
/// ```
pub fn assembly(code: &str) -> Option<(&'static str, u8)> {
    let (body, digits) = code
        .strip_prefix("UBTVQH")
        .map(|digits| ("UBTVQH", digits))
        .or_else(|| code.strip_prefix("QH").map(|digits| ("QH", digits)))?;
    let canonical = !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit());
    let term: u8 = canonical.then(|| digits.parse().ok()).flatten()?;
    (1..=30).contains(&term).then_some((body, term))
}

/// Whose way of numbering the code's body follows, when every body of that code agrees and one row is well sourced.
pub fn system(code: &str) -> Option<System> {
    if assembly(code).is_some() || is_school(code) {
        return Some(System::State);
    }
    let mut bodies = issuers::of_code(code);
    let first = bodies.next()?;
    let mut agree = !first.is_weak();
    for body in bodies {
        if body.system != first.system {
            return None;
        }
        agree |= !body.is_weak();
    }
    agree.then_some(first.system)
}

/// The one known code that differs from `code` only in case: `Ctr` → `CTr`, `TTG` → `TTg`. `None` for a code that is
/// known as written, or when two fit.
pub fn right_case(code: &str) -> Option<&'static str> {
    if is_known(code) {
        return None;
    }
    KNOWN.by_upper.get(&code.to_uppercase()).copied().flatten()
}

/// The one known code that differs from `code` only in marks: `BCSD` → `BCSĐ`, `ND` → `NĐ`. `None` for a code that is
/// known as written, or when two fit.
pub fn right_marks(code: &str) -> Option<&'static str> {
    if is_known(code) {
        return None;
    }
    KNOWN.by_letters.get(&strip_marks(code)).copied().flatten()
}

/// The ways to split a run-together group into a type code and an issuer code, both known: `QĐSGD&ĐT` → `QĐ` +
/// `SGD&ĐT`. Empty for a code that is known as written.
pub fn splits(code: &str) -> Vec<(&str, &str)> {
    if is_known(code) {
        return Vec::new();
    }
    code.char_indices()
        .skip(1)
        .map(|(at, _)| code.split_at(at))
        .filter(|(kind, body)| is_type(kind) && body.chars().count() >= 2 && is_strong_issuer(body))
        .collect()
}

fn is_strong_issuer(code: &str) -> bool {
    assembly(code).is_some() || issuers::of_code(code).any(|body| !body.is_weak())
}

/// School codes: kind of school and the initials of its name (`THPTNK`).
fn is_school(code: &str) -> bool {
    ["THPT", "THCS"].iter().any(|kind| {
        code.strip_prefix(kind).is_some_and(|name| !name.is_empty() && name.chars().all(char::is_uppercase))
    })
}

struct Known {
    by_upper: HashMap<String, Option<&'static str>>,
    by_letters: HashMap<String, Option<&'static str>>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known { by_upper: HashMap::default(), by_letters: HashMap::default() };
    for code in types::all_codes().chain(issuers::all_codes()) {
        for (map, key) in [(&mut known.by_upper, code.to_uppercase()), (&mut known.by_letters, strip_marks(code))] {
            map.entry(key)
                .and_modify(|only| {
                    if *only != Some(code) {
                        *only = None;
                    }
                })
                .or_insert(Some(code));
        }
    }
    known
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repairs_only_what_is_unique() {
        for (wrong, right) in
            [("Ctr", Some("CTr")), ("TTG", Some("TTg")), ("ttg", Some("TTg")), ("TTg", None), ("XYZ", None)]
        {
            assert_eq!(right_case(wrong), right, "{wrong}");
        }
        for (wrong, right) in
            [("BCSD", Some("BCSĐ")), ("ND", Some("NĐ")), ("HDND", Some("HĐND")), ("QD", Some("QĐ")), ("HD", None)]
        {
            assert_eq!(right_marks(wrong), right, "{wrong}");
        }
        assert_eq!(splits("QĐSGD&ĐT"), [("QĐ", "SGD&ĐT")]);
        assert_eq!(splits("NĐCP"), [("NĐ", "CP")]);
        assert!(splits("UBND").is_empty() && splits("CTPH").is_empty());
    }

    #[test]
    fn systems() {
        for (code, want) in [
            ("TW", Some(System::Party)),
            ("TTg", Some(System::State)),
            ("QH15", Some(System::State)),
            ("MTTQ", Some(System::MassOrg)),
            ("ZZZ", None),
        ] {
            assert_eq!(system(code), want, "{code}");
        }
    }
}
