use std::ops::Range;

use quick_xml::escape::escape;

use super::archive::{Archive, Xml};
use super::comment_parts::CommentParts;
use super::role::Vocabulary;
use super::story::{self, Anchor, Run, StoryPart, Text};
use super::{Package, prefix_of};
use crate::source::pieces::{Kind, Piece};
use crate::source::{PackageProblem, Part, Source, SourceError};
use crate::text::Span;

/// A review comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The words it is about, in bytes of the text of the source.
    pub span: Span,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

/// A document with comments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotated {
    /// The file.
    pub bytes: Vec<u8>,
    /// The spans of the comments that stand at their words; of a note at the sign that leads to it, of a text box or a field around it.
    /// The others are about words in headers and footers, where no program shows a comment.
    pub placed: Vec<Span>,
}

impl Annotated {
    /// Whether a comment on this span was placed.
    pub fn is_placed(&self, span: Span) -> bool {
        self.placed.contains(&span)
    }
}

/// A copy of a Word document with review comments at their words, by `author`. Nothing else is changed: all other parts are
/// copied as they are, and in the body only marks are put between runs, which are split where one stands inside.
///
/// # Errors
///
/// [`SourceError::Package`] where the source is no Word document, or one that lacks the parts that tell of comments.
pub fn annotate(source: &Source<'_>, author: &str, comments: &[Comment]) -> Result<Annotated, SourceError> {
    let package = source.package().ok_or(SourceError::Package(PackageProblem::NoDocument))?;
    let (main, xml) = package.body()?;
    let mut body = Text::default();
    let part = StoryPart { xml: &xml.text, index: 0, part: Part::Body, vocabulary: Vocabulary::Word };
    story::read(part, &mut body)?;
    let mut archive = Archive::open(package.bytes)?;
    let parts = CommentParts::read(&mut archive, main, &xml.text)?;
    let first = parts.next_id;
    let placed: Vec<Placed<'_>> = comments
        .iter()
        .filter_map(|comment| Some((comment, places(package, &body, comment.span)?)))
        .enumerate()
        .map(|(index, (comment, [start, end]))| Placed { id: first + index, comment, start, end })
        .collect();
    let marked = xml.with(marked(&xml.text, &body, &placed));
    let listed = placed.iter().map(|placed| comment_xml(placed, author, parts.prefix())).collect::<String>();
    let changed = parts.with_comments(main, marked, &listed);
    let changed: Vec<(&str, &Xml)> = changed.iter().map(|(name, xml)| (name.as_str(), xml)).collect();
    let bytes = archive.with_parts(&changed)?;
    Ok(Annotated { bytes, placed: placed.iter().map(|placed| placed.comment.span).collect() })
}

/// A comment that stands at its words.
struct Placed<'s> {
    id: usize,
    comment: &'s Comment,
    start: Place<'s>,
    end: Place<'s>,
}

/// A place in the XML where a mark can stand.
#[derive(Clone, Copy)]
struct Place<'s> {
    at: usize,
    /// The run that has to be split there, and the tag of its text element.
    splits: Option<(usize, &'s Range<usize>)>,
}

/// Where the marks of a span stand.
fn places<'s>(package: &Package<'_>, body: &'s Text, span: Span) -> Option<[Place<'s>; 2]> {
    let around = |run: usize| {
        let Run { tag, end, .. } = &body.runs[run];
        [Place { at: tag.start, splits: None }, Place { at: *end, splits: None }]
    };
    if let Some(note) = package.note(span.start()) {
        let (.., run) = body.references.iter().find(|(part, id, _)| (*part, *id) == note)?;
        return Some(around(*run));
    }
    let place_of = |offset: usize, to: usize, is_end: bool| {
        let index = body.pieces.partition_point(|piece| piece.text.end <= offset);
        let piece = body.pieces.get(index).filter(|piece| piece.text.contains(&offset))?;
        match body.anchors[index].as_ref()? {
            Anchor::Inside { run, text_tag } => {
                Some(Place { at: inside(piece, to, is_end), splits: Some((*run, text_tag)) })
            }
            Anchor::Around { run } => Some(around(*run)[usize::from(is_end)]),
        }
    };
    let last = span.end().checked_sub(1)?;
    Some([place_of(span.start(), span.start(), false)?, place_of(last, span.end(), true)?])
}

/// The byte of the XML at which a byte of the text stands. A letter that is written as an entity is not taken apart.
fn inside(piece: &Piece, offset: usize, is_end: bool) -> usize {
    match (piece.kind, is_end) {
        (Kind::Verbatim, _) => piece.raw.start + (offset - piece.text.start),
        (_, true) => piece.raw.end,
        (_, false) => piece.raw.start,
    }
}

/// The body with marks: the words of a run that go on behind a mark stand in a run of the same look.
fn marked(xml: &str, body: &Text, placed: &[Placed<'_>]) -> String {
    let prefix = prefix_of(xml);
    // By place, ends before starts.
    let mut marks: Vec<(Place<'_>, bool, String)> = Vec::new();
    for Placed { id, start, end, .. } in placed {
        let reference = format!("<{prefix}r><{prefix}commentReference {prefix}id=\"{id}\"/></{prefix}r>");
        let range_end = format!("<{prefix}commentRangeEnd {prefix}id=\"{id}\"/>{reference}");
        marks.push((*start, true, format!("<{prefix}commentRangeStart {prefix}id=\"{id}\"/>")));
        marks.push((*end, false, range_end));
    }
    marks.sort_by_key(|(place, is_start, _)| (place.at, *is_start));
    // Blanks at the edge of a text that was split count only where it says so.
    let mut tags: Vec<usize> = marks.iter().filter_map(|(place, ..)| Some(place.splits?.1.end)).collect();
    tags.sort_unstable();
    tags.dedup();
    tags.retain(|end| !xml[..*end].rsplit('<').next().is_some_and(|tag| tag.contains("xml:space")));
    let spaces = tags.into_iter().map(|end| (end - 1, " xml:space=\"preserve\"".to_owned()));
    let splits = marks.into_iter().map(|(place, _, mark)| {
        let Some((run, _)) = place.splits else { return (place.at, mark) };
        let run = &body.runs[run];
        let properties = run.properties.clone().map_or("", |range| &xml[range]);
        let text = format!("<{prefix}t xml:space=\"preserve\">");
        (place.at, format!("</{prefix}t></{prefix}r>{mark}{}{properties}{text}", &xml[run.tag.clone()]))
    });
    let mut inserted: Vec<(usize, String)> = spaces.chain(splits).collect();
    inserted.sort_by_key(|(at, _)| *at);
    let mut out = String::with_capacity(xml.len() + inserted.iter().map(|(_, text)| text.len()).sum::<usize>());
    let mut from = 0;
    for (at, text) in inserted {
        out.push_str(&xml[from..at]);
        out.push_str(&text);
        from = at;
    }
    out.push_str(&xml[from..]);
    out
}

fn comment_xml(placed: &Placed<'_>, author: &str, prefix: &str) -> String {
    let paragraph = |text: &String| {
        let text = escape(text.as_str());
        format!("<{prefix}p><{prefix}r><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}r></{prefix}p>")
    };
    let paragraphs: String = placed.comment.paragraphs.iter().map(paragraph).collect();
    let (id, author) = (placed.id, escape(author));
    format!(
        "<{prefix}comment {prefix}id=\"{id}\" {prefix}author=\"{author}\" {prefix}initials=\"cl\">{paragraphs}</{prefix}comment>"
    )
}
