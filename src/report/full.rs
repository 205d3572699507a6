use std::collections::HashSet;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::excerpt::Excerpt;
use super::fix_text::fix_text;
use super::wrap::wrap;
use super::{FileReport, Locator, Place, clean};
use crate::finding::{Diagnostic, Lang, Related, Severity};

/// How the format for people is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Full {
    /// The language of the messages.
    pub lang: Lang,
    /// Whether to write colours.
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// The format for people: the line with a caret under the finding, what, why, what to do, the source of the rule.
///
/// # Errors
///
/// Those of `out`.
pub fn full(out: &mut impl Write, report: &FileReport<'_>, style: Full) -> io::Result<()> {
    // The gutter and the frame take some columns; below 40 nothing can be read.
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width.max(40) - GUTTER);
    let mut locator = Locator::of(report.source);
    let mut explained = HashSet::new();
    for diagnostic in report.diagnostics {
        let group = one(report, diagnostic, &mut locator, style, explained.insert(diagnostic.rule));
        let rendered = renderer.render(&[group]);
        for (i, line) in rendered.lines().enumerate() {
            if i != SECOND_FILE || !line.contains(":::") {
                writeln!(out, "{line}")?;
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

/// The line at which the renderer announces another file. The position is our own (of a long line only a part is
/// given, so the renderer cannot count it), and a snippet without one is taken for a second file.
const SECOND_FILE: usize = 3;

/// Columns that line numbers and the frame take.
const GUTTER: usize = 10;

/// One finding; the first of its rule in a file says why and by what source, the others need not say it again.
fn one<'a>(
    report: &FileReport<'a>,
    diagnostic: &'a Diagnostic,
    locator: &mut Locator<'_>,
    style: Full,
    first_of_rule: bool,
) -> Group<'a> {
    let Full { lang, .. } = style;
    let place = locator.place(diagnostic.span.start());
    let excerpt = Excerpt::new(report.text(), diagnostic.span);
    let annotation = AnnotationKind::Primary.span(excerpt.start..excerpt.end);
    let before = excerpt.text[..excerpt.start].matches('\n').count();
    let first_line = match place {
        Place::Line(at) => at.line,
        Place::Paragraph(paragraph) => paragraph.number,
    };
    // Lines of a web page are those of its markup, which may be fewer.
    let first_line = first_line.saturating_sub(before).max(1);
    let mut group = level(diagnostic.severity, lang)
        .primary_title(clean(diagnostic.message.text(lang)))
        .id(diagnostic.rule)
        .element(origin(report.file, place, lang))
        .element(Snippet::source(excerpt.text).line_start(first_line).annotation(annotation));
    for related in &diagnostic.related {
        let text = related_text(related, locator, lang);
        group = note(group, lang.pick("liên quan", "related"), &text, style);
    }
    if first_of_rule {
        group = note(group, lang.pick("vì sao", "why"), diagnostic.why.text(lang), style);
    }
    group = note(group, lang.pick("cần làm", "help"), diagnostic.help.text(lang), style);
    for fix in &diagnostic.fixes {
        group = note(group, lang.pick("sửa", "fix"), &fix_text(report.text(), fix, lang), style);
    }
    if first_of_rule { note(group, lang.pick("căn cứ", "source"), diagnostic.source, style) } else { group }
}

fn origin<'a>(file: &'a str, place: Place, lang: Lang) -> Origin<'a> {
    match place {
        Place::Line(at) => Origin::path(clean(file)).line(at.line).char_column(at.column),
        Place::Paragraph(_) => Origin::path(format!("{}: {}", clean(file), place.text(lang))),
    }
}

fn note<'a>(group: Group<'a>, name: &'static str, text: &str, style: Full) -> Group<'a> {
    if text.is_empty() {
        return group;
    }
    let room = style.width.clamp(40, 120) - GUTTER - name.chars().count();
    group.element(Level::NOTE.with_name(name).message(wrap(&clean(text), room)))
}

fn level(severity: Severity, lang: Lang) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(lang.pick("lỗi", "error")),
        Severity::Warning => Level::WARNING.with_name(lang.pick("cảnh báo", "warning")),
        Severity::Info => Level::INFO.with_name(lang.pick("lưu ý", "info")),
    }
}

fn related_text(related: &Related, locator: &mut Locator<'_>, lang: Lang) -> String {
    format!("{}: {}", locator.place(related.span.start()).text(lang), related.message.text(lang))
}
