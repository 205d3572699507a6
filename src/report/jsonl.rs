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
    let mut line = Vec::new();
    for finding in Finding::all(report, lang) {
        line.clear();
        serde_json::to_writer(&mut line, &finding)?;
        line.push(b'\n');
        out.write_all(&line)?;
    }
    Ok(())
}
