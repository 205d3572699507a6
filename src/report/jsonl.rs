use std::io::{self, Write};

use super::FileReport;
use super::finding::Finding;
use crate::finding::Lang;

/// One JSON object a line, one a finding.
///
/// # Errors
///
/// Those of `out`.
pub fn jsonl(out: &mut impl Write, report: &FileReport<'_>, lang: Lang) -> io::Result<()> {
    for finding in Finding::all(report, lang) {
        serde_json::to_writer(&mut *out, &finding)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
