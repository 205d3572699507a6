use serde_json::{Value, json};

use super::client::Client;
use super::diagnostics::diagnostic;
use super::ignore;
use super::open::Open;
use crate::finding::{Applicability, Diagnostic, Fix};
use crate::lint::choose_fixes;

/// The kind under which a client finds the action that mends all that is safe.
pub(super) const FIX_ALL: &str = "source.fixAll.cite-lint";

/// The fixes of the findings in a range, a way to silence each, and one that mends all that is safe.
///
/// They are made of the text that is open now: what the client sends back of its diagnostics may be of an older one.
pub(super) fn actions(open: &Open, params: &Value, client: Client) -> Vec<Value> {
    let asked = open.buffer().span(&params["range"]);
    let only = params["context"]["only"].as_array();
    let is_wanted = |kind: &str| {
        let is_of =
            |wanted: &str| kind == wanted || kind.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('.'));
        only.is_none_or(|only| only.iter().filter_map(Value::as_str).any(|wanted| wanted.is_empty() || is_of(wanted)))
    };
    let mut actions = Vec::new();
    if is_wanted("quickfix") {
        let touched =
            |finding: &&Diagnostic| finding.span.start() <= asked.end() && asked.start() <= finding.span.end();
        let findings: Vec<&Diagnostic> = open.shown().filter(touched).collect();
        for finding in &findings {
            actions.extend(finding.fixes.iter().filter_map(|fix| mend(open, finding, fix, client)));
        }
        let mut seen = Vec::new();
        for finding in findings {
            if !seen.contains(&finding.rule) {
                seen.push(finding.rule);
                actions.extend(silence(open, finding, client));
            }
        }
    }
    if is_wanted(FIX_ALL) {
        actions.extend(mend_all(open, client));
    }
    actions
}

fn mend(open: &Open, finding: &Diagnostic, fix: &Fix, client: Client) -> Option<Value> {
    let lang = open.lang();
    let is_safe = match fix.applicability {
        Applicability::Safe => true,
        Applicability::Unsafe => false,
        Applicability::DisplayOnly => return None,
    };
    let how = if is_safe {
        lang.pick("an toàn", "safe")
    } else {
        lang.pick("cần người xem lại", "review before applying")
    };
    Some(json!({
        "title": format!("{} ({how})", fix.title.text(lang)),
        "kind": "quickfix",
        "isPreferred": is_safe,
        "diagnostics": [diagnostic(open, finding)],
        "edit": open.workspace_edit(&fix.edits, client),
    }))
}

fn silence(open: &Open, finding: &Diagnostic, client: Client) -> Option<Value> {
    let edit = ignore::comment(open, finding)?;
    Some(json!({
        "title": format!("{} {}", open.lang().pick("bỏ qua ở đây:", "ignore here:"), finding.rule),
        "kind": "quickfix",
        "isPreferred": false,
        "diagnostics": [diagnostic(open, finding)],
        "edit": open.workspace_edit([&edit], client),
    }))
}

fn mend_all(open: &Open, client: Client) -> Option<Value> {
    let edits = choose_fixes(open.shown(), Applicability::Safe).edits;
    (!edits.is_empty()).then(|| {
        json!({
            "title": open.lang().pick("Sửa mọi chỗ an toàn", "Mend all that is safe"),
            "kind": FIX_ALL,
            "edit": open.workspace_edit(&edits, client),
        })
    })
}
