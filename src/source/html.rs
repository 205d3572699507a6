//! Web pages: their text, a line for each block, with the way back to the markup.
//!
//! Source: WHATWG HTML, 13 (syntax) and 15.3 (which elements are blocks).

use std::ops::Range;

use html5gum::{DefaultEmitter, Span, Token, Tokenizer};

use super::decode::Decoded;
use super::pieces::{Kind, Piece};
use super::{Encoding, SourceError};

/// The text of a page, and where its words stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
}

/// Bytes of a page that are not UTF-8: in the encoding that it declares, else in that of old pages.
pub(super) fn decoded(bytes: &[u8]) -> Result<Decoded<'_>, SourceError> {
    let declared = declared(bytes).filter(|encoding| !matches!(encoding, Encoding::Utf8));
    Decoded::read(bytes, Some(declared.unwrap_or(Encoding::Windows1252)))
}

/// The charset of `<meta>`: `charset="…"` or `content="text/html; charset=…"`.
fn declared(bytes: &[u8]) -> Option<Encoding> {
    const LONGEST_HEAD: usize = 4096;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(LONGEST_HEAD)]).to_ascii_lowercase();
    let value = head.split("charset").nth(1)?.trim_start().strip_prefix('=')?;
    let value = value.trim_start_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'');
    value.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next()?.parse().ok()
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

/// Reads a page.
pub(super) fn read(markup: &str) -> Page {
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

/// The bytes of what may be an entity: from the `&` to its `;`, or to the first sign that none has.
fn entity_length(rest: &str) -> usize {
    let name =
        rest[1..].bytes().position(|byte| !byte.is_ascii_alphanumeric() && byte != b'#').unwrap_or(rest.len() - 1);
    let end = 1 + name;
    if rest.as_bytes().get(end) == Some(&b';') { end + 1 } else { end }
}

/// The letters that an entity stands for; of what is none, itself.
fn entity(raw: &str) -> String {
    let tokens = Tokenizer::new(raw).filter_map(|token| match token {
        Ok(Token::String(words)) => Some(String::from_utf8_lossy(&words).into_owned()),
        _ => None,
    });
    tokens.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(markup: &str) -> String {
        read(markup).text
    }

    #[test]
    fn blocks_are_lines_and_blanks_one() {
        for (markup, want) in [
            ("<p>Số\r\n  16/<b>CT</b>-TTg </p> <p>hai", "Số 16/CT-TTg\nhai\n"),
            ("<div>một<div>hai</div>ba</div>", "một\nhai\nba\n"),
            ("\u{feff}\r\na<br>b<br/> c", "a\nb\nc\n"),
            ("<table><tr><td>Nghị định</td> <td>126/2024/NĐ-CP</td></tr><tr><th>x", "Nghị định | 126/2024/NĐ-CP\nx\n"),
            ("<tr><td><p>a</p></td><td><p>b</p></td></tr>", "a\nb\n"),
            ("<pre>a\n  b</pre>c", "a\n  b\nc\n"),
            ("ti&#x1EBF;p &amp; &lt;b&gt; &#7885; a&b &foo; x&nbsp;y", "tiếp & <b> ọ a&b &foo; x\u{a0}y\n"),
        ] {
            assert_eq!(text(markup), want, "{markup}");
        }
    }

    #[test]
    fn what_is_not_shown_is_left_out() {
        for (markup, want) in [
            ("<head><title>x</title><style>y</style></head><body>z", "z\n"),
            ("<head><meta charset=utf-8><body>z", "z\n"),
            ("a<script>if (a<b) '</p>'</script>b<!-- c --><![if x]>d<![endif]>", "abd\n"),
            ("<del>06</del><ins>05</ins>", "05\n"),
            ("a <!-- cite-lint: ignore[SYM01] -->\n<p>b", "a <!-- cite-lint: ignore[SYM01] -->\nb\n"),
        ] {
            assert_eq!(text(markup), want, "{markup}");
        }
    }

    #[test]
    fn words_lead_back_to_the_markup() {
        let markup = "<p>số\n <b>16</b>&#47;CT-TTg &lt;1&gt;";
        let page = read(markup);
        let mut covered = String::new();
        for piece in &page.pieces {
            covered.push_str(&page.text[piece.text.clone()]);
            if piece.kind == Kind::Verbatim {
                assert_eq!(page.text[piece.text.clone()], markup[piece.raw.clone()]);
            }
        }
        assert_eq!(covered, "số 16/CT-TTg <1>");
        let slash = page.pieces.iter().find(|piece| page.text[piece.text.clone()] == *"/").unwrap();
        assert_eq!(&markup[slash.raw.clone()], "&#47;");
    }

    #[test]
    fn the_declared_charset() {
        for (head, want) in [
            ("<meta charset=\"windows-1258\">", Some(Encoding::Windows1258)),
            ("<META content='text/html; charset=Windows-1252'>", Some(Encoding::Windows1252)),
            ("<meta charset=gb2312>", None),
            ("<p>", None),
        ] {
            assert_eq!(declared(head.as_bytes()), want, "{head}");
        }
    }

    #[test]
    fn deep_nesting_and_open_ends_are_only_text() {
        assert_eq!(text(&format!("{}x", "<div>".repeat(100_000))), "x\n");
        assert_eq!(text("a<p title=\"b"), "a\n");
        assert_eq!(text("a<!-- b"), "a\n");
        assert_eq!(text("&"), "&\n");
    }
}
