use std::io;

use super::{Authorities, Statistics, Totals, summary};
use crate::finding::{Lang, Severity};
use crate::registry::Registry;

/// What the reports over a whole run say behind the last file.
#[derive(Clone, Copy, Debug)]
pub struct Ending<'a> {
    /// What was checked and found.
    pub totals: &'a Totals,
    /// What was found, by rule.
    pub statistics: &'a Statistics,
    /// The documents that the files cite.
    pub authorities: &'a Authorities,
    /// The known documents.
    pub registry: &'a Registry,
    /// The lowest severity that is shown.
    pub shown: Severity,
    /// The language of the messages.
    pub lang: Lang,
}

impl Ending<'_> {
    /// The lines of the [`summary`].
    pub(super) fn summary_lines(&self) -> io::Result<Vec<String>> {
        let mut out = Vec::new();
        summary(&mut out, self.totals, self.shown, self.lang)?;
        Ok(String::from_utf8_lossy(&out).lines().map(str::to_owned).collect())
    }
}
