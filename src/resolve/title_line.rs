//! Heads in which one line says type, body, number and day, as the official gazette prints them: "NGHỊ ĐỊNH⏎của Chính phủ số
//! 114/2003/NĐ-CP ngày 10/10/2003⏎về …".

use super::clause::is_blank;
use crate::citation::Part;
use crate::parse::{self, Mention};
use crate::text::{Normalized, is_all_caps};

/// Whether the first citation of a text is such a head: nothing but the name of a body stands before it, its own body
/// before its number, and bases below it.
pub(super) fn is_title_line(normalized: &Normalized<'_>, mention: &Mention<'_>) -> bool {
    /// How long the name of the body may be, and how far below the bases may begin.
    const NAME: usize = 120;
    const NEAR: usize = 1_000;
    let text = normalized.as_str();
    let start = normalized.offset_of(mention.span().start());
    let is_before = |part: Part| mention.part(part).is_some_and(|part| part.start() < mention.core().start());
    if start > NAME || !is_before(Part::Type) || !is_before(Part::Issuer) || mention.canonical().is_none() {
        return false;
    }
    let above = text[..start].trim_matches(|c: char| is_blank(c) || c == '#');
    let end = normalized.offset_of(mention.span().end());
    let below = &text[end..text.ceil_char_boundary(end.saturating_add(NEAR))];
    (above.is_empty() || is_all_caps(above) || parse::body(above).is_some()) && has_bases(below)
}

/// Whether a line begins with "Căn cứ".
fn has_bases(text: &str) -> bool {
    let mut lines = text.split('\n').skip(1);
    lines.any(|line| line.trim_start_matches(|c: char| is_blank(c) || c == '-').starts_with("Căn cứ "))
}
