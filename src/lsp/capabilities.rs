use serde_json::{Value, json};

use super::client::Client;
use super::{actions, commands};

/// The requests that ask of an open text.
pub(super) const ANSWERED: [&str; 11] = [
    "textDocument/codeAction",
    "textDocument/codeLens",
    "textDocument/completion",
    "textDocument/definition",
    "textDocument/documentHighlight",
    "textDocument/documentLink",
    "textDocument/documentSymbol",
    "textDocument/hover",
    "textDocument/prepareRename",
    "textDocument/references",
    "textDocument/rename",
];

pub(super) const COMMANDS: [&str; 3] = [commands::AUTHORITIES, commands::SHOW_AUTHORITIES, commands::SHOW_FINDING];

/// The answer to `initialize`.
pub(super) fn of(client: Client) -> Value {
    let mut capabilities = json!({
        "positionEncoding": client.encoding.name(),
        "textDocumentSync": {"openClose": true, "change": 2, "save": true},
        "codeActionProvider": {"codeActionKinds": ["quickfix", actions::FIX_ALL]},
        "codeLensProvider": {},
        "completionProvider": {"triggerCharacters": [" ", "/", "-"]},
        "definitionProvider": true,
        "documentHighlightProvider": true,
        "documentLinkProvider": {},
        "documentSymbolProvider": true,
        "executeCommandProvider": {"commands": COMMANDS},
        "hoverProvider": true,
        "referencesProvider": true,
        "renameProvider": {"prepareProvider": true},
    });
    if client.pulls {
        capabilities["diagnosticProvider"] =
            json!({"identifier": "cite-lint", "interFileDependencies": false, "workspaceDiagnostics": false});
    }
    let about = json!({"name": "cite-lint", "version": env!("CARGO_PKG_VERSION")});
    json!({"capabilities": capabilities, "serverInfo": about})
}

/// Asks the client to tell when a configuration changes.
pub(super) fn watched() -> Value {
    let options = json!({"watchers": [{"globPattern": "**/cite-lint.toml"}]});
    json!({"registrations": [{"id": "cite-lint", "method": "workspace/didChangeWatchedFiles", "registerOptions": options}]})
}
