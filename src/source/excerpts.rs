use std::ops::Range;

use crate::text::{Position, Span, joined};

/// The lines around findings, kept of a text that is too long to be held: with what stands in them, where they stand in the file,
/// and nothing of the text between.
#[derive(Clone, Debug, Default)]
pub(crate) struct Excerpts {
    /// One after the other, each with a line end behind it.
    text: String,
    pieces: Vec<Piece>,
    /// Where the part of the text that is kept from now begins.
    reached: Option<Position>,
}

/// Bytes that were kept.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where they start in the excerpts.
    start: usize,
    /// Where they start in the file.
    original: usize,
    position: Position,
}

/// Bytes that are kept on either side of a finding, as far as its line goes, and shown in a report: more than any terminal is wide,
/// whatever the letters.
pub(crate) const AROUND: usize = 2_000;

impl Excerpts {
    /// Keeps the lines of `spans` of the file, and makes them spans of the excerpts. All are in the part of the text that is given, which
    /// begins at the byte `start` of the file; the next part will begin at its byte `next`.
    pub(crate) fn keep(&mut self, part: &str, start: usize, next: usize, spans: &mut [&mut Span]) {
        let first = self.pieces.len();
        let mark = self.mark(part);
        let (mut at, mut counted) = (self.reached.unwrap_or(Position::START), mark);
        let mut position = |to: usize| {
            at = at.behind(&part[counted.min(to)..to]);
            counted = to;
            at
        };
        let in_part = spans.iter().map(|span| span.start() - start..span.end() - start);
        let mut reached = None;
        for range in lines_of(part, mark, in_part) {
            if range.start > next && reached.is_none() {
                reached = Some(position(next));
            }
            let position = position(range.start);
            self.pieces.push(Piece { start: self.text.len(), original: start + range.start, position });
            self.text.push_str(&part[range]);
            self.text.push('\n');
        }
        self.reached = Some(reached.unwrap_or_else(|| position(next)));
        let pieces = &self.pieces[first..];
        for span in spans {
            let behind = pieces.partition_point(|piece| piece.original <= span.start());
            // Each stands in one of these.
            if let Some(piece) = behind.checked_sub(1).and_then(|index| pieces.get(index)) {
                let at = span.start() - piece.original + piece.start;
                **span = Span::new(at, at + span.len());
            }
        }
    }

    /// The bytes of a byte order mark before the first part: it is no column.
    fn mark(&self, part: &str) -> usize {
        let is_marked = self.reached.is_none() && part.starts_with('\u{feff}');
        if is_marked { '\u{feff}'.len_utf8() } else { 0 }
    }

    /// The kept text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the file that bytes of the kept text are.
    pub(super) fn original(&self, span: Span) -> Span {
        let behind = self.pieces.partition_point(|piece| piece.start <= span.start());
        let piece = behind.checked_sub(1).map(|index| self.pieces[index]);
        let start = piece.map_or(span.start(), |piece| span.start() - piece.start + piece.original);
        Span::new(start, start + span.len())
    }

    /// Bytes of the kept text of which it is known where they stand in the file.
    pub(super) fn known_positions(&self) -> impl Iterator<Item = (usize, Position)> {
        self.pieces.iter().map(|piece| (piece.start, piece.position))
    }
}

/// The lines of bytes of a text that begins behind `mark` bytes, in order, those that touch taken together.
fn lines_of(text: &str, mark: usize, ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    joined(ranges.map(|range| line_of(text, &range, mark)).collect())
}

/// The line of bytes of a text, or the near part of a long one.
fn line_of(text: &str, range: &Range<usize>, mark: usize) -> Range<usize> {
    let from = text.floor_char_boundary(range.start.saturating_sub(AROUND)).max(mark.min(range.start));
    let to = text.ceil_char_boundary(range.end.saturating_add(AROUND));
    let bytes = text.as_bytes();
    let start = memchr::memrchr(b'\n', &bytes[from..range.start]).map_or(from, |at| from + at + 1);
    let end = memchr::memchr(b'\n', &bytes[range.end..to]).map_or(to, |at| range.end + at);
    start..end
}
