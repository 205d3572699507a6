mod cited;
mod write;

use std::collections::HashMap;

use cited::First;
pub use cited::{Authority, Life};
#[cfg(feature = "cli")]
pub(super) use write::escaped;

use super::Locator;
use super::keys::keyed;
use crate::citation::{Date, Kind, PartialDate};
use crate::registry::{Registry, Verdict};
use crate::resolve::Document;

/// The table of authorities: every document that the texts of a run cite, once each, in the order of the first places.
///
/// ```
/// use cite_lint::registry::Registry;
/// use cite_lint::report::Authorities;
/// use cite_lint::resolve::Document;
///
/// let text = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;\nTheo Nghị định 30,";
/// let table = Authorities::of("a.txt", &Document::new(text), Registry::builtin(), None);
/// let cited = &table.all()[0];
/// assert_eq!(cited.document, "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ");
/// assert_eq!((cited.count, cited.files, cited.line, cited.registry), (2, 1, 1, "known"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Authorities {
    all: Vec<Authority>,
    /// Where the document of a key stands in `all`.
    places: HashMap<String, usize>,
    texts: usize,
}

impl Authorities {
    /// The documents that one text cites. Whether they are in force is told of the day of the text, or of `today` where it
    /// has none.
    pub fn of(file: &str, document: &Document<'_>, registry: &Registry, today: Option<Date>) -> Self {
        let day = document.date().and_then(PartialDate::day).or(today);
        let source = document.source();
        let mut locator = source.map_or_else(|| Locator::new(document.text()), Locator::of);
        let mut lines = Locator::new(document.text());
        let mut table = Self { texts: 1, ..Self::default() };
        for (mention, (key, verdict)) in document.mentions().iter().zip(keyed(document, registry, "")) {
            if mention.kind() == Kind::Own {
                continue;
            }
            let place = table.places.get(&key).copied().unwrap_or_else(|| {
                let span = mention.span();
                let at = First {
                    file,
                    position: locator.position(span.start()),
                    place: locator.place(span.start()),
                    line_of_text: lines.position(span.start()).line,
                    span: source.map_or(span, |source| source.original(span)),
                };
                table.all.push(Authority::new(mention, verdict.as_ref(), registry, day, at));
                table.places.insert(key, table.all.len() - 1);
                table.all.len() - 1
            });
            table.all[place].count += 1;
            table.all[place].hear(verdict.as_ref().map_or("", Verdict::status));
        }
        table
    }

    /// Adds the documents that another text cites, behind those of this one.
    pub fn merge(&mut self, other: Self) {
        self.texts += other.texts;
        let mut keys: Vec<(usize, String)> = other.places.into_iter().map(|(key, place)| (place, key)).collect();
        keys.sort_unstable();
        for (cited, (_, key)) in other.all.into_iter().zip(keys) {
            match self.places.get(&key) {
                Some(&place) => self.all[place].add(cited),
                None => {
                    self.places.insert(key, self.all.len());
                    self.all.push(cited);
                }
            }
        }
    }

    /// The documents, in the order of the first places.
    pub fn all(&self) -> &[Authority] {
        &self.all
    }
}
