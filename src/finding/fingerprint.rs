use std::fmt;

use serde::{Serialize, Serializer};

/// Sixteen hex digits that name a finding over edits elsewhere in the file: a hash of the rule, the words at the
/// finding and its how-manieth of that kind. No line numbers go in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// Hashes the parts, in order (FNV-1a, so that the value stays the same over versions and machines).
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a str>) -> Self {
        Self(0xcbf2_9ce4_8422_2325).and(parts)
    }

    /// The same with more parts behind those that it was made of.
    pub(crate) fn and<'a>(self, parts: impl IntoIterator<Item = &'a str>) -> Self {
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Self(parts.into_iter().fold(self.0, |hash, part| step(part.bytes().fold(hash, step), 0)))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
