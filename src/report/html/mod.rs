//! One page for people: the texts with the findings marked and explained, what was found, the table of cited documents.
//!
//! The page needs nothing else: no script, no font, no address. It can be mailed and printed.

mod lines;
mod page;

use std::io::{self, Write};

use quick_xml::escape::escape;

pub use self::page::html_page;
use super::fix_text::fix_text;
use super::{FileReport, clean};
use crate::finding::{Diagnostic, Fingerprint, Lang, Severity};

/// The section of one file: its text with the findings, to stand in an [`html_page`].
///
/// # Errors
///
/// Those of `out`.
pub fn html(out: &mut impl Write, report: &FileReport<'_>, lang: Lang) -> io::Result<()> {
    let anchor = anchor(report.file);
    let count = match (report.diagnostics.len(), lang) {
        (0, _) => lang.pick("không có phát hiện", "nothing found").to_owned(),
        (n, Lang::Vi) => format!("{n} phát hiện"),
        (1, Lang::En) => "1 finding".to_owned(),
        (n, Lang::En) => format!("{n} findings"),
    };
    let name = plain(report.file);
    writeln!(out, "<section id=\"{anchor}\">\n<h2>{name} <small>{count}</small></h2>\n<div class=\"text\">")?;
    lines::write(out, report, &anchor, lang)?;
    writeln!(out, "</div>\n</section>")
}

/// The explanation of a finding, below its line.
fn explained(out: &mut impl Write, report: &FileReport<'_>, finding: &Diagnostic, lang: Lang) -> io::Result<()> {
    let severity = finding.severity;
    let (message, help) = (plain(finding.message.text(lang)), plain(finding.help.text(lang)));
    let (why, source) = (plain(finding.why.text(lang)), plain(finding.source));
    writeln!(
        out,
        "<aside class=\"{}\"><p><b>{} {}</b> {message}</p>",
        severity.name(),
        severity_name(severity, lang),
        finding.rule
    )?;
    writeln!(out, "<p>{}: {help}</p>", lang.pick("Cần làm", "To do"))?;
    for fix in &finding.fixes {
        writeln!(out, "<p class=\"fix\">{}</p>", plain(&fix_text(report.text(), fix, lang)))?;
    }
    let more = lang.pick("Vì sao, căn cứ", "Why, by which rule");
    writeln!(out, "<details><summary>{more}</summary><p>{why}</p><p><cite>{source}</cite></p></details></aside>")
}

/// The name of a severity for people.
pub(super) const fn severity_name(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("Lỗi", "Error"),
        Severity::Warning => lang.pick("Cảnh báo", "Warning"),
        Severity::Info => lang.pick("Lưu ý", "Info"),
    }
}

/// Words as HTML writes them.
fn plain(words: &str) -> String {
    escape(&*clean(words)).into_owned()
}

/// The id of the section of a file.
fn anchor(file: &str) -> String {
    format!("f{}", Fingerprint::of([file]))
}

/// The id of a line of a file, where its section shows it.
fn line_anchor(file: &str, line: usize) -> String {
    format!("{}-{line}", anchor(file))
}
