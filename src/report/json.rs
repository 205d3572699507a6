use std::io::{self, Write};

use super::FileReport;
use super::finding::Finding;
use crate::finding::Lang;

/// The findings of all files as one JSON array, written file by file.
#[derive(Clone, Copy, Debug, Default)]
pub struct JsonArray {
    started: bool,
}

impl JsonArray {
    /// Before the first file.
    pub const fn new() -> Self {
        Self { started: false }
    }

    /// Adds the findings of a file.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn file(&mut self, out: &mut impl Write, report: &FileReport<'_>, lang: Lang) -> io::Result<()> {
        for finding in Finding::all(report, lang) {
            out.write_all(if self.started { b",\n " } else { b"[" })?;
            self.started = true;
            serde_json::to_writer(&mut *out, &finding)?;
        }
        Ok(())
    }

    /// Closes the array; without findings it is `[]`.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn finish(self, out: &mut impl Write) -> io::Result<()> {
        out.write_all(if self.started { b"]\n" } else { b"[]\n" })
    }
}
