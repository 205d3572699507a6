use std::ops::BitOr;

use crate::citation::{Kind, Part, PartialDate};
use crate::parse::Mention;
use crate::registry::Verdict;
use crate::text::{Normalized, Span};

/// What many rules ask of every mention, a bit each: read once, so that a rule looks at those mentions only that it may be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Traits(u32);

impl Traits {
    pub(super) const NONE: Self = Self(0);
    /// The registry was asked for it.
    pub(super) const CITED: Self = Self(1);
    pub(super) const NUMBERED: Self = Self(1 << 1);
    pub(super) const NAMED: Self = Self(1 << 2);
    pub(super) const SHORT: Self = Self(1 << 3);
    /// The document's own number.
    pub(super) const OWN: Self = Self(1 << 4);
    /// A type in words is read, of the mention itself or of its list.
    pub(super) const TYPE: Self = Self(1 << 5);
    /// The type word stands there.
    pub(super) const TYPE_WORD: Self = Self(1 << 6);
    /// It stands there as its full name is written.
    pub(super) const TYPE_NAME: Self = Self(1 << 7);
    /// Nothing but "số" stands between it and the number.
    pub(super) const NUMBER_WORD: Self = Self(1 << 8);
    /// Letters of its words were read as others.
    pub(super) const REWRITTEN: Self = Self(1 << 9);
    pub(super) const DATE: Self = Self(1 << 10);
    /// The date is a whole day.
    pub(super) const DAY: Self = Self(1 << 11);
    /// The date stands there.
    pub(super) const DATE_WORDS: Self = Self(1 << 12);
    pub(super) const TERM: Self = Self(1 << 13);
    pub(super) const PINPOINT: Self = Self(1 << 14);
    pub(super) const DEFECTS: Self = Self(1 << 15);
    /// What the registry says: the document is known, …
    pub(super) const KNOWN: Self = Self(1 << 16);
    /// … the known document differs, …
    pub(super) const MISMATCH: Self = Self(1 << 17);
    /// … there is no such document.
    pub(super) const ABSENT: Self = Self(1 << 18);

    pub(super) fn of(mention: &Mention<'_>, verdict: Option<&Verdict<'_>>, normalized: &Normalized<'_>) -> Self {
        let reading = mention.reading();
        let kind = match reading.kind {
            Kind::Numbered => Self::NUMBERED,
            Kind::Named => Self::NAMED,
            Kind::Short => Self::SHORT,
            Kind::Own => Self::OWN,
        };
        let said = match verdict {
            None => Self(0),
            Some(Verdict::Known(_)) => Self::CITED | Self::KNOWN,
            Some(Verdict::Mismatch { .. }) => Self::CITED | Self::MISMATCH,
            Some(Verdict::Absent) => Self::CITED | Self::ABSENT,
            Some(_) => Self::CITED,
        };
        let (word, issuer, core) = (mention.part(Part::Type), mention.part(Part::Issuer), mention.core());
        let text = normalized.original();
        let is_name = word.zip(reading.doc_type).is_some_and(|(word, of)| word.slice(text) == of.name());
        let is_numbered = word.is_some_and(|word| text.get(word.end()..core.start()) == Some(" số "));
        let words = [word, issuer].into_iter().flatten().fold(core, Span::union);
        kind | said
            | Self::TYPE.where_true(reading.doc_type.is_some())
            | Self::TYPE_WORD.where_true(word.is_some())
            | Self::TYPE_NAME.where_true(is_name)
            | Self::NUMBER_WORD.where_true(is_numbered)
            | Self::REWRITTEN.where_true(normalized.is_rewritten(words))
            | Self::DATE.where_true(reading.date.is_some())
            | Self::DAY.where_true(reading.date.and_then(PartialDate::day).is_some())
            | Self::DATE_WORDS.where_true(mention.part(Part::Date).is_some())
            | Self::TERM.where_true(reading.term.is_some())
            | Self::PINPOINT.where_true(mention.part(Part::Pinpoint).is_some())
            | Self::DEFECTS.where_true(!mention.defects().is_empty())
    }

    const fn where_true(self, holds: bool) -> Self {
        if holds { self } else { Self(0) }
    }

    /// Whether all these are among them, and none of `others` is.
    pub(super) const fn have(self, all: Self, others: Self) -> bool {
        self.0 & (all.0 | others.0) == all.0
    }
}

impl BitOr for Traits {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
