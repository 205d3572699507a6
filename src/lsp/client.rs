use serde_json::Value;

use super::buffer::Encoding;

/// What a client can do, as its `initialize` says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Client {
    pub(super) encoding: Encoding,
    /// It asks for the findings (`textDocument/diagnostic`), so none are sent by themselves.
    pub(super) pulls: bool,
    /// It asks for them again when told to.
    pub(super) refreshes_findings: bool,
    pub(super) refreshes_lenses: bool,
    /// It takes edits that name the version they are of.
    pub(super) versioned_edits: bool,
    /// It can be told which files to watch.
    pub(super) watches_files: bool,
    /// It can be asked for its settings.
    pub(super) tells_settings: bool,
    /// It can be sent to a place of a text.
    pub(super) shows_places: bool,
    pub(super) markdown: bool,
    pub(super) nested_outline: bool,
}

impl Client {
    pub(super) fn new(params: &Value) -> Self {
        let capabilities = &params["capabilities"];
        let (text, workspace) = (&capabilities["textDocument"], &capabilities["workspace"]);
        let is = |value: &Value| value == &Value::Bool(true);
        let formats = text["hover"]["contentFormat"].as_array();
        Self {
            encoding: Encoding::of_client(params),
            pulls: text["diagnostic"].is_object(),
            refreshes_findings: is(&workspace["diagnostics"]["refreshSupport"]),
            refreshes_lenses: is(&workspace["codeLens"]["refreshSupport"]),
            versioned_edits: is(&workspace["workspaceEdit"]["documentChanges"]),
            watches_files: is(&workspace["didChangeWatchedFiles"]["dynamicRegistration"]),
            tells_settings: is(&workspace["configuration"]),
            shows_places: is(&capabilities["window"]["showDocument"]["support"]),
            markdown: formats.is_none_or(|formats| formats.iter().any(|format| format == "markdown")),
            nested_outline: is(&text["documentSymbol"]["hierarchicalDocumentSymbolSupport"]),
        }
    }
}
