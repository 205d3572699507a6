use std::ops::Range;

use crate::text::{Edit, Span};

/// Words of a text, and where they stand in the markup that they were read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Their bytes in the text.
    pub(super) text: Range<usize>,
    /// Their bytes in the markup.
    pub(super) raw: Range<usize>,
    /// The part of a package, by its place in the list.
    pub(super) part: usize,
    pub(super) kind: Kind,
}

/// How words stand in markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Byte for byte.
    Verbatim,
    /// As a whole: an entity, blanks that count as one.
    Whole,
    /// An element that stands for a sign.
    Element,
}

/// A change of the markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) part: usize,
    pub(super) raw: Range<usize>,
    /// What stands there afterwards, not yet escaped.
    pub(super) text: String,
    /// Whether an element stood there, so that words need one of their own.
    pub(super) is_element: bool,
}

#[cfg(feature = "html")]
/// The bytes of the markup that a span of the text was read from. `pieces` are in the order of the text.
pub(super) fn raw_span(pieces: &[Piece], span: Span) -> Span {
    let start = raw_start(pieces, span.start());
    if span.is_empty() { Span::new(start, start) } else { Span::new(start, raw_end(pieces, span.end())) }
}

#[cfg(feature = "html")]
fn raw_start(pieces: &[Piece], offset: usize) -> usize {
    match pieces.get(pieces.partition_point(|piece| piece.text.end <= offset)) {
        Some(piece) if piece.kind == Kind::Verbatim && piece.text.contains(&offset) => {
            piece.raw.start + (offset - piece.text.start)
        }
        Some(piece) => piece.raw.start,
        None => pieces.last().map_or(0, |piece| piece.raw.end),
    }
}

#[cfg(feature = "html")]
fn raw_end(pieces: &[Piece], offset: usize) -> usize {
    let after = pieces.partition_point(|piece| piece.text.start < offset);
    match after.checked_sub(1).map(|at| &pieces[at]) {
        Some(piece) if piece.kind == Kind::Verbatim && offset < piece.text.end => {
            piece.raw.start + (offset - piece.text.start)
        }
        Some(piece) => piece.raw.end,
        None => 0,
    }
}

/// The changes of the markup that change the text so. Of words of several looks the first keeps its own; `None` where something would
/// have to go that is no word, as the end of a paragraph.
pub(super) fn splices(text: &str, pieces: &[Piece], edit: &Edit) -> Option<Vec<Splice>> {
    let (span, new) = changed(text, edit)?;
    if span.is_empty() {
        return if new.is_empty() { Some(Vec::new()) } else { Some(vec![insertion(pieces, span.start(), new)?]) };
    }
    let first = pieces.partition_point(|piece| piece.text.end <= span.start());
    let end = pieces.partition_point(|piece| piece.text.start < span.end());
    let touched = pieces.get(first..end)?;
    let mut covered = span.start();
    for piece in touched {
        if piece.text.start > covered {
            return None;
        }
        covered = covered.max(piece.text.end);
    }
    if covered < span.end() {
        return None;
    }
    let takes_words = touched.iter().position(|piece| piece.kind != Kind::Element).unwrap_or(0);
    let changes = touched.iter().enumerate().map(|(at, piece)| {
        let new = if at == takes_words { new } else { "" };
        let from = span.start().max(piece.text.start);
        let to = span.end().min(piece.text.end);
        let is_element = piece.kind == Kind::Element;
        if piece.kind == Kind::Verbatim {
            let start = piece.raw.start + (from - piece.text.start);
            let raw = start..start + (to - from);
            return Splice { part: piece.part, raw, text: new.to_owned(), is_element };
        }
        // What of it stays stands beside the new words.
        let text = format!("{}{new}{}", &text[piece.text.start..from], &text[to..piece.text.end]);
        Splice { part: piece.part, raw: piece.raw.clone(), text, is_element }
    });
    Some(changes.collect())
}

/// The part of an edit that changes something.
fn changed<'e>(text: &str, edit: &'e Edit) -> Option<(Span, &'e str)> {
    let (start, end) = (edit.span.start(), edit.span.end());
    let (old, new) = (text.get(start..end)?, edit.text.as_str());
    let same = |pair: &(char, char)| pair.0 == pair.1;
    let length = |(letter, _): (char, char)| letter.len_utf8();
    let head: usize = old.chars().zip(new.chars()).take_while(same).map(length).sum();
    let (old, new) = (&old[head..], &new[head..]);
    let tail: usize = old.chars().rev().zip(new.chars().rev()).take_while(same).map(length).sum();
    Some((Span::new(start + head, end - tail), &new[..new.len() - tail]))
}

/// Words that come in: behind the words before them, else before those behind.
fn insertion(pieces: &[Piece], offset: usize, new: &str) -> Option<Splice> {
    let first = pieces.partition_point(|piece| piece.text.end < offset);
    let near = pieces[first..].iter().take_while(|piece| piece.text.start <= offset);
    let piece = near.min_by_key(|piece| piece.kind == Kind::Element)?;
    let at = match piece.kind {
        Kind::Verbatim => piece.raw.start + (offset - piece.text.start),
        _ if offset == piece.text.start => piece.raw.start,
        _ if offset == piece.text.end => piece.raw.end,
        _ => return None,
    };
    let is_element = piece.kind == Kind::Element;
    Some(Splice { part: piece.part, raw: at..at, text: new.to_owned(), is_element })
}

/// Words as markup has them.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `16/<b>CT</b>&amp;TTg<tab/>x` and a second paragraph.
    fn pieces() -> (&'static str, Vec<Piece>) {
        let piece = |text: Range<usize>, raw: Range<usize>, kind| Piece { text, raw, part: 0, kind };
        let pieces = vec![
            piece(0..3, 0..3, Kind::Verbatim),
            piece(3..5, 6..8, Kind::Verbatim),
            piece(5..6, 12..17, Kind::Whole),
            piece(6..9, 17..20, Kind::Verbatim),
            piece(9..10, 20..26, Kind::Element),
            piece(10..11, 26..27, Kind::Verbatim),
            piece(12..13, 34..35, Kind::Verbatim),
        ];
        ("16/CT&TTg\tx\ny", pieces)
    }

    fn change(start: usize, end: usize, new: &str) -> Option<Vec<(Range<usize>, String, bool)>> {
        let (text, pieces) = pieces();
        let edit = Edit { span: Span::new(start, end), text: new.to_owned() };
        let splices = splices(text, &pieces, &edit)?;
        Some(splices.into_iter().map(|splice| (splice.raw, splice.text, splice.is_element)).collect())
    }

    #[test]
    fn only_what_changes_is_touched() {
        assert_eq!(change(0, 9, "16/CT-TTg"), Some(vec![(12..17, "-".into(), false)]));
        assert_eq!(change(0, 5, "16/CT"), Some(vec![]));
        assert_eq!(change(2, 4, "-K"), Some(vec![(2..3, "-K".into(), false), (6..7, String::new(), false)]));
        assert_eq!(change(9, 10, ""), Some(vec![(20..26, String::new(), true)]));
        assert_eq!(change(9, 10, " "), Some(vec![(20..26, " ".into(), true)]));
        assert_eq!(change(3, 3, "x"), Some(vec![(3..3, "x".into(), false)]));
        assert_eq!(change(10, 10, "x"), Some(vec![(26..26, "x".into(), false)]));
    }

    #[test]
    fn the_end_of_a_paragraph_stays() {
        assert_eq!(change(10, 13, "z"), None);
        assert_eq!(change(11, 12, ""), None);
        assert_eq!(change(0, 99, ""), None);
    }

    #[cfg(feature = "html")]
    #[test]
    fn spans_lead_back() {
        let (_, pieces) = pieces();
        let raw = |start, end| raw_span(&pieces, Span::new(start, end));
        assert_eq!(raw(0, 4), Span::new(0, 7));
        assert_eq!(raw(5, 6), Span::new(12, 17));
        assert_eq!(raw(6, 9), Span::new(17, 20));
        assert_eq!(raw(10, 11), Span::new(26, 27));
        assert_eq!(raw(11, 12), Span::new(34, 34));
        assert_eq!(raw(13, 13), Span::new(35, 35));
    }
}
