use quick_xml::events::BytesStart;

use super::archive::attribute;
use crate::source::Part;

/// What an element of a document does to its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It and all inside it is no text.
    LeftOut,
    /// Its words are a line.
    Paragraph,
    /// Words of one look.
    Run,
    /// What stands in it are words.
    Words,
    /// Its words are made by a program.
    Field,
    /// A field that goes over several runs begins, has its words behind it, or ends.
    FieldBegin,
    FieldWords,
    FieldEnd,
    /// It stands for these letters.
    Sign(&'static str),
    /// It stands for so many blanks.
    Blanks(usize),
    /// The paragraphs inside it are of this part.
    Part(Part),
    /// The same, and they are one note, of this id.
    Note(Part, i64),
    /// The sign in the body that leads to a note.
    Reference(Part, i64),
    /// None that matters here.
    Other,
}

/// How elements are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vocabulary {
    /// WordprocessingML.
    Word,
    /// OpenDocument.
    OpenDocument,
}

impl Vocabulary {
    pub(super) fn role(self, element: &BytesStart<'_>) -> Role {
        let name = element.local_name();
        match self {
            Self::Word => word(name.as_ref(), element),
            Self::OpenDocument => open_document(name.as_ref(), element),
        }
    }
}

fn word(name: &str, element: &BytesStart<'_>) -> Role {
    match name {
        "p" => Role::Paragraph,
        "r" => Role::Run,
        "t" => Role::Words,
        "tab" | "ptab" => Role::Sign("\t"),
        "br" | "cr" => Role::Sign("\n"),
        "noBreakHyphen" => Role::Sign("\u{2011}"),
        "softHyphen" => Role::Sign("\u{ad}"),
        "fldSimple" => Role::Field,
        "fldChar" => match attribute(element, "fldCharType").as_deref() {
            Some("begin") => Role::FieldBegin,
            Some("separate") => Role::FieldWords,
            Some("end") => Role::FieldEnd,
            _ => Role::Other,
        },
        "tbl" => Role::Part(Part::Table),
        "txbxContent" => Role::Part(Part::TextBox),
        "footnote" => Role::Note(Part::Footnote, id(element)),
        "endnote" => Role::Note(Part::Endnote, id(element)),
        "footnoteReference" => Role::Reference(Part::Footnote, id(element)),
        "endnoteReference" => Role::Reference(Part::Endnote, id(element)),
        // Deleted or moved away; the second form of a text box; what a field was made of; properties, where a tab is a
        // place on the ruler; how a word is spoken.
        "del" | "moveFrom" | "Fallback" | "instrText" | "delText" | "delInstrText" | "pPr" | "rPr" | "sectPr"
        | "rt" => Role::LeftOut,
        _ => Role::Other,
    }
}

/// No note has the id of none: those of Word begin with -1.
fn id(element: &BytesStart<'_>) -> i64 {
    attribute(element, "id").and_then(|id| id.parse().ok()).unwrap_or(i64::MIN)
}

fn open_document(name: &str, element: &BytesStart<'_>) -> Role {
    match name {
        "p" | "h" => Role::Paragraph,
        "tab" => Role::Sign("\t"),
        "line-break" => Role::Sign("\n"),
        "s" => {
            /// More blanks than a line has room for.
            const MOST: usize = 1_000;
            let count = attribute(element, "c").and_then(|count| count.parse().ok());
            Role::Blanks(count.unwrap_or(1).min(MOST))
        }
        "table" => Role::Part(Part::Table),
        "text-box" => Role::Part(Part::TextBox),
        "header" | "header-left" | "header-first" => Role::Part(Part::Header),
        "footer" | "footer-left" | "footer-first" => Role::Part(Part::Footer),
        "note" if attribute(element, "note-class").as_deref() == Some("endnote") => Role::Note(Part::Endnote, 0),
        "note" => Role::Note(Part::Footnote, 0),
        // What tracked changes deleted; remarks; the number of a note; what a picture shows, and its bytes; how a word is spoken.
        "tracked-changes" | "annotation" | "note-citation" | "binary-data" | "ruby-text" => Role::LeftOut,
        "title" | "desc" if element.name().as_ref().starts_with("svg:") => Role::LeftOut,
        _ => Role::Other,
    }
}
