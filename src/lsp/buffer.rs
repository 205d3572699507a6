use std::cell::Cell;

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

    /// How many units a text has.
    fn count(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            // A unit for each letter, and a second one for each of four bytes.
            Self::Utf16 => {
                text.bytes().filter(|byte| !(0x80..0xc0).contains(byte)).count()
                    + text.bytes().filter(|byte| *byte >= 0xf0).count()
            }
        }
    }

    fn units(self, letter: char) -> usize {
        match self {
            Self::Utf8 => letter.len_utf8(),
            Self::Utf16 => letter.len_utf16(),
        }
    }
}

/// An open text and where its lines begin: behind `\n`, `\r\n`, or a `\r` alone, as the protocol has it.
#[derive(Debug)]
pub(super) struct Buffer {
    text: String,
    encoding: Encoding,
    starts: Vec<usize>,
    /// A byte that was asked for and its column: in a long line the next one is counted from there.
    last: Cell<(usize, usize)>,
}

impl Buffer {
    pub(super) fn new(text: String, encoding: Encoding) -> Self {
        let mut starts = vec![0];
        starts.extend(line_starts(&text, 1, text.len()));
        Self { text, encoding, starts, last: Cell::default() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Applies the changes of one notification, in their order: each of a range, or of the whole text.
    ///
    /// A place behind the end of a line is its end, one behind the last line the end of the text, one within a letter the
    /// start of that letter; a range that runs backwards is turned round. False where a change names no range that can be
    /// read: then nothing is changed.
    pub(super) fn change(&mut self, changes: &[Value]) -> bool {
        let can_be_read = |change: &Value| {
            let range = &change["range"];
            change["text"].is_string()
                && (range.is_null() || is_position(&range["start"]) && is_position(&range["end"]))
        };
        if !changes.iter().all(can_be_read) {
            return false;
        }
        for change in changes {
            let text = change["text"].as_str().unwrap_or_default();
            match &change["range"] {
                Value::Null => *self = Self::new(text.to_owned(), self.encoding),
                range => self.replace(self.span(range), text),
            }
        }
        true
    }

    fn replace(&mut self, span: Span, text: &str) {
        let (start, end) = (span.start(), span.end());
        self.text.replace_range(start..end, text);
        self.last.set((0, 0));
        // A line start is told by the bytes on both of its sides, so those from `start` to `end` may have changed.
        let new_end = start + text.len();
        let first = self.starts.partition_point(|&at| at < start.max(1));
        let behind = self.starts.partition_point(|&at| at <= end).max(first);
        for at in &mut self.starts[behind..] {
            *at = *at - end + new_end;
        }
        let found: Vec<usize> = line_starts(&self.text, start.max(1), new_end).collect();
        self.starts.splice(first..behind, found);
    }

    /// The byte of a position.
    pub(super) fn offset(&self, position: &Value) -> usize {
        let number = |name: &str| {
            let number = position[name].as_u64().unwrap_or(0);
            usize::try_from(number).unwrap_or(usize::MAX)
        };
        let Some(&start) = self.starts.get(number("line")) else { return self.text.len() };
        let mut rest = number("character");
        let mut offset = start;
        for letter in self.text[start..].chars() {
            if letter == '\n' || letter == '\r' || rest < self.encoding.units(letter) {
                break;
            }
            rest -= self.encoding.units(letter);
            offset += letter.len_utf8();
        }
        offset
    }

    /// The bytes of a range.
    pub(super) fn span(&self, range: &Value) -> Span {
        let (start, end) = (self.offset(&range["start"]), self.offset(&range["end"]));
        Span::new(start.min(end), end.max(start))
    }

    /// The position of a byte.
    pub(super) fn position(&self, offset: usize) -> Value {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.line_of(offset);
        let (known, column) = self.last.get();
        let (from, before) =
            if (self.starts[line]..=offset).contains(&known) { (known, column) } else { (self.starts[line], 0) };
        let character = before + self.encoding.count(&self.text[from..offset]);
        self.last.set((offset, character));
        json!({"line": line, "character": character})
    }

    pub(super) fn range(&self, span: Span) -> Value {
        json!({"start": self.position(span.start()), "end": self.position(span.end())})
    }

    /// Where the line of a byte begins and ends, without its line end.
    pub(super) fn line(&self, offset: usize) -> Span {
        let line = self.line_of(offset);
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        let start = self.starts[line];
        Span::new(start, start + self.text[start..end].trim_end_matches(['\r', '\n']).len())
    }

    fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }
}

/// The line starts from `from` (at least 1) to `to`.
fn line_starts(text: &str, from: usize, to: usize) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let ends = bytes.get(from - 1..to).unwrap_or_default();
    memchr::memchr2_iter(b'\n', b'\r', ends)
        .map(move |place| from + place)
        .filter(move |&at| bytes[at - 1] == b'\n' || bytes.get(at) != Some(&b'\n'))
}

/// Whether a value is a position: line and character, from 0.
pub(super) fn is_position(value: &Value) -> bool {
    value["line"].is_u64() && value["character"].is_u64()
}
