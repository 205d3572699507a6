use std::io::{self, Write};

use quick_xml::escape::escape;

use super::{FileReport, Locator, clean};
use crate::finding::Lang;

/// What stands before the first file of a JUnit report.
pub const JUNIT_START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"cite-lint\">\n";
/// What stands behind the last one.
pub const JUNIT_END: &str = "</testsuites>\n";

/// A file as a suite of tests: each finding is one that failed, a file without any is one that passed.
///
/// # Errors
///
/// Those of `out`.
pub fn junit(out: &mut impl Write, report: &FileReport<'_>, lang: Lang) -> io::Result<()> {
    let mut locator = Locator::of(report.source);
    let file = clean(report.file).into_owned();
    let file = escape(&file);
    let count = report.diagnostics.len();
    writeln!(out, "  <testsuite name=\"{file}\" tests=\"{}\" failures=\"{count}\" errors=\"0\">", count.max(1))?;
    if count == 0 {
        writeln!(out, "    <testcase name=\"cite-lint\" classname=\"{file}\"/>")?;
    }
    for diagnostic in report.diagnostics {
        let at = locator.position(diagnostic.span.start());
        let (message, help) = (clean(diagnostic.message.text(lang)), clean(diagnostic.help.text(lang)));
        let (rule, severity) = (diagnostic.rule, diagnostic.severity.name());
        writeln!(out, "    <testcase name=\"{rule}:{}:{}\" classname=\"{file}\">", at.line, at.column)?;
        let (message, help) = (escape(&*message), escape(&*help));
        writeln!(out, "      <failure type=\"{severity}\" message=\"{message}\">{help}</failure>")?;
        writeln!(out, "    </testcase>")?;
    }
    writeln!(out, "  </testsuite>")
}
