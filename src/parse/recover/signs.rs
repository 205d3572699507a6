//! Which signs stand between the groups of a symbol, by whose way of numbering it follows.

use super::Evidence;
use crate::citation::{PartialDate, Separator, System, Year};
use crate::text::fold;
use crate::vocab::codes::{self, Facts};
use crate::vocab::types;

/// A code with the sign before it and what is known of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signed<'c> {
    pub(super) sign: Separator,
    pub(super) code: &'c str,
    pub(super) facts: Facts,
}

/// The first two signs that the issuer's way of numbering asks for (units behind the issuer have their own habits:
/// 3195/QĐ-BCA/A61); `None` where it does not decide: an unknown type or issuer, a joint document, a document older than
/// the rule.
pub(super) fn right_signs<'c>(
    mut groups: impl Iterator<Item = Signed<'c>>,
    year: Option<Year>,
    evidence: Evidence<'_>,
) -> Option<[Separator; 2]> {
    use Separator::{Hyphen, Slash};
    let kind = groups.next()?;
    if year.is_some() && codes::assembly(kind.code).is_some() {
        return Some([Slash, Hyphen]);
    }
    let body = groups.next()?;
    let several = groups.any(|group| group.facts.is_issuer());
    if !kind.facts.is_type() || codes::is_joint(kind.code) || several || is_body_in_front(kind, evidence) {
        return None;
    }
    let system = body.facts.system()?;
    let first_year = match system {
        System::State => 2005,
        System::Party => 1998,
        System::MassOrg => return None,
    };
    let written_in = evidence.date.map(PartialDate::year).or(year.map(Year::get));
    let gone = body.facts.is_gone_by(first_year);
    let old = written_in.is_some_and(|year| year < first_year) || gone && codes::assembly(body.code).is_none();
    if old {
        return None;
    }
    // "12-TB/VP" of the office of a committee: the code is of bodies of both.
    if system == System::State && kind.sign == Hyphen && evidence.issuer.is_some_and(is_of_the_party) {
        return None;
    }
    match system {
        System::Party if year.is_none() => Some([Hyphen, Slash]),
        System::Party => None,
        // Until the nineties state bodies wrote 363-CT/HĐBT, 18-L/CTN; without a date the age is not known.
        _ if written_in.is_none() && kind.sign == Hyphen && OLD_TYPES.contains(&kind.code) => None,
        _ if kind.code == "CV" => None,
        _ => Some([Slash, Hyphen]),
    }
}

/// Whether a body is one of the Party by its name.
fn is_of_the_party(name: &str) -> bool {
    const WORDS: [&str; 7] = ["đảng", "trung ương", "tỉnh uỷ", "thành uỷ", "huyện uỷ", "quận uỷ", "thị uỷ"];
    let name = fold(name);
    WORDS.iter().any(|words| name.contains(words))
}

/// Types that central state bodies issued when they still wrote N-TYPE/ISSUER.
const OLD_TYPES: [&str; 7] = ["NĐ", "QĐ", "CT", "NQ", "TT", "L", "PL"];

/// Whether the first code is rather a body: TC is Thông cáo and Tài chính (82-TC/TCT), CT Chỉ thị and Cục Thuế.
fn is_body_in_front(kind: Signed<'_>, evidence: Evidence<'_>) -> bool {
    let is_named = || evidence.doc_type.is_some_and(|doc_type| types::has_code(doc_type, kind.code));
    kind.facts.is_issuer() && !is_named()
}
