use serde_json::{Value, json};

use super::buffer::{Buffer, Encoding};
use crate::citation::Kind;
use crate::finding::{Applicability, Diagnostic, Fix, Lang, Severity};
use crate::lint::{Linter, apply_fixes};
use crate::parse::Mention;
use crate::registry::{Record, Verdict};
use crate::report::verdict_text;
use crate::resolve::Document;
use crate::rules::{self, look_up};
use crate::text::Span;

/// What is said of a text.
pub(super) struct Answers<'l> {
    pub(super) linter: &'l Linter<'l>,
    pub(super) lang: Lang,
    pub(super) encoding: Encoding,
}

/// Findings that are sent of a text: a client that gets thousands shows none.
const MOST: usize = 500;

impl Answers<'_> {
    /// The findings, as the client shows them.
    pub(super) fn diagnostics(&self, uri: &str, buffer: &Buffer) -> Vec<Value> {
        let findings = self.linter.with_most(MOST).lint(&buffer.text);
        findings.iter().take(MOST).map(|finding| self.diagnostic(uri, buffer, finding)).collect()
    }

    fn diagnostic(&self, uri: &str, buffer: &Buffer, finding: &Diagnostic) -> Value {
        let severity = match finding.severity {
            Severity::Error => 1,
            Severity::Warning => 2,
            Severity::Info => 3,
        };
        let related: Vec<Value> = finding
            .related
            .iter()
            .map(|place| {
                let location = json!({"uri": uri, "range": buffer.range(place.span, self.encoding)});
                json!({"location": location, "message": place.message.text(self.lang)})
            })
            .collect();
        json!({
            "range": buffer.range(finding.span, self.encoding),
            "severity": severity,
            "code": finding.rule,
            "source": "cite-lint",
            "message": format!("{}\n{}", finding.message.text(self.lang), finding.help.text(self.lang)),
            "relatedInformation": related,
        })
    }

    /// The fixes of the findings in a range, and one that mends all that is safe. They are made of the text that is open
    /// now: what the client sends back of its diagnostics may be of an older one.
    pub(super) fn actions(&self, uri: &str, buffer: &Buffer, range: &Value) -> Vec<Value> {
        let asked = buffer.offset(&range["start"], self.encoding)..=buffer.offset(&range["end"], self.encoding);
        let findings = self.linter.lint(&buffer.text);
        let touched =
            |finding: &&Diagnostic| finding.span.start() <= *asked.end() && *asked.start() <= finding.span.end();
        let mut actions = Vec::new();
        for finding in findings.iter().filter(touched) {
            actions.extend(finding.fixes.iter().map(|fix| self.action(uri, buffer, finding, fix)));
        }
        let mended = apply_fixes(&buffer.text, &findings, Applicability::Safe);
        if mended.applied > 0 {
            let whole = buffer.range(Span::new(0, buffer.text.len()), self.encoding);
            let changes = json!({uri: [{"range": whole, "newText": mended.text}]});
            let title = self.lang.pick("Sửa mọi chỗ an toàn", "Mend all that is safe");
            actions.push(json!({"title": title, "kind": "source.fixAll", "edit": {"changes": changes}}));
        }
        actions
    }

    fn action(&self, uri: &str, buffer: &Buffer, finding: &Diagnostic, fix: &Fix) -> Value {
        let is_safe = fix.applicability == Applicability::Safe;
        let how = if is_safe {
            self.lang.pick("an toàn", "safe")
        } else {
            self.lang.pick("cần người xem lại", "review before applying")
        };
        let edits: Vec<Value> = fix
            .edits
            .iter()
            .map(|edit| json!({"range": buffer.range(edit.span, self.encoding), "newText": edit.text}))
            .collect();
        json!({
            "title": format!("{} ({how})", fix.title.text(self.lang)),
            "kind": "quickfix",
            "isPreferred": is_safe,
            "diagnostics": [self.diagnostic(uri, buffer, finding)],
            "edit": {"changes": {uri: edits}},
        })
    }

    /// All citations, as the outline of the text.
    pub(super) fn symbols(&self, buffer: &Buffer) -> Vec<Value> {
        let document = Document::new(&buffer.text);
        let symbol = |mention: &Mention<'_>| {
            json!({
                // The bare number of a short form alone says too little.
                "name": if mention.kind() == Kind::Short { mention.as_str() } else { mention.core_str() },
                "detail": mention.reading().doc_type.map(|doc_type| doc_type.name()),
                // A constant: the protocol knows no citations.
                "kind": 14,
                "range": buffer.range(mention.span(), self.encoding),
                "selectionRange": buffer.range(mention.core(), self.encoding),
            })
        };
        document.mentions().iter().map(symbol).collect()
    }

    /// Of a short form the full citation that it repeats.
    pub(super) fn definition(&self, uri: &str, buffer: &Buffer, position: &Value) -> Value {
        let offset = buffer.offset(position, self.encoding);
        let document = Document::new(&buffer.text);
        let mentions = document.mentions();
        let short = mentions.iter().find(|mention| mention.span().start() <= offset && offset <= mention.span().end());
        let Some(full) = short.and_then(Mention::antecedent).and_then(|index| mentions.get(index)) else {
            return Value::Null;
        };
        json!({"uri": uri, "range": buffer.range(full.span(), self.encoding)})
    }

    /// Of a finding its rule, of a citation what the registry says.
    pub(super) fn hover(&self, buffer: &Buffer, position: &Value) -> Value {
        let offset = buffer.offset(position, self.encoding);
        let at = |span: Span| span.start() <= offset && offset <= span.end();
        let mut parts = Vec::new();
        let document = Document::new(&buffer.text);
        let cited = document.mentions().iter().find(|mention| at(mention.span()));
        if let Some((mention, verdict)) =
            cited.and_then(|mention| Some((mention, look_up(self.linter.registry(), mention)?)))
        {
            parts.push(format!("**{}**: {}", mention.core_str(), verdict_text(&verdict, self.lang)));
            let records: Vec<&Record> = match &verdict {
                Verdict::Ambiguous(records) => records.clone(),
                other => other.record().into_iter().collect(),
            };
            parts.extend(records.iter().take(5).map(|record| described(record)));
        }
        let findings = self.linter.check(&document).diagnostics;
        for rule in findings.iter().filter(|finding| at(finding.span)).filter_map(|finding| rules::find(finding.rule)) {
            let (code, why) = (rule.code, rule.why());
            parts.push(format!("**{code}** {}\n\n*{}*", why.text(self.lang), rule.source()));
        }
        if parts.is_empty() {
            return Value::Null;
        }
        json!({"contents": {"kind": "markdown", "value": parts.join("\n\n---\n\n")}})
    }
}

/// A document in one line: type, symbol, date, body, title.
fn described(record: &Record) -> String {
    let date = record.date().map(|date| format!(" ngày {}", date.short_form())).unwrap_or_default();
    format!("{} số {}{date} của {}: {}", record.doc_type(), record.symbol(), record.issuer(), record.title())
}
