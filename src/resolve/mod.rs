//! Level 3: a whole document: its own identity, lists, short forms.

use crate::citation::PartialDate;
use crate::parse::Mention;
use crate::text::Normalized;

/// A text with its citations resolved.
#[derive(Debug)]
pub struct Document<'t> {
    normalized: Normalized<'t>,
    mentions: Vec<Mention<'t>>,
    own_date: Option<PartialDate>,
}

impl<'t> Document<'t> {
    /// Reads a text.
    pub fn new(text: &'t str) -> Self {
        Self { normalized: Normalized::new(text), mentions: crate::parse::find_iter(text).collect(), own_date: None }
    }

    /// The original text.
    pub fn text(&self) -> &'t str {
        self.normalized.original()
    }

    /// The normalised text.
    pub const fn normalized(&self) -> &Normalized<'t> {
        &self.normalized
    }

    /// The citations in text order.
    pub fn mentions(&self) -> &[Mention<'t>] {
        &self.mentions
    }

    /// The date of the document itself.
    pub const fn own_date(&self) -> Option<PartialDate> {
        self.own_date
    }
}
