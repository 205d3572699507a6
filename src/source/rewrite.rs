use thiserror::Error;

use super::{Encoding, SourceError};
use crate::text::{EditError, Span};

/// Why a change of the text cannot be put back into the file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RewriteError {
    /// The edits do not belong to this text, or overlap.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// The encoding of the file does not have a letter of the new words.
    #[error("{encoding} does not have the letter {letter:?}")]
    Letter {
        /// The letter.
        letter: char,
        /// The encoding.
        encoding: Encoding,
    },
    /// What would have to go is no word of the file: the end of a paragraph or of a cell.
    #[error("{span:?} is not made of words alone")]
    NoWords {
        /// The bytes of the text.
        span: Span,
    },
    /// The file was checked part by part: only the lines of the findings are held.
    #[error("only excerpts of the file are held")]
    NotHeld,
    /// The archive cannot be written again.
    #[error(transparent)]
    Source(#[from] SourceError),
}
