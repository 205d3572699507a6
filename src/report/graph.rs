use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

use petgraph::dot::{Config, Dot};
use petgraph::graph::DiGraph;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::citation::{Kind, PartialDate};
use crate::parse::Mention;
use crate::registry::{Record, Registry, Verdict};
use crate::resolve::{Document, Relation, RelationKind, Source};
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
            graph.connect(from, &keys[target], name(kind));
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

    /// Writes the graph for Graphviz.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn dot(&self, out: &mut impl Write) -> io::Result<()> {
        let graph = self.built();
        let node = |_, (_, (key, node)): (_, &(&String, &Node))| {
            let shape = if node.is_file { "box" } else { "ellipse" };
            format!("id={} label={} shape={shape} tooltip={}", quoted(key), quoted(&node.label), quoted(&node.title))
        };
        let edge = |_, edge: petgraph::graph::EdgeReference<'_, (&str, usize)>| {
            let (relation, count) = edge.weight();
            format!("label={} weight={count}", quoted(relation))
        };
        let config = [Config::NodeNoLabel, Config::EdgeNoLabel];
        write!(out, "{:?}", Dot::with_attr_getters(&graph, &config, &edge, &node))
    }

    /// Writes the graph as GraphML.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn graphml(&self, out: &mut impl Write) -> io::Result<()> {
        let mut xml = Writer::new_with_indent(out, b' ', 2);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let places: HashMap<&String, usize> = self.nodes.keys().enumerate().map(|(place, key)| (key, place)).collect();
        xml.create_element("graphml")
            .with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"))
            .write_inner_content(|xml| {
                for (name, of, kind) in COLUMNS {
                    let attributes = [("id", name), ("for", of), ("attr.name", name), ("attr.type", kind)];
                    xml.create_element("key").with_attributes(attributes).write_empty()?;
                }
                xml.create_element("graph").with_attribute(("edgedefault", "directed")).write_inner_content(|xml| {
                    for (place, (key, node)) in self.nodes.iter().enumerate() {
                        let data = [key, &node.label, node.kind(), node.registry, &node.date, &node.title];
                        let element = xml.create_element("node").with_attribute(("id", &*format!("n{place}")));
                        element.write_inner_content(|xml| write_data(xml, "node", &data))?;
                    }
                    for ((from, to, relation), count) in &self.edges {
                        let ends = [places[from], places[to]].map(|place| format!("n{place}"));
                        let element =
                            xml.create_element("edge").with_attributes([("source", &*ends[0]), ("target", &*ends[1])]);
                        element.write_inner_content(|xml| write_data(xml, "edge", &[relation, &count.to_string()]))?;
                    }
                    Ok(())
                })?;
                Ok(())
            })?;
        writeln!(xml.get_mut())
    }

    fn built(&self) -> DiGraph<(&String, &Node), (&str, usize)> {
        let mut graph = DiGraph::new();
        let places: HashMap<&String, _> =
            self.nodes.iter().map(|(key, node)| (key, graph.add_node((key, node)))).collect();
        for ((from, to, relation), count) in &self.edges {
            graph.add_edge(places[from], places[to], (*relation, *count));
        }
        graph
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

/// What GraphML tells of nodes and edges, in the order of the columns.
const COLUMNS: [(&str, &str, &str); 8] = [
    ("id", "node", "string"),
    ("label", "node", "string"),
    ("kind", "node", "string"),
    ("registry", "node", "string"),
    ("date", "node", "string"),
    ("title", "node", "string"),
    ("relation", "edge", "string"),
    ("count", "edge", "int"),
];

/// The columns of a node or an edge; empty ones are left out.
fn write_data(xml: &mut Writer<impl Write>, of: &str, data: &[&str]) -> io::Result<()> {
    let columns = COLUMNS.iter().filter(|(_, column_of, _)| *column_of == of);
    for ((name, ..), value) in columns.zip(data).filter(|(_, value)| !value.is_empty()) {
        xml.create_element("data").with_attribute(("key", *name)).write_text_content(BytesText::new(value))?;
    }
    Ok(())
}

/// The id of a cited document: the registry's, else its symbol and day.
fn id(mention: &Mention<'_>, verdict: Option<&Verdict<'_>>) -> Option<String> {
    let record = verdict.and_then(Verdict::record);
    let mut right = mention.reading().clone();
    right.symbol = mention.canonical().cloned();
    record.map(|record| record.id().to_owned()).or_else(|| right.id())
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

const fn name(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Basis => "basis",
        RelationKind::Amends => "amends",
        RelationKind::Replaces => "replaces",
        RelationKind::Repeals => "repeals",
        RelationKind::Guides => "guides",
        RelationKind::Implements => "implements",
        RelationKind::IssuedWith => "issued-with",
    }
}

fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A string of the dot language.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use snapbox::{IntoData, assert_data_eq, str};

    use super::*;

    const FIRST: &str = "Số: 12/KH-UBND\nCủ Chi, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nTiêm \"chủng\"\n\n\
        Căn cứ Nghị quyết số 25-NQ/TW ngày 03/6/2013;\nĐiều 5 Nghị định số 45/2010/NĐ-CP; Nghị quyết số 25-NQ/TW.";
    const SECOND: &str =
        "Căn cứ Luật số 66/2014/QH13 được sửa đổi bởi Luật số 61/2020/QH14; Nghị định số 45/2010/NĐ-CP;";

    fn graph() -> CitationGraph {
        let of = |file, text| CitationGraph::of(file, &Document::new(text), Registry::builtin());
        let mut graph = of("a.txt", FIRST);
        graph.merge(of("b.txt", SECOND));
        graph
    }

    #[test]
    fn dot() {
        let mut out = Vec::new();
        graph().dot(&mut out).unwrap();
        assert_data_eq!(String::from_utf8(out).unwrap(), str![[r#"
digraph {
    0 [ id="12/KH-UBND@2024-03-05" label="12/KH-UBND" shape=box tooltip="Tiêm \"chủng\""]
    1 [ id="25-NQ/TW@2013-06-03" label="25-NQ/TW" shape=ellipse tooltip="về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới"]
    2 [ id="45/2010/NĐ-CP@2010-04-21" label="45/2010/NĐ-CP" shape=ellipse tooltip="Quy định về tổ chức, hoạt động và quản lý hội"]
    3 [ id="61/2020/QH14@2020-06-17" label="61/2020/QH14" shape=ellipse tooltip="Luật Đầu tư"]
    4 [ id="66/2014/QH13@2014-11-25" label="66/2014/QH13" shape=ellipse tooltip="Luật Kinh doanh bất động sản"]
    5 [ id="b.txt" label="b.txt" shape=box tooltip=""]
    0 -> 1 [ label="basis" weight=1]
    0 -> 1 [ label="cites" weight=1]
    0 -> 2 [ label="cites" weight=1]
    3 -> 4 [ label="amends" weight=1]
    5 -> 2 [ label="basis" weight=1]
    5 -> 3 [ label="cites" weight=1]
    5 -> 4 [ label="basis" weight=1]
}

"#]].raw());
    }

    #[test]
    fn graphml() {
        let mut out = Vec::new();
        graph().graphml(&mut out).unwrap();
        assert_data_eq!(String::from_utf8(out).unwrap(), str![[r#"
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="id" for="node" attr.name="id" attr.type="string"/>
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="registry" for="node" attr.name="registry" attr.type="string"/>
  <key id="date" for="node" attr.name="date" attr.type="string"/>
  <key id="title" for="node" attr.name="title" attr.type="string"/>
  <key id="relation" for="edge" attr.name="relation" attr.type="string"/>
  <key id="count" for="edge" attr.name="count" attr.type="int"/>
  <graph edgedefault="directed">
    <node id="n0">
      <data key="id">12/KH-UBND@2024-03-05</data>
      <data key="label">12/KH-UBND</data>
      <data key="kind">file</data>
      <data key="date">2024-03-05</data>
      <data key="title">Tiêm &quot;chủng&quot;</data>
    </node>
    <node id="n1">
      <data key="id">25-NQ/TW@2013-06-03</data>
      <data key="label">25-NQ/TW</data>
      <data key="kind">document</data>
      <data key="registry">known</data>
      <data key="date">2013-06-03</data>
      <data key="title">về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới</data>
    </node>
    <node id="n2">
      <data key="id">45/2010/NĐ-CP@2010-04-21</data>
      <data key="label">45/2010/NĐ-CP</data>
      <data key="kind">document</data>
      <data key="registry">known</data>
      <data key="date">2010-04-21</data>
      <data key="title">Quy định về tổ chức, hoạt động và quản lý hội</data>
    </node>
    <node id="n3">
      <data key="id">61/2020/QH14@2020-06-17</data>
      <data key="label">61/2020/QH14</data>
      <data key="kind">document</data>
      <data key="registry">known</data>
      <data key="date">2020-06-17</data>
      <data key="title">Luật Đầu tư</data>
    </node>
    <node id="n4">
      <data key="id">66/2014/QH13@2014-11-25</data>
      <data key="label">66/2014/QH13</data>
      <data key="kind">document</data>
      <data key="registry">known</data>
      <data key="date">2014-11-25</data>
      <data key="title">Luật Kinh doanh bất động sản</data>
    </node>
    <node id="n5">
      <data key="id">b.txt</data>
      <data key="label">b.txt</data>
      <data key="kind">file</data>
    </node>
    <edge source="n0" target="n1">
      <data key="relation">basis</data>
      <data key="count">1</data>
    </edge>
    <edge source="n0" target="n1">
      <data key="relation">cites</data>
      <data key="count">1</data>
    </edge>
    <edge source="n0" target="n2">
      <data key="relation">cites</data>
      <data key="count">1</data>
    </edge>
    <edge source="n3" target="n4">
      <data key="relation">amends</data>
      <data key="count">1</data>
    </edge>
    <edge source="n5" target="n2">
      <data key="relation">basis</data>
      <data key="count">1</data>
    </edge>
    <edge source="n5" target="n3">
      <data key="relation">cites</data>
      <data key="count">1</data>
    </edge>
    <edge source="n5" target="n4">
      <data key="relation">basis</data>
      <data key="count">1</data>
    </edge>
  </graph>
</graphml>

"#]].raw());
    }
}
