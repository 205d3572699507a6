use thiserror::Error;

use crate::text::Span;

/// Why a text is not a well-formed citation.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ParseError {
    /// It is one, with something wrong in its form.
    #[error("malformed citation {written:?}: {}", list(defects))]
    Malformed {
        /// Number and symbol as written.
        written: String,
        /// What is wrong, in text order.
        defects: Vec<Defect>,
    },
    /// Nothing in it reads as a citation.
    #[error("no citation in {text:?}: a type, a number and a symbol are needed, such as \"Chỉ thị số 16/CT-TTg\"")]
    NotACitation {
        /// The text.
        text: String,
    },
    /// A citation is in it, and something else too.
    #[error("{citation:?} is a citation, {rest:?} is not part of it")]
    Surplus {
        /// The citation.
        citation: String,
        /// The first words outside it.
        rest: String,
    },
}

/// One thing wrong with a symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// What.
    pub kind: DefectKind,
    /// The smallest text that is wrong, in bytes of the original.
    pub span: Span,
}

/// Kinds of malformed symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DefectKind {
    /// A letter that only looks right (`NÐ` with U+00D0).
    Lookalike,
    /// A character that nobody sees: a soft hyphen, a zero-width space.
    Invisible,
    /// A blank inside.
    Space,
    /// A line or page break inside.
    LineBreak,
    /// A dash that is not the plain hyphen.
    Dash,
    /// `/` and `-` in the wrong places.
    Separator,
    /// The separator between type and issuer is missing.
    RunTogether,
    /// Đ written as D.
    Diacritic,
    /// Wrong case.
    Case,
    /// A letter read for a digit (`O4`, `QHI5`).
    DigitLetter,
    /// The year is not one.
    Year,
    /// The number is left blank.
    BlankNumber,
}

fn list(defects: &[Defect]) -> String {
    defects.iter().map(|defect| format!("{:?}", defect.kind).to_lowercase()).collect::<Vec<_>>().join(", ")
}
