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
    let mut element = Vec::new();
    for finding in Finding::all(report, lang) {
        element.clear();
        element.extend_from_slice(b",\n ");
        serde_json::to_writer(&mut element, &finding)?;
        out.write_all(&element)?;
    }
    Ok(())
}

/// One JSON array over all files: takes elements that are written with a comma before each, and puts what opens the array
/// in the place of the first comma.
#[derive(Debug)]
pub struct JsonArray<W> {
    out: W,
    open: String,
    close: &'static str,
    started: bool,
}

impl<W: Write> JsonArray<W> {
    /// Before the first file.
    pub fn new(out: W) -> Self {
        Self::between(out, "[".to_owned(), "\n]\n")
    }

    /// An array inside something else.
    pub(super) const fn between(out: W, open: String, close: &'static str) -> Self {
        Self { out, open, close, started: false }
    }

    /// Closes the array; without findings it is `[]`.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn finish(mut self) -> io::Result<W> {
        if !self.started {
            self.out.write_all(self.open.as_bytes())?;
        }
        let close = if self.started { self.close } else { self.close.trim_start() };
        self.out.write_all(close.as_bytes())?;
        Ok(self.out)
    }
}

impl<W: Write> Write for JsonArray<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.started || bytes.is_empty() {
            return self.out.write(bytes);
        }
        self.out.write_all(self.open.as_bytes())?;
        self.started = true;
        Ok(1)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
