//! The document that another one issued or approved, as the title says: "về việc ban hành Quy chế đào tạo đại học".

use std::sync::LazyLock;

use memchr::memmem;

use super::full::full_key;
use crate::citation::DocType;
use crate::parse::Mention;
use crate::text::{Normalized, fold};
use crate::vocab::types;

/// A document that a cited one issued.
pub(super) struct Issued {
    /// The citation, by its place among the mentions.
    pub(super) by: usize,
    pub(super) doc_type: DocType,
    /// Its name behind the type word, folded.
    pub(super) name: String,
}

/// The documents that the cited ones issued, in the order of their citations.
pub(super) fn issued(normalized: &Normalized<'_>, mentions: &[Mention<'_>]) -> Vec<Issued> {
    let full = mentions.iter().enumerate().filter(|(_, mention)| full_key(mention).is_some());
    let issued = full.filter_map(|(by, mention)| {
        let (doc_type, name) = with(normalized, mention)?;
        Some(Issued { by, doc_type, name })
    });
    issued.collect()
}

/// How far behind a citation the words may stand, in bytes.
const REACH: usize = 160;

/// What says that the name of another document follows.
static VERBS: LazyLock<[memmem::Finder<'_>; 2]> =
    LazyLock::new(|| ["ban hành ", "phê duyệt "].map(|verb| memmem::Finder::new(verb.as_bytes())));

/// The type of what a cited document issued, and its name behind the type word, folded.
fn with(normalized: &Normalized<'_>, mention: &Mention<'_>) -> Option<(DocType, String)> {
    let text = normalized.as_str();
    let from = normalized.offset_of(mention.span().end());
    // Most citations end their clause.
    if let [b';' | b'\n' | b'(', ..] = text.as_bytes()[from..] {
        return None;
    }
    let title = &text[from..text.floor_char_boundary(from.saturating_add(REACH))];
    let name_at = VERBS.iter().filter_map(|verb| Some(verb.find(title.as_bytes())? + verb.needle().len())).min()?;
    // The name, if the title has not ended before.
    let ends = memchr::memchr3(b';', b'\n', b'(', title.as_bytes()).unwrap_or(title.len());
    let name = title.get(name_at..ends)?;
    if !name.starts_with(char::is_uppercase) {
        return None;
    }
    let (doc_type, end) = types::leading(name, |words| types::find_folded(&fold(words)))?;
    Some((doc_type, fold(name[end..].trim())))
}
