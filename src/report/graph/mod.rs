mod write;

use std::collections::{BTreeMap, HashMap};

use crate::citation::{Kind, PartialDate};
use crate::parse::Mention;
use crate::registry::{Record, Registry, Verdict};
use crate::resolve::{Document, Relation, Source};
use crate::rules::look_up;
use crate::text::fold;

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
        let verdicts: Vec<_> = document.mentions().iter().map(|mention| look_up(registry, mention)).collect();
        let ids: Vec<Option<String>> =
            document.mentions().iter().zip(&verdicts).map(|(m, verdict)| id(m, verdict.as_ref())).collect();
        let dated = only_ids(document.mentions(), &ids);
        let mut keys: Vec<String> = Vec::with_capacity(ids.len());
        for (mention, (verdict, id)) in document.mentions().iter().zip(verdicts.iter().zip(&ids)) {
            let symbol = mention.canonical().map(ToString::to_string);
            let key = match (mention.kind(), mention.antecedent(), id) {
                (Kind::Own, ..) => own.to_owned(),
                (_, Some(full), _) => keys.get(full).cloned().unwrap_or_default(),
                (_, _, Some(id)) => id.clone(),
                _ => symbol.and_then(|symbol| dated.get(&symbol)?.clone()).unwrap_or_else(|| words(mention)),
            };
            let record = verdict.as_ref().and_then(Verdict::record);
            self.nodes.entry(key.clone()).or_insert_with(|| node(mention, &key, verdict.as_ref(), record));
            keys.push(key);
        }
        keys
    }

    fn connect(&mut self, from: &str, to: &str, relation: &'static str) {
        if from != to {
            *self.edges.entry((from.to_owned(), to.to_owned(), relation)).or_default() += 1;
        }
    }
}

/// The id of a cited document: the registry's, else its symbol and day.
fn id(mention: &Mention<'_>, verdict: Option<&Verdict<'_>>) -> Option<String> {
    let record = verdict.and_then(Verdict::record);
    record.map(|record| record.id().to_owned()).or_else(|| mention.corrected().id())
}

/// For each symbol of a text its id, where all its dated citations have the same: an undated one repeats it.
fn only_ids(mentions: &[Mention<'_>], ids: &[Option<String>]) -> HashMap<String, Option<String>> {
    let mut only: HashMap<String, Option<String>> = HashMap::new();
    for (mention, id) in mentions.iter().zip(ids) {
        let (Some(symbol), Some(id)) = (mention.canonical(), id) else { continue };
        only.entry(symbol.to_string())
            .and_modify(|known| *known = known.take().filter(|known| known == id))
            .or_insert_with(|| Some(id.clone()));
    }
    only
}

/// What stands in the text, where no id is known.
fn words(mention: &Mention<'_>) -> String {
    let reading = mention.reading();
    let date = reading.date.map(|date| format!(" {date}")).unwrap_or_default();
    match (mention.canonical(), &reading.name) {
        (Some(symbol), _) => symbol.to_string(),
        (None, Some(name)) => format!("{}{date}", fold(name)),
        (None, None) => on_one_line(mention.as_str()),
    }
}

fn node(mention: &Mention<'_>, key: &str, verdict: Option<&Verdict<'_>>, record: Option<&Record>) -> Node {
    let reading = mention.reading();
    let symbol = mention.canonical().map(ToString::to_string).or_else(|| reading.name.clone());
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

fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
