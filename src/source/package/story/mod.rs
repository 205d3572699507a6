mod text;

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

pub(super) use self::text::{Anchor, Run, StoryPart, Text};
use super::role::{Role, Vocabulary};
use crate::source::pieces::{Kind, Piece};
use crate::source::{PackageProblem, Paragraph, Part, SourceError};

const BROKEN: SourceError = SourceError::Package(PackageProblem::Broken);

/// Reads a part behind what was read already.
pub(super) fn read(of: StoryPart<'_>, read: &mut Text) -> Result<(), SourceError> {
    let mut reader = Reader::from_str(of.xml);
    // Elements without an end would be taken for the content of others.
    reader.config_mut().check_end_names = true;
    let mut story = Story::new(of, read);
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event();
        let range = start..reader.buffer_position() as usize;
        match event {
            Ok(Event::Start(element)) => {
                story.start(of.vocabulary.role(&element), element.local_name().as_ref(), range)?;
            }
            Ok(Event::Empty(element)) => {
                story.empty(of.vocabulary.role(&element), element.local_name().as_ref(), range);
            }
            Ok(Event::End(element)) => story.end(element.local_name().as_ref(), range),
            Ok(Event::Text(words)) => story.words(words.as_ref(), range),
            Ok(Event::CData(words)) => story.push(words.as_ref(), range, Kind::Whole),
            Ok(Event::GeneralRef(reference)) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => story.push(letter.encode_utf8(&mut [0; 4]), range, Kind::Whole),
                // Entities of its own would have to be declared; no document has any.
                _ => story.push(resolve_predefined_entity(&reference).unwrap_or_default(), range, Kind::Whole),
            },
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(_) => return Err(BROKEN),
        }
    }
}

/// Deeper nesting is no document.
const DEEPEST: usize = 1_000;

/// What is open at a place of a part.
struct Story<'x, 'r> {
    of: StoryPart<'x>,
    read: &'r mut Text,
    /// The paragraphs that are open: a text box has some inside one of the body.
    paragraphs: Vec<Open>,
    depth: usize,
    /// The depth of the element that is left out with all inside it, and where it begins.
    left_out: Option<(usize, usize)>,
    /// What the open elements do that has to be undone at their end, by their depth.
    open: Vec<(usize, Role)>,
    /// The text element that is open.
    text_tag: Option<Range<usize>>,
    /// The runs and fields that are open, by their place in the list.
    runs: Vec<usize>,
    /// Of the fields that are open, whether what they are made of stands here, and not their words.
    fields: Vec<bool>,
    /// Whether a paragraph of the open note was counted.
    note_is_counted: bool,
}

/// A paragraph that is open.
struct Open {
    part: Part,
    text: String,
    /// By bytes of its own text.
    pieces: Vec<(Piece, Option<Anchor>)>,
    /// Its end is a tracked deletion: the next one goes on in the same line.
    joins_next: bool,
}

impl<'x, 'r> Story<'x, 'r> {
    fn new(of: StoryPart<'x>, read: &'r mut Text) -> Self {
        Self {
            of,
            read,
            paragraphs: Vec::new(),
            depth: 0,
            left_out: None,
            open: Vec::new(),
            text_tag: None,
            runs: Vec::new(),
            fields: Vec::new(),
            note_is_counted: false,
        }
    }

    fn start(&mut self, role: Role, name: &str, tag: Range<usize>) -> Result<(), SourceError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(SourceError::Package(PackageProblem::TooLarge));
        }
        if self.left_out.is_some() {
            self.inside_left_out(name);
            return Ok(());
        }
        match role {
            Role::LeftOut => self.left_out = Some((self.depth, tag.start)),
            Role::Paragraph => self.start_paragraph(),
            Role::Run | Role::Field => {
                self.runs.push(self.read.runs.len());
                self.read.runs.push(Run { end: tag.end, tag, properties: None });
            }
            Role::Words => self.text_tag = Some(tag),
            Role::Note(..) => self.note_is_counted = false,
            Role::Part(_) | Role::Other => {}
            // Their end says nothing more.
            _ => self.sign(role, None),
        }
        if !matches!(role, Role::Other | Role::LeftOut) {
            self.open.push((self.depth, role));
        }
        Ok(())
    }

    fn empty(&mut self, role: Role, name: &str, tag: Range<usize>) {
        match role {
            _ if self.left_out.is_some() => self.inside_left_out(name),
            Role::Paragraph => {
                self.start_paragraph();
                self.end_paragraph();
            }
            _ => self.sign(role, Some(tag)),
        }
    }

    /// The mark at the end of a paragraph may be deleted.
    fn inside_left_out(&mut self, name: &str) {
        if let (true, Some(paragraph)) = (matches!(name, "del" | "moveFrom"), self.paragraphs.last_mut()) {
            let (at, begins) = self.left_out.unwrap_or_default();
            let is_properties =
                self.of.xml[begins..].split(['>', ' ', '/']).next().is_some_and(|tag| tag.ends_with("pPr"));
            paragraph.joins_next |= is_properties && at <= self.depth;
        }
    }

    fn end(&mut self, name: &str, tag: Range<usize>) {
        if let Some((depth, start)) = self.left_out {
            if depth == self.depth {
                self.left_out = None;
                let run = self.runs.last().and_then(|run| self.read.runs.get_mut(*run));
                if let Some(run) = run.filter(|run| name == "rPr" && run.tag.end == start) {
                    run.properties = Some(start..tag.end);
                }
            }
        } else if let Some((_, role)) = self.open.pop_if(|(depth, _)| *depth == self.depth) {
            match role {
                Role::Words => self.text_tag = None,
                Role::Paragraph => self.end_paragraph(),
                Role::Run | Role::Field => {
                    if let Some(run) = self.runs.pop().and_then(|run| self.read.runs.get_mut(run)) {
                        run.end = tag.end;
                    }
                }
                _ => {}
            }
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn start_paragraph(&mut self) {
        let part = self.open.iter().rev().find_map(|(_, role)| match role {
            Role::Part(part) | Role::Note(part, _) => Some(*part),
            _ => None,
        });
        let part = part.unwrap_or(self.of.part);
        self.paragraphs.push(Open { part, text: String::new(), pieces: Vec::new(), joins_next: false });
    }

    fn end_paragraph(&mut self) {
        let Some(Open { part, text, pieces, joins_next }) = self.paragraphs.pop() else { return };
        let from = self.read.text.len();
        let has_words = !text.trim().is_empty();
        if has_words && (from == 0 || self.read.text.ends_with('\n')) {
            let is_of_note = part.is_note() && self.note_is_counted;
            let count = &mut self.read.counts[part.counted_with()];
            *count += usize::from(!is_of_note);
            let number = *count;
            if part.is_note() && !is_of_note {
                self.note_is_counted = true;
                let id = self.open.iter().rev().find_map(|(_, role)| match role {
                    Role::Note(_, id) => Some(*id),
                    _ => None,
                });
                self.read.notes.extend(id.map(|id| (from, part, id)));
            }
            self.read.paragraphs.push((from, Paragraph { part, number }));
        }
        for (mut piece, anchor) in pieces {
            piece.text = from + piece.text.start..from + piece.text.end;
            self.read.pieces.push(piece);
            self.read.anchors.push(anchor);
        }
        self.read.text.push_str(&text);
        if !joins_next {
            self.read.text.push('\n');
        }
    }

    /// What stands between tags: words of Word as they are; of OpenDocument with one blank for many.
    fn words(&mut self, words: &str, xml: Range<usize>) {
        if self.of.vocabulary == Vocabulary::Word {
            return self.push(words, xml, Kind::Verbatim);
        }
        let is_blank = |letter: char| matches!(letter, ' ' | '\t' | '\n' | '\r');
        let mut at = 0;
        while let Some(first) = words[at..].chars().next() {
            let blank = is_blank(first);
            let length = words[at..].find(|letter| is_blank(letter) != blank).unwrap_or(words.len() - at);
            let (part, range) = (&words[at..at + length], xml.start + at..xml.start + at + length);
            let follows = |open: &Open| open.text.is_empty() || open.text.ends_with([' ', '\n']);
            match (blank, part) {
                (false, _) | (true, " ") => self.push(part, range, Kind::Verbatim),
                (true, _) if self.paragraphs.last().is_some_and(follows) => {}
                (true, _) => self.push(" ", range, Kind::Whole),
            }
            at += length;
        }
    }

    fn push(&mut self, words: &str, xml: Range<usize>, kind: Kind) {
        let is_word = self.text_tag.is_some();
        if self.left_out.is_some() || self.of.vocabulary == Vocabulary::Word && !is_word || self.fields.contains(&true)
        {
            return;
        }
        let anchor = match (&self.paragraphs[..], &self.runs[..], &self.text_tag) {
            ([_], &[run], Some(text_tag)) => Some(Anchor::Inside { run, text_tag: text_tag.clone() }),
            (_, &[run, ..], _) => Some(Anchor::Around { run }),
            _ => None,
        };
        self.write(words, Some((xml, kind)), anchor);
    }

    /// Elements that stand for letters, and the fields.
    fn sign(&mut self, role: Role, tag: Option<Range<usize>>) {
        let letters: Cow<'_, str> = match role {
            Role::Sign(letters) => letters.into(),
            Role::Blanks(count) => " ".repeat(count).into(),
            Role::Reference(part, id) => {
                self.read.references.extend(self.runs.first().map(|run| (part, id, *run)));
                return;
            }
            Role::FieldBegin => return self.fields.push(true),
            Role::FieldWords => return self.fields.last_mut().map_or((), |is_made_of| *is_made_of = false),
            Role::FieldEnd => return self.fields.pop().map_or((), |_| ()),
            _ => return,
        };
        if !self.fields.contains(&true) {
            self.write(&letters, tag.map(|tag| (tag, Kind::Element)), None);
        }
    }

    fn write(&mut self, words: &str, raw: Option<(Range<usize>, Kind)>, anchor: Option<Anchor>) {
        let Some(paragraph) = self.paragraphs.last_mut().filter(|_| !words.is_empty()) else { return };
        let text = paragraph.text.len()..paragraph.text.len() + words.len();
        if let Some((raw, kind)) = raw {
            paragraph.pieces.push((Piece { text, raw, part: self.of.index, kind }, anchor));
        }
        paragraph.text.push_str(words);
    }
}

#[cfg(test)]
mod tests;
