//! What tells which document a number is of, where the number alone does not.

use crate::parse::Mention;
use crate::text::fold;

/// How many bytes behind a citation may tell which document it is.
const BEHIND: usize = 60;

/// Whether the date or the term is given with the number.
pub(super) fn is_told(mention: &Mention<'_>) -> bool {
    let reading = mention.reading();
    reading.date.is_some() || reading.term.is_some()
}

/// Whether a subject or a date in another form may stand behind it: `16/CT-TTg về …`, `16/CT-TTg (2016)`.
pub(super) fn may_be_told_behind(mention: &Mention<'_>) -> bool {
    let words = fold(mention.following(BEHIND).split([',', '.']).next().unwrap_or_default());
    let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    words.starts_with("về ") || words.contains(|c: char| c.is_ascii_digit())
}
