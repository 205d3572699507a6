use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use crate::source::{DocxProblem, SourceError};

/// Appends the paragraphs of a part, a line each.
pub(super) fn append(text: &mut String, xml: &str) -> Result<(), SourceError> {
    let mut reader = Reader::from_str(xml);
    // Elements without an end would be taken for the content of others.
    reader.config_mut().check_end_names = true;
    let mut story = Story::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => story.start(element.local_name().as_ref())?,
            Ok(Event::Empty(element)) => story.empty(element.local_name().as_ref(), text),
            Ok(Event::End(element)) => story.end(element.local_name().as_ref(), text),
            Ok(Event::Text(words)) => story.push(words.as_ref()),
            Ok(Event::CData(words)) => story.push(words.as_ref()),
            Ok(Event::GeneralRef(reference)) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => story.push(letter.encode_utf8(&mut [0; 4])),
                // Entities of its own would have to be declared; no document has any.
                _ => story.push(resolve_predefined_entity(&reference).unwrap_or_default()),
            },
            Ok(Event::Eof) => return Ok(()),
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
    /// The paragraphs that are open: a text box has some inside one of the body.
    paragraphs: Vec<String>,
    depth: usize,
    /// The depth of the element that is left out with all inside it.
    left_out: Option<usize>,
    in_text: bool,
}

impl Story {
    fn start(&mut self, name: &str) -> Result<(), SourceError> {
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
                self.left_out = Some(self.depth);
            }
            "p" => self.paragraphs.push(String::new()),
            "t" => self.in_text = true,
            "tab" | "br" | "cr" | "noBreakHyphen" | "softHyphen" => self.sign(name),
            _ => {}
        }
        Ok(())
    }

    fn empty(&mut self, name: &str, text: &mut String) {
        if self.left_out.is_some() {
            return;
        }
        match name {
            "p" => text.push('\n'),
            _ => self.sign(name),
        }
    }

    fn end(&mut self, name: &str, text: &mut String) {
        match (self.left_out, name) {
            (Some(depth), _) if depth == self.depth => self.left_out = None,
            (Some(_), _) => {}
            (None, "t") => self.in_text = false,
            (None, "p") => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    text.push_str(&paragraph);
                    text.push('\n');
                }
            }
            _ => {}
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn push(&mut self, words: &str) {
        if self.in_text && self.left_out.is_none() {
            self.write(words);
        }
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
            let mut text = String::new();
            append(&mut text, &format!("<w:body>{xml}</w:body>")).unwrap();
            assert_eq!(text, want, "{xml}");
        }
    }

    #[test]
    fn broken_and_deep_parts_are_refused() {
        let refused = |xml: &str| append(&mut String::new(), xml).unwrap_err();
        assert_eq!(refused("<a><b></a>"), SourceError::Docx(DocxProblem::Broken));
        assert_eq!(refused(&"<a>".repeat(2_000)), SourceError::Docx(DocxProblem::TooLarge));
    }
}
