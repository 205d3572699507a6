//! Documents that are archives of XML, .docx and .odt: their text, one paragraph a line.
//!
//! What tracked changes deleted is left out, what they inserted is read; runs are joined, so that a citation split over several
//! is whole.

mod annotate;
mod archive;
mod comment_parts;
mod docx;
mod odt;
mod role;
mod story;

use std::ops::Range;

pub use self::annotate::{Annotated, Comment, annotate};
use self::archive::{Archive, Xml};
use self::role::Vocabulary;
use self::story::{StoryPart, Text};
use super::pieces::{Piece, Splice, escaped, splices};
use super::{Format, PackageProblem, Paragraph, Part, RewriteError, SourceError};
use crate::text::Edit;

/// A document: the paragraphs of the body in their order, cells of tables too, then those of footnotes and endnotes, headers and
/// footers. The paragraphs of a text box, and of a note of OpenDocument, stand before the one that they are tied to. A line break
/// inside a paragraph begins a new line.
#[derive(Clone, Debug)]
pub(super) struct Package<'b> {
    pub(super) bytes: &'b [u8],
    pub(super) format: Format,
    pub(super) text: String,
    pieces: Vec<Piece>,
    paragraphs: Vec<(usize, Paragraph)>,
    /// Where the words of each note begin, and which one it is.
    notes: Vec<(usize, Part, i64)>,
    /// The parts that were read, by name.
    parts: Vec<(String, Xml)>,
}

/// The largest part that is read, uncompressed: what is larger is no text that people write, but an archive made to fill
/// the memory.
pub const LARGEST_PART: u64 = 64 << 20;
/// The most that is read of all parts together, uncompressed.
pub const LARGEST_DOCUMENT: u64 = 256 << 20;

impl<'b> Package<'b> {
    pub(super) fn read(bytes: &'b [u8]) -> Result<Self, SourceError> {
        let mut archive = Archive::open(bytes)?;
        let (format, vocabulary, stories) = if odt::is_odt(&mut archive) {
            (Format::Odt, Vocabulary::OpenDocument, odt::stories(&mut archive)?)
        } else {
            (Format::Docx, Vocabulary::Word, docx::stories(&mut archive)?)
        };
        let mut read = Text::default();
        let mut parts = Vec::new();
        for (index, (name, part)) in stories.into_iter().enumerate() {
            let xml = archive.read(&name)?;
            story::read(StoryPart { xml: &xml.text, index, part, vocabulary }, &mut read)?;
            parts.push((name, xml));
        }
        if read.text.trim().is_empty() {
            return Err(SourceError::Empty);
        }
        let Text { text, pieces, paragraphs, notes, .. } = read;
        Ok(Self { bytes, format, text, pieces, paragraphs, notes, parts })
    }

    pub(super) fn paragraph(&self, offset: usize) -> Option<Paragraph> {
        let after = self.paragraphs.partition_point(|(start, _)| *start <= offset);
        after.checked_sub(1).map(|at| self.paragraphs[at].1)
    }

    /// The note in which the byte `offset` of the text stands.
    fn note(&self, offset: usize) -> Option<(Part, i64)> {
        let part = self.paragraph(offset).map(|paragraph| paragraph.part).filter(|part| part.is_note())?;
        let after = self.notes.partition_point(|(start, ..)| *start <= offset);
        let (_, of, id) = self.notes[after.checked_sub(1)?];
        (of == part).then_some((part, id))
    }

    /// Whether a change can be put into the XML.
    pub(super) fn takes(&self, edit: &Edit) -> Result<(), RewriteError> {
        match splices(&self.text, &self.pieces, edit) {
            Some(_) => Ok(()),
            None => Err(RewriteError::NoWords { span: edit.span }),
        }
    }

    /// The file with changes: the words that change, and nothing else of any part.
    pub(super) fn rewrite(&self, edits: &[Edit]) -> Result<Vec<u8>, RewriteError> {
        let mut changes = vec![Vec::new(); self.parts.len()];
        for edit in edits {
            let splices = splices(&self.text, &self.pieces, edit).ok_or(RewriteError::NoWords { span: edit.span })?;
            for splice in splices {
                let (part, (_, xml)) = (&mut changes[splice.part], &self.parts[splice.part]);
                let mut words = escaped(&splice.text);
                if self.format == Format::Docx && splice.is_element && !words.is_empty() {
                    let prefix = prefix_of(&xml.text);
                    words = format!("<{prefix}t xml:space=\"preserve\">{words}</{prefix}t>");
                } else if self.format == Format::Docx && !splice.is_element {
                    part.extend(keeps_blanks(&xml.text, &splice));
                }
                part.push((splice.raw, words));
            }
        }
        let changed = self.parts.iter().zip(changes).filter(|(_, changes)| !changes.is_empty());
        let changed: Vec<(&str, Xml)> =
            changed.map(|((name, xml), changes)| (name.as_str(), xml.with(spliced(&xml.text, changes)))).collect();
        let changed: Vec<(&str, &Xml)> = changed.iter().map(|(name, xml)| (*name, xml)).collect();
        Ok(Archive::open(self.bytes)?.with_parts(&changed)?)
    }

    /// The body of a Word document, by the name of its part.
    fn body(&self) -> Result<(&str, &Xml), SourceError> {
        let body = self.parts.first().filter(|_| self.format == Format::Docx);
        body.map(|(name, xml)| (name.as_str(), xml)).ok_or(SourceError::Package(PackageProblem::NoDocument))
    }
}

/// XML with changes that do not overlap, each escaped already.
fn spliced(xml: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(range, _)| (range.start, range.end));
    // Two changes in one element may both ask for the same mark in its tag.
    changes.dedup();
    let mut out = String::with_capacity(xml.len());
    let mut from = 0;
    for (range, text) in changes {
        out.push_str(xml.get(from..range.start).unwrap_or_default());
        out.push_str(&text);
        from = range.end.max(from);
    }
    out.push_str(&xml[from..]);
    out
}

/// Blanks at the edge of a text element count only where its tag says so: what its tag lacks, where a change puts one there.
fn keeps_blanks(xml: &str, splice: &Splice) -> Option<(Range<usize>, String)> {
    let (before, behind) = (&xml[..splice.raw.start], &xml[splice.raw.end..]);
    let tag = before.rfind('<')?;
    let end = tag + xml[tag..].find('>')?;
    let (first, last) = match splice.text.as_str() {
        "" => (behind, before),
        new => (new, new),
    };
    let has_edge =
        end + 1 == splice.raw.start && first.starts_with(' ') || behind.starts_with('<') && last.ends_with(' ');
    let is_bare = end < splice.raw.start && !xml[tag..end].contains("xml:space") && !xml[tag..end].starts_with("<!");
    (has_edge && is_bare).then(|| (end..end, " xml:space=\"preserve\"".to_owned()))
}

/// The prefix that a part has for its own elements, with its colon.
fn prefix_of(xml: &str) -> &str {
    let name = root_of(xml).split(|c: char| c.is_whitespace() || c == '>' || c == '/').next().unwrap_or_default();
    name.find(':').map_or("", |colon| &name[..=colon])
}

/// The tag of the outermost element, without its `<`.
fn root_of(xml: &str) -> &str {
    let tags = xml.split('<').skip(1);
    tags.into_iter()
        .find(|tag| !tag.starts_with(['?', '!']))
        .and_then(|tag| tag.split_inclusive('>').next())
        .unwrap_or_default()
}
