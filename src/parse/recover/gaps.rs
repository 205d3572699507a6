//! What stands between the parts of a symbol.

use std::ops::Range;

use crate::citation::Separator;
use crate::parse::defect::DefectKind;
use crate::parse::grammar::{RawGroup, RawSymbol};
use crate::text::range_of;

/// The symbol without blanks.
pub(super) fn without_blanks(raw: &RawSymbol<'_>) -> String {
    let mut out = String::with_capacity(raw.text.len());
    out += raw.number.unwrap_or_default();
    if let Some(year) = &raw.year {
        out += "/";
        out.extend(year.digits.split(' '));
    }
    for group in &raw.groups {
        out.extend(group.separator.map(Separator::as_char));
        out += &group.letters();
    }
    if let Some(year) = raw.late_year {
        out += "/";
        out += year;
    }
    out
}

/// The blanks inside. A line break is told apart: where a text is broken into lines, it is the tool's, not the writer's.
pub(super) fn blanks(text: &str, raw: &RawSymbol<'_>) -> Vec<(DefectKind, Range<usize>)> {
    let year = raw.year.as_ref();
    if year.is_none_or(|year| is_tight(year.before, year.after) && !year.digits.contains(' '))
        && raw.groups.iter().all(|group| is_tight(group.before, group.after) && !group.code.contains(' '))
    {
        return Vec::new();
    }
    let year = raw.year.iter().flat_map(|year| [year.before, year.after]);
    let signed = raw.groups.iter().filter(|group| group.separator.is_some());
    let gaps = year.chain(signed.flat_map(|group: &RawGroup<'_>| [group.before, group.after]));
    let codes = raw.groups.iter().map(|group| group.code);
    let inside = raw.year.iter().map(|year| year.digits).chain(codes).flat_map(|part| part.matches(' '));
    gaps.chain(inside)
        .filter(|gap| gap.contains(|c| c != '*'))
        .map(|gap| {
            let kind = match gap {
                _ if gap.contains('\n') => DefectKind::LineBreak,
                _ if gap.starts_with(['/', '-']) => DefectKind::Separator,
                _ => DefectKind::Space,
            };
            (kind, range_of(text, gap))
        })
        .collect()
}

/// Whether nothing stands before a sign and nothing behind it.
pub(super) const fn is_tight(before: &str, after: &str) -> bool {
    before.is_empty() && after.is_empty()
}
