use std::io::{self, Write};

use super::clean::shortened;
use super::{FileReport, Locator, Place, clean};
use crate::finding::Lang;

/// One line a finding, as compilers write it: `path:line:column: severity CODE message`. The column counts code
/// points; the severity words stay the same in both languages, for the tools that read them. A document that has no lines has
/// its paragraph and the words there: `path: đoạn 12 (bảng) ‘16/CT/TTg’: severity CODE message`.
///
/// # Errors
///
/// Those of `out`.
pub fn concise(out: &mut impl Write, report: &FileReport<'_>, lang: Lang) -> io::Result<()> {
    let mut locator = Locator::of(report.source);
    let file = clean(report.file);
    for diagnostic in report.diagnostics {
        let place = match locator.place(diagnostic.span.start()) {
            Place::Line(at) => format!("{}:{}", at.line, at.column),
            place @ Place::Paragraph(_) => {
                let words = shortened(diagnostic.span.slice(report.text()));
                format!(" {} ‘{}’", place.text(lang), clean(&words))
            }
        };
        let message = clean(diagnostic.message.text(lang));
        let (severity, rule) = (diagnostic.severity.name(), diagnostic.rule);
        writeln!(out, "{file}:{place}: {severity} {rule} {message}")?;
    }
    Ok(())
}
