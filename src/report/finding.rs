use serde::Serialize;

use super::{FileReport, Locator};
use crate::finding::{Applicability, Diagnostic, Fingerprint, Fix, Lang, Related, Severity};
use crate::source::{Paragraph, Source};
use crate::text::{Edit, Span};

/// A finding as JSON writes it: the order of the fields is the order of the keys.
#[derive(Debug, Serialize)]
pub(super) struct Finding<'a> {
    file: &'a str,
    rule: &'static str,
    name: &'static str,
    severity: Severity,
    span: Span,
    line: usize,
    column: usize,
    utf16_column: usize,
    paragraph: Option<Paragraph>,
    message: &'a str,
    why: &'a str,
    help: &'a str,
    source: &'static str,
    related: Vec<RelatedPlace<'a>>,
    fixes: Vec<ProposedFix<'a>>,
    fingerprint: Fingerprint,
}

#[derive(Debug, Serialize)]
struct RelatedPlace<'a> {
    span: Span,
    line: usize,
    column: usize,
    utf16_column: usize,
    paragraph: Option<Paragraph>,
    message: &'a str,
}

#[derive(Debug, Serialize)]
struct ProposedFix<'a> {
    title: &'a str,
    applicability: Applicability,
    edits: Vec<Edit>,
}

impl<'a> Finding<'a> {
    /// The findings of a file, one after the other.
    pub(super) fn all(report: &FileReport<'a>, lang: Lang) -> impl Iterator<Item = Self> {
        let mut locator = Locator::of(report.source);
        let FileReport { file, source, diagnostics } = *report;
        diagnostics.iter().map(move |diagnostic| Self::new(file, source, diagnostic, &mut locator, lang))
    }

    fn new(
        file: &'a str,
        source: &Source<'_>,
        diagnostic: &'a Diagnostic,
        locator: &mut Locator<'_>,
        lang: Lang,
    ) -> Self {
        let at = locator.position(diagnostic.span.start());
        Self {
            file,
            rule: diagnostic.rule,
            name: diagnostic.name,
            severity: diagnostic.severity,
            span: source.original(diagnostic.span),
            line: at.line,
            column: at.column,
            utf16_column: at.utf16_column,
            paragraph: source.paragraph(diagnostic.span.start()),
            message: diagnostic.message.text(lang),
            why: diagnostic.why.text(lang),
            help: diagnostic.help.text(lang),
            source: diagnostic.source,
            related: diagnostic
                .related
                .iter()
                .map(|related| RelatedPlace::new(source, related, locator, lang))
                .collect(),
            fixes: diagnostic.fixes.iter().map(|fix| ProposedFix::new(source, fix, lang)).collect(),
            fingerprint: diagnostic.fingerprint,
        }
    }
}

impl<'a> RelatedPlace<'a> {
    fn new(source: &Source<'_>, related: &'a Related, locator: &mut Locator<'_>, lang: Lang) -> Self {
        let at = locator.position(related.span.start());
        Self {
            span: source.original(related.span),
            line: at.line,
            column: at.column,
            utf16_column: at.utf16_column,
            paragraph: source.paragraph(related.span.start()),
            message: related.message.text(lang),
        }
    }
}

impl<'a> ProposedFix<'a> {
    fn new(source: &Source<'_>, fix: &'a Fix, lang: Lang) -> Self {
        Self { title: fix.title.text(lang), applicability: fix.applicability, edits: source.original_edits(&fix.edits) }
    }
}
