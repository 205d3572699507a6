use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::packed;
use unicode_normalization::UnicodeNormalization;

use super::Span;
use super::lookalike::{FOLDED, read_as};
use super::markup::next_mark;

/// A text as the parser reads it, with the way back to the original bytes.
///
/// Composed to NFC (TCVN 6909:2001 allows both forms), `Ð`/`Ɖ` read as `Đ`, every kind of blank as a space, every
/// hyphen and dash as `-`, every line end as `\n`; the invisible characters (soft hyphen, zero-width space, byte order
/// mark), inline HTML tags and the backslashes of Markdown left out.
/// Only the places that need it are rewritten; a text that needs nothing is borrowed.
///
/// ```
/// use cite_lint::text::Normalized;
///
/// let normalized = Normalized::new("số 30/2020/NÐ\u{2013}CP;");
/// assert_eq!(normalized.as_str(), "số 30/2020/NĐ-CP;");
/// let at = normalized.as_str().find("CP").unwrap();
/// assert_eq!(normalized.span(at..at + 2).slice(normalized.original()), "CP");
/// ```
#[derive(Clone, Debug)]
pub struct Normalized<'t> {
    original: &'t str,
    text: Cow<'t, str>,
    rewritten: Vec<Rewrite>,
}

/// One rewritten place; between two of them the texts are equal, shifted.
#[derive(Clone, Debug)]
struct Rewrite {
    normalized: Range<usize>,
    original: Range<usize>,
}

impl<'t> Normalized<'t> {
    /// Normalises `original`.
    pub fn new(original: &'t str) -> Self {
        let mut text = String::new();
        let mut rewritten = Vec::new();
        let mut copied = 0;
        for (range, replacement) in Rewrites::new(original) {
            text.push_str(&original[copied..range.start]);
            let start = text.len();
            text.push_str(&replacement);
            rewritten.push(Rewrite { normalized: start..text.len(), original: range.clone() });
            copied = range.end;
        }
        if rewritten.is_empty() {
            return Self { original, text: Cow::Borrowed(original), rewritten };
        }
        text.push_str(&original[copied..]);
        Self { original, text: Cow::Owned(text), rewritten }
    }

    /// The normalised text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text as it was given.
    pub fn original(&self) -> &'t str {
        self.original
    }

    /// The bytes of the original that the bytes `range` of the normalised text were read from. Invisible characters
    /// at either end stay outside.
    pub fn span(&self, range: Range<usize>) -> Span {
        if range.is_empty() {
            let at = self.original_start(range.start);
            return Span::new(at, at);
        }
        Span::new(self.original_start(range.start), self.original_end(range.end))
    }

    /// The normalised offset of an original one; inside a rewritten place, the start of what it became.
    pub fn offset_of(&self, original: usize) -> usize {
        let next = self.rewritten.partition_point(|r| r.original.start <= original);
        match next.checked_sub(1).map(|i| &self.rewritten[i]) {
            None => original,
            Some(r) if original < r.original.end => r.normalized.start,
            Some(r) => original - r.original.end + r.normalized.end,
        }
    }

    fn original_start(&self, offset: usize) -> usize {
        let next = self.rewritten.partition_point(|r| r.normalized.start <= offset);
        match next.checked_sub(1).map(|i| &self.rewritten[i]) {
            None => offset,
            Some(r) if offset < r.normalized.end => r.original.start,
            Some(r) => offset - r.normalized.end + r.original.end,
        }
    }

    fn original_end(&self, offset: usize) -> usize {
        let next = self.rewritten.partition_point(|r| r.normalized.start < offset);
        match next.checked_sub(1).map(|i| &self.rewritten[i]) {
            None => offset,
            Some(r) if offset <= r.normalized.end => r.original.end,
            Some(r) => offset - r.normalized.end + r.original.end,
        }
    }
}

static FOLDED_SEARCHER: LazyLock<Option<packed::Searcher>> =
    LazyLock::new(|| packed::Searcher::new(FOLDED.iter().map(|(from, _)| from)));

/// The places of a text to rewrite, in order: single characters of [`FOLDED`] and letters with combining marks.
struct Rewrites<'t> {
    text: &'t str,
    next_folded: Option<(Range<usize>, &'static str)>,
    next_marked: Option<(Range<usize>, String)>,
    next_markup: Option<(Range<usize>, &'static str)>,
}

impl<'t> Rewrites<'t> {
    fn new(text: &'t str) -> Self {
        let mut rewrites = Self { text, next_folded: None, next_marked: None, next_markup: next_mark(text, 0) };
        rewrites.next_folded = rewrites.folded_from(0);
        rewrites.next_marked = rewrites.marked_from(0);
        rewrites
    }

    fn folded_from(&self, at: usize) -> Option<(Range<usize>, &'static str)> {
        let span = aho_corasick::Span::from(at..self.text.len());
        let found = match &*FOLDED_SEARCHER {
            Some(searcher) => searcher.find_in(self.text, span).map(|m| (m.range(), m.pattern().as_usize())),
            // Without SIMD there is no packed searcher.
            None => FOLDED
                .iter()
                .enumerate()
                .filter_map(|(i, (from, _))| self.text[at..].find(from).map(|f| (at + f..at + f + from.len(), i)))
                .min_by_key(|(range, _)| range.start),
        };
        found.map(|(range, pattern)| (range, FOLDED[pattern].1))
    }

    /// The next letter that carries combining marks (U+0300–U+036F, bytes CC 80 – CD AF) and composes with them.
    /// Marks behind what was rewritten already, an HTML tag, carry nothing.
    fn marked_from(&self, from: usize) -> Option<(Range<usize>, String)> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        loop {
            at += memchr::memchr2(0xCC, 0xCD, &bytes[at..])?;
            let first = self.text[at..].chars().next()?;
            if !is_mark(first) {
                at += first.len_utf8();
                continue;
            }
            let base = self.text[..at].char_indices().next_back().map_or(at, |(i, _)| i);
            let end = at + self.text[at..].find(|c| !is_mark(c)).unwrap_or(self.text.len() - at);
            let mut composed = String::new();
            for c in self.text[base..end].nfc() {
                match read_as(c) {
                    Some(to) => composed.push_str(to),
                    None => composed.push(c),
                }
            }
            if base >= from && composed != self.text[base..end] {
                return Some((base..end, composed));
            }
            at = end;
        }
    }
}

impl Iterator for Rewrites<'_> {
    type Item = (Range<usize>, String);

    fn next(&mut self) -> Option<Self::Item> {
        let start = |range: Option<&Range<usize>>| range.map_or(usize::MAX, |range| range.start);
        let folded = start(self.next_folded.as_ref().map(|(range, _)| range));
        let marked = start(self.next_marked.as_ref().map(|(range, _)| range));
        let markup = start(self.next_markup.as_ref().map(|(range, _)| range));
        let (range, to) = match folded.min(marked).min(markup) {
            usize::MAX => return None,
            first if first == marked => self.next_marked.take()?,
            first if first == folded => self.next_folded.take().map(|(range, to)| (range, to.to_owned()))?,
            _ => self.next_markup.take().map(|(range, to)| (range, to.to_owned()))?,
        };
        // What stands inside was rewritten with it: a look-alike that carries a mark, a blank in a tag.
        if folded < range.end {
            self.next_folded = self.folded_from(range.end);
        }
        if marked < range.end {
            self.next_marked = self.marked_from(range.end);
        }
        if markup < range.end {
            self.next_markup = next_mark(self.text, range.end);
        }
        Some((range, to))
    }
}

fn is_mark(c: char) -> bool {
    ('\u{0300}'..='\u{036f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composes_and_maps_back() {
        let original = "Nghi\u{0323} quyê\u{0301}t sô\u{0301} 25\u{2011}NQ/TW";
        let normalized = Normalized::new(original);
        assert_eq!(normalized.as_str(), "Nghị quyết số 25-NQ/TW");
        for word in ["Nghị", "quyết", "25-NQ/TW"] {
            let at = normalized.as_str().find(word).unwrap();
            let span = normalized.span(at..at + word.len());
            let read = Normalized::new(span.slice(original));
            assert_eq!(read.as_str(), word);
            assert_eq!(normalized.offset_of(span.start()), at);
        }
    }

    #[test]
    fn invisible_characters_stay_outside_a_span() {
        let normalized = Normalized::new("\u{feff}N\u{00ad}Đ\u{200b}-CP");
        assert_eq!(normalized.as_str(), "NĐ-CP");
        assert_eq!(normalized.span(0..3), Span::new(3, 8));
        assert_eq!(normalized.span(3..6), Span::new(11, 14));
    }

    #[test]
    fn inline_marks_are_read_over() {
        let original = "số <b class=\u{a0}'x'>126</b>/2024/NĐ\\-CP";
        let normalized = Normalized::new(original);
        assert_eq!(normalized.as_str(), "số 126/2024/NĐ-CP");
        let at = normalized.as_str().find("126").unwrap();
        assert_eq!(normalized.span(at..normalized.as_str().len()).slice(original), "126</b>/2024/NĐ\\-CP");
    }

    #[test]
    fn clean_text_is_borrowed() {
        assert!(matches!(Normalized::new("Chỉ thị số 16/CT-TTg").text, Cow::Borrowed(_)));
    }

    #[test]
    fn a_mark_without_a_letter_is_left_alone() {
        assert_eq!(Normalized::new("\u{0301}x").as_str(), "\u{0301}x");
        assert_eq!(Normalized::new("<b>\u{0301}x").as_str(), "\u{0301}x");
    }
}
