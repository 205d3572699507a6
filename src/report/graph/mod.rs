mod write;

use std::collections::BTreeMap;

use super::keys::{keyed, on_one_line};
use crate::citation::PartialDate;
use crate::parse::Mention;
use crate::registry::{Record, Registry, Verdict};
use crate::resolve::{Document, Relation, Source};

/// Which documents cite which, over all files of a run: a node a document, an edge a relation that the texts state.
///
/// A document is one node however often it is cited: by its id where number, symbol and day are known or the registry
/// tells them, else by what stands in the text. Nodes and edges are sorted, whatever the order of the files was.
#[derive(Clone, Debug, Default)]
pub struct CitationGraph {
    nodes: BTreeMap<String, Node>,
    /// How often a document stands in a relation to another.
    edges: BTreeMap<(String, String, &'static str), usize>,
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Node {
    label: String,
    /// Whether it is one of the files read.
    is_file: bool,
    /// What the registry says: `known`, `not-covered`, …
    registry: &'static str,
    date: String,
    title: String,
}

impl Node {
    const fn kind(&self) -> &'static str {
        if self.is_file { "file" } else { "document" }
    }
}

impl CitationGraph {
    /// The graph of one file.
    pub fn of(file: &str, document: &Document<'_>, registry: &Registry) -> Self {
        let mut graph = Self::default();
        let own = graph.add_own(file, document);
        let keys = graph.add_cited(document, registry, &own);
        let mut stated = vec![false; keys.len()];
        for Relation { kind, source, target } in document.relations() {
            let from = match source {
                Source::Own => &own,
                Source::Cited(index) => &keys[index],
                Source::Container => continue,
            };
            stated[target] |= source == Source::Own;
            graph.connect(from, &keys[target], kind.name());
        }
        for (key, _) in keys.iter().zip(stated).filter(|(_, stated)| !stated) {
            graph.connect(&own, key, "cites");
        }
        graph
    }

    /// Adds the nodes and edges of another graph. What is known of a document in one of them is known in both.
    pub fn merge(&mut self, other: Self) {
        for (key, node) in other.nodes {
            match self.nodes.get_mut(&key) {
                Some(known) if node.is_file => *known = Node { registry: known.registry, ..node },
                Some(_) => {}
                None => drop(self.nodes.insert(key, node)),
            }
        }
        for (edge, count) in other.edges {
            *self.edges.entry(edge).or_default() += count;
        }
    }

    /// The file itself: by its own number and day, else by its name.
    fn add_own(&mut self, file: &str, document: &Document<'_>) -> String {
        let head = document.own().and_then(|own| document.mentions().iter().find(|m| m.core() == own.number_span));
        let id = head.and_then(|mention| mention.citation().ok()?.id());
        let title = document.own().and_then(|own| own.title_span);
        let node = Node {
            label: id.as_deref().map_or(file, |id| id.split('@').next().unwrap_or(id)).to_owned(),
            is_file: true,
            registry: "",
            date: document.own().and_then(|own| own.date).map(|date| date.to_string()).unwrap_or_default(),
            title: title.map(|span| on_one_line(span.slice(document.text()))).unwrap_or_default(),
        };
        let key = id.unwrap_or_else(|| file.to_owned());
        self.nodes.insert(key.clone(), node);
        key
    }

    /// The cited documents; gives the key of each mention.
    fn add_cited(&mut self, document: &Document<'_>, registry: &Registry, own: &str) -> Vec<String> {
        let cited = keyed(document, registry, own);
        for (mention, (key, verdict)) in document.mentions().iter().zip(&cited) {
            self.nodes.entry(key.clone()).or_insert_with(|| node(mention, key, verdict.as_ref()));
        }
        cited.into_iter().map(|(key, _)| key).collect()
    }

    fn connect(&mut self, from: &str, to: &str, relation: &'static str) {
        if from != to {
            *self.edges.entry((from.to_owned(), to.to_owned(), relation)).or_default() += 1;
        }
    }
}

fn node(mention: &Mention<'_>, key: &str, verdict: Option<&Verdict<'_>>) -> Node {
    let record = verdict.and_then(Verdict::record);
    let reading = mention.reading();
    let symbol =
        mention.canonical().map(ToString::to_string).or_else(|| reading.name.as_ref().map(ToString::to_string));
    Node {
        label: symbol.unwrap_or_else(|| key.split('@').next().unwrap_or(key).to_owned()),
        is_file: false,
        registry: verdict.map_or("", Verdict::status),
        date: record
            .and_then(Record::date)
            .or(reading.date)
            .map(|date: PartialDate| date.to_string())
            .unwrap_or_default(),
        title: record.map_or("", Record::title).to_owned(),
    }
}
