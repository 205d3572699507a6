use std::ops::BitOr;

use super::date::may_begin_date;
use super::symbol::may_end_in_number_word;
use super::title::may_begin_type;
use super::told::is_central;
use crate::citation::{Kind, Part, PartialDate};
use crate::parse::Mention;
use crate::registry::{Record, Verdict};
use crate::text::{Normalized, Span, ones};

/// What many rules ask of every mention, a bit each: read once, so that a rule looks at those mentions only that it may be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Traits(u32);

/// What a rule asks for: all of these traits, and none of those.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sought {
    pub(super) all: Traits,
    pub(super) none: Traits,
}

impl Traits {
    /// How many there are.
    pub(super) const COUNT: usize = 31;

    /// Every mention.
    pub(super) const ANY: Self = Self(1);
    /// No earlier mention reads alike.
    pub(super) const FIRST: Self = Self(1 << 1);
    pub(super) const NUMBERED: Self = Self(1 << 2);
    pub(super) const NAMED: Self = Self(1 << 3);
    pub(super) const SHORT: Self = Self(1 << 4);
    /// The document's own number.
    pub(super) const OWN: Self = Self(1 << 5);
    /// The right form of its symbol is certain.
    pub(super) const SYMBOL: Self = Self(1 << 6);
    /// A type in words is read, of the mention itself or of its list.
    pub(super) const TYPE: Self = Self(1 << 7);
    /// The type word stands there.
    pub(super) const TYPE_WORD: Self = Self(1 << 8);
    /// It stands there as its full name is written.
    pub(super) const TYPE_NAME: Self = Self(1 << 9);
    /// Nothing but "số" stands between it and the number.
    pub(super) const NUMBER_WORD: Self = Self(1 << 10);
    /// Letters of its words were read as others.
    pub(super) const REWRITTEN: Self = Self(1 << 11);
    pub(super) const DATE: Self = Self(1 << 12);
    /// The date is a whole day.
    pub(super) const DAY: Self = Self(1 << 13);
    /// The date stands there.
    pub(super) const DATE_WORDS: Self = Self(1 << 14);
    pub(super) const ISSUER: Self = Self(1 << 15);
    pub(super) const TERM: Self = Self(1 << 16);
    pub(super) const PINPOINT: Self = Self(1 << 17);
    pub(super) const DEFECTS: Self = Self(1 << 18);
    /// It has defects, or a date without a whole day.
    pub(super) const MAY_BE_BLANK: Self = Self(1 << 19);
    /// What stands behind may be its date, …
    pub(super) const DATE_BEHIND: Self = Self(1 << 20);
    /// … or its type once more.
    pub(super) const TYPE_BEHIND: Self = Self(1 << 21);
    /// Words before its number may stand there twice.
    pub(super) const DOUBLED: Self = Self(1 << 22);
    /// The registry was asked for it, …
    pub(super) const CITED: Self = Self(1 << 23);
    /// … and says that the document is known, …
    pub(super) const KNOWN: Self = Self(1 << 24);
    /// … has the name of a law for its title, or may be one of several that have, …
    pub(super) const LAW: Self = Self(1 << 25);
    /// … is known by a title that is sure to the word, …
    pub(super) const SURE_TITLE: Self = Self(1 << 26);
    /// … is known and differs, …
    pub(super) const MISMATCH: Self = Self(1 << 27);
    /// … that there is no such document, …
    pub(super) const ABSENT: Self = Self(1 << 28);
    /// … or that it may be one of several.
    pub(super) const AMBIGUOUS: Self = Self(1 << 29);
    /// Its number is of the Party's central bodies.
    pub(super) const CENTRAL: Self = Self(1 << 30);

    /// What its reading and its words tell.
    pub(super) fn of(mention: &Mention<'_>, normalized: &Normalized<'_>) -> Self {
        let reading = mention.reading();
        let kind = match reading.kind {
            Kind::Numbered => Self::NUMBERED,
            Kind::Named => Self::NAMED,
            Kind::Short => Self::SHORT,
            Kind::Own => Self::OWN,
        };
        let (word, issuer, core) = (mention.part(Part::Type), mention.part(Part::Issuer), mention.core());
        let (text, symbol) = (normalized.original(), mention.canonical());
        let written = |start: usize, end: usize| text.as_bytes().get(start..end);
        let is_name = word
            .zip(reading.doc_type)
            .is_some_and(|(word, of)| written(word.start(), word.end()) == Some(of.name().as_bytes()));
        let is_numbered = word.is_some_and(|word| written(word.end(), core.start()) == Some(" số ".as_bytes()));
        let has_day = reading.date.and_then(PartialDate::day).is_some();
        let (has_date_words, has_defects) = (mention.part(Part::Date).is_some(), !mention.defects().is_empty());
        let behind = &text[mention.span().end()..];
        let is_doubled =
            word.is_some_and(|word| !is_numbered || may_end_in_number_word(&text.as_bytes()[..word.start()]));
        let words = [word, issuer].into_iter().flatten().fold(core, Span::union);
        Self::ANY
            | kind
            | Self::SYMBOL.if_so(symbol.is_some())
            | Self::CENTRAL.if_so(symbol.is_some_and(is_central))
            | Self::TYPE.if_so(reading.doc_type.is_some())
            | Self::TYPE_WORD.if_so(word.is_some())
            | Self::TYPE_NAME.if_so(is_name)
            | Self::NUMBER_WORD.if_so(is_numbered)
            | Self::REWRITTEN.if_so(normalized.is_rewritten(words))
            | Self::DATE.if_so(reading.date.is_some())
            | Self::DAY.if_so(has_day)
            | Self::DATE_WORDS.if_so(has_date_words)
            | Self::ISSUER.if_so(reading.issuer.is_some())
            | Self::TERM.if_so(reading.term.is_some())
            | Self::PINPOINT.if_so(mention.part(Part::Pinpoint).is_some())
            | Self::DEFECTS.if_so(has_defects)
            | Self::DATE_BEHIND.if_so(may_begin_date(behind.as_bytes()))
            | Self::TYPE_BEHIND.if_so(reading.doc_type.is_some_and(|of| may_begin_type(behind, of.name())))
            | Self::DOUBLED.if_so(is_doubled)
            | Self::MAY_BE_BLANK.if_so(has_defects || has_date_words && !has_day)
    }

    /// What the registry says.
    pub(super) fn said(verdict: &Verdict<'_>) -> Self {
        Self::CITED
            | match verdict {
                Verdict::Known(record) => {
                    Self::KNOWN | Self::LAW.if_so(is_law(record)) | Self::SURE_TITLE.if_so(record.has_sure_title())
                }
                Verdict::Mismatch { .. } => Self::MISMATCH,
                Verdict::Absent => Self::ABSENT,
                Verdict::Ambiguous(records) => {
                    Self::AMBIGUOUS | Self::LAW.if_so(records.first().is_some_and(|record| is_law(record)))
                }
                Verdict::NotCovered | Verdict::Malformed => Self(0),
            }
    }

    /// These where something is so, else none.
    pub(super) const fn if_so(self, is_so: bool) -> Self {
        if is_so { self } else { Self(0) }
    }

    /// These, and none of `others`.
    pub(super) const fn but(self, others: Self) -> Sought {
        Sought { all: self, none: others }
    }

    /// Their places among all.
    pub(super) fn places(self) -> impl Iterator<Item = usize> {
        ones(self.0.into())
    }
}

fn is_law(record: &Record) -> bool {
    ["Luật ", "Bộ luật "].iter().any(|law| record.title().starts_with(law))
}

impl BitOr for Traits {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl From<Traits> for Sought {
    fn from(all: Traits) -> Self {
        all.but(Traits(0))
    }
}

impl Sought {
    /// Whether mentions that read alike have it alike.
    pub(super) fn is_of_reading(self) -> bool {
        let of_reading = [
            Traits::ANY,
            Traits::FIRST,
            Traits::NUMBERED,
            Traits::NAMED,
            Traits::SHORT,
            Traits::OWN,
            Traits::SYMBOL,
            Traits::TYPE,
            Traits::DATE,
            Traits::DAY,
            Traits::ISSUER,
            Traits::TERM,
            Traits::CITED,
        ];
        let known = of_reading.into_iter().fold(Traits(0), Traits::bitor);
        (self.all | self.none | known) == known
    }

    /// These, and more.
    pub(super) fn and(self, more: Traits) -> Self {
        Self { all: self.all | more, ..self }
    }
}
