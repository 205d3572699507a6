use serde_json::{Value, json};

use crate::text::Span;

/// In what the client counts columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16,
}

impl Encoding {
    /// UTF-8 where the client knows it, else UTF-16, which every client does.
    pub(super) fn of_client(params: &Value) -> Self {
        let offered = params["capabilities"]["general"]["positionEncodings"].as_array();
        let utf8 = offered.is_some_and(|encodings| encodings.iter().any(|encoding| encoding == "utf-8"));
        if utf8 { Self::Utf8 } else { Self::Utf16 }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
        }
    }

    fn units(self, letter: char) -> usize {
        match self {
            Self::Utf8 => letter.len_utf8(),
            Self::Utf16 => letter.len_utf16(),
        }
    }
}

/// An open text and where its lines begin.
#[derive(Debug)]
pub(super) struct Buffer {
    pub(super) text: String,
    starts: Vec<usize>,
}

impl Buffer {
    pub(super) fn new(text: String) -> Self {
        let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect();
        Self { text, starts }
    }

    /// Applies a change: of a range, or of the whole text. What a client gets wrong is put right as the protocol says: a
    /// place behind the end of a line is its end.
    pub(super) fn change(&mut self, change: &Value, encoding: Encoding) {
        let text = change["text"].as_str().unwrap_or_default();
        let range = &change["range"];
        if !range.is_object() {
            *self = Self::new(text.to_owned());
            return;
        }
        let start = self.offset(&range["start"], encoding);
        let end = self.offset(&range["end"], encoding).max(start);
        let mut changed = std::mem::take(&mut self.text);
        changed.replace_range(start..end, text);
        *self = Self::new(changed);
    }

    /// The byte of a position.
    pub(super) fn offset(&self, position: &Value, encoding: Encoding) -> usize {
        let number = |name: &str| position[name].as_u64().and_then(|value| usize::try_from(value).ok()).unwrap_or(0);
        let Some(&start) = self.starts.get(number("line")) else { return self.text.len() };
        let mut rest = number("character");
        let mut offset = start;
        for letter in self.text[start..].chars() {
            if letter == '\n' || letter == '\r' || rest < encoding.units(letter) {
                break;
            }
            rest -= encoding.units(letter);
            offset += letter.len_utf8();
        }
        offset
    }

    /// The position of a byte.
    pub(super) fn position(&self, offset: usize, encoding: Encoding) -> Value {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.starts.partition_point(|&start| start <= offset) - 1;
        let before = &self.text[self.starts[line]..offset];
        let character: usize = before.chars().map(|letter| encoding.units(letter)).sum();
        json!({"line": line, "character": character})
    }

    pub(super) fn range(&self, span: Span, encoding: Encoding) -> Value {
        json!({"start": self.position(span.start(), encoding), "end": self.position(span.end(), encoding)})
    }
}
