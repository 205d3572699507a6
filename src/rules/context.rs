use std::borrow::Cow;
use std::cell::{Cell, OnceCell};

use super::Regime;
use super::alike::Alike;
use super::places::Places;
use super::quote::Quote;
use super::sets::Sets;
use super::survey::Survey;
use super::traits::{Sought, Traits};
use super::verdicts::Verdicts;
use super::wordings::Wordings;
use crate::citation::{Date, Kind};
use crate::parse::Mention;
use crate::registry::{Registry, Told, Verdict};
use crate::resolve::Document;
use crate::vocab::types;

/// What a rule sees: the text, read, and what the registry says of each citation.
#[derive(Debug)]
pub struct Context<'a> {
    document: &'a Document<'a>,
    registry: &'a Registry,
    verdicts: Verdicts<'a>,
    alike: Alike,
    sets: Sets,
    today: Option<Date>,
    regime: Regime,
    survey: OnceCell<Survey>,
    quotes: OnceCell<Vec<Quote>>,
    /// The line that was asked for last: where it begins, and a place in it.
    line: Cell<(usize, usize)>,
}

/// How many bytes behind a citation are shown to the registry: the title stands there.
const FOLLOWING: usize = 400;

impl<'a> Context<'a> {
    /// Looks every citation of other documents up.
    pub fn new(document: &'a Document<'a>, registry: &'a Registry, today: Option<Date>) -> Self {
        let mentions = document.mentions();
        let mut alike = Alike::with_capacity(mentions.len());
        let mut verdicts = Verdicts::with_capacity(mentions.len());
        let mut sets = Sets::default();
        for (index, mention) in mentions.iter().enumerate() {
            let first = alike.add(mentions);
            if first == index || !verdicts.repeat(first) {
                verdicts.add(told(registry, mention));
            }
            let is_first = Traits::FIRST.if_so(first == index);
            sets.add(Traits::of(mention, document.normalized()) | verdicts.traits(index) | is_first);
        }
        Self {
            document,
            registry,
            verdicts,
            alike,
            sets,
            today,
            regime: Regime::of(document),
            survey: OnceCell::new(),
            quotes: OnceCell::new(),
            line: Cell::new((0, 0)),
        }
    }

    /// The text, read.
    pub const fn document(&self) -> &'a Document<'a> {
        self.document
    }

    /// The known documents.
    pub const fn registry(&self) -> &'a Registry {
        self.registry
    }

    /// The day of the check, when the caller tells it.
    pub const fn today(&self) -> Option<Date> {
        self.today
    }

    /// Which rules of form the document follows.
    pub const fn regime(&self) -> Regime {
        self.regime
    }

    /// The same with another regime than the one that its head tells.
    #[must_use]
    pub fn with_regime(self, regime: Regime) -> Self {
        Self { regime, ..self }
    }

    /// Where the line of an offset of the original begins. Ask in rising order: a text may be one long line, and only what lies
    /// behind the offset that was asked for last is looked through.
    pub(super) fn line_start(&self, offset: usize) -> usize {
        let (last_start, last) = self.line.get();
        let start = if (last_start..=last).contains(&offset) {
            last_start
        } else {
            let (from, otherwise) = if offset > last { (last, last_start) } else { (0, 0) };
            let bytes = self.document.text().as_bytes();
            memchr::memrchr(b'\n', &bytes[from..offset.min(bytes.len())]).map_or(otherwise, |at| from + at + 1)
        };
        self.line.set((start, offset));
        start
    }

    /// Whether the line of an offset is a row of a table, of Markdown or HTML.
    pub(super) fn is_in_table(&self, offset: usize) -> bool {
        self.document.text()[self.line_start(offset)..].starts_with(['|', '<'])
    }

    /// The wordings of the text that rules look for.
    pub(super) fn wordings(&self) -> &Wordings {
        &self.survey().wordings
    }

    /// The letters and signs that rules look for.
    pub(super) fn places(&self) -> &Places {
        &self.survey().places
    }

    fn survey(&self) -> &Survey {
        self.survey.get_or_init(|| Survey::of(self.document.normalized().as_str()))
    }

    /// The quotation marks of the text.
    pub(super) fn quotes(&self) -> &[Quote] {
        self.quotes.get_or_init(|| {
            let places = self.survey().quotes.iter();
            places.map(|&place| Quote::of(self.document.normalized(), place)).collect()
        })
    }

    /// The citations of other documents, each with what the registry says of it.
    pub fn cited(&self) -> impl Iterator<Item = (&'a Mention<'a>, &Verdict<'a>)> {
        self.cited_with(Traits::ANY)
    }

    /// Those of the citations that have the traits that are sought.
    pub(super) fn cited_with(
        &self,
        sought: impl Into<Sought>,
    ) -> impl Iterator<Item = (&'a Mention<'a>, &Verdict<'a>)> {
        let indices = self.indices_with(sought.into().and(Traits::CITED));
        indices.filter_map(|index| Some((&self.document.mentions()[index], self.verdicts.get(index)?)))
    }

    /// The same of all mentions.
    pub(super) fn mentions_with(&self, sought: impl Into<Sought>) -> impl Iterator<Item = &'a Mention<'a>> {
        let mentions = self.document.mentions();
        self.indices_with(sought).map(|index| &mentions[index])
    }

    /// Where they stand among the mentions of the document.
    pub(super) fn indices_with(&self, sought: impl Into<Sought>) -> impl Iterator<Item = usize> {
        self.sets.with(sought.into())
    }

    /// Those of the citations with these traits of which something holds: it is asked once of all that read alike, so it, and the
    /// traits, are such as the reading alone tells.
    pub(super) fn cited_where(
        &self,
        sought: impl Into<Sought>,
        holds: impl Fn(&'a Mention<'a>) -> bool,
    ) -> impl Iterator<Item = (&'a Mention<'a>, &Verdict<'a>)> {
        let indices = self.indices_where(sought.into().and(Traits::CITED), holds);
        indices.filter_map(|index| Some((&self.document.mentions()[index], self.verdicts.get(index)?)))
    }

    /// The same of all mentions.
    pub(super) fn mentions_where(
        &self,
        sought: impl Into<Sought>,
        holds: impl Fn(&'a Mention<'a>) -> bool,
    ) -> impl Iterator<Item = &'a Mention<'a>> {
        let mentions = self.document.mentions();
        self.indices_where(sought.into(), holds).map(|index| &mentions[index])
    }

    pub(super) fn indices_where(
        &self,
        sought: Sought,
        holds: impl Fn(&'a Mention<'a>) -> bool,
    ) -> impl Iterator<Item = usize> {
        debug_assert!(sought.is_of_reading(), "{sought:?}");
        let mentions = self.document.mentions();
        let firsts = self.sets.with(sought.and(Traits::FIRST));
        self.alike.all_of(&firsts.filter(|&index| holds(&mentions[index])).collect::<Vec<_>>())
    }
}

/// What the registry says of a mention: of its right form when it is malformed, with the words behind it, where the
/// title stands. `None` for the document's own number, and for short forms that repeat another citation.
pub fn look_up<'r>(registry: &'r Registry, mention: &Mention<'_>) -> Option<Verdict<'r>> {
    told(registry, mention).map(|told| told.verdict)
}

fn told<'r>(registry: &'r Registry, mention: &Mention<'_>) -> Option<Told<'r>> {
    if mention.kind() == Kind::Own || mention.antecedent().is_some() {
        return None;
    }
    let mut citation = Cow::Borrowed(mention.reading());
    // "QĐ" before 124-QĐ/TW is Quyết định or Quy định: the type says nothing.
    if mention.type_code().is_some_and(|code| types::of_code(code).len() > 1) {
        citation.to_mut().doc_type = None;
    }
    match (mention.canonical(), &mention.reading().symbol) {
        // Nearly always the written one is the right one.
        (Some(right), Some(written)) if std::ptr::eq(right, written) => {}
        (None, None) => {}
        (None, Some(_)) => return Some(Told { verdict: Verdict::Malformed, by_words: false }),
        (right, _) => citation.to_mut().symbol = right.cloned(),
    }
    Some(registry.told(&citation, None, mention.following(FOLLOWING)))
}
