//! Which signs stand between the groups of a symbol, by whose way of numbering it follows.

use super::Evidence;
use crate::citation::{PartialDate, Separator, System, Year};
use crate::vocab::{codes, issuers, types};

/// The signs that the issuer's way of numbering asks for; `None` where it does not decide: an unknown type or issuer,
/// a joint document, a document older than the rule.
pub(super) fn right_signs(
    groups: &[(Separator, String)],
    year: Option<Year>,
    evidence: Evidence,
) -> Option<Vec<Separator>> {
    use Separator::{Hyphen, Slash};
    const JOINT: [&str; 7] = ["CTPH", "QCPH", "KHPH", "KHLT", "NQLT", "TTLT", "HDLN"];
    let [(_, kind), (_, body), rest @ ..] = groups else { return None };
    let several = rest.iter().any(|(_, code)| codes::is_issuer(code));
    if !codes::is_type(kind) || JOINT.contains(&kind.as_str()) || several || is_body_in_front(kind, evidence) {
        return None;
    }
    let first_year = match codes::system(body)? {
        System::State => 2005,
        System::Party => 1998,
        System::MassOrg => return None,
    };
    let written_in = evidence.date.map(PartialDate::year).or(year.map(Year::get));
    let gone = issuers::of_code(body).all(|body| body.to.is_some_and(|to| to.year() < first_year));
    let old = written_in.is_some_and(|year| year < first_year) || (codes::assembly(body).is_none() && gone);
    if old {
        return None;
    }
    let mut signs = match codes::system(body)? {
        System::Party if year.is_none() => vec![Hyphen, Slash],
        System::Party => return None,
        // Until the nineties state bodies wrote 363-CT/HĐBT, 18-L/CTN; without a date the age is not known.
        _ if written_in.is_none() && groups[0].0 == Hyphen && OLD_TYPES.contains(&kind.as_str()) => return None,
        _ if kind == "CV" => return None,
        _ => vec![Slash, Hyphen],
    };
    // Units behind the issuer have their own habits: 3195/QĐ-BCA/A61.
    signs.extend(rest.iter().map(|(sign, _)| *sign));
    Some(signs)
}

/// Types that central state bodies issued when they still wrote N-TYPE/ISSUER.
const OLD_TYPES: [&str; 7] = ["NĐ", "QĐ", "CT", "NQ", "TT", "L", "PL"];

/// Whether the first code is rather a body: TC is Thông cáo and Tài chính (82-TC/TCT), CT Chỉ thị and Cục Thuế.
fn is_body_in_front(kind: &str, evidence: Evidence) -> bool {
    let named = evidence.doc_type.is_some_and(|doc_type| types::codes(doc_type).contains(&kind));
    !named && issuers::of_code(kind).next().is_some()
}
