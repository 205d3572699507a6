mod bad_input;
mod editing;
mod findings;
mod knowledge;
mod places;
mod settings;

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use serde_json::{Value, json};

use super::server::serve;
use super::wire::Incoming;
use super::*;
use crate::finding::Lang;
use crate::lint::{Linter, PROFILES};
use crate::registry::Registry;

/// A client that has said hello; the server ends with it.
struct Client {
    sender: Sender<Incoming>,
    receiver: Receiver<Value>,
    server: thread::JoinHandle<bool>,
    next: i32,
}

const URI: &str = "untitled:1";

impl Client {
    /// One that has these capabilities; messages are English.
    fn start(capabilities: &Value) -> Self {
        Self::with(capabilities, |_, wanted| {
            let profile = PROFILES.into_iter().find(|profile| wanted.profile.as_deref() == Some(profile.name()));
            let check = Box::new(move |registry: &Registry, _: Option<&Path>, text: &str| {
                let linter = Linter::with_registry(registry).with_profile(profile.unwrap_or_default());
                linter.check_text(text)
            });
            Settings { check, ..Settings::new(Lang::En) }
        })
    }

    fn with(capabilities: &Value, mut source: impl FnMut(Option<&Path>, &Wanted) -> Settings + Send + 'static) -> Self {
        let mut client = Self::silent(move |path, wanted| source(path, wanted));
        let told = client.ask("initialize", json!({"capabilities": capabilities, "rootUri": "file:///drafts"}));
        assert!(told["capabilities"]["hoverProvider"].as_bool().unwrap());
        client.tell("initialized", json!({}));
        client
    }

    /// One that has said nothing yet.
    fn silent(mut source: impl FnMut(Option<&Path>, &Wanted) -> Settings + Send + 'static) -> Self {
        let (sender, incoming) = channel();
        let (outgoing, receiver) = channel();
        let server = thread::spawn(move || {
            serve(
                incoming,
                &mut |message| {
                    let _ = outgoing.send(message.clone());
                    Ok(())
                },
                &mut source,
            )
        });
        Self { sender, receiver, server, next: 0 }
    }

    /// Sends a request and gives the answer: the result, or the error.
    fn ask(&mut self, method: &str, params: Value) -> Value {
        let id = self.send(method, params);
        self.answer(id)
    }

    fn send(&mut self, method: &str, params: Value) -> i32 {
        self.next += 1;
        let (id, method) = (self.next.into(), method.to_owned());
        self.sender.send(Incoming::Request { id, method, params }).unwrap();
        self.next
    }

    fn answer(&self, id: i32) -> Value {
        loop {
            let mut message = self.receiver.recv().unwrap();
            if message["id"] == id {
                let failed = message.get_mut("error").map(Value::take);
                return failed.unwrap_or_else(|| message["result"].take());
            }
        }
    }

    /// Asks of a place in the open text.
    fn ask_at(&mut self, method: &str, line: u32, character: u32) -> Value {
        self.ask(method, json!({"textDocument": {"uri": URI}, "position": {"line": line, "character": character}}))
    }

    fn tell(&self, method: &str, params: Value) {
        self.sender.send(Incoming::Notification { method: method.to_owned(), params }).unwrap();
    }

    /// The next message of this method.
    fn next(&self, method: &str) -> Value {
        loop {
            let mut message = self.receiver.recv().unwrap();
            if message["method"] == method {
                return message["params"].take();
            }
        }
    }

    /// The codes and places of the findings that the server sends next.
    fn told(&self) -> Vec<(String, Value)> {
        codes(&self.next("textDocument/publishDiagnostics")["diagnostics"])
    }

    fn open(&self, text: &str) -> Vec<(String, Value)> {
        self.open_as("plaintext", text);
        self.told()
    }

    fn open_as(&self, language: &str, text: &str) {
        let document = json!({"uri": URI, "languageId": language, "version": 1, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": document}));
    }

    fn change(&self, version: i32, changes: Value) {
        let document = json!({"uri": URI, "version": version});
        self.tell("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}));
    }

    fn end(mut self) {
        assert_eq!(self.ask("shutdown", Value::Null), Value::Null);
        self.tell("exit", Value::Null);
        assert!(self.server.join().unwrap());
    }
}

fn codes(diagnostics: &Value) -> Vec<(String, Value)> {
    let all = diagnostics.as_array().unwrap();
    all.iter().map(|one| (one["code"].as_str().unwrap_or_default().to_owned(), one["range"].clone())).collect()
}

fn range(line: u32, from: u32, to: u32) -> Value {
    json!({"start": {"line": line, "character": from}, "end": {"line": line, "character": to}})
}

/// The text after the changes of an action or a renaming.
fn applied(text: &str, edit: &Value) -> String {
    let buffer = super::buffer::Buffer::new(text.to_owned(), super::buffer::Encoding::Utf16);
    let edits = edit["changes"][URI].as_array().or(edit["documentChanges"][0]["edits"].as_array()).unwrap();
    let edits: Vec<crate::text::Edit> = edits
        .iter()
        .map(|edit| crate::text::Edit {
            span: buffer.span(&edit["range"]),
            text: edit["newText"].as_str().unwrap().to_owned(),
        })
        .collect();
    crate::text::apply_edits(text, &edits).unwrap()
}
