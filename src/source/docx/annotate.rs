use std::io::{Cursor, Write};

use quick_xml::escape::escape;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::package::Package;
use super::story::{self, Piece, StoryText};
use crate::source::{DocxProblem, SourceError};
use crate::text::Span;

/// A review comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The words it is about, in bytes of the text that [`docx`](super::docx) gives.
    pub span: Span,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

/// A document with comments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotated {
    /// The file.
    pub bytes: Vec<u8>,
    /// The spans of the comments that stand at their words. The others are about words in notes, headers, text boxes or fields, where
    /// no program shows a comment.
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
/// Those of [`docx`](super::docx).
pub fn annotate(bytes: &[u8], author: &str, comments: &[Comment]) -> Result<Annotated, SourceError> {
    let mut package = Package::open(bytes)?;
    let main = package.main_part()?;
    let xml = package.read(&main)?;
    let story = story::read(&xml)?;
    let parts = package.comment_parts(&main)?;
    let prefix = prefix_of(&xml);
    let first = parts.next_id;
    let placed: Vec<(usize, &Comment, [Place<'_>; 2])> = comments
        .iter()
        .filter_map(|comment| Some((comment, places(&story, comment.span)?)))
        .enumerate()
        .map(|(index, (comment, places))| (first + index, comment, places))
        .collect();
    let body = marked(&xml, &story, &placed, prefix);
    let listed: String = placed.iter().map(|(id, comment, _)| comment_xml(*id, author, comment)).collect();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let broken = |_| SourceError::Docx(DocxProblem::Broken);
    let changed = parts.with_comments(&main, &body, &listed);
    for index in 0..package.len() {
        let (name, file) = package.raw(index)?;
        if changed.iter().all(|(part, _)| *part != name) {
            zip.raw_copy_file(file).map_err(broken)?;
        }
    }
    for (part, content) in &changed {
        zip.start_file(part, SimpleFileOptions::default()).map_err(broken)?;
        zip.write_all(content.as_bytes()).map_err(|_| SourceError::Docx(DocxProblem::Broken))?;
    }
    let bytes = zip.finish().map_err(broken)?.into_inner();
    Ok(Annotated { bytes, placed: placed.iter().map(|(_, comment, _)| comment.span).collect() })
}

/// A place in the XML, inside the words of a piece.
#[derive(Clone, Copy)]
struct Place<'s> {
    at: usize,
    piece: &'s Piece,
}

/// Where the first and the last word of a span stand.
fn places(story: &StoryText, span: Span) -> Option<[Place<'_>; 2]> {
    let piece_of = |offset: usize| {
        let index = story.pieces.partition_point(|piece| piece.text.end <= offset);
        story.pieces.get(index).filter(|piece| piece.text.contains(&offset))
    };
    let (first, last) = (piece_of(span.start())?, piece_of(span.end().checked_sub(1)?)?);
    Some([
        Place { at: inside(first, span.start(), false), piece: first },
        Place { at: inside(last, span.end(), true), piece: last },
    ])
}

/// The byte of the XML at which a byte of the text stands. A letter that is written as an entity is not taken apart.
fn inside(piece: &Piece, offset: usize, is_end: bool) -> usize {
    if piece.xml.len() == piece.text.len() {
        piece.xml.start + (offset - piece.text.start)
    } else if is_end {
        piece.xml.end
    } else {
        piece.xml.start
    }
}

/// The body with marks: the words of a run that go on behind a mark stand in a run of the same look.
fn marked(xml: &str, story: &StoryText, placed: &[(usize, &Comment, [Place<'_>; 2])], prefix: &str) -> String {
    // By place, ends before starts.
    let mut marks: Vec<(usize, bool, String, &Piece)> = Vec::new();
    for (id, _, [start, end]) in placed {
        let reference = format!("<{prefix}r><{prefix}commentReference {prefix}id=\"{id}\"/></{prefix}r>");
        let range_end = format!("<{prefix}commentRangeEnd {prefix}id=\"{id}\"/>{reference}");
        marks.push((start.at, true, format!("<{prefix}commentRangeStart {prefix}id=\"{id}\"/>"), start.piece));
        marks.push((end.at, false, range_end, end.piece));
    }
    marks.sort_by_key(|(at, is_start, ..)| (*at, *is_start));
    // Blanks at the edge of a text that was split count only where it says so.
    let mut tags: Vec<usize> = marks.iter().map(|(.., piece)| piece.text_tag.end).collect();
    tags.sort_unstable();
    tags.dedup();
    tags.retain(|end| !xml[..*end].rsplit('<').next().is_some_and(|tag| tag.contains("xml:space")));
    let spaces = tags.into_iter().map(|end| (end - 1, " xml:space=\"preserve\"".to_owned()));
    let splits = marks.iter().map(|(at, _, mark, piece)| {
        let run = &story.runs[piece.run];
        let properties = run.properties.clone().map_or("", |range| &xml[range]);
        let text = format!("<{prefix}t xml:space=\"preserve\">");
        (*at, format!("</{prefix}t></{prefix}r>{mark}{}{properties}{text}", &xml[run.tag.clone()]))
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

/// The prefix that the body has for its own elements, with its colon.
fn prefix_of(xml: &str) -> &str {
    let name =
        xml.split('<').find(|element| !element.starts_with(['?', '!']) && !element.is_empty()).unwrap_or_default();
    let name = name.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
    name.find(':').map_or("", |colon| &name[..=colon])
}

fn comment_xml(id: usize, author: &str, comment: &Comment) -> String {
    let paragraphs: String = comment
        .paragraphs
        .iter()
        .map(|text| format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escape(text.as_str())))
        .collect();
    let author = escape(author);
    format!("<w:comment w:id=\"{id}\" w:author=\"{author}\" w:initials=\"cl\">{paragraphs}</w:comment>")
}
