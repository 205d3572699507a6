//! Level 1: what a citation is. Pure data; a value that exists is valid.

mod cited;
mod date;
mod doc_type;
mod issuer;
mod number;
mod pinpoint;
mod symbol;
mod term;

pub use cited::{Citation, Kind, Part};
pub use date::{Date, DateError, PartialDate};
pub use doc_type::DocType;
pub use issuer::Issuer;
pub use number::{Number, NumberError, Year};
pub(crate) use pinpoint::is_dotted_label;
pub use pinpoint::{Pinpoint, Place, Step, Unit};
pub use symbol::{Code, CodeError, Group, Separator, Skeleton, Symbol, System};
pub use term::{Term, TermError};
