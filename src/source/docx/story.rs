use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use crate::source::{DocxProblem, SourceError};

/// The text of a part, and where its words stand in the XML.
#[derive(Debug, Default)]
pub(super) struct StoryText {
    /// The paragraphs, a line each.
    pub(super) text: String,
    /// The words of the paragraphs of the body, in their order; those in text boxes are not among them.
    pub(super) pieces: Vec<Piece>,
    pub(super) runs: Vec<Run>,
}

/// Words that stand together.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Their bytes in the text.
    pub(super) text: Range<usize>,
    /// Their bytes in the XML.
    pub(super) xml: Range<usize>,
    /// The tag of the text element that they stand in.
    pub(super) text_tag: Range<usize>,
    /// Their run, by its place in the list.
    pub(super) run: usize,
}

/// A run: words of one look.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// Its tag.
    pub(super) tag: Range<usize>,
    /// How it looks, as XML.
    pub(super) properties: Option<Range<usize>>,
}

/// Reads a part.
pub(super) fn read(xml: &str) -> Result<StoryText, SourceError> {
    let mut reader = Reader::from_str(xml);
    // Elements without an end would be taken for the content of others.
    reader.config_mut().check_end_names = true;
    let mut story = Story::default();
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event();
        let range = start..reader.buffer_position() as usize;
        match event {
            Ok(Event::Start(element)) => story.start(element.local_name().as_ref(), range)?,
            Ok(Event::Empty(element)) => story.empty(element.local_name().as_ref()),
            Ok(Event::End(element)) => story.end(element.local_name().as_ref(), range),
            Ok(Event::Text(words)) => story.push(words.as_ref(), range),
            Ok(Event::CData(words)) => story.push(words.as_ref(), range),
            Ok(Event::GeneralRef(reference)) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => story.push(letter.encode_utf8(&mut [0; 4]), range),
                // Entities of its own would have to be declared; no document has any.
                _ => story.push(resolve_predefined_entity(&reference).unwrap_or_default(), range),
            },
            Ok(Event::Eof) => return Ok(story.read),
            Ok(_) => {}
            Err(_) => return Err(SourceError::Docx(DocxProblem::Broken)),
        }
    }
}

/// Deeper nesting is no document.
const DEEPEST: usize = 1_000;

/// What is open at a place of a part.
#[derive(Default)]
struct Story {
    read: StoryText,
    /// The paragraphs that are open: a text box has some inside one of the body.
    paragraphs: Vec<String>,
    /// The pieces of the outermost one, by their bytes in it.
    pieces: Vec<Piece>,
    depth: usize,
    /// The depth of the element that is left out with all inside it, and where it begins.
    left_out: Option<(usize, usize)>,
    /// The text element that is open.
    text_tag: Option<Range<usize>>,
    /// Inside a field whose words are made by a program, marks get lost.
    in_field: usize,
}

impl Story {
    fn start(&mut self, name: &str, tag: Range<usize>) -> Result<(), SourceError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(SourceError::Docx(DocxProblem::TooLarge));
        }
        if self.left_out.is_some() {
            return Ok(());
        }
        match name {
            // Deleted or moved away; the second form of a text box; what a field was made of; properties, where a tab is a
            // place on the ruler.
            "del" | "moveFrom" | "Fallback" | "instrText" | "delText" | "pPr" | "rPr" | "sectPr" => {
                self.left_out = Some((self.depth, tag.start));
            }
            "p" => self.paragraphs.push(String::new()),
            "r" => self.read.runs.push(Run { tag, properties: None }),
            "t" => self.text_tag = Some(tag),
            "fldSimple" => self.in_field += 1,
            "tab" | "br" | "cr" | "noBreakHyphen" | "softHyphen" => self.sign(name),
            _ => {}
        }
        Ok(())
    }

    fn empty(&mut self, name: &str) {
        match name {
            _ if self.left_out.is_some() => {}
            "p" => self.read.text.push('\n'),
            _ => self.sign(name),
        }
    }

    fn end(&mut self, name: &str, tag: Range<usize>) {
        match (self.left_out, name) {
            (Some((depth, start)), _) if depth == self.depth => {
                self.left_out = None;
                if let Some(run) = self.read.runs.last_mut().filter(|run| name == "rPr" && run.tag.end == start) {
                    run.properties = Some(start..tag.end);
                }
            }
            (Some(_), _) => {}
            (None, "t") => self.text_tag = None,
            (None, "fldSimple") => self.in_field = self.in_field.saturating_sub(1),
            (None, "p") => self.end_paragraph(),
            _ => {}
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        if self.paragraphs.is_empty() {
            let from = self.read.text.len();
            let placed = self
                .pieces
                .drain(..)
                .map(|piece| Piece { text: from + piece.text.start..from + piece.text.end, ..piece });
            self.read.pieces.extend(placed);
        }
        self.read.text.push_str(&paragraph);
        self.read.text.push('\n');
    }

    fn push(&mut self, words: &str, xml: Range<usize>) {
        let Some(text_tag) = self.text_tag.clone().filter(|_| self.left_out.is_none()) else { return };
        if let ([paragraph], Some(run), 0) = (&self.paragraphs[..], self.read.runs.len().checked_sub(1), self.in_field)
        {
            let text = paragraph.len()..paragraph.len() + words.len();
            self.pieces.push(Piece { text, xml, text_tag, run });
        }
        self.write(words);
    }

    /// Elements that stand for a character.
    fn sign(&mut self, name: &str) {
        self.write(match name {
            "tab" => "\t",
            "br" | "cr" => "\n",
            "noBreakHyphen" => "\u{2011}",
            "softHyphen" => "\u{ad}",
            _ => return,
        });
    }

    fn write(&mut self, words: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.push_str(words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_changes_signs_and_boxes() {
        for (xml, want) in [
            ("<w:p><w:r><w:t>16/CT</w:t></w:r><w:r><w:t>-TTg</w:t></w:r></w:p>", "16/CT-TTg\n"),
            (
                "<w:p><w:ins><w:r><w:t>25</w:t></w:r></w:ins><w:del><w:r><w:delText>52</w:delText></w:r></w:del></w:p>",
                "25\n",
            ),
            (
                "<w:p><w:moveFrom><w:r><w:t>đi</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>đến</w:t></w:r></w:moveTo></w:p>",
                "đến\n",
            ),
            (
                "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>",
                "a\tb\n",
            ),
            (
                "<w:p><w:r><w:t>NĐ</w:t><w:noBreakHyphen/><w:t>CP</w:t><w:br/><w:t>c</w:t></w:r></w:p>",
                "NĐ\u{2011}CP\nc\n",
            ),
            (
                "<w:p><w:r><w:instrText>HYPERLINK \"16/CT-TTg\"</w:instrText><w:t>16/CT-TTg</w:t></w:r></w:p>",
                "16/CT-TTg\n",
            ),
            ("<w:p><w:r><w:t>ti&#x1EBF;p &amp; <![CDATA[<b>]]></w:t></w:r></w:p><w:p/>", "tiếp & <b>\n\n"),
            (
                "<w:p><w:r><w:t>ngoài</w:t><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>hộp</w:t></w:r></w:p></mc:Choice>\
                 <mc:Fallback><w:p><w:r><w:t>hộp</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>",
                "hộp\nngoài\n",
            ),
        ] {
            assert_eq!(read(&format!("<w:body>{xml}</w:body>")).unwrap().text, want, "{xml}");
        }
    }

    #[test]
    fn broken_and_deep_parts_are_refused() {
        let refused = |xml: &str| read(xml).unwrap_err();
        assert_eq!(refused("<a><b></a>"), SourceError::Docx(DocxProblem::Broken));
        assert_eq!(refused(&"<a>".repeat(2_000)), SourceError::Docx(DocxProblem::TooLarge));
    }

    #[test]
    fn pieces_tell_where_their_words_stand() {
        let xml = "<w:p><w:r w:rsid=\"1\"><w:rPr><w:b/></w:rPr><w:t>16/&#x54;Tg</w:t></w:r></w:p>";
        let story = read(xml).unwrap();
        let pieces: Vec<_> = story.pieces.iter().map(|p| (&story.text[p.text.clone()], &xml[p.xml.clone()])).collect();
        assert_eq!(pieces, [("16/", "16/"), ("T", "&#x54;"), ("Tg", "Tg")]);
        let run = &story.runs[story.pieces[0].run];
        assert_eq!(&xml[run.tag.clone()], "<w:r w:rsid=\"1\">");
        assert_eq!(&xml[run.properties.clone().unwrap()], "<w:rPr><w:b/></w:rPr>");
        assert_eq!(&xml[story.pieces[0].text_tag.clone()], "<w:t>");
    }
}
