//! The codes that most symbols have.

use super::{Facts, ISSUER, NEVER, PARTY, STATE, STRONG, TYPE};
use crate::text::{Syllable, Syllables};

/// What is known of one of them, without a look at the index.
pub(super) fn common(code: &str) -> Option<Facts> {
    const BODY: Facts = Facts { bits: ISSUER | STRONG | STATE, ended: NEVER };
    const KIND: Facts = Facts { bits: TYPE, ended: 0 };
    // Case and marks count here, so that these words are not folded.
    static COMMON: Syllables<Facts, 64> = Syllables::of(&[
        ("CP", BODY),
        ("TT", Facts { bits: TYPE | ISSUER, ended: NEVER }),
        ("NĐ", KIND),
        ("QĐ", KIND),
        ("NQ", KIND),
        ("KH", KIND),
        ("CT", Facts { bits: TYPE | ISSUER | STRONG | STATE, ended: NEVER }),
        ("TTLT", KIND),
        ("TTg", BODY),
        ("TW", Facts { bits: ISSUER | STRONG | PARTY, ended: NEVER }),
        ("UBND", BODY),
        ("HĐND", BODY),
        ("QH11", BODY),
        ("QH12", BODY),
        ("QH13", BODY),
        ("QH14", BODY),
        ("QH15", BODY),
        ("BTC", BODY),
        ("BTP", BODY),
        ("BKHCN", BODY),
        ("BCA", BODY),
        ("BNV", BODY),
        ("BYT", BODY),
        ("BXD", BODY),
        ("BGDĐT", BODY),
    ]);
    if code.len() > 8 { None } else { COMMON.get(Syllable::folded(code)) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::super::{issuers, types};
    use super::super::{any_facts, facts};
    use super::*;

    #[test]
    fn common_codes_are_those_of_the_index() {
        let codes: BTreeSet<&str> = types::all_codes().chain(issuers::all().flat_map(|body| body.codes)).collect();
        let common: Vec<&str> = codes.iter().copied().filter(|code| common(code).is_some()).collect();
        assert_eq!(common.len(), 25);
        for code in codes.into_iter().chain(["", "cp", "QH1", "Nđ", "CPP", "BGDĐTBGDĐT"]) {
            assert_eq!(facts(code), any_facts(code), "{code}");
        }
    }
}
