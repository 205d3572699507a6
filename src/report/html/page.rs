use std::io::{self, Read, Write};

use super::{line_anchor, plain, severity_name};
use crate::finding::Severity;
use crate::report::{Authorities, Ending};

const STYLE: &str = include_str!("page.css");

/// A page over all files: what was found, the sections of the files as [`html`](super::html) wrote them, the documents that
/// they cite.
///
/// # Errors
///
/// Those of `sections` and of `out`.
pub fn html_page(out: &mut impl Write, sections: &mut impl Read, ending: &Ending<'_>) -> io::Result<()> {
    let lang = ending.lang;
    let title = lang.pick("Kiểm tra viện dẫn văn bản", "Check of document citations");
    let code = lang.pick("vi", "en");
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    )?;
    summary(out, ending)?;
    io::copy(sections, out)?;
    authorities(out, ending.authorities, ending)?;
    writeln!(out, "<footer>cite-lint {}</footer>\n</body>\n</html>", env!("CARGO_PKG_VERSION"))
}

/// What was found, by severity with a switch each, and by rule.
fn summary(out: &mut impl Write, ending: &Ending<'_>) -> io::Result<()> {
    let lang = ending.lang;
    for line in ending.summary_lines()? {
        writeln!(out, "<p>{}</p>", plain(&line))?;
    }
    writeln!(out, "<fieldset><legend>{}</legend>", lang.pick("Hiện", "Show"))?;
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        if severity >= ending.shown {
            let (name, count) = (severity.name(), ending.totals.found[severity as usize]);
            let label = severity_name(severity, lang);
            writeln!(out, "<label><input type=\"checkbox\" id=\"show-{name}\" checked> {label} ({count})</label>")?;
        }
    }
    writeln!(out, "</fieldset>")?;
    if !ending.statistics.is_empty() {
        let heads = [lang.pick("Quy tắc", "Rule"), lang.pick("Số lần", "Times"), lang.pick("Nội dung", "What")];
        writeln!(out, "<table><tr><th>{}</th></tr>", heads.join("</th><th>"))?;
        for line in ending.statistics.lines(lang) {
            writeln!(
                out,
                "<tr class=\"{}\"><td>{}</td><td class=\"n\">{}</td><td>{}</td></tr>",
                line.severity.name(),
                line.rule,
                line.count,
                plain(&line.summary)
            )?;
        }
        writeln!(out, "</table>")?;
    }
    Ok(())
}

/// The table of cited documents; the first place leads to its line.
fn authorities(out: &mut impl Write, table: &Authorities, ending: &Ending<'_>) -> io::Result<()> {
    let lang = ending.lang;
    writeln!(out, "<section id=\"authorities\">\n<h2>{}</h2>", lang.pick("Văn bản được viện dẫn", "Cited documents"))?;
    if table.all().is_empty() {
        return writeln!(out, "<p>{}</p>\n</section>", lang.pick("Không có viện dẫn nào.", "No citations."));
    }
    writeln!(out, "<table><tr><th>#</th><th>{}</th></tr>", Authorities::headings(lang).join("</th><th>"))?;
    let one_file = table.is_of_one_file();
    for (index, cited) in table.all().iter().enumerate() {
        let [document, title, count, state, place] =
            cited.cells(ending.registry, one_file, lang).map(|cell| plain(&cell));
        let against = if cited.life.is_some() { " class=\"against\"" } else { "" };
        writeln!(
            out,
            "<tr><td class=\"n\">{}</td><td>{document}</td><td>{title}</td><td class=\"n\">{count}</td>\
             <td{against}>{state}</td><td><a href=\"#{}\">{place}</a></td></tr>",
            index + 1,
            line_anchor(&cited.file, cited.line_of_text),
        )?;
    }
    writeln!(out, "</table>\n</section>")
}
