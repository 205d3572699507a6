use std::io::{self, Write};

use serde_json::{Value, json};

use super::{FileReport, JsonArray, Locator};
use crate::finding::{Fix, Lang, Severity};
use crate::rules;
use crate::text::Span;

/// A SARIF log over all files: takes the results that [`sarif`] writes.
///
/// Source: OASIS, SARIF 2.1.0. Columns count code points (`columnKind`).
pub fn sarif_log<W: Write>(out: W, lang: Lang) -> JsonArray<W> {
    let rules: Vec<Value> = rules::all()
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code,
                "name": rule.name,
                "shortDescription": {"text": rule.summary().text(lang)},
                "fullDescription": {"text": rule.why().text(lang)},
                "help": {"text": rule.source(), "markdown": rule.doc},
                "defaultConfiguration": {"level": level(rule.severity)},
            })
        })
        .collect();
    let driver = json!({"name": "cite-lint", "version": env!("CARGO_PKG_VERSION"), "rules": rules});
    let open = format!(
        "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\
         \"driver\":{driver}}},\"columnKind\":\"unicodeCodePoints\",\"results\":["
    );
    JsonArray::between(out, open, "\n]}]}\n")
}

/// The findings of a file as results of a [`sarif_log`].
///
/// # Errors
///
/// Those of `out`.
pub fn sarif(out: &mut impl Write, report: &FileReport<'_>, lang: Lang) -> io::Result<()> {
    let mut locator = Locator::of(report.source);
    let uri = uri(report.file);
    for diagnostic in report.diagnostics {
        let message = format!("{}; {}", diagnostic.message.text(lang), diagnostic.help.text(lang));
        let region = region(&mut locator, diagnostic.span);
        let fixes: Vec<Value> = diagnostic.fixes.iter().map(|fix| change(fix, &uri, &mut locator, lang)).collect();
        let mut result = json!({
            "ruleId": diagnostic.rule,
            "level": level(diagnostic.severity),
            "message": {"text": message},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
            "partialFingerprints": {"citeLint/v1": diagnostic.fingerprint},
        });
        if !fixes.is_empty() {
            result["fixes"] = Value::Array(fixes);
        }
        write!(out, ",\n{result}")?;
    }
    Ok(())
}

fn change(fix: &Fix, uri: &str, locator: &mut Locator<'_>, lang: Lang) -> Value {
    let replacements: Vec<Value> = fix
        .edits
        .iter()
        .map(|edit| json!({"deletedRegion": region(locator, edit.span), "insertedContent": {"text": edit.text}}))
        .collect();
    json!({
        "description": {"text": fix.title.text(lang)},
        "artifactChanges": [{"artifactLocation": {"uri": uri}, "replacements": replacements}],
    })
}

fn region(locator: &mut Locator<'_>, span: Span) -> Value {
    let (start, end) = (locator.position(span.start()), locator.position(span.end()));
    json!({"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column})
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A path as a reference: `/` between its steps, every other byte that a reference cannot have in hexadecimal digits.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.trim_start_matches("./").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            b'\\' => uri.push('/'),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
