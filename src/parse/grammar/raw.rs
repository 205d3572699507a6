use std::borrow::Cow;

use smallvec::SmallVec;

use crate::citation::Separator;
use crate::vocab::codes::Facts;

/// Number and symbol as they stand.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::parse) struct RawSymbol<'t> {
    /// Everything, from the number (or the first sign of a blank number) to the last code.
    pub(in crate::parse) text: &'t str,
    pub(in crate::parse) number: Option<&'t str>,
    pub(in crate::parse) year: Option<RawYear<'t>>,
    pub(in crate::parse) groups: SmallVec<[RawGroup<'t>; 3]>,
    /// The year where it stands behind the codes: `181/NĐ-CP/2004`.
    pub(in crate::parse) late_year: Option<&'t str>,
    /// Whether it is none unless a type word or "số" stands before it.
    pub(in crate::parse) needs_cue: bool,
}

/// The digits in the place of the year, with the blanks before and after its slash.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::parse) struct RawYear<'t> {
    pub(in crate::parse) before: &'t str,
    pub(in crate::parse) after: &'t str,
    pub(in crate::parse) digits: &'t str,
}

/// One code with the sign and the blanks before it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::parse) struct RawGroup<'t> {
    pub(in crate::parse) before: &'t str,
    /// `None` when the sign is lost and a blank stands for it: `298 KH/TWĐTN`.
    pub(in crate::parse) separator: Option<Separator>,
    pub(in crate::parse) after: &'t str,
    /// In a code of the National Assembly blanks may stand.
    pub(in crate::parse) code: &'t str,
    pub(in crate::parse) facts: Facts,
}

impl<'t> RawGroup<'t> {
    /// The code without blanks.
    pub(in crate::parse) fn letters(&self) -> Cow<'t, str> {
        if self.code.contains(' ') { self.code.replace(' ', "").into() } else { self.code.into() }
    }

    /// Whether the sign stands between its neighbours as in a sound symbol, marks of Markdown and line ends apart.
    pub(super) fn is_tight(&self) -> bool {
        self.before.is_empty() && self.after.is_empty() || is_mark(self.before) && is_mark(self.after)
    }
}

/// Whether a gap is nothing but marks of Markdown, or a line end before a sign.
fn is_mark(gap: &str) -> bool {
    gap.chars().all(|c| c == '*') || gap == "\n"
}
