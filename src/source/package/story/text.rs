use std::ops::Range;

use crate::source::package::role::Vocabulary;
use crate::source::pieces::Piece;
use crate::source::{Paragraph, Part};

/// The text of a document so far, and where its words stand in the XML of its parts.
#[derive(Debug, Default)]
pub(in super::super) struct Text {
    /// The paragraphs, a line each.
    pub(in super::super) text: String,
    pub(in super::super) pieces: Vec<Piece>,
    /// Of each piece, what a mark at it needs; `None` of signs.
    pub(in super::super) anchors: Vec<Option<Anchor>>,
    pub(in super::super) runs: Vec<Run>,
    /// Where each paragraph that has words begins.
    pub(in super::super) paragraphs: Vec<(usize, Paragraph)>,
    /// Where the words of each note begin, and which one it is.
    pub(in super::super) notes: Vec<(usize, Part, i64)>,
    /// The notes that the body leads to, each with its run.
    pub(in super::super) references: Vec<(Part, i64, usize)>,
    /// Paragraphs, or notes, so far, by part.
    pub(super) counts: [usize; Part::COUNT],
}

/// What a mark at words needs. Runs are told by their place in the list.
#[derive(Clone, Debug)]
pub(in super::super) enum Anchor {
    /// The run that can be split, and the tag of the text element that the words stand in.
    Inside { run: usize, text_tag: Range<usize> },
    /// The run around which the marks have to stand: inside text boxes and fields they get lost.
    Around { run: usize },
}

/// A run: words of one look; or a field, which holds runs.
#[derive(Clone, Debug)]
pub(in super::super) struct Run {
    /// Its tag.
    pub(in super::super) tag: Range<usize>,
    /// Where its end tag ends.
    pub(in super::super) end: usize,
    /// How it looks, as XML.
    pub(in super::super) properties: Option<Range<usize>>,
}

/// A part of a document, as it is read.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct StoryPart<'x> {
    pub(in super::super) xml: &'x str,
    /// Its place in the list of parts.
    pub(in super::super) index: usize,
    /// What its paragraphs are of, unless an element inside says otherwise.
    pub(in super::super) part: Part,
    pub(in super::super) vocabulary: Vocabulary,
}
