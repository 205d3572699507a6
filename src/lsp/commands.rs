use serde_json::{Value, json};

use super::open::Open;
use crate::finding::Severity;
use crate::report::Authorities;
use crate::resolve::Document;

/// Answers the documents that a text cites.
pub(super) const AUTHORITIES: &str = "cite-lint.authorities";
/// Shows them in a message, for clients that have no view of their own.
pub(super) const SHOW_AUTHORITIES: &str = "cite-lint.showAuthorities";
/// Leads to the first of the gravest findings.
pub(super) const SHOW_FINDING: &str = "cite-lint.showFinding";

/// The documents that a text cites, each once, in the order of their first places.
pub(super) fn authorities(open: &Open) -> Vec<Value> {
    let registry = &open.settings.registry;
    let table = Authorities::of(&open.uri, &Document::new(open.text()), registry, open.settings.today);
    let row = |cited: &crate::report::Authority| {
        json!({
            "document": cited.document,
            "title": cited.title,
            "date": cited.date,
            "status": cited.state_text(registry, open.lang()),
            "count": cited.count,
            "range": open.buffer().range(cited.span),
        })
    };
    table.all().iter().map(row).collect()
}

/// The same as text, at most so many.
pub(super) fn authorities_text(open: &Open) -> String {
    const MOST: usize = 20;
    let all = authorities(open);
    let (vi, en) = (format!("{} văn bản được viện dẫn", all.len()), format!("{} documents are cited", all.len()));
    let mut lines = vec![open.lang().pick(&vi, &en).to_owned()];
    lines.extend(
        all.iter().take(MOST).map(|row| format!("{} × {}", row["count"], row["document"].as_str().unwrap_or_default())),
    );
    if all.len() > MOST {
        lines.push("…".to_owned());
    }
    lines.join("\n")
}

/// Where the first of the gravest findings stands.
pub(super) fn first_finding(open: &Open) -> Option<Value> {
    let gravest: Severity = open.shown().map(|finding| finding.severity).max()?;
    let first = open.shown().find(|finding| finding.severity == gravest)?;
    Some(open.buffer().range(first.span))
}
