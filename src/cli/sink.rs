use std::io::{self, BufWriter, Seek, StdoutLock, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, SpooledTempFile, spooled_tempfile};

use super::choices::{CheckFormat, FormatChoice};
use super::output::Console;
use super::replace::{beside, move_to};
use crate::finding::Lang;
use crate::report::{self, Ending, FileReport, Full, JsonArray};

/// A report over a whole run: takes what [`write_file`] writes of each file, and puts around it what the format has there.
pub(super) struct Sink {
    pub(super) format: CheckFormat,
    body: Body,
}

/// What a format has around the files.
enum Body {
    Lines(Out),
    Array(JsonArray<Out>),
    /// Its beginning is known at the end only.
    Page {
        sections: SpooledTempFile,
        out: Out,
    },
}

/// Standard output, or a file that takes its place when it is whole.
pub(super) enum Out {
    Stdout(BufWriter<StdoutLock<'static>>),
    File(BufWriter<NamedTempFile>, PathBuf),
}

/// Bytes of a page that are held in memory; more go to a file that is gone afterwards.
const IN_MEMORY: usize = 8 << 20;

impl Sink {
    /// Writes what stands before the first file.
    pub(super) fn open(choice: &FormatChoice, console: &Console) -> io::Result<Self> {
        let mut out = Out::open(choice.file.as_deref(), console)?;
        let body = match choice.format {
            CheckFormat::Json | CheckFormat::Gitlab => Body::Array(JsonArray::new(out)),
            CheckFormat::Sarif => Body::Array(report::sarif_log(out, console.lang)),
            CheckFormat::Html | CheckFormat::Markdown => Body::Page { sections: spooled_tempfile(IN_MEMORY), out },
            CheckFormat::Junit => {
                out.write_all(report::JUNIT_START.as_bytes())?;
                Body::Lines(out)
            }
            _ => Body::Lines(out),
        };
        Ok(Self { format: choice.format, body })
    }

    /// Writes what stands behind the last file.
    pub(super) fn finish(self, ending: &Ending<'_>) -> io::Result<()> {
        match self.body {
            Body::Array(array) => array.finish()?.close(),
            Body::Lines(mut out) => {
                match self.format {
                    CheckFormat::Junit => out.write_all(report::JUNIT_END.as_bytes())?,
                    CheckFormat::Full => report::summary(&mut out, ending.totals, ending.shown, ending.lang)?,
                    _ => {}
                }
                out.close()
            }
            Body::Page { mut sections, mut out } => {
                sections.rewind()?;
                match self.format {
                    CheckFormat::Html => report::html_page(&mut out, &mut sections, ending)?,
                    _ => report::markdown_page(&mut out, &mut sections, ending)?,
                }
                out.close()
            }
        }
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.body {
            Body::Lines(out) => out.write(bytes),
            Body::Array(array) => array.write(bytes),
            Body::Page { sections, .. } => sections.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.body {
            Body::Lines(out) => out.flush(),
            Body::Array(array) => array.flush(),
            Body::Page { .. } => Ok(()),
        }
    }
}

impl Out {
    fn open(file: Option<&Path>, console: &Console) -> io::Result<Self> {
        Ok(match file {
            Some(path) => Self::File(BufWriter::new(beside(path)?), path.to_owned()),
            None => Self::Stdout(console.stdout()),
        })
    }

    fn close(self) -> io::Result<()> {
        match self {
            Self::Stdout(mut out) => out.flush(),
            Self::File(out, path) => move_to(out.into_inner().map_err(io::IntoInnerError::into_error)?, &path),
        }
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(out) => out.write(bytes),
            Self::File(out, _) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::File(out, _) => out.flush(),
        }
    }
}

/// Writes the findings of one file in a format.
pub(super) fn write_file(
    format: CheckFormat,
    mut out: &mut dyn Write,
    report: &FileReport<'_>,
    console: &Console,
    is_on_screen: bool,
) -> io::Result<()> {
    let lang: Lang = console.lang;
    match format {
        CheckFormat::Full => {
            let (colour, width) = (console.colour && is_on_screen, console.width);
            report::full(&mut out, report, Full { lang, colour, width })
        }
        CheckFormat::Concise => report::concise(&mut out, report, lang),
        CheckFormat::Html => report::html(&mut out, report, lang),
        CheckFormat::Markdown => report::markdown(&mut out, report, lang),
        CheckFormat::Json => report::json(&mut out, report, lang),
        CheckFormat::Jsonl => report::jsonl(&mut out, report, lang),
        CheckFormat::Sarif => report::sarif(&mut out, report, lang),
        CheckFormat::Github => report::github(&mut out, report, lang),
        CheckFormat::Gitlab => report::gitlab(&mut out, report, lang),
        CheckFormat::Junit => report::junit(&mut out, report, lang),
    }
}
