use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::{Value, json};

use super::open::Open;
use crate::finding::{Diagnostic, Severity};
use crate::text::Span;

/// Findings that are sent of a text: a client that gets thousands shows none. The gravest count, and that there are more
/// is told.
pub const MOST: usize = 500;

/// The findings, as the client shows them.
pub(super) fn diagnostics(open: &Open) -> Vec<Value> {
    let mut shown: Vec<&Diagnostic> = open.shown().collect();
    let folded: usize = open.folded().map(|folded| folded.count).sum();
    let more = shown.len().saturating_sub(MOST) + folded;
    if shown.len() > MOST {
        shown.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        shown.truncate(MOST);
        shown.sort_by_key(|finding| finding.span);
    }
    let mut all: Vec<Value> = shown.into_iter().map(|finding| diagnostic(open, finding)).collect();
    if more > 0 {
        all.push(rest(open, more));
    }
    all
}

/// The answer to a client that asks: nothing new where it has these already, by the id of what it got.
pub(super) fn report(open: &Open, known: &Value) -> Value {
    let items = Value::from(diagnostics(open));
    let mut hasher = DefaultHasher::new();
    items.to_string().hash(&mut hasher);
    let id = format!("{:016x}", hasher.finish());
    if *known == id.as_str() {
        json!({"kind": "unchanged", "resultId": id})
    } else {
        json!({"kind": "full", "resultId": id, "items": items})
    }
}

pub(super) fn diagnostic(open: &Open, finding: &Diagnostic) -> Value {
    let (lang, buffer) = (open.lang(), open.buffer());
    let severity = match finding.severity {
        Severity::Error => 1,
        Severity::Warning => 2,
        Severity::Info => 3,
    };
    let related: Vec<Value> = finding
        .related
        .iter()
        .map(|place| json!({"location": open.location(place.span), "message": place.message.text(lang)}))
        .collect();
    json!({
        "range": buffer.range(finding.span),
        "severity": severity,
        "code": finding.rule,
        "source": "cite-lint",
        "message": format!("{}\n{}", finding.message.text(lang), finding.help.text(lang)),
        "relatedInformation": related,
    })
}

/// Says at the start of the text how many findings are not shown.
fn rest(open: &Open, more: usize) -> Value {
    let (vi, en) = (
        format!("còn {more} phát hiện chưa hiện ra; sửa bớt rồi chúng sẽ hiện, hoặc chạy cite-lint trên tệp"),
        format!("{more} more findings are not shown; mend some and they will be, or run cite-lint on the file"),
    );
    json!({
        "range": open.buffer().range(Span::new(0, 0)),
        "severity": 3,
        "source": "cite-lint",
        "message": open.lang().pick(&vi, &en),
    })
}
