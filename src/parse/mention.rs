use std::ops::Range;

use super::defect::{Defect, ParseError};
use super::parts::{Inherited, Parts};
use super::spans::Spans;
use crate::citation::{Citation, Kind, Part, Skeleton, Symbol, System};
use crate::text::Span;
use crate::vocab::{codes, types};

/// A reference found in a text: where it stands, what was read, and what is wrong with its form.
#[derive(Clone, Debug)]
pub struct Mention<'t> {
    pub(crate) text: &'t str,
    pub(crate) span: Span,
    pub(crate) core: Span,
    pub(crate) parts: Parts,
    pub(crate) citation: Citation,
    pub(crate) written: Written,
    pub(crate) right: Right,
    pub(crate) error: Option<Box<ParseError>>,
    pub(crate) inherited: Inherited,
    pub(crate) antecedent: Option<usize>,
    pub(crate) labelled: bool,
}

/// Number and symbol as written, without stray blanks.
#[derive(Clone, Debug)]
pub(crate) enum Written {
    /// There is none.
    Not,
    /// As the core stands in the text.
    AsCore,
    Other(Box<str>),
}

/// The right form of a symbol: seldom another than the written one.
#[derive(Clone, Debug)]
pub(crate) enum Right {
    Unknown,
    AsWritten,
    Other(Box<Symbol>),
}

impl Right {
    /// The right form, of a symbol as `written`.
    pub(super) fn of<'s>(&'s self, written: Option<&'s Symbol>) -> Option<&'s Symbol> {
        match self {
            Self::Unknown => None,
            Self::AsWritten => written,
            Self::Other(right) => Some(right),
        }
    }
}

impl<'t> Mention<'t> {
    /// A mention at ranges of the normalised text, with nothing but the kind of its citation known.
    pub(super) fn new(spans: &Spans<'_, 't>, span: Range<usize>, core: Range<usize>, kind: Kind) -> Self {
        Self {
            text: spans.normalized.original(),
            span: spans.span(span),
            core: spans.span(core),
            parts: Parts::new(),
            citation: Citation::empty(kind),
            written: Written::Not,
            right: Right::Unknown,
            error: None,
            inherited: Inherited::new(),
            antecedent: None,
            labelled: false,
        }
    }

    /// The whole citation as it stands in the text, from the type word to the last part that stands with it; what stands
    /// behind its title lies outside.
    pub fn as_str(&self) -> &'t str {
        self.span.slice(self.text)
    }

    /// The bytes of the whole citation.
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The bytes of number and symbol as they stand (of a named citation: from the type word to the end of the name;
    /// of a short one: the bare number).
    pub const fn core(&self) -> Span {
        self.core
    }

    /// The text of [`Mention::core`].
    pub fn core_str(&self) -> &'t str {
        self.core.slice(self.text)
    }

    /// How the document is named.
    pub const fn kind(&self) -> Kind {
        self.citation.kind
    }

    /// The citation, or what is wrong with its form.
    ///
    /// # Errors
    ///
    /// [`ParseError`] with every defect of a malformed mention; its best reading is [`Mention::reading`].
    pub fn citation(&self) -> Result<&Citation, &ParseError> {
        match self.error.as_deref() {
            None => Ok(&self.citation),
            Some(error) => Err(error),
        }
    }

    /// What was read, of a malformed mention too; the symbol is the one written, see [`Mention::canonical`].
    pub const fn reading(&self) -> &Citation {
        &self.citation
    }

    /// Where a part stands, if the mention has it itself; that of a part behind the title is outside [`Mention::span`].
    pub fn part(&self, part: Part) -> Option<Span> {
        self.parts.get(part, self.span.start())
    }

    /// Says where a part stands.
    pub(super) fn add_part(&mut self, part: Part, span: Span) {
        self.parts.add(part, self.span.start(), span);
    }

    /// The type word where it is a code: "QĐ" of "QĐ số 124-QĐ/TW" may be short for each type of that code.
    pub fn type_code(&self) -> Option<&'t str> {
        let word = self.part(Part::Type)?.slice(self.text);
        (!types::of_code(word).is_empty()).then_some(word)
    }

    /// Number and symbol as written, without stray blanks, NFC, Đ for Ð.
    pub fn written_symbol(&self) -> Option<&str> {
        match &self.written {
            Written::Not => None,
            Written::AsCore => Some(self.core_str()),
            Written::Other(written) => Some(written),
        }
    }

    /// The right form of the symbol when it is certain: the written one of a well-formed mention, else the repair.
    pub fn canonical(&self) -> Option<&Symbol> {
        self.right.of(self.citation.symbol.as_ref())
    }

    /// What is wrong with the form; empty when nothing is.
    pub fn defects(&self) -> &[Defect] {
        match self.error.as_deref() {
            Some(ParseError::Malformed { defects, .. }) => defects,
            _ => &[],
        }
    }

    /// Whose way of numbering it follows, when its signs or its codes tell; the bodies of mass organisations are known
    /// by their codes.
    pub fn system(&self) -> Option<System> {
        let symbol = self.canonical().or(self.citation.symbol.as_ref())?;
        let mut known = symbol.codes().filter_map(codes::system);
        if known.clone().any(|system| system == System::MassOrg) {
            return Some(System::MassOrg);
        }
        match symbol.skeleton() {
            Skeleton::StateWithYear | Skeleton::State => Some(System::State),
            Skeleton::Party => Some(System::Party),
            Skeleton::Other => known.next(),
        }
    }

    /// What was read, with the right form of the symbol; without one where that is not certain.
    pub(crate) fn corrected(&self) -> Citation {
        Citation { symbol: self.canonical().cloned(), ..self.citation.clone() }
    }

    /// The words behind the citation, at most `len` bytes and not beyond its clause.
    pub(crate) fn following(&self, len: usize) -> &'t str {
        let end = self.span.end();
        let words = &self.text[end..self.text.ceil_char_boundary(end.saturating_add(len))];
        &words[..memchr::memchr2(b';', b'\n', words.as_bytes()).unwrap_or(words.len())]
    }

    /// Whether "số" stands before the number.
    pub const fn is_labelled(&self) -> bool {
        self.labelled
    }

    /// The parts that a list gave to this member.
    pub fn inherited(&self) -> &[Part] {
        &self.inherited
    }

    /// The index, among the mentions of the document, of the full citation that a short one repeats.
    pub const fn antecedent(&self) -> Option<usize> {
        self.antecedent
    }
}
