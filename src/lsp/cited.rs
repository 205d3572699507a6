use crate::citation::{DocType, Kind, Part, PartialDate};
use crate::registry::{Registry, Verdict};
use crate::report::keyed;
use crate::resolve::Document;
use crate::text::Span;

/// A citation of an open text, kept for the questions that come between two changes.
#[derive(Debug)]
pub(super) struct Cited {
    pub(super) span: Span,
    pub(super) core: Span,
    pub(super) kind: Kind,
    pub(super) doc_type: Option<DocType>,
    /// Its own date and where it stands, not one that a list shares.
    pub(super) date: Option<(PartialDate, Span)>,
    /// Of a short form the place of the full one that it repeats.
    pub(super) antecedent: Option<usize>,
    /// Which document it is: places with the same word cite the same one.
    pub(super) document: String,
    /// The id of the known document.
    pub(super) record: Option<String>,
}

/// The citations of a document.
pub(super) fn cited(document: &Document<'_>, registry: &Registry) -> Vec<Cited> {
    let keyed = document.mentions().iter().zip(keyed(document, registry, "own"));
    let one = keyed.map(|(mention, (key, verdict))| {
        let reading = mention.reading();
        Cited {
            span: mention.span(),
            core: mention.core(),
            kind: mention.kind(),
            doc_type: reading.doc_type,
            date: reading.date.zip(mention.part(Part::Date)),
            antecedent: mention.antecedent(),
            document: key,
            record: verdict.as_ref().and_then(Verdict::record).map(|record| record.id().to_owned()),
        }
    });
    one.collect()
}
