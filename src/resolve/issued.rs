//! The document that another one issued or approved, as the title says: "về việc ban hành Quy chế đào tạo đại học".

use crate::citation::DocType;
use crate::parse::Mention;
use crate::text::{Normalized, fold};
use crate::vocab::types;

/// How far behind a citation the words may stand, in bytes.
const REACH: usize = 160;

/// The type of what a cited document issued, and its name behind the type word, folded.
pub(super) fn with(normalized: &Normalized<'_>, mention: &Mention<'_>) -> Option<(DocType, String)> {
    let text = normalized.as_str();
    let from = normalized.offset_of(mention.span().end());
    let title = &text[from..text.floor_char_boundary(from.saturating_add(REACH))];
    let title = title.split([';', '\n', '(']).next()?;
    let (at, verb) = ["ban hành ", "phê duyệt "]
        .iter()
        .filter_map(|verb| Some((title.find(verb)?, verb)))
        .min_by_key(|(at, _)| *at)?;
    let name = &title[at + verb.len()..];
    if !name.starts_with(char::is_uppercase) {
        return None;
    }
    let (doc_type, end) = types::leading(name, |words| types::find_folded(&fold(words)))?;
    Some((doc_type, fold(name[end..].trim())))
}
