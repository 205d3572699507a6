use super::archive::{Archive, Relation, Xml, joined};
use super::docx::relations_of;
use super::{prefix_of, root_of};
use crate::source::{PackageProblem, SourceError};

/// The parts of a document that comments are written into.
pub(super) struct CommentParts {
    /// The first id that no comment has.
    pub(super) next_id: usize,
    /// The part with the comments, and what it holds, where there is one.
    comments: Option<(String, Xml)>,
    content_types: Xml,
    relations_part: String,
    relations: Xml,
    /// What the elements of a Word document are named in: that of ECMA-376, first edition, or the strict one of ISO/IEC 29500.
    namespace: String,
}

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const STRICT: &str = "http://purl.oclc.org/ooxml/";
const STRICT_RELATION: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
/// No part of a document has this name but that of comments.
const NEW_PART: &str = "cite-lint-comments.xml";

impl CommentParts {
    /// Reads them; `main` is the name of the body, `body` its XML.
    pub(super) fn read(archive: &mut Archive<'_>, main: &str, body: &str) -> Result<Self, SourceError> {
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let relations_part = relations_of(main);
        let relations = archive.read(&relations_part).unwrap_or_else(|_| {
            let none = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
            Xml::new(none.to_owned())
        });
        let known = archive.relations(&relations_part).unwrap_or_default();
        let is_comments = |relation: &&Relation| relation.kind.ends_with("/comments");
        let comments = match known.iter().find(is_comments).map(|relation| joined(folder, &relation.target)) {
            Some(part) => Some((part.clone(), archive.read(&part)?)),
            None => None,
        };
        let next_id = comments.as_ref().map_or(0, |(_, xml)| highest_id(&xml.text) + 1);
        let content_types = archive.read("[Content_Types].xml");
        let content_types = content_types.map_err(|_| SourceError::Package(PackageProblem::Broken))?;
        let namespace = namespace_of(body).unwrap_or(NAMESPACE).to_owned();
        Ok(Self { next_id, comments, content_types, relations_part, relations, namespace })
    }

    /// The prefix that the elements of comments have, with its colon.
    pub(super) fn prefix(&self) -> &str {
        self.comments.as_ref().map_or("w:", |(_, xml)| prefix_of(&xml.text))
    }

    /// The parts that change, with what they hold then: the body, and what makes the comments known.
    pub(super) fn with_comments(&self, main: &str, body: Xml, listed: &str) -> Vec<(String, Xml)> {
        let mut changed = vec![(main.to_owned(), body)];
        let with = |xml: &Xml, content: &str| xml.with(before_end(&xml.text, content));
        if let Some((part, xml)) = &self.comments {
            changed.push((part.clone(), with(xml, listed)));
            return changed;
        }
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let (part, namespace) = (joined(folder, NEW_PART), &self.namespace);
        let relation = if namespace.starts_with(STRICT) { STRICT_RELATION } else { RELATION };
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
        let comments = format!("{declaration}<w:comments xmlns:w=\"{namespace}\">{listed}</w:comments>");
        let kind = format!("<Override PartName=\"/{part}\" ContentType=\"{CONTENT}\"/>");
        let relation = format!("<Relationship Id=\"citeLint\" Type=\"{relation}\" Target=\"{NEW_PART}\"/>");
        changed.push((part, Xml::new(comments)));
        changed.push(("[Content_Types].xml".to_owned(), with(&self.content_types, &kind)));
        changed.push((self.relations_part.clone(), with(&self.relations, &relation)));
        changed
    }
}

/// The namespace that the outermost element declares for its own prefix.
fn namespace_of(xml: &str) -> Option<&str> {
    let prefix = prefix_of(xml).trim_end_matches(':');
    let name = if prefix.is_empty() { "xmlns=".to_owned() } else { format!("xmlns:{prefix}=") };
    let value = root_of(xml).split_once(&name)?.1;
    let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    value[1..].split(quote).next()
}

/// The XML with something put before the end of its root.
fn before_end(xml: &str, content: &str) -> String {
    let trimmed = xml.trim_end();
    if let Some(empty) = trimmed.strip_suffix("/>") {
        // `<Types/>`
        let name = empty.rsplit('<').next().and_then(|tag| tag.split_whitespace().next()).unwrap_or_default();
        return format!("{empty}>{content}</{name}>");
    }
    let end = trimmed.rfind("</").unwrap_or(trimmed.len());
    format!("{}{content}{}", &trimmed[..end], &trimmed[end..])
}

fn highest_id(xml: &str) -> usize {
    let ids = xml.split("id=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<usize>().ok());
    ids.filter(|id| *id < usize::MAX / 2).max().unwrap_or(0)
}
