//! Level 1: bytes to text and back. No filesystem.

mod decode;
mod detect;
mod encoding;
mod error;
mod excerpts;
mod format;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "docx")]
mod package;
mod paragraph;
mod parts;
#[cfg(any(feature = "docx", feature = "html"))]
mod pieces;
mod read;
mod rewrite;

pub use encoding::Encoding;
pub use error::{Guess, PackageProblem, SourceError};
#[cfg(feature = "cli")]
pub(crate) use excerpts::AROUND as EXCERPT_AROUND;
pub(crate) use excerpts::Excerpts;
pub use format::Format;
#[cfg(feature = "docx")]
pub use package::{Annotated, Comment, LARGEST_DOCUMENT, LARGEST_PART, annotate};
pub use paragraph::{Paragraph, Part};
pub(crate) use parts::TextPart;
pub use parts::{Parts, PartsError};
pub use read::{Options, Source};
pub use rewrite::RewriteError;
