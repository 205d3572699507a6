use std::io::{self, Read, Write};

use super::authorities::escaped;
use super::fix_text::fix_text;
use super::html::severity_name;
use super::{Ending, FileReport, Locator, Place};
use crate::finding::Lang;

/// The findings of one file as a table, to stand in a [`markdown_page`]; nothing where there are none.
///
/// # Errors
///
/// Those of `out`.
pub fn markdown(out: &mut impl Write, report: &FileReport<'_>, lang: Lang) -> io::Result<()> {
    if report.diagnostics.is_empty() {
        return Ok(());
    }
    let heads = match lang {
        Lang::Vi => "| Chỗ | Mức | Quy tắc | Sai | Cần làm |",
        Lang::En => "| Place | Severity | Rule | What is wrong | What to do |",
    };
    writeln!(out, "### {}\n\n{heads}\n|---:|---|---|---|---|", escaped(report.file))?;
    let mut locator = Locator::of(report.source);
    for diagnostic in report.diagnostics {
        let place = match locator.place(diagnostic.span.start()) {
            Place::Line(at) => at.line.to_string(),
            place @ Place::Paragraph(_) => place.text(lang),
        };
        let (severity, rule) = (severity_name(diagnostic.severity, lang), diagnostic.rule);
        let message = escaped(diagnostic.message.text(lang));
        let fix = diagnostic.fixes.first().map(|fix| format!("; {}", fix_text(report.text(), fix, lang)));
        let help = escaped(&format!("{}{}", diagnostic.help.text(lang), fix.unwrap_or_default()));
        writeln!(out, "| {place} | {severity} | {rule} | {message} | {help} |")?;
    }
    writeln!(out)
}

/// A summary over all files, for a merge request or the page of a build: what was found, the tables of the files as
/// [`markdown`] wrote them, the documents that they cite.
///
/// # Errors
///
/// Those of `sections` and of `out`.
pub fn markdown_page(out: &mut impl Write, sections: &mut impl Read, ending: &Ending<'_>) -> io::Result<()> {
    let lang = ending.lang;
    writeln!(out, "## {}\n", lang.pick("Kiểm tra viện dẫn văn bản", "Check of document citations"))?;
    for line in ending.summary_lines()? {
        writeln!(out, "{}\n", escaped(&line))?;
    }
    io::copy(sections, out)?;
    if ending.authorities.all().is_empty() {
        return Ok(());
    }
    writeln!(out, "### {}\n", lang.pick("Văn bản được viện dẫn", "Cited documents"))?;
    ending.authorities.markdown(out, ending.registry, lang)
}
