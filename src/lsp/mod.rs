//! Level 9: the language server. Findings while a text is written, their fixes, what the registry says of a citation.
//!
//! Source: Language Server Protocol 3.17. It speaks over standard input and output and keeps the texts that are open; it
//! reads no file.

mod answers;
mod buffer;

use std::collections::{BTreeMap, HashMap};

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use serde_json::{Value, json};

use self::answers::Answers;
use self::buffer::{Buffer, Encoding};
use crate::finding::Lang;
use crate::lint::Linter;

/// Serves one client until it says goodbye or its stream ends; false where it went without a goodbye.
///
/// # Errors
///
/// Those of the stream, and of a client that begins with something else than `initialize`.
pub fn run(linter: &Linter<'_>, lang: Lang) -> std::io::Result<bool> {
    let (connection, threads) = Connection::stdio();
    let done = serve(&connection, linter, lang);
    drop(connection);
    threads.join()?;
    done
}

/// Serves the client of a connection.
fn serve(connection: &Connection, linter: &Linter<'_>, lang: Lang) -> std::io::Result<bool> {
    let failed = |error: lsp_server::ProtocolError| std::io::Error::other(error.to_string());
    let (id, client) = connection.initialize_start().map_err(failed)?;
    let encoding = Encoding::of_client(&client);
    let capabilities = json!({
        "capabilities": {
            "positionEncoding": encoding.name(),
            "textDocumentSync": {"openClose": true, "change": 2, "save": true},
            "codeActionProvider": {"codeActionKinds": ["quickfix", "source.fixAll"]},
            "hoverProvider": true,
            "documentSymbolProvider": true,
            "definitionProvider": true,
        },
        "serverInfo": {"name": "cite-lint", "version": env!("CARGO_PKG_VERSION")},
    });
    connection.initialize_finish(id, capabilities).map_err(failed)?;
    let mut server = Server {
        connection,
        answers: Answers { linter, lang, encoding },
        buffers: HashMap::new(),
        changed: BTreeMap::new(),
    };
    loop {
        // While letters still come in, the text is not checked: only what stands when none waits is told.
        let message = match connection.receiver.try_recv() {
            Ok(message) => message,
            Err(_) => {
                server.publish_changed();
                let Ok(message) = connection.receiver.recv() else { return Ok(false) };
                message
            }
        };
        match message {
            Message::Request(request) if connection.handle_shutdown(&request).map_err(failed)? => return Ok(true),
            Message::Request(request) => server.answer(request),
            Message::Notification(notification) => server.note(&notification),
            Message::Response(_) => {}
        }
    }
}

/// The requests that ask of an open text.
const ANSWERED: [&str; 4] =
    ["textDocument/codeAction", "textDocument/hover", "textDocument/documentSymbol", "textDocument/definition"];

struct Server<'c> {
    connection: &'c Connection,
    answers: Answers<'c>,
    /// The open texts by their URI.
    buffers: HashMap<String, Buffer>,
    /// Those that were not checked since their last change, and their version.
    changed: BTreeMap<String, Option<i64>>,
}

impl Server<'_> {
    fn answer(&self, request: Request) {
        let Request { id, method, params } = request;
        let buffer = params["textDocument"]["uri"].as_str().and_then(|uri| Some((uri, self.buffers.get(uri)?)));
        let response = match (method.as_str(), buffer) {
            ("textDocument/codeAction", Some((uri, buffer))) => {
                Response::new_ok(id, self.answers.actions(uri, buffer, &params["range"]))
            }
            ("textDocument/hover", Some((_, buffer))) => {
                Response::new_ok(id, self.answers.hover(buffer, &params["position"]))
            }
            ("textDocument/documentSymbol", Some((_, buffer))) => Response::new_ok(id, self.answers.symbols(buffer)),
            ("textDocument/definition", Some((uri, buffer))) => {
                Response::new_ok(id, self.answers.definition(uri, buffer, &params["position"]))
            }
            // Of a text that is not open nothing is known.
            (known, None) if ANSWERED.contains(&known) => Response::new_ok(id, Value::Null),
            _ => Response::new_err(id, ErrorCode::MethodNotFound as i32, format!("unknown method {method}")),
        };
        self.send(Message::Response(response));
    }

    fn note(&mut self, notification: &Notification) {
        let params = &notification.params;
        let Some(uri) = params["textDocument"]["uri"].as_str() else { return };
        let version = params["textDocument"]["version"].as_i64();
        match notification.method.as_str() {
            "textDocument/didOpen" => {
                let text = params["textDocument"]["text"].as_str().unwrap_or_default();
                self.buffers.insert(uri.to_owned(), Buffer::new(text.to_owned()));
            }
            "textDocument/didChange" => {
                let Some(buffer) = self.buffers.get_mut(uri) else { return };
                for change in params["contentChanges"].as_array().into_iter().flatten() {
                    buffer.change(change, self.answers.encoding);
                }
            }
            "textDocument/didSave" => {}
            "textDocument/didClose" => {
                self.buffers.remove(uri);
                self.changed.remove(uri);
                self.publish(uri, version, &[]);
                return;
            }
            _ => return,
        }
        self.changed.insert(uri.to_owned(), version);
    }

    /// Checks what was changed, and tells it.
    fn publish_changed(&mut self) {
        for (uri, version) in std::mem::take(&mut self.changed) {
            if let Some(buffer) = self.buffers.get(&uri) {
                self.publish(&uri, version, &self.answers.diagnostics(&uri, buffer));
            }
        }
    }

    fn publish(&self, uri: &str, version: Option<i64>, diagnostics: &[Value]) {
        let mut params = json!({"uri": uri, "diagnostics": diagnostics});
        if let Some(version) = version {
            params["version"] = version.into();
        }
        let method = "textDocument/publishDiagnostics".to_owned();
        self.send(Message::Notification(Notification { method, params }));
    }

    /// A client that does not listen any more will end the loop.
    fn send(&self, message: Message) {
        let _ = self.connection.sender.send(message);
    }
}

#[cfg(test)]
mod tests;
