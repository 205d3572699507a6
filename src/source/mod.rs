//! Level 1: bytes to text. No filesystem.

mod decode;
mod error;

pub use decode::decode;
pub use error::{Guess, SourceError};
