use super::json_text::{list, number, quoted, string};
use super::{FileReport, Locator};
use crate::finding::{Applicability, Diagnostic, Fix, Lang, Related};
use crate::source::Source;
use crate::text::{Edit, Span};

/// Writes the findings of a file as JSON objects, one after the other.
pub(super) struct FindingWriter<'r, 'a> {
    report: &'r FileReport<'a>,
    locator: Locator<'a>,
    lang: Lang,
}

impl<'r, 'a> FindingWriter<'r, 'a> {
    pub(super) fn new(report: &'r FileReport<'a>, lang: Lang) -> Self {
        Self { report, locator: Locator::of(report.source), lang }
    }

    /// Writes a finding behind what stands in `out`.
    pub(super) fn write(&mut self, out: &mut Vec<u8>, finding: &Diagnostic) {
        let (source, lang) = (self.report.source, self.lang);
        out.extend_from_slice(b"{\"file\":");
        string(out, self.report.file);
        out.extend_from_slice(b",\"rule\":");
        string(out, finding.rule);
        out.extend_from_slice(b",\"name\":");
        string(out, finding.name);
        out.extend_from_slice(b",\"severity\":");
        string(out, finding.severity.name());
        out.push(b',');
        self.place(out, finding.span);
        for (key, text) in [
            (&b",\"message\":"[..], finding.message.text(lang)),
            (b",\"why\":", finding.why.text(lang)),
            (b",\"help\":", finding.help.text(lang)),
            (b",\"source\":", finding.source),
        ] {
            out.extend_from_slice(key);
            string(out, text);
        }
        out.extend_from_slice(b",\"related\":");
        list(out, &finding.related, |out, related| self.related(out, related));
        out.extend_from_slice(b",\"fixes\":");
        list(out, &finding.fixes, |out, fix| write_fix(out, source, fix, lang));
        out.extend_from_slice(b",\"fingerprint\":");
        quoted(out, finding.fingerprint);
        out.push(b'}');
    }

    fn related(&mut self, out: &mut Vec<u8>, related: &Related) {
        out.push(b'{');
        self.place(out, related.span);
        out.extend_from_slice(b",\"message\":");
        string(out, related.message.text(self.lang));
        out.push(b'}');
    }

    /// Bytes, line, columns and paragraph.
    fn place(&mut self, out: &mut Vec<u8>, span: Span) {
        let source = self.report.source;
        let at = self.locator.position(span.start());
        out.extend_from_slice(b"\"span\":");
        write_span(out, source.original(span));
        for (key, value) in
            [(&b",\"line\":"[..], at.line), (b",\"column\":", at.column), (b",\"utf16_column\":", at.utf16_column)]
        {
            out.extend_from_slice(key);
            number(out, value);
        }
        out.extend_from_slice(b",\"paragraph\":");
        match source.paragraph(span.start()) {
            None => out.extend_from_slice(b"null"),
            // A paragraph is written without failing.
            Some(paragraph) => out.extend(serde_json::to_vec(&paragraph).unwrap_or_default()),
        }
    }
}

fn write_span(out: &mut Vec<u8>, span: Span) {
    list(out, [span.start(), span.end()], number);
}

fn write_fix(out: &mut Vec<u8>, source: &Source<'_>, fix: &Fix, lang: Lang) {
    out.extend_from_slice(b"{\"title\":");
    string(out, fix.title.text(lang));
    out.extend_from_slice(b",\"applicability\":");
    string(out, applicability(fix.applicability));
    out.extend_from_slice(b",\"edits\":");
    list(out, source.original_edits(&fix.edits), |out, Edit { span, text }| {
        out.extend_from_slice(b"{\"span\":");
        write_span(out, span);
        out.extend_from_slice(b",\"text\":");
        string(out, &text);
        out.push(b'}');
    });
    out.push(b'}');
}

const fn applicability(applicability: Applicability) -> &'static str {
    match applicability {
        Applicability::Safe => "safe",
        Applicability::Unsafe => "unsafe",
        Applicability::DisplayOnly => "display-only",
    }
}
