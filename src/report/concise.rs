use std::io::{self, Write};

use super::{FileReport, Locator, clean};
use crate::finding::Lang;

/// One line a finding, as compilers write it: `path:line:column: severity CODE message`. The column counts code
/// points; the severity words stay the same in both languages, for the tools that read them.
///
/// # Errors
///
/// Those of `out`.
pub fn concise(out: &mut impl Write, report: &FileReport<'_>, lang: Lang) -> io::Result<()> {
    let mut locator = Locator::new(report.text);
    let file = clean(report.file);
    for diagnostic in report.diagnostics {
        let at = locator.position(diagnostic.span.start());
        let message = clean(diagnostic.message.text(lang));
        let (severity, rule) = (diagnostic.severity.name(), diagnostic.rule);
        writeln!(out, "{file}:{}:{}: {severity} {rule} {message}", at.line, at.column)?;
    }
    Ok(())
}
