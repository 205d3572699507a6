//! Level 3: finds and reads citations.
//!
//! A fast scan proposes places, a grammar (nom) reads number and symbol there, the words around give type, date,
//! issuer and term, and what is malformed is repaired where the repair is certain.

mod after;
mod before;
mod begins;
mod build;
mod container;
mod cursor;
mod date;
mod dated;
mod defect;
mod far_type;
mod find;
mod from_str;
mod grammar;
mod issuer;
mod label;
mod late;
mod leading;
mod marks;
mod meeting;
mod mention;
mod misread;
mod named;
mod near_miss;
mod next_line;
mod parts;
mod passed;
mod phrase;
mod pinpoint;
pub mod place;
mod recover;
mod scan;
mod session;
mod short;
mod slip;
mod spans;
mod starts;
mod stops;
mod table;
mod taken;
mod type_word;

pub use date::{WrittenDate, bare_date, date, two_digit_year};
pub use defect::{Defect, DefectKind, ParseError};
pub use mention::Mention;
pub(crate) use near_miss::near_misses_at;
pub use near_miss::{NearMiss, Reason, near_misses};
pub use slip::{misread_date, slip};

pub(crate) use issuer::body;
pub(crate) use late::LateParts;
pub(crate) use short::short_forms;
pub(crate) use starts::Starts;

use crate::text::Normalized;

/// Every citation of `text`, in order; malformed ones too. Never fails.
///
/// Each mention stands for itself: lists, short forms and the document's own number are the business of
/// [`crate::resolve::Document`].
///
/// ```
/// let found = cite_lint::parse::find("thực hiện Chỉ thị số 16/CT/TTg và Nghị quyết số 25-NQ/TW");
/// assert!(found[0].citation().is_err());
/// assert_eq!(found[0].canonical().unwrap().to_string(), "16/CT-TTg");
/// assert_eq!(found[1].citation().unwrap().to_string(), "Nghị quyết số 25-NQ/TW");
/// ```
pub fn find(text: &str) -> Vec<Mention<'_>> {
    let normalized = Normalized::new(text);
    let starts = Starts::of(normalized.as_str());
    let numbered = find_numbered(&normalized, &starts);
    with_named(&normalized, &starts, numbered)
}

/// Every numbered citation of a normalised text, in order; malformed ones too.
pub(crate) fn find_numbered<'t>(normalized: &Normalized<'t>, starts: &Starts) -> Vec<Mention<'t>> {
    find::numbered(normalized, &starts.signs)
}

/// Adds the named citations of the text to the numbered ones.
pub(crate) fn with_named<'t>(
    normalized: &Normalized<'t>,
    starts: &Starts,
    numbered: Vec<Mention<'t>>,
) -> Vec<Mention<'t>> {
    let named = named::named(normalized, starts, &numbered);
    merged(numbered, named)
}

/// Two lists of mentions, each in text order, as one.
pub(crate) fn merged<'t>(first: Vec<Mention<'t>>, second: Vec<Mention<'t>>) -> Vec<Mention<'t>> {
    if first.is_empty() {
        return second;
    }
    if second.is_empty() {
        return first;
    }
    debug_assert!(first.is_sorted_by_key(Mention::core) && second.is_sorted_by_key(Mention::core));
    let mut all = Vec::with_capacity(first.len() + second.len());
    let mut first = first.into_iter();
    for mention in second {
        let before = first.as_slice().iter().take_while(|other| other.core() <= mention.core()).count();
        all.extend(first.by_ref().take(before));
        all.push(mention);
    }
    all.extend(first);
    all
}
