//! Level 1: bytes to text. No filesystem.

mod decode;
#[cfg(feature = "docx")]
mod docx;
mod error;
mod utf16;

use std::borrow::Cow;

pub use decode::decode;
#[cfg(feature = "docx")]
pub use docx::{Annotated, Comment, LARGEST_PART, annotate, docx};
pub use error::{DocxProblem, Guess, SourceError};

/// The text of a file by its content: UTF-8 as it stands, UTF-16, and, with the feature `docx`, Word documents.
///
/// Places in what was not UTF-8 are places in the text that this gives.
///
/// # Errors
///
/// Those of [`decode`], and of a Word document [`SourceError::Docx`].
///
/// ```
/// assert_eq!(cite_lint::source::text(b"\xFF\xFEs\0\xD1\x1E").unwrap(), "số");
/// ```
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, SourceError> {
    match decode(bytes) {
        #[cfg(feature = "docx")]
        Err(SourceError::Foreign(Guess::Zip)) => docx(bytes).map(Cow::Owned),
        Err(error @ (SourceError::Foreign(Guess::Utf16) | SourceError::Nul { guess: Some(Guess::Utf16), .. })) => {
            utf16::decode(bytes).map(Cow::Owned).ok_or(error)
        }
        text => text.map(Cow::Borrowed),
    }
}
