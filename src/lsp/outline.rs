use serde_json::{Value, json};

use super::client::Client;
use super::open::Open;
use crate::citation::Kind;
use crate::finding::Severity;
use crate::text::Span;

/// All citations, as the outline of the text.
pub(super) fn symbols(open: &Open, client: Client) -> Vec<Value> {
    // A constant: the protocol knows no citations.
    const CONSTANT: u8 = 14;
    let symbol = |cited: &super::cited::Cited| {
        // The bare number of a short form alone says too little.
        let shown = if cited.kind == Kind::Short { cited.span } else { cited.core };
        let name = shown.slice(open.text());
        if client.nested_outline {
            json!({
                "name": name,
                "detail": cited.doc_type.map(|doc_type| doc_type.name()),
                "kind": CONSTANT,
                "range": open.buffer().range(cited.span),
                "selectionRange": open.buffer().range(cited.core),
            })
        } else {
            json!({"name": name, "kind": CONSTANT, "location": open.location(cited.span)})
        }
    };
    open.cited().iter().map(symbol).collect()
}

/// From citations to where the documents stand, of those whose source in the registry has an address. The built-in
/// registry has none: its sources are named, not addressed.
pub(super) fn links(open: &Open) -> Vec<Value> {
    let link = |cited: &super::cited::Cited| {
        let source = open.settings.registry.get(cited.record.as_deref()?)?.source();
        let address =
            source.split([';', ' ']).find(|word| word.starts_with("https://") || word.starts_with("http://"))?;
        Some(json!({"range": open.buffer().range(cited.core), "target": address}))
    };
    open.cited().iter().filter_map(link).collect()
}

/// Two lines above the text: how many citations it has, how many findings; each leads on.
pub(super) fn lenses(open: &Open) -> Vec<Value> {
    let lang = open.lang();
    let count = |severity| {
        let folded: usize = open.folded().filter(|folded| folded.severity == severity).map(|folded| folded.count).sum();
        open.shown().filter(|finding| finding.severity == severity).count() + folded
    };
    let (errors, warnings, infos) = (count(Severity::Error), count(Severity::Warning), count(Severity::Info));
    let counts = open.checked().counts;
    let citations = if lang == crate::finding::Lang::Vi {
        format!("{} viện dẫn, {} có trong danh mục", counts.citations, counts.known)
    } else {
        format!("{}, {} known", counted(counts.citations, "citation"), counts.known)
    };
    let findings = if lang == crate::finding::Lang::Vi {
        format!("{errors} lỗi, {warnings} cảnh báo, {infos} lưu ý")
    } else {
        format!("{}, {}, {}", counted(errors, "error"), counted(warnings, "warning"), counted(infos, "info"))
    };
    let range = open.buffer().range(Span::new(0, 0));
    [(citations, super::commands::SHOW_AUTHORITIES), (findings, super::commands::SHOW_FINDING)]
        .map(|(title, command)| {
            json!({"range": range, "command": {"title": title, "command": command, "arguments": [open.uri]}})
        })
        .to_vec()
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
