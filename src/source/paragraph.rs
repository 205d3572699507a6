use serde::Serialize;

/// A part of a document that has no lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Part {
    /// The body.
    Body,
    /// A table of the body.
    Table,
    /// A text box.
    TextBox,
    /// A note at the foot of a page.
    Footnote,
    /// A note at the end.
    Endnote,
    /// The head of the pages.
    Header,
    /// The foot of the pages.
    Footer,
}

#[cfg(feature = "docx")]
impl Part {
    /// How many parts count their own paragraphs.
    pub(super) const COUNT: usize = 6;

    /// The place of its count: tables count with the body that they stand in.
    pub(super) const fn counted_with(self) -> usize {
        match self {
            Self::Body | Self::Table => 0,
            Self::TextBox => 1,
            Self::Footnote => 2,
            Self::Endnote => 3,
            Self::Header => 4,
            Self::Footer => 5,
        }
    }

    pub(super) const fn is_note(self) -> bool {
        matches!(self, Self::Footnote | Self::Endnote)
    }
}

/// A paragraph of a document that has no lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Paragraph {
    /// Where it stands.
    pub part: Part,
    /// Which one it is, from 1. Only paragraphs with words count, those of tables with those of the body; of a note it is the number
    /// of the note.
    pub number: usize,
}
