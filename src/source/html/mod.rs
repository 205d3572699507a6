//! Web pages: their text, a line for each block, with the way back to the markup.
//!
//! Source: WHATWG HTML, 13 (syntax) and 15.3 (which elements are blocks).

mod entity;
mod reader;
#[cfg(test)]
mod tests;

use super::decode::Decoded;
use super::pieces::Piece;
use super::{Encoding, SourceError};

pub(super) use reader::read;

/// The text of a page, and where its words stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
}

/// Bytes of a page that are not UTF-8: in the encoding that it declares, else in that of old pages.
pub(super) fn decoded(bytes: &[u8]) -> Result<Decoded<'_>, SourceError> {
    let declared = declared(bytes).filter(|encoding| !matches!(encoding, Encoding::Utf8));
    Decoded::read(bytes, Some(declared.unwrap_or(Encoding::Windows1252)))
}

/// The charset of `<meta>`: `charset="…"` or `content="text/html; charset=…"`.
fn declared(bytes: &[u8]) -> Option<Encoding> {
    const LONGEST_HEAD: usize = 4096;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(LONGEST_HEAD)]).to_ascii_lowercase();
    let value = head.split("charset").nth(1)?.trim_start().strip_prefix('=')?;
    let value = value.trim_start_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'');
    value.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next()?.parse().ok()
}
