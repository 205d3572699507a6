use crate::citation::{Citation, Date, Kind};
use crate::parse::Mention;
use crate::registry::{Registry, Verdict};
use crate::resolve::Document;

/// What a rule sees: the text, read, and what the registry says of each citation.
#[derive(Debug)]
pub struct Context<'a> {
    document: &'a Document<'a>,
    registry: &'a Registry,
    verdicts: Vec<Option<Verdict<'a>>>,
    today: Option<Date>,
}

/// How many bytes behind a citation are shown to the registry: the title stands there.
const FOLLOWING: usize = 400;

impl<'a> Context<'a> {
    /// Looks every citation of other documents up.
    pub fn new(document: &'a Document<'a>, registry: &'a Registry, today: Option<Date>) -> Self {
        let verdict =
            |mention: &Mention<'_>| (mention.kind() != Kind::Own).then(|| look_up(registry, document, mention));
        let verdicts = document.mentions().iter().map(verdict).collect();
        Self { document, registry, verdicts, today }
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

    /// The citations of other documents, each with what the registry says of it.
    pub fn cited(&self) -> impl Iterator<Item = (&'a Mention<'a>, &Verdict<'a>)> {
        let verdicts = self.verdicts.iter().map(Option::as_ref);
        self.document.mentions().iter().zip(verdicts).filter_map(|(mention, verdict)| Some((mention, verdict?)))
    }
}

/// What the registry says of a mention: of its right form when it is malformed, with the words behind it.
pub fn look_up<'r>(registry: &'r Registry, document: &Document<'_>, mention: &Mention<'_>) -> Verdict<'r> {
    let text = document.text();
    let end = mention.span().end();
    let following = &text[end..text.ceil_char_boundary(end.saturating_add(FOLLOWING))];
    // The words of the next citation are not this one's title.
    let following = following.split([';', '\n']).next().unwrap_or_default();
    if mention.canonical() == mention.reading().symbol.as_ref() {
        return registry.lookup_titled(mention.reading(), None, following);
    }
    if mention.canonical().is_none() {
        return Verdict::Malformed;
    }
    let citation = Citation { symbol: mention.canonical().cloned(), ..mention.reading().clone() };
    registry.lookup_titled(&citation, None, following)
}
