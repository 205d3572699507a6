mod nfc;
mod rewrite;

use std::borrow::Cow;
use std::ops::Range;

pub(crate) use self::nfc::nfc;
use self::rewrite::{MayBeRewritten, rewrite};
use super::Span;
use super::blocks;

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
    before: Before,
}

/// How many rewritten places begin before each part of the normalised text, and before each of the original.
#[derive(Clone, Debug, Default)]
struct Before {
    normalized: Vec<u32>,
    original: Vec<u32>,
}

/// A part of a text has so many bytes; few places are rewritten in one.
const PART: usize = 1 << 10;

/// One rewritten place; between two of them the texts are equal, shifted.
#[derive(Clone, Debug)]
struct Rewrite {
    normalized: Range<usize>,
    original: Range<usize>,
}

/// A place of the normalised text and the one of the original from which on they are the same.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shift {
    from: usize,
    to: usize,
}

impl Shift {
    /// The bytes of the original of a range within the one that the shift is of.
    pub(crate) fn span(self, range: Range<usize>) -> Span {
        Span::new(range.start - self.from + self.to, range.end - self.from + self.to)
    }
}

impl<'t> Normalized<'t> {
    /// Normalises `original`.
    pub fn new(original: &'t str) -> Self {
        let mut composing = Composing { original, text: String::new(), rewritten: Vec::new(), copied: 0 };
        blocks::each_place(original.as_bytes(), MayBeRewritten, |place| composing.rewrite(place.offset()));
        composing.finish()
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
        // Mostly nothing was rewritten between start and end.
        match self.shift(&range) {
            Some(shift) => shift.span(range),
            None => Span::new(self.original_start(range.start), self.original_end(range.end)),
        }
    }

    /// How far the original is shifted against a range in which nothing was rewritten.
    pub(crate) fn shift(&self, range: &Range<usize>) -> Option<Shift> {
        let next = self.first_behind(range.start);
        let before = next.checked_sub(1).map(|index| &self.rewritten[index]);
        let behind = self.rewritten.get(next);
        let is_one = before.is_none_or(|r| r.normalized.end <= range.start)
            && behind.is_none_or(|r| r.normalized.start >= range.end);
        let (from, to) = before.map_or((0, 0), |r| (r.normalized.end, r.original.end));
        is_one.then_some(Shift { from, to })
    }

    /// The places of the original that were rewritten.
    pub(crate) fn rewritten(&self) -> impl Iterator<Item = Span> {
        self.rewritten.iter().map(|place| Span::new(place.original.start, place.original.end))
    }

    /// Whether something was rewritten in a span of the original.
    pub(crate) fn is_rewritten(&self, span: Span) -> bool {
        let part = within(&self.before.original, span.start(), self.rewritten.len());
        // The place before may go on in this part.
        let first = part.start.saturating_sub(1);
        let next = first + self.rewritten[first..part.end].partition_point(|r| r.original.end <= span.start());
        self.rewritten.get(next).is_some_and(|r| r.original.start < span.end())
    }

    /// The normalised offset of an original one; inside a rewritten place, the start of what it became.
    pub fn offset_of(&self, original: usize) -> usize {
        let next = self.first_behind_original(original);
        match next.checked_sub(1).map(|i| &self.rewritten[i]) {
            None => original,
            Some(r) if original < r.original.end => r.normalized.start,
            Some(r) => original - r.original.end + r.normalized.end,
        }
    }

    fn original_start(&self, offset: usize) -> usize {
        let next = self.first_behind(offset);
        match next.checked_sub(1).map(|i| &self.rewritten[i]) {
            None => offset,
            Some(r) if offset < r.normalized.end => r.original.start,
            Some(r) => offset - r.normalized.end + r.original.end,
        }
    }

    /// The first of the rewritten places that begins behind an offset of the normalised text.
    fn first_behind(&self, offset: usize) -> usize {
        let part = within(&self.before.normalized, offset, self.rewritten.len());
        part.start + self.rewritten[part].partition_point(|r| r.normalized.start <= offset)
    }

    /// The first of them that begins behind an offset of the original.
    fn first_behind_original(&self, offset: usize) -> usize {
        let part = within(&self.before.original, offset, self.rewritten.len());
        part.start + self.rewritten[part].partition_point(|r| r.original.start <= offset)
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

/// Which of `all` rewritten places may begin in the part of an offset.
fn within(before: &[u32], offset: usize, all: usize) -> Range<usize> {
    let count = |part: usize| before.get(part).map_or(all, |&count| count as usize);
    count(offset / PART)..count(offset / PART + 1)
}

/// How many of the places that begin at these offsets, in rising order, begin before each part.
fn before_parts(starts: impl Iterator<Item = usize>) -> Vec<u32> {
    let mut before = Vec::new();
    for (index, start) in starts.enumerate() {
        before.resize((start / PART + 1).max(before.len()), index as u32);
    }
    before
}

/// A text as far as it is normalised.
struct Composing<'t> {
    original: &'t str,
    text: String,
    rewritten: Vec<Rewrite>,
    /// The end of what was copied or rewritten.
    copied: usize,
}

impl<'t> Composing<'t> {
    #[inline(always)]
    fn rewrite(&mut self, at: usize) {
        if let Some((range, replacement)) = rewrite(self.original, at, self.copied) {
            self.put(range, &replacement);
        }
    }

    #[inline(never)]
    fn put(&mut self, range: Range<usize>, replacement: &str) {
        if self.rewritten.is_empty() {
            self.text.reserve(self.original.len());
        }
        self.text.push_str(&self.original[self.copied..range.start]);
        let start = self.text.len();
        self.text.push_str(replacement);
        self.copied = range.end;
        self.rewritten.push(Rewrite { normalized: start..self.text.len(), original: range });
    }

    fn finish(mut self) -> Normalized<'t> {
        let Self { original, rewritten, copied, .. } = self;
        if rewritten.is_empty() {
            return Normalized { original, text: Cow::Borrowed(original), rewritten, before: Before::default() };
        }
        self.text.push_str(&original[copied..]);
        let before = Before {
            normalized: before_parts(rewritten.iter().map(|r| r.normalized.start)),
            original: before_parts(rewritten.iter().map(|r| r.original.start)),
        };
        Normalized { original, text: Cow::Owned(self.text), rewritten, before }
    }
}

#[cfg(test)]
mod tests;
