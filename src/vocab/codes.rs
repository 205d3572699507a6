//! Codes inside symbols: what a group of letters is, and which known code a misspelt one must be.

use super::index::{Index, Kind};
use super::issuers;
use crate::citation::System;
use crate::text::strip_marks;

/// Whether the code is one of a document type (`NĐ`, `CTr`), exactly as written.
pub fn is_type(code: &str) -> bool {
    facts(code) & TYPE != 0
}

/// Whether the code is one of an issuing body, exactly as written; the National Assembly's carry their term (`QH15`).
pub fn is_issuer(code: &str) -> bool {
    facts(code) & ISSUER != 0 || is_made_up(code)
}

/// Whether the code is in any table.
pub fn is_known(code: &str) -> bool {
    facts(code) != 0 || is_made_up(code)
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
    if is_made_up(code) {
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
    INDEX.text(CAPITALS, upper(code, &mut [0; 40])?)
}

/// The one known code that differs from `code` only in marks: `BCSD` → `BCSĐ`, `ND` → `NĐ`. `None` for a code that is
/// known as written, or when two fit.
pub fn right_marks(code: &str) -> Option<&'static str> {
    if is_known(code) {
        return None;
    }
    INDEX.text(LETTERS, &strip_marks(code))
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
    facts(code) & STRONG != 0 || assembly(code).is_some()
}

/// Whether the code of a body is in no table, because it is put together.
fn is_made_up(code: &str) -> bool {
    assembly(code).is_some() || is_school(code)
}

/// School codes: kind of school and the initials of its name (`THPTNK`).
fn is_school(code: &str) -> bool {
    ["THPT", "THCS"].iter().any(|kind| {
        code.strip_prefix(kind).is_some_and(|name| !name.is_empty() && name.chars().all(char::is_uppercase))
    })
}

/// The code in capitals, written into `buffer`; `None` for one that is longer than any known code.
fn upper<'b>(code: &str, buffer: &'b mut [u8]) -> Option<&'b str> {
    let mut length = 0;
    for c in code.chars().flat_map(char::to_uppercase) {
        let place = buffer.get_mut(length..length + c.len_utf8())?;
        c.encode_utf8(place);
        length += c.len_utf8();
    }
    std::str::from_utf8(&buffer[..length]).ok()
}

/// What the tables say of a code, as a sum of the following; 0 for one that is in none.
fn facts(code: &str) -> usize {
    INDEX.get(FACTS, code).and_then(|mut facts| facts.next()).unwrap_or_default()
}

const TYPE: usize = 1;
const ISSUER: usize = 2;
/// One of its bodies is known from more than memory.
const STRONG: usize = 4;

/// A test asserts that it is of the tables of types and issuers.
static INDEX: Index = Index::new("", include_bytes!("../../data/index/codes.index"));

/// Kinds of keys: codes with what is known of them; their capitals and their letters without marks, each with the only code of
/// these.
const FACTS: Kind = b'f';
const CAPITALS: Kind = b'c';
const LETTERS: Kind = b'l';

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::super::index::Writer;
    use super::super::types;
    use super::*;

    #[test]
    fn index_is_of_the_tables() {
        let mut facts: BTreeMap<&str, usize> = types::all_codes().map(|code| (code, TYPE)).collect();
        for body in issuers::all() {
            let fact = ISSUER | if body.is_weak() { 0 } else { STRONG };
            body.codes.iter().for_each(|code| *facts.entry(code).or_default() |= fact);
        }
        let mut writer = Writer::default();
        let mut alike: BTreeMap<(Kind, String), BTreeSet<&str>> = BTreeMap::new();
        for (&code, &fact) in &facts {
            writer.add(FACTS, code, fact);
            assert_eq!(upper(code, &mut [0; 40]), Some(&*code.to_uppercase()));
            alike.entry((CAPITALS, code.to_uppercase())).or_default().insert(code);
            alike.entry((LETTERS, strip_marks(code))).or_default().insert(code);
        }
        for ((kind, key), codes) in alike.iter().filter(|(_, codes)| codes.len() == 1) {
            writer.add_text(*kind, key, codes.first().unwrap());
        }
        writer.is(&INDEX, "codes.index");
        assert_eq!((upper("ß€", &mut [0; 40]), upper(&"Đ".repeat(40), &mut [0; 40])), (Some("SS€"), None));
    }

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
