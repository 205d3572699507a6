//! Level 4: a whole document: its own head, lists that share parts, what stands behind titles, short forms.

mod caption;
mod clause;
mod full;
mod head;
mod issued;
mod late;
mod lists;
mod nesting;
mod own;
mod ranges;
mod relations;
mod same_document;
mod short;
mod subject;
mod title_line;
mod titles;
mod told_by;

use crate::citation::{Date, Kind, PartialDate};
use crate::parse::place::{PlaceMention, places_of};
use crate::parse::{self, Mention, NearMiss};
use crate::source;
use crate::text::{Normalized, Span};

pub use own::Own;
pub use ranges::CitationRange;
pub use relations::{Relation, RelationKind, Source};
pub(crate) use subject::type_again;

/// Whether words behind a citation are its title, perhaps with a sign before it.
pub(crate) fn begins_title(words: &str) -> bool {
    subject::start(words, None).is_some()
}

/// A text with its citations resolved.
///
/// ```
/// use cite_lint::citation::Kind;
/// use cite_lint::resolve::Document;
///
/// let text = "Số: 12/KH-UBND\nDầu Tiếng, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nCăn cứ Nghị quyết số 18-NQ/TW, 19-NQ/TW;";
/// let document = Document::new(text);
/// let own = document.own().unwrap();
/// assert_eq!((own.doc_type.unwrap().name(), own.date.unwrap().to_string()), ("Kế hoạch", "2024-03-05".to_owned()));
/// assert_eq!(document.mentions()[0].kind(), Kind::Own);
/// assert_eq!(document.mentions()[2].reading().doc_type.unwrap().name(), "Nghị quyết");
/// ```
#[derive(Debug)]
pub struct Document<'t> {
    source: Option<&'t source::Source<'t>>,
    normalized: Normalized<'t>,
    mentions: Vec<Mention<'t>>,
    own: Option<Own>,
    /// The day that was told of a document whose head has none.
    told_date: Option<Date>,
    /// The letters of the normalised text that may begin the name of a place behind its unit word.
    initials: Vec<usize>,
    /// Where it has a sign that a code may follow.
    signs: Vec<usize>,
}

impl<'t> Document<'t> {
    /// Reads a text.
    pub fn new(text: &'t str) -> Self {
        Self::read(text, true)
    }

    /// Reads a part of a text that is not its beginning: it has no head.
    pub(crate) fn further(text: &'t str) -> Self {
        Self::read(text, false)
    }

    fn read(text: &'t str, has_head: bool) -> Self {
        let normalized = Normalized::new(text);
        let starts = parse::Starts::of(normalized.as_str());
        let mut mentions = parse::find_numbered(&normalized, &starts);
        titles::give_dates_back(&normalized, &mut mentions);
        lists::share(&normalized, &mut mentions);
        let own = if has_head { own::identify(&normalized, &mut mentions) } else { None };
        let mut mentions = parse::with_named(&normalized, &starts, mentions);
        if let Some(own) = &own {
            own::drop_heading(own, &mut mentions);
        }
        late::read(&normalized, &mut mentions);
        let mentions = short::add(&normalized, &starts, mentions);
        let parse::Starts { initials, signs, .. } = starts;
        Self { source: None, normalized, mentions, own, told_date: None, initials, signs }
    }

    /// Reads the text of a file.
    pub fn of(source: &'t source::Source<'t>) -> Self {
        Self::new(source.text()).of_file(source)
    }

    /// The same with the file that its text, or the beginning of it, is of.
    pub(crate) const fn of_file(mut self, source: &'t source::Source<'t>) -> Self {
        self.source = Some(source);
        self
    }

    /// The file that the text is of, where it was read from one.
    pub const fn source(&self) -> Option<&'t source::Source<'t>> {
        self.source
    }

    /// The same with the day it has where its head does not tell one.
    #[must_use]
    pub const fn with_date(mut self, date: Date) -> Self {
        self.told_date = Some(date);
        self
    }

    /// The date of the document: that of its head, else the one that was told.
    pub fn date(&self) -> Option<PartialDate> {
        let head = self.own.as_ref().and_then(|own| own.date);
        // "ngày … tháng 3 năm 2024": the month of the head stands, the day is told.
        match (head, self.told_date) {
            (Some(head), Some(told)) if head.day().is_none() && head.may_be(told) => Some(PartialDate::Day(told)),
            (head, told) => head.or(told.map(PartialDate::Day)),
        }
    }

    /// The original text.
    pub fn text(&self) -> &'t str {
        self.normalized.original()
    }

    /// The text as the parser read it.
    pub const fn normalized(&self) -> &Normalized<'t> {
        &self.normalized
    }

    /// The citations in text order.
    pub fn mentions(&self) -> &[Mention<'t>] {
        &self.mentions
    }

    /// What looks like a number with a symbol and was not read as one, in order.
    ///
    /// ```
    /// use cite_lint::resolve::Document;
    ///
    /// let document = Document::new("Nghị định số 30/2020/NĐ-CP; Mẫu số 01/HNCT");
    /// let missed = document.near_misses();
    /// assert_eq!(missed.len(), 1);
    /// assert_eq!(missed[0].span.slice(document.text()), "01/HNCT");
    /// ```
    pub fn near_misses(&self) -> Vec<NearMiss> {
        parse::near_misses_at(&self.normalized, &self.mentions, &self.signs)
    }

    /// The places that stand behind their unit words, as bytes of the normalised text.
    pub(crate) fn places(&self) -> impl Iterator<Item = PlaceMention> {
        places_of(self.normalized.as_str(), self.initials.iter().copied())
    }

    /// The citations of other documents.
    pub fn cited(&self) -> impl Iterator<Item = &Mention<'t>> {
        self.mentions.iter().filter(|mention| mention.kind() != Kind::Own)
    }

    /// The identity of the document itself, if its head was found.
    pub const fn own(&self) -> Option<&Own> {
        self.own.as_ref()
    }

    /// What the text says of the relations between the documents it cites, and of its own to them, in the order of the
    /// targets.
    ///
    /// ```
    /// use cite_lint::resolve::{Document, RelationKind, Source};
    ///
    /// let document = Document::new("Căn cứ Luật số 66/2014/QH13 được sửa đổi, bổ sung bởi Luật số 61/2020/QH14;");
    /// let said: Vec<_> = document.relations().iter().map(|r| (r.kind, r.source, r.target)).collect();
    /// assert_eq!(said, [(RelationKind::Basis, Source::Own, 0), (RelationKind::Amends, Source::Cited(1), 0)]);
    /// ```
    pub fn relations(&self) -> Vec<Relation> {
        relations::relations(&self.normalized, &self.mentions, self.own.as_ref())
    }

    /// For each mention the index of the one whose title it stands in: "Thông tư số … hướng dẫn Nghị định số …".
    pub fn parents(&self) -> Vec<Option<usize>> {
        nesting::parents(&self.normalized, &self.mentions)
    }

    /// Where the title behind each mention stands, of the number in the head that of the document itself; `None` where
    /// the words do not tell where it ends.
    pub fn titles(&self) -> Vec<Option<Span>> {
        self.titles_within(&self.parents())
    }

    /// [`Document::titles`], where the [`Document::parents`] are known already.
    pub(crate) fn titles_within(&self, parents: &[Option<usize>]) -> Vec<Option<Span>> {
        let title = |(index, mention): (usize, &Mention<'_>)| match &self.own {
            Some(own) if own.number_span == mention.core() && !own.is_title_line => own.title_span,
            _ => subject::title(&self.normalized, &self.mentions, parents, index).map(|range| self.span(range)),
        };
        self.mentions.iter().enumerate().map(title).collect()
    }

    /// Whether the line ends behind a citation, and its title begins the next one.
    pub(crate) fn title_begins_next_line(&self, mention: &Mention<'_>) -> bool {
        subject::begins_next_line(&self.normalized, mention)
    }

    /// The ranges of documents: "các Quyết định số 1294/QĐ-UBND đến số 1336/QĐ-UBND".
    pub fn ranges(&self) -> Vec<CitationRange> {
        ranges::ranges(&self.normalized, &self.mentions)
    }

    /// Whether the date behind a citation may be that of the document whose title the citation stands in: "Nghị định số
    /// 168/2017/NĐ-CP quy định chi tiết một số điều của Luật Du lịch ngày 31/12/2017". The words do not decide it.
    pub fn date_is_ambiguous(&self, mention: &Mention<'_>) -> bool {
        let start = mention.span().start();
        let index = self.mentions.partition_point(|other| other.span().start() < start);
        titles::ends_title(&self.normalized, mention)
            || index < self.mentions.len() && titles::outer(&self.normalized, &self.mentions, index).is_some()
    }

    /// Whether a citation is what the caption of an annex names: "(Ban hành kèm theo Quyết định số …)".
    pub(crate) fn is_in_caption(&self, mention: &Mention<'_>) -> bool {
        caption::is_in_caption(&self.normalized, mention)
    }

    /// The normalised text behind a mention, at most about `len` bytes, and where in it they start.
    pub(crate) fn behind(&self, mention: &Mention<'_>, len: usize) -> (usize, &str) {
        let text = self.normalized.as_str();
        let start = self.normalized.offset_of(mention.span().end());
        (start, &text[start..text.ceil_char_boundary(start.saturating_add(len))])
    }

    /// The original bytes of a range of the normalised text.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        self.normalized.span(range)
    }
}
