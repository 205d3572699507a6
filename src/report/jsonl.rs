use std::io::{self, Write};

use super::FileReport;
use super::finding::FindingWriter;
use crate::finding::Lang;

/// One JSON object a line, one a finding.
///
/// # Errors
///
/// Those of `out`.
pub fn jsonl(out: &mut impl Write, report: &FileReport<'_>, lang: Lang) -> io::Result<()> {
    let mut line = Vec::new();
    let mut writer = FindingWriter::new(report, lang);
    for finding in report.diagnostics {
        line.clear();
        writer.write(&mut line, finding);
        line.push(b'\n');
        out.write_all(&line)?;
    }
    Ok(())
}
