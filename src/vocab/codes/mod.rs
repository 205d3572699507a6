//! Codes inside symbols: what a group of letters is, and which known code a misspelt one must be.

mod common;

use self::common::common;
use super::index::{Index, Kind};
use crate::citation::System;
use crate::text::strip_marks;

/// What is known of a code, exactly as written: one look-up for all that a symbol is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    bits: u16,
    /// The year in which the last of its bodies ended; one that has not never will.
    ended: u16,
}

impl Facts {
    /// See [`is_type`].
    pub(crate) const fn is_type(self) -> bool {
        self.bits & TYPE != 0
    }

    /// See [`is_issuer`].
    pub(crate) const fn is_issuer(self) -> bool {
        self.bits & ISSUER != 0
    }

    /// See [`is_known`].
    pub(crate) const fn is_known(self) -> bool {
        self.bits != 0
    }

    /// Whether one of its bodies is known from more than memory.
    pub(crate) const fn is_strong_issuer(self) -> bool {
        self.bits & STRONG != 0
    }

    /// See [`system`].
    pub(crate) const fn system(self) -> Option<System> {
        match self.bits & (STATE | PARTY | MASS) {
            STATE => Some(System::State),
            PARTY => Some(System::Party),
            MASS => Some(System::MassOrg),
            _ => None,
        }
    }

    /// Whether no body of the tables signed with it in this year and later.
    pub(crate) const fn is_gone_by(self, year: u16) -> bool {
        self.ended < year
    }
}

/// What is known of a code; of one in no table the default.
pub(crate) fn facts(code: &str) -> Facts {
    common(code).unwrap_or_else(|| any_facts(code))
}

/// The same of any code.
fn any_facts(code: &str) -> Facts {
    let made_up = |bits| Facts { bits, ended: NEVER };
    match INDEX.get(FACTS, code) {
        Some(mut facts) => {
            let mut next = || facts.next().unwrap_or_default() as u16;
            Facts { bits: next(), ended: next() }
        }
        None if assembly(code).is_some() => made_up(ISSUER | STATE | STRONG),
        None if is_school(code) => Facts { bits: ISSUER | STATE, ended: 0 },
        None => Facts::default(),
    }
}

/// Whether the code is one of a document type (`NĐ`, `CTr`), exactly as written.
pub fn is_type(code: &str) -> bool {
    facts(code).is_type()
}

/// Whether the code is one of an issuing body, exactly as written; the National Assembly's carry their term (`QH15`).
pub fn is_issuer(code: &str) -> bool {
    facts(code).is_issuer()
}

/// Whether the code is in any table.
pub fn is_known(code: &str) -> bool {
    facts(code).is_known()
}

/// Whether several bodies issue documents of the code's type together, each with its own code in the symbol.
pub(crate) fn is_joint(code: &str) -> bool {
    const JOINT: [&str; 7] = ["CTPH", "QCPH", "KHPH", "KHLT", "NQLT", "TTLT", "HDLN"];
    code.len() == 4 && JOINT.contains(&code)
}

/// The body and term of a code of the National Assembly: `QH15`, `UBTVQH13`.
///
/// ```
/// assert_eq!(cite_lint::vocab::codes::assembly("UBTVQH13"), Some(("UBTVQH", 13)));
/// ```
pub fn assembly(code: &str) -> Option<(&'static str, u8)> {
    // Few codes end with a digit.
    if !code.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
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
    facts(code).system()
}

/// The one known code that differs from `code` only in case: `Ctr` → `CTr`, `TTG` → `TTg`. `None` for a code that is
/// known as written, or when two fit.
pub fn right_case(code: &str) -> Option<&'static str> {
    if is_known(code) { None } else { right_case_of_unknown(code) }
}

/// [`right_case`] of a code that is not known as written.
pub(crate) fn right_case_of_unknown(code: &str) -> Option<&'static str> {
    INDEX.text(CAPITALS, upper(code, &mut [0; 40])?)
}

/// The one known code that differs from `code` only in marks: `BCSD` → `BCSĐ`, `ND` → `NĐ`. `None` for a code that is
/// known as written, or when two fit.
pub fn right_marks(code: &str) -> Option<&'static str> {
    if is_known(code) {
        return None;
    }
    let mut buffer = [0; 40];
    match buffer.get_mut(..code.len()) {
        Some(letters) if code.is_ascii() => {
            letters.copy_from_slice(code.as_bytes());
            letters.make_ascii_lowercase();
            INDEX.text(LETTERS, std::str::from_utf8(letters).ok()?)
        }
        _ => INDEX.text(LETTERS, &strip_marks(code)),
    }
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
        .filter(|(kind, body)| is_type(kind) && body.chars().count() >= 2 && facts(body).is_strong_issuer())
        .collect()
}

/// School codes: kind of school and the initials of its name (`THPTNK`).
fn is_school(code: &str) -> bool {
    ["THPT", "THCS"].iter().any(|kind| {
        code.strip_prefix(kind).is_some_and(|name| !name.is_empty() && name.chars().all(char::is_uppercase))
    })
}

/// The code in capitals, written into `buffer`; `None` for one that is longer than any known code.
fn upper<'b>(code: &str, buffer: &'b mut [u8]) -> Option<&'b str> {
    if let Some(capitals) = buffer.get_mut(..code.len())
        && code.is_ascii()
    {
        capitals.copy_from_slice(code.as_bytes());
        capitals.make_ascii_uppercase();
        return std::str::from_utf8(&buffer[..code.len()]).ok();
    }
    let mut length = 0;
    for c in code.chars().flat_map(char::to_uppercase) {
        let place = buffer.get_mut(length..length + c.len_utf8())?;
        c.encode_utf8(place);
        length += c.len_utf8();
    }
    std::str::from_utf8(&buffer[..length]).ok()
}

/// What facts are a sum of.
const TYPE: u16 = 1;
const ISSUER: u16 = 2;
/// One of its bodies is known from more than memory.
const STRONG: u16 = 4;
/// What [`system`] says.
const STATE: u16 = 8;
const PARTY: u16 = 16;
const MASS: u16 = 32;

/// When a body ended that has not.
const NEVER: u16 = u16::MAX;

/// A test asserts that it is of the tables of types and issuers.
static INDEX: Index = Index::new("", include_bytes!("../../../data/index/codes.index"));

/// Kinds of keys: codes with what is known of them; their capitals and their letters without marks, each with the only code of
/// these.
const FACTS: Kind = b'f';
const CAPITALS: Kind = b'c';
const LETTERS: Kind = b'l';

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::super::index::Writer;
    use super::super::{issuers, types};
    use super::*;
    use crate::citation::PartialDate;

    /// The system that all bodies of a code follow, if one of them is well sourced.
    fn system_of(code: &str) -> u16 {
        if assembly(code).is_some() || is_school(code) {
            return STATE;
        }
        let bodies: Vec<_> = issuers::of_code(code).collect();
        let [first, ..] = bodies[..] else { return 0 };
        if bodies.iter().any(|body| body.system != first.system) || bodies.iter().all(|body| body.is_weak()) {
            return 0;
        }
        match first.system {
            System::State => STATE,
            System::Party => PARTY,
            System::MassOrg => MASS,
        }
    }

    #[test]
    fn index_is_of_the_tables() {
        let mut facts: BTreeMap<&str, u16> = types::all_codes().map(|code| (code, TYPE)).collect();
        for body in issuers::all() {
            let fact = ISSUER | if body.is_weak() { 0 } else { STRONG };
            body.codes.iter().for_each(|code| *facts.entry(code).or_default() |= fact | system_of(code));
        }
        for (code, fact) in &mut facts {
            *fact |= if assembly(code).is_some() || is_school(code) { ISSUER | STATE } else { 0 };
            *fact |= if assembly(code).is_some() { STRONG } else { 0 };
        }
        let mut writer = Writer::default();
        let mut alike: BTreeMap<(Kind, String), BTreeSet<&str>> = BTreeMap::new();
        for (&code, &fact) in &facts {
            let ends = issuers::of_code(code).map(|body| body.to.map_or(NEVER, PartialDate::year));
            writer.add(FACTS, code, fact.into());
            writer.add(FACTS, code, ends.max().unwrap_or_default().into());
            assert_eq!(upper(code, &mut [0; 40]), Some(&*code.to_uppercase()));
            alike.entry((CAPITALS, code.to_uppercase())).or_default().insert(code);
            alike.entry((LETTERS, strip_marks(code))).or_default().insert(code);
        }
        for ((kind, key), codes) in alike.iter().filter(|(_, codes)| codes.len() == 1) {
            writer.add_text(*kind, key, codes.first().unwrap());
        }
        writer.is(&INDEX, "codes.index");
        assert_eq!((upper("ß€", &mut [0; 40]), upper(&"Đ".repeat(40), &mut [0; 40])), (Some("SS€"), None));
        assert_eq!((right_marks("ZZZ"), right_marks(&"Z".repeat(99)), right_case(&"Z".repeat(99))), (None, None, None));
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
