use std::io::{self, Write};

use super::FileReport;
use super::finding::Finding;
use crate::finding::Lang;

/// The findings of a file as elements of a [`JsonArray`].
///
/// # Errors
///
/// Those of `out`.
pub fn json(out: &mut impl Write, report: &FileReport<'_>, lang: Lang) -> io::Result<()> {
    for finding in Finding::all(report, lang) {
        out.write_all(b",\n ")?;
        serde_json::to_writer(&mut *out, &finding)?;
    }
    Ok(())
}

/// One JSON array over all files: takes the elements that [`json`] writes, each with a comma before it, and makes the
/// first comma the bracket.
#[derive(Debug)]
pub struct JsonArray<W> {
    out: W,
    started: bool,
}

impl<W: Write> JsonArray<W> {
    /// Before the first file.
    pub const fn new(out: W) -> Self {
        Self { out, started: false }
    }

    /// Closes the array; without findings it is `[]`.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.write_all(if self.started { b"\n]\n" } else { b"[]\n" })?;
        Ok(self.out)
    }
}

impl<W: Write> Write for JsonArray<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.started || bytes.is_empty() {
            return self.out.write(bytes);
        }
        self.out.write_all(b"[")?;
        self.started = true;
        Ok(1)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
