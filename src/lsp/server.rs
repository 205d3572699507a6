//! The talk with one client.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::io;
use std::rc::Rc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use serde_json::{Value, json};

use super::buffer::is_position;
use super::client::Client;
use super::failure::{
    Failure, INVALID_PARAMS, INVALID_REQUEST, METHOD_NOT_FOUND, NOT_INITIALIZED, REQUEST_CANCELLED, REQUEST_FAILED,
};
use super::inbox::Inbox;
use super::open::Open;
use super::settings::{Known, Source};
use super::wire::{self, Incoming};
use super::{actions, capabilities, commands, completion, diagnostics, hover, outline, places};

/// Where messages to the client go.
pub(super) type Outgoing<'o> = dyn FnMut(&Value) -> io::Result<()> + 'o;

/// Serves one client until it says goodbye or its stream ends; false where it went without a goodbye.
pub(super) fn serve(receiver: Receiver<Incoming>, out: &mut Outgoing<'_>, source: &mut Source<'_>) -> bool {
    let mut server = Server {
        out,
        inbox: Inbox::new(receiver),
        settings: Known::new(source),
        client: None,
        is_shut_down: false,
        texts: HashMap::new(),
        untold: BTreeSet::new(),
        told: HashSet::new(),
    };
    // A client that does not listen any more is one that has gone.
    server.run().unwrap_or(false)
}

struct Server<'s> {
    out: &'s mut Outgoing<'s>,
    inbox: Inbox,
    settings: Known<'s>,
    /// What the client can do, once it has said so.
    client: Option<Client>,
    is_shut_down: bool,
    /// The open texts by their URI.
    texts: HashMap<String, Open>,
    /// Those whose findings have to be sent.
    untold: BTreeSet<String>,
    /// Messages that were shown: each once.
    told: HashSet<String>,
}

/// The answer to `workspace/configuration` comes under this id.
const SETTINGS: &str = "cite-lint/settings";

impl Server<'_> {
    fn run(&mut self) -> io::Result<bool> {
        loop {
            // While letters still come in, the text is not checked: only what stands when none waits is told.
            let message = match self.inbox.next() {
                Some(message) => message,
                None if !self.untold.is_empty() => {
                    let open = self.untold.first().and_then(|uri| self.texts.get(uri));
                    if self.inbox.is_quiet_for(open.map_or(Duration::ZERO, Open::pause)) {
                        self.tell_one()?;
                    }
                    continue;
                }
                None => match self.inbox.wait() {
                    Some(message) => message,
                    None => return Ok(self.is_shut_down),
                },
            };
            match message {
                Incoming::Request { id, method, params } => self.request(&id, &method, &params)?,
                Incoming::Notification { method, .. } if method == "exit" => return Ok(self.is_shut_down),
                Incoming::Notification { method, params } => self.notification(&method, &params)?,
                Incoming::Response { id, result } if id == SETTINGS => self.set(&result[0])?,
                Incoming::Response { .. } => {}
                Incoming::Broken { id, failure } => (self.out)(&wire::response(&id, Err(failure)))?,
            }
        }
    }

    fn request(&mut self, id: &Value, method: &str, params: &Value) -> io::Result<()> {
        let cancelled = || Err(Failure::new(REQUEST_CANCELLED, "cancelled"));
        let mut result = if self.inbox.is_cancelled(id) { cancelled() } else { self.answer(method, params) };
        // It may have been taken back while it was worked on.
        if self.inbox.is_cancelled(id) {
            result = cancelled();
        }
        (self.out)(&wire::response(id, result))
    }

    fn answer(&mut self, method: &str, params: &Value) -> Result<Value, Failure> {
        let client = match (method, self.client) {
            _ if self.is_shut_down => return Err(Failure::new(INVALID_REQUEST, "the server was shut down")),
            ("initialize", None) => {
                let client = Client::new(params);
                self.client = Some(client);
                self.settings.begin(params);
                return Ok(capabilities::of(client));
            }
            (_, None) => return Err(Failure::new(NOT_INITIALIZED, "initialize comes first")),
            ("initialize", Some(_)) => return Err(Failure::new(INVALID_REQUEST, "initialize comes only once")),
            (_, Some(client)) => client,
        };
        match method {
            "shutdown" => {
                self.is_shut_down = true;
                Ok(Value::Null)
            }
            "workspace/executeCommand" => self.command(params),
            "textDocument/diagnostic" => self.diagnostic(params),
            _ => self.of_text(method, params, client),
        }
    }

    /// What is asked of an open text; of one that is not open nothing is known.
    fn of_text(&self, method: &str, params: &Value, client: Client) -> Result<Value, Failure> {
        let position = || match &params["position"] {
            position if is_position(position) => Ok(position),
            _ => Err(Failure::parameter("position")),
        };
        let Some(open) = self.texts.get(uri(params).unwrap_or_default()) else {
            return match uri(params) {
                _ if !capabilities::ANSWERED.contains(&method) => {
                    Err(Failure::new(METHOD_NOT_FOUND, format!("unknown method {method}")))
                }
                Some(_) => Ok(Value::Null),
                None => Err(Failure::parameter("textDocument")),
            };
        };
        Ok(match method {
            "textDocument/codeAction" => {
                let range = &params["range"];
                if !(is_position(&range["start"]) && is_position(&range["end"])) {
                    return Err(Failure::parameter("range"));
                }
                actions::actions(open, params, client).into()
            }
            "textDocument/hover" => hover::hover(open, position()?, client),
            "textDocument/completion" => completion::completion(open, position()?),
            "textDocument/documentSymbol" => outline::symbols(open, client).into(),
            "textDocument/documentLink" => outline::links(open).into(),
            "textDocument/codeLens" => outline::lenses(open).into(),
            "textDocument/definition" => places::definition(open, position()?),
            "textDocument/references" => position().map(|_| places::references(open, params))?.into(),
            "textDocument/documentHighlight" => places::highlights(open, position()?).into(),
            "textDocument/prepareRename" => places::prepare_rename(open, position()?),
            "textDocument/rename" => position().and_then(|_| places::rename(open, params, client))?,
            _ => return Err(Failure::new(METHOD_NOT_FOUND, format!("unknown method {method}"))),
        })
    }

    /// The findings for a client that asks for them. Where the next change waits already it is to ask again.
    fn diagnostic(&mut self, params: &Value) -> Result<Value, Failure> {
        let uri = uri(params).ok_or_else(|| Failure::parameter("textDocument"))?;
        let Some(open) = self.texts.get(uri) else { return Ok(json!({"kind": "full", "items": []})) };
        if self.inbox.has_change_of(uri) {
            return Err(Failure::outdated());
        }
        let report = diagnostics::report(open, &params["previousResultId"]);
        if self.inbox.has_change_of(uri) { Err(Failure::outdated()) } else { Ok(report) }
    }

    fn command(&mut self, params: &Value) -> Result<Value, Failure> {
        let command = params["command"].as_str().ok_or_else(|| Failure::parameter("command"))?;
        if !capabilities::COMMANDS.contains(&command) {
            return Err(Failure::new(INVALID_PARAMS, format!("unknown command {command}")));
        }
        let uri = params["arguments"][0].as_str().ok_or_else(|| Failure::parameter("arguments"))?;
        let open = self.texts.get(uri).ok_or_else(|| Failure::new(REQUEST_FAILED, "the text is not open"))?;
        let sent = match command {
            commands::AUTHORITIES => return Ok(commands::authorities(open).into()),
            commands::SHOW_AUTHORITIES => {
                let params = json!({"type": 3, "message": commands::authorities_text(open)});
                Some(wire::notification("window/showMessage", params))
            }
            _ => commands::first_finding(open).filter(|_| self.client.is_some_and(|client| client.shows_places)).map(
                |range| {
                    let params = json!({"uri": uri, "takeFocus": true, "selection": range});
                    wire::request("cite-lint/show", "window/showDocument", params)
                },
            ),
        };
        // Where nobody listens the answer will not arrive either.
        sent.map_or(Ok(Value::Null), |sent| {
            (self.out)(&sent).map(|()| Value::Null).map_err(|error| Failure::new(REQUEST_FAILED, error.to_string()))
        })
    }

    fn notification(&mut self, method: &str, params: &Value) -> io::Result<()> {
        let Some(client) = self.client.filter(|_| !self.is_shut_down) else { return Ok(()) };
        match method {
            "initialized" if client.watches_files => {
                (self.out)(&wire::request("cite-lint/watch", "client/registerCapability", capabilities::watched()))
            }
            "workspace/didChangeConfiguration" => match &params["settings"] {
                settings if settings.get("cite-lint").is_none() && client.tells_settings => {
                    let items = json!({"items": [{"section": "cite-lint"}]});
                    (self.out)(&wire::request(SETTINGS, "workspace/configuration", items))
                }
                settings => self.set(settings),
            },
            "workspace/didChangeWatchedFiles" => self.reread(),
            "textDocument/didOpen" => self.open(params, client),
            "textDocument/didChange" => self.change(params),
            "textDocument/didClose" => self.close(params, client),
            "textDocument/didSave" => {
                // Who does not tell of changed files may have saved the configuration.
                if client.watches_files { Ok(()) } else { self.reread() }
            }
            _ => Ok(()),
        }
    }

    fn open(&mut self, params: &Value, client: Client) -> io::Result<()> {
        let document = &params["textDocument"];
        let Some(uri) = document["uri"].as_str() else { return Ok(()) };
        let settings = self.settings.of(uri);
        self.tell_problems(&settings.problems)?;
        if let Some(open) = Open::new(document, client.encoding, settings) {
            self.texts.insert(uri.to_owned(), open);
            self.untold.insert(uri.to_owned());
        }
        Ok(())
    }

    fn change(&mut self, params: &Value) -> io::Result<()> {
        let changes = params["contentChanges"].as_array().map_or(&[][..], Vec::as_slice);
        let version = params["textDocument"]["version"].as_i64();
        let Some(open) = uri(params).and_then(|uri| self.texts.get_mut(uri)) else { return Ok(()) };
        if open.change(changes, version) {
            let uri = open.uri.clone();
            self.untold.insert(uri);
            return Ok(());
        }
        let message =
            format!("a change of {} was left out: it is of an older version, or its range cannot be read", open.uri);
        (self.out)(&wire::notification("window/logMessage", json!({"type": 1, "message": message})))
    }

    fn close(&mut self, params: &Value, client: Client) -> io::Result<()> {
        let Some(open) = uri(params).and_then(|uri| self.texts.remove(uri)) else { return Ok(()) };
        self.untold.remove(&open.uri);
        if client.pulls { Ok(()) } else { self.publish(&open.uri, None, Vec::new()) }
    }

    /// Takes other settings of the client.
    fn set(&mut self, settings: &Value) -> io::Result<()> {
        self.settings.want(settings);
        self.reread()
    }

    /// Reads the configuration of every open text again.
    fn reread(&mut self) -> io::Result<()> {
        self.settings.forget();
        let mut problems = Vec::new();
        for (uri, open) in &mut self.texts {
            let settings: Rc<_> = self.settings.of(uri);
            problems.extend(settings.problems.iter().cloned());
            open.set(settings);
            self.untold.insert(uri.clone());
        }
        self.tell_problems(&problems)?;
        let Some(client) = self.client else { return Ok(()) };
        if client.pulls && client.refreshes_findings {
            (self.out)(&wire::request("cite-lint/findings", "workspace/diagnostic/refresh", Value::Null))?;
        }
        if client.refreshes_lenses {
            (self.out)(&wire::request("cite-lint/lenses", "workspace/codeLens/refresh", Value::Null))?;
        }
        Ok(())
    }

    fn tell_problems(&mut self, problems: &[String]) -> io::Result<()> {
        for problem in problems {
            if self.told.insert(problem.clone()) {
                (self.out)(&wire::notification("window/showMessage", json!({"type": 2, "message": problem})))?;
            }
        }
        Ok(())
    }

    /// Checks one of the changed texts and sends its findings, unless it has changed again meanwhile.
    fn tell_one(&mut self) -> io::Result<()> {
        let Some(uri) = self.untold.pop_first() else { return Ok(()) };
        if self.client.is_none_or(|client| client.pulls) {
            return Ok(());
        }
        let Some(open) = self.texts.get(&uri) else { return Ok(()) };
        let (version, found) = (open.version, diagnostics::diagnostics(open));
        if self.inbox.has_change_of(&uri) {
            self.untold.insert(uri);
            return Ok(());
        }
        self.publish(&uri, version, found)
    }

    fn publish(&mut self, uri: &str, version: Option<i64>, diagnostics: Vec<Value>) -> io::Result<()> {
        let mut params = json!({"uri": uri, "diagnostics": diagnostics});
        if let Some(version) = version {
            params["version"] = version.into();
        }
        (self.out)(&wire::notification("textDocument/publishDiagnostics", params))
    }
}

fn uri(params: &Value) -> Option<&str> {
    params["textDocument"]["uri"].as_str()
}
