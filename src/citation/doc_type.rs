use std::fmt;

use serde::Serialize;

/// The type of a document (tên loại) in its full form with a leading capital: `Nghị quyết`, `Quy định`.
///
/// Which types exist, their codes and aliases is the business of [`crate::vocab`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct DocType(&'static str);

impl DocType {
    /// Only the vocabulary makes types.
    pub(crate) const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The name.
    pub const fn name(self) -> &'static str {
        self.0
    }

    /// Whether documents of this type are cited by their names: laws and ordinances.
    pub(crate) fn is_cited_by_name(self) -> bool {
        matches!(self.0, "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp")
    }
}

impl fmt::Display for DocType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
