use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::buffer::{Buffer, Encoding};
use super::cited::{Cited, cited};
use super::client::Client;
use super::settings::Settings;
use super::uri;
use crate::finding::{Diagnostic, Lang};
use crate::lint::{Checked, Folded};
use crate::resolve::Document;
use crate::text::{Edit, Span};

/// A text that is open, and what was found out about it since it last changed.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) uri: String,
    /// What the client calls its kind: `plaintext`, `markdown`.
    pub(super) language: String,
    pub(super) version: Option<i64>,
    pub(super) settings: Rc<Settings>,
    buffer: Buffer,
    checked: OnceCell<Checked>,
    /// How long the last check took.
    took: Cell<Duration>,
    cited: OnceCell<Vec<Cited>>,
}

impl Open {
    /// A text as `textDocument/didOpen` gives it; `None` where a part is missing.
    pub(super) fn new(document: &Value, encoding: Encoding, settings: Rc<Settings>) -> Option<Self> {
        Some(Self {
            uri: document["uri"].as_str()?.to_owned(),
            language: document["languageId"].as_str().unwrap_or_default().to_owned(),
            version: document["version"].as_i64(),
            settings,
            buffer: Buffer::new(document["text"].as_str()?.to_owned(), encoding),
            checked: OnceCell::new(),
            took: Cell::default(),
            cited: OnceCell::new(),
        })
    }

    pub(super) const fn buffer(&self) -> &Buffer {
        &self.buffer
    }

    pub(super) fn text(&self) -> &str {
        self.buffer.text()
    }

    pub(super) fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// Applies the changes of a notification; false where they are none that can be applied: of an older text, or of ranges
    /// that cannot be read.
    pub(super) fn change(&mut self, changes: &[Value], version: Option<i64>) -> bool {
        let is_older = matches!((self.version, version), (Some(known), Some(new)) if new < known);
        if is_older || !self.buffer.change(changes) {
            return false;
        }
        self.version = version.or(self.version);
        self.forget();
        true
    }

    /// Takes other settings.
    pub(super) fn set(&mut self, settings: Rc<Settings>) {
        self.settings = settings;
        self.forget();
    }

    fn forget(&mut self) {
        self.checked.take();
        self.cited.take();
    }

    /// The check of the text as it stands.
    pub(super) fn checked(&self) -> &Checked {
        let file = uri::path(&self.uri);
        self.checked.get_or_init(|| {
            let begun = Instant::now();
            let checked = (self.settings.check)(&self.settings.registry, file.as_deref(), self.text());
            self.took.set(begun.elapsed());
            checked
        })
    }

    /// How long to wait for the next letter before the text is checked: while somebody types in a very large one, a check
    /// would only hold up the answers to what else is asked.
    pub(super) fn pause(&self) -> Duration {
        const SLOW: Duration = Duration::from_millis(50);
        const LONGEST: Duration = Duration::from_millis(200);
        if self.took.get() < SLOW { Duration::ZERO } else { (self.took.get() / 2).min(LONGEST) }
    }

    /// The findings that are shown, in text order.
    pub(super) fn shown(&self) -> impl Iterator<Item = &Diagnostic> {
        self.checked().diagnostics.iter().filter(|finding| finding.severity >= self.settings.level)
    }

    /// What is counted and not listed.
    pub(super) fn folded(&self) -> impl Iterator<Item = &Folded> {
        self.checked().folded.iter().filter(|folded| folded.severity >= self.settings.level)
    }

    /// The citations of the text as it stands.
    pub(super) fn cited(&self) -> &[Cited] {
        self.cited.get_or_init(|| cited(&Document::new(self.text()), &self.settings.registry))
    }

    /// The citation at a position: of two, one in the title of another, the inner one.
    pub(super) fn cited_at(&self, position: &Value) -> Option<&Cited> {
        let offset = self.buffer.offset(position);
        self.cited().iter().filter(|cited| touches(cited.span, offset)).min_by_key(|cited| cited.span.len())
    }

    pub(super) fn location(&self, span: Span) -> Value {
        json!({"uri": self.uri, "range": self.buffer.range(span)})
    }

    /// Changes of this text, for a client to apply to the version they are of.
    pub(super) fn workspace_edit<'e>(&self, edits: impl IntoIterator<Item = &'e Edit>, client: Client) -> Value {
        let edits: Vec<Value> = edits
            .into_iter()
            .map(|edit| json!({"range": self.buffer.range(edit.span), "newText": edit.text}))
            .collect();
        if client.versioned_edits {
            let document = json!({"uri": self.uri, "version": self.version});
            json!({"documentChanges": [{"textDocument": document, "edits": edits}]})
        } else {
            json!({"changes": {&self.uri: edits}})
        }
    }
}

/// Whether a byte is in a span or right behind it, where the cursor stands after the last letter.
pub(super) fn touches(span: Span, offset: usize) -> bool {
    span.start() <= offset && offset <= span.end()
}
