use std::io::{self, Write};

use super::{FileReport, Locator};
use crate::finding::{Lang, Severity};

/// One line a finding, as GitHub Actions reads it: `::error file=…,line=…,col=…,title=…::message`.
///
/// Source: GitHub Docs, "Workflow commands for GitHub Actions".
///
/// # Errors
///
/// Those of `out`.
pub fn github(out: &mut impl Write, report: &FileReport<'_>, lang: Lang) -> io::Result<()> {
    let mut locator = Locator::of(report.source);
    for diagnostic in report.diagnostics {
        let at = locator.position(diagnostic.span.start());
        let level = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let title = format!("{} {}", diagnostic.rule, diagnostic.name);
        let message = format!("{}; {}", diagnostic.message.text(lang), diagnostic.help.text(lang));
        let (file, title, message) = (property(report.file), property(&title), value(&message));
        writeln!(out, "::{level} file={file},line={},col={},title={title}::{message}", at.line, at.column)?;
    }
    Ok(())
}

fn value(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    value(text).replace(':', "%3A").replace(',', "%2C")
}
