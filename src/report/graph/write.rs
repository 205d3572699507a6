//! The graph as dot and as GraphML.

use std::collections::HashMap;
use std::io::{self, Write};

use petgraph::dot::{Config, Dot};
use petgraph::graph::DiGraph;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{CitationGraph, Node};

impl CitationGraph {
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

/// A string of the dot language.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use snapbox::{IntoData, assert_data_eq, str};

    use super::super::CitationGraph;
    use crate::registry::Registry;
    use crate::resolve::Document;

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
