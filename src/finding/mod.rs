//! What a rule emits.

mod diagnostic;
mod fingerprint;
mod message;

pub use diagnostic::{Applicability, Diagnostic, Fix, Related, Severity};
pub use fingerprint::Fingerprint;
pub use message::{Lang, Message};
