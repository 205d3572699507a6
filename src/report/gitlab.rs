use std::io::{self, Write};

use serde_json::json;

use super::{FileReport, Locator};
use crate::finding::{Fingerprint, Lang, Severity};

/// The findings of a file as elements of a [`JsonArray`](super::JsonArray), as GitLab reads a code quality report.
///
/// Source: GitLab Docs, "Code Quality report format".
///
/// # Errors
///
/// Those of `out`.
pub fn gitlab(out: &mut impl Write, report: &FileReport<'_>, lang: Lang) -> io::Result<()> {
    let mut locator = Locator::of(report.source);
    for diagnostic in report.diagnostics {
        let at = locator.position(diagnostic.span.start());
        let severity = match diagnostic.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        };
        // One and the same in two files has to be two.
        let fingerprint = Fingerprint::of([report.file, &diagnostic.fingerprint.to_string()]);
        let issue = json!({
            "description": format!("{}; {}", diagnostic.message.text(lang), diagnostic.help.text(lang)),
            "check_name": diagnostic.rule,
            "fingerprint": fingerprint,
            "severity": severity,
            "location": {"path": report.file, "lines": {"begin": at.line}},
        });
        write!(out, ",\n{issue}")?;
    }
    Ok(())
}
