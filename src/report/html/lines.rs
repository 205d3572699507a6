//! The lines of a text, with marks at the findings.

use std::io::{self, Write};

use super::{explained, plain};
use crate::finding::{Diagnostic, Lang, Severity};
use crate::report::{FileReport, Locator, Place};
use crate::text::Span;

/// Texts of more bytes show only the lines around their findings.
const WHOLE: usize = 1 << 20;
/// Lines shown before and behind a finding of such a text.
const AROUND: usize = 2;

/// Writes the lines, each with its number as the file has it, an id by its number in the text, and below it what was found in it.
pub(super) fn write(out: &mut impl Write, report: &FileReport<'_>, anchor: &str, lang: Lang) -> io::Result<()> {
    let is_whole = report.text().len() <= WHOLE;
    let mut findings = report.diagnostics;
    // Findings that began in a line before and go on.
    let mut open: Vec<&Diagnostic> = Vec::new();
    let (mut start, mut gap) = (0, false);
    let mut locator = Locator::of(report.source);
    let shown_lines = if is_whole { Vec::new() } else { around(report) };
    for (index, line) in report.text().split_inclusive('\n').enumerate() {
        let end = start + line.len();
        let here = findings.partition_point(|finding| finding.span.start() < end);
        let (begun, rest) = findings.split_at(here);
        findings = rest;
        open.extend(begun);
        if is_whole || shown_lines.binary_search(&index).is_ok() {
            let words = line.trim_end_matches(['\n', '\r']);
            let marked = marked(words, start, &open);
            let number = match locator.place(start) {
                Place::Line(at) => at.line.to_string(),
                Place::Paragraph(_) if words.trim().is_empty() => String::new(),
                Place::Paragraph(paragraph) => paragraph.number.to_string(),
            };
            writeln!(out, "<div id=\"{anchor}-{}\"><i>{number}</i><p>{marked}</p></div>", index + 1)?;
            for finding in begun {
                explained(out, report, finding, lang)?;
            }
            gap = false;
        } else if !gap {
            writeln!(out, "<div class=\"gap\">⋯</div>")?;
            gap = true;
        }
        open.retain(|finding| finding.span.end() > end);
        start = end;
    }
    // What stands at the very end of a text that ends with a line end.
    for finding in findings {
        explained(out, report, finding, lang)?;
    }
    Ok(())
}

/// The lines around the findings, from 0, in order.
fn around(report: &FileReport<'_>) -> Vec<usize> {
    let mut lines = Vec::new();
    let (mut line, mut counted) = (0, 0);
    for finding in report.diagnostics {
        let at = finding.span.start().min(report.text().len());
        line += memchr::memchr_iter(b'\n', &report.text().as_bytes()[counted..at.max(counted)]).count();
        counted = at.max(counted);
        lines.extend(line.saturating_sub(AROUND)..=line + AROUND);
    }
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// A line that begins at the byte `start` of the text, with a mark over each stretch where something was found.
fn marked(line: &str, start: usize, findings: &[&Diagnostic]) -> String {
    let within = |offset: usize| line.floor_char_boundary(offset.saturating_sub(start).min(line.len()));
    let spans: Vec<(Span, &Diagnostic)> = findings
        .iter()
        .map(|finding| (Span::new(within(finding.span.start()), within(finding.span.end())), *finding))
        .collect();
    let mut cuts: Vec<usize> = spans.iter().flat_map(|(span, _)| [span.start(), span.end()]).collect();
    cuts.extend([0, line.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut out = String::new();
    for (&from, &to) in cuts.iter().zip(cuts.iter().skip(1)) {
        let words = plain(&line[from..to]);
        let here = || spans.iter().filter(|(span, _)| span.start() <= from && to <= span.end());
        match here().map(|(_, finding)| finding.severity).max() {
            Some(severity) => {
                let rules: Vec<&str> = here().map(|(_, finding)| finding.rule).collect();
                let (class, title) = (Severity::name(severity), rules.join(", "));
                out.push_str(&format!("<mark class=\"{class}\" title=\"{title}\">{words}</mark>"));
            }
            None => out.push_str(&words),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Linter;

    #[test]
    fn marks_may_overlap_and_hold_signs_of_html() {
        let text = "a <b> Đề án số 15- ĐA/TU & 16/CT/TTg\n";
        let mut findings = Linter::new().lint(text);
        findings.retain(|finding| ["SYM01", "SYM03"].contains(&finding.rule));
        let mut inner = findings[0].clone();
        inner.span = Span::new(inner.span.start() + 3, inner.span.end() + 2);
        inner.severity = Severity::Error;
        inner.rule = "DAT01";
        let all = [&findings[0], &inner];
        assert_eq!(
            marked(text.trim_end(), 0, &all),
            "a &lt;b&gt; Đề án số <mark class=\"warning\" title=\"SYM01\">15-</mark>\
             <mark class=\"error\" title=\"SYM01, DAT01\"> ĐA/TU</mark>\
             <mark class=\"error\" title=\"DAT01\"> &amp;</mark> 16/CT/TTg"
        );
    }

    #[test]
    fn a_long_text_shows_the_lines_around_its_findings() {
        let line = "Không có gì.\n";
        let text = format!("{}Đề án số 15- ĐA/TU\n{}", line.repeat(40_000), line.repeat(40_000));
        let findings = Linter::new().lint(&text);
        let mut out = Vec::new();
        let report = FileReport { file: "a.txt", source: &crate::source::Source::from(&*text), diagnostics: &findings };
        write(&mut out, &report, "f", Lang::En).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert_eq!((out.matches("<div id=").count(), out.matches("class=\"gap\"").count()), (5, 2));
        assert!(out.contains("<div id=\"f-40001\">"));
    }
}
