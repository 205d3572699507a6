//! The walk over the markup.

use std::ops::Range;

use html5gum::{DefaultEmitter, Span, Token, Tokenizer};

use super::Page;
use super::entity::{entity, entity_length};
use crate::source::pieces::{Kind, Piece};

/// Reads a page.
pub(in crate::source) fn read(markup: &str) -> Page {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader { markup, page: Page::default(), blank: None, left_out: None, in_pre: 0 };
    for token in Tokenizer::new_with_emitter(markup, emitter) {
        // Reading from memory cannot fail.
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.start(&tag.name, tag.self_closing),
            Token::EndTag(tag) => reader.end(&tag.name),
            Token::String(words) => reader.words(range(words.span)),
            Token::Comment(comment) => reader.comment(range(comment.span)),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.end_line();
    reader.page
}

const fn range(span: Span<usize>) -> Range<usize> {
    span.start..span.end
}

/// Elements that are left out with all inside them.
const LEFT_OUT: [&[u8]; 12] = [
    b"head",
    b"script",
    b"style",
    b"title",
    b"template",
    b"noscript",
    b"iframe",
    b"textarea",
    b"svg",
    b"math",
    b"object",
    b"del",
];

/// Elements that stand inside a line; all others begin and end one.
const INLINE: [&[u8]; 32] = [
    b"a", b"abbr", b"acronym", b"b", b"bdi", b"bdo", b"big", b"cite", b"code", b"data", b"em", b"font", b"i", b"img",
    b"input", b"ins", b"kbd", b"label", b"mark", b"o:p", b"q", b"s", b"samp", b"small", b"span", b"strike", b"strong",
    b"sub", b"sup", b"time", b"u", b"wbr",
];

struct Reader<'m> {
    markup: &'m str,
    page: Page,
    /// A blank that stands in the line if words follow, and its bytes where these stand together.
    blank: Option<Option<Range<usize>>>,
    /// The element that is left out, and how many of its name are open.
    left_out: Option<(&'static [u8], usize)>,
    in_pre: usize,
}

impl Reader<'_> {
    fn start(&mut self, name: &[u8], closes_itself: bool) {
        if let Some((left_out, open)) = &mut self.left_out {
            if *left_out == name {
                *open += 1;
            }
            // The end of a head may be left unsaid.
            if *left_out != b"head" || name != b"body" {
                return;
            }
            self.left_out = None;
        }
        if let Some(left_out) = LEFT_OUT.iter().find(|left_out| **left_out == name)
            && !closes_itself
        {
            self.left_out = Some((left_out, 1));
            return;
        }
        match name {
            b"br" => {
                self.blank = None;
                self.page.text.push('\n');
            }
            b"td" | b"th" => {
                self.blank = None;
                if !self.at_line_start() {
                    self.page.text.push_str(" | ");
                }
            }
            b"pre" => {
                self.in_pre += 1;
                self.end_line();
            }
            _ if INLINE.contains(&name) => {}
            _ => self.end_line(),
        }
    }

    fn end(&mut self, name: &[u8]) {
        if let Some((left_out, open)) = &mut self.left_out {
            if *left_out == name {
                *open -= 1;
                if *open == 0 {
                    self.left_out = None;
                }
            }
            return;
        }
        match name {
            b"td" | b"th" => {}
            b"pre" => {
                self.in_pre = self.in_pre.saturating_sub(1);
                self.end_line();
            }
            _ if INLINE.contains(&name) => {}
            _ => self.end_line(),
        }
    }

    /// What silences findings is read as it stands; no other comment is.
    fn comment(&mut self, raw: Range<usize>) {
        let comment = self.markup.get(raw.clone()).unwrap_or_default();
        let inside = comment.strip_prefix("<!--").unwrap_or_default();
        if self.left_out.is_none() && inside.trim_start().starts_with("cite-lint:") && !comment.contains('\n') {
            self.push_blank();
            self.push(comment, raw, Kind::Verbatim);
        }
    }

    fn words(&mut self, raw: Range<usize>) {
        if self.left_out.is_some() {
            return;
        }
        let markup = self.markup;
        let has_mark = raw.start == 0 && markup.starts_with('\u{feff}');
        let mut at = if has_mark { '\u{feff}'.len_utf8() } else { raw.start };
        while let Some(rest) = markup.get(at..raw.end).filter(|rest| !rest.is_empty()) {
            let (length, is_blank) = match rest.as_bytes()[0] {
                b'&' => {
                    self.push_blank();
                    let length = entity_length(rest);
                    let letters = entity(&rest[..length]);
                    self.push(&letters, at..at + length, Kind::Whole);
                    (length, false)
                }
                byte if is_space(byte) && self.in_pre == 0 => {
                    (rest.bytes().position(|byte| !is_space(byte)).unwrap_or(rest.len()), true)
                }
                _ => {
                    let is_end = |byte: u8| byte == b'&' || is_space(byte) && self.in_pre == 0;
                    let length = rest.bytes().position(is_end).unwrap_or(rest.len());
                    self.push_blank();
                    self.push(&rest[..length], at..at + length, Kind::Verbatim);
                    (length, false)
                }
            };
            if is_blank {
                // Of blanks on both sides of a tag none can go alone.
                self.blank = Some(if self.blank.is_some() { None } else { Some(at..at + length) });
            }
            at += length;
        }
    }

    fn push_blank(&mut self) {
        match self.blank.take().filter(|_| !self.at_line_start()) {
            Some(Some(raw)) => {
                let is_itself = self.markup.get(raw.clone()) == Some(" ");
                self.push(" ", raw, if is_itself { Kind::Verbatim } else { Kind::Whole });
            }
            Some(None) => self.page.text.push(' '),
            None => {}
        }
    }

    fn push(&mut self, words: &str, raw: Range<usize>, kind: Kind) {
        let start = self.page.text.len();
        self.page.text.push_str(words);
        let text = start..self.page.text.len();
        match self.page.pieces.last_mut() {
            Some(last)
                if (last.kind, kind) == (Kind::Verbatim, Kind::Verbatim)
                    && (last.raw.end, last.text.end) == (raw.start, start) =>
            {
                last.raw.end = raw.end;
                last.text.end = text.end;
            }
            _ => self.page.pieces.push(Piece { text, raw, part: 0, kind }),
        }
    }

    fn at_line_start(&self) -> bool {
        self.page.text.is_empty() || self.page.text.ends_with('\n')
    }

    fn end_line(&mut self) {
        self.blank = None;
        if !self.at_line_start() {
            self.page.text.push('\n');
        }
    }
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0C)
}
