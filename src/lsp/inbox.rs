use std::collections::VecDeque;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use serde_json::Value;

use super::wire::Incoming;

/// What has come in and waits. Whatever is there is seen before anything costly begins, so that what is cancelled or
/// outdated is not worked on.
#[derive(Debug)]
pub(super) struct Inbox {
    receiver: Receiver<Incoming>,
    waiting: VecDeque<Incoming>,
    /// The request that is being answered.
    current: Option<Value>,
    /// Requests that are not to be answered.
    cancelled: Vec<Value>,
}

impl Inbox {
    pub(super) fn new(receiver: Receiver<Incoming>) -> Self {
        Self { receiver, waiting: VecDeque::new(), current: None, cancelled: Vec::new() }
    }

    /// The next message, if one is there.
    pub(super) fn next(&mut self) -> Option<Incoming> {
        self.current = None;
        self.fill();
        let next = self.waiting.pop_front();
        if let Some(Incoming::Request { id, .. }) = &next {
            self.current = Some(id.clone());
        }
        next
    }

    /// The next message, once it comes; `None` where the stream has ended.
    pub(super) fn wait(&mut self) -> Option<Incoming> {
        while self.waiting.is_empty() {
            let message = self.receiver.recv().ok()?;
            self.take(message);
        }
        self.next()
    }

    /// Whether nothing comes for so long.
    pub(super) fn is_quiet_for(&mut self, pause: Duration) -> bool {
        match self.receiver.recv_timeout(pause) {
            Ok(message) => {
                self.take(message);
                false
            }
            Err(_) => self.waiting.is_empty(),
        }
    }

    /// Whether the client has taken a request back.
    pub(super) fn is_cancelled(&mut self, id: &Value) -> bool {
        self.fill();
        let place = self.cancelled.iter().position(|cancelled| cancelled == id);
        place.map(|place| self.cancelled.swap_remove(place)).is_some()
    }

    /// Whether a change of a text waits.
    pub(super) fn has_change_of(&mut self, uri: &str) -> bool {
        self.fill();
        self.waiting.iter().any(|message| match message {
            Incoming::Notification { method, params } => {
                matches!(method.as_str(), "textDocument/didChange" | "textDocument/didClose")
                    && params["textDocument"]["uri"] == uri
            }
            _ => false,
        })
    }

    fn fill(&mut self) {
        while let Ok(message) = self.receiver.try_recv() {
            self.take(message);
        }
    }

    fn take(&mut self, message: Incoming) {
        match message {
            Incoming::Notification { method, mut params } if method == "$/cancelRequest" => {
                let cancelled = params["id"].take();
                let waits = |message: &Incoming| matches!(message, Incoming::Request { id, .. } if *id == cancelled);
                // One that was answered already is not remembered.
                if self.current.as_ref() == Some(&cancelled) || self.waiting.iter().any(waits) {
                    self.cancelled.push(cancelled);
                }
            }
            other => self.waiting.push_back(other),
        }
    }
}
