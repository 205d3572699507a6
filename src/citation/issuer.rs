use std::fmt;

use serde::{Serialize, Serializer};
use smol_str::SmolStr;

use crate::text::has_single_blanks;

/// The issuing body (cơ quan ban hành): its name as written and, when it is a known one, the code it signs with.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Issuer {
    /// Short ones and those of known bodies take no memory of their own, and none is copied.
    #[serde(serialize_with = "as_str")]
    name: SmolStr,
    id: Option<&'static str>,
}

impl Issuer {
    /// A body named in a text; runs of blanks count as one space.
    pub fn new(name: &str, id: Option<&'static str>) -> Self {
        let name = if has_single_blanks(name, char::is_whitespace) {
            SmolStr::new(name)
        } else {
            name.split_whitespace().collect::<Vec<_>>().join(" ").into()
        };
        Self { name, id }
    }

    /// A body whose name stands on one line, with single blanks.
    pub(crate) fn on_one_line(name: &str, id: Option<&'static str>) -> Self {
        Self { name: SmolStr::new(name), id }
    }

    /// A known body under its full name.
    pub(crate) const fn known(name: &'static str, id: &'static str) -> Self {
        Self { name: SmolStr::new_static(name), id: Some(id) }
    }

    /// The name as written.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The code of a known body (`TW`, `TTg`, `UBND`), else `None`.
    pub const fn id(&self) -> Option<&'static str> {
        self.id
    }
}

fn as_str<S: Serializer>(name: &SmolStr, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(name)
}

impl fmt::Display for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}
