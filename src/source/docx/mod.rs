//! Word documents (.docx, OOXML): their text, one paragraph a line.
//!
//! Source: ECMA-376, part 1, 17 (WordprocessingML); part 2 (packages). What tracked changes deleted is left out, what they
//! inserted is read; runs are joined, so that a citation split over several is whole.

mod annotate;
mod comment_parts;
mod package;
mod story;

pub use self::annotate::{Annotated, Comment, annotate};
use self::package::Package;
use super::SourceError;

/// The text of a Word document: the paragraphs of the body in their order, cells of tables too, then those of footnotes and
/// endnotes, headers and footers. A line break inside a paragraph begins a new line.
///
/// # Errors
///
/// [`SourceError::Docx`] where the archive is broken or locked, is no Word document, or is larger than [`LARGEST_PART`];
/// [`SourceError::Empty`] where it has no text.
///
/// ```
/// use cite_lint::source::{DocxProblem, SourceError, docx};
///
/// assert_eq!(docx(b"PK\x03\x04 and no more"), Err(SourceError::Docx(DocxProblem::Broken)));
/// ```
pub fn docx(bytes: &[u8]) -> Result<String, SourceError> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let mut text = String::new();
    for part in package.stories(&main)? {
        text.push_str(&story::read(&package.read(&part)?)?.text);
    }
    if text.trim().is_empty() { Err(SourceError::Empty) } else { Ok(text) }
}

/// The largest part that is read, uncompressed: what is larger is no text that people write, but an archive made to fill
/// the memory.
pub const LARGEST_PART: u64 = 64 << 20;
