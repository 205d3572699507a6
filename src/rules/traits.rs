use crate::citation::{Kind, Part, PartialDate};
use crate::parse::Mention;

/// What many rules ask of every mention: in one place, so that they look at few mentions.
#[derive(Clone, Copy, Debug)]
pub(super) struct Traits {
    pub(super) kind: Kind,
    /// The registry was asked for it.
    pub(super) is_looked_up: bool,
    /// A type in words is read, of the mention itself or of its list.
    pub(super) has_type: bool,
    /// The type word stands there.
    pub(super) has_type_word: bool,
    pub(super) has_date: bool,
    /// The date is a whole day.
    pub(super) has_day: bool,
    pub(super) has_term: bool,
    pub(super) has_pinpoint: bool,
    pub(super) has_defects: bool,
}

impl Traits {
    pub(super) fn of(mention: &Mention<'_>, is_looked_up: bool) -> Self {
        let reading = mention.reading();
        Self {
            kind: reading.kind,
            is_looked_up,
            has_type: reading.doc_type.is_some(),
            has_type_word: mention.part(Part::Type).is_some(),
            has_date: reading.date.is_some(),
            has_day: reading.date.and_then(PartialDate::day).is_some(),
            has_term: reading.term.is_some(),
            has_pinpoint: mention.part(Part::Pinpoint).is_some(),
            has_defects: !mention.defects().is_empty(),
        }
    }

    pub(super) fn is_numbered(&self) -> bool {
        self.kind == Kind::Numbered
    }
}
