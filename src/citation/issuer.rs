use std::fmt;

use serde::Serialize;

use crate::text::has_single_blanks;

/// The issuing body (cơ quan ban hành): its name as written and, when it is a known one, the code it signs with.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Issuer {
    name: String,
    id: Option<&'static str>,
}

impl Issuer {
    /// A body named in a text; runs of blanks count as one space.
    pub fn new(name: &str, id: Option<&'static str>) -> Self {
        let name = if has_single_blanks(name, char::is_whitespace) {
            name.to_owned()
        } else {
            name.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        Self { name, id }
    }

    /// A body whose name stands on one line, with single blanks.
    pub(crate) const fn on_one_line(name: String, id: Option<&'static str>) -> Self {
        Self { name, id }
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

impl fmt::Display for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}
