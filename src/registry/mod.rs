//! Level 4: known documents.
//!
//! A [`Registry`] holds [`Record`]s and says of a citation which [`Verdict`] it earns. Party numbers restart with each
//! congress and state administrative numbers with each year, so a document is identified by its symbol and its date
//! (id `16/CT-TTg@2016-05-16`), never by such a symbol alone. What the registry does not hold is not wrong:
//! [`Verdict::NotCovered`] and [`Verdict::Absent`] are two answers.
//!
//! ```
//! use cite_lint::registry::{Confidence, Registry};
//!
//! let record = Registry::builtin().get("25-NQ/TW@2013-06-03").unwrap();
//! assert_eq!(record.issuer(), "Ban Chấp hành Trung ương Đảng");
//! assert_eq!(record.confidence(), Confidence::Verified);
//! ```

mod body;
mod builtin;
mod error;
mod evidence;
mod guess;
mod key;
mod layer;
mod lookup;
mod names;
mod pack;
mod plenum;
mod read;
mod record;
mod series;
mod short;
mod state;
mod store;
mod title;
mod urn;
mod verdict;
mod wording;

pub use error::RegistryError;
pub use guess::guess;
pub(crate) use lookup::Told;
pub use pack::About;
pub use read::Loaded;
pub use record::{COLUMNS, Confidence, Record, Status};
pub use state::State;
pub use store::Registry;
pub use urn::urn;
pub use verdict::{Field, Verdict};
pub(crate) use wording::KnownTitle;
pub use wording::{TitleDifference, title_difference};
