use super::package::{Package, Relation, joined};
use crate::source::{DocxProblem, SourceError};

/// The parts of a document that comments are written into.
pub(super) struct CommentParts {
    /// The first id that no comment has.
    pub(super) next_id: usize,
    /// The part with the comments, and what it holds, where there is one.
    comments: Option<(String, String)>,
    content_types: String,
    relations_part: String,
    relations: String,
}

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
/// No part of a document has this name but that of comments.
const NEW_PART: &str = "cite-lint-comments.xml";

impl Package<'_> {
    /// Reads them.
    pub(super) fn comment_parts(&mut self, main: &str) -> Result<CommentParts, SourceError> {
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", main));
        let relations_part = joined(folder, &format!("_rels/{name}.rels"));
        let relations = self.read(&relations_part).unwrap_or_else(|_| {
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>"
                .to_owned()
        });
        let known = self.relations(&relations_part).unwrap_or_default();
        let is_comments = |relation: &&Relation| relation.kind.ends_with("/comments");
        let comments = match known.iter().find(is_comments).map(|relation| joined(folder, &relation.target)) {
            Some(part) => Some((part.clone(), self.read(&part)?)),
            None => None,
        };
        let next_id = comments.as_ref().map_or(0, |(_, xml)| highest_id(xml) + 1);
        let content_types = self.read("[Content_Types].xml").map_err(|_| SourceError::Docx(DocxProblem::Broken))?;
        Ok(CommentParts { next_id, comments, content_types, relations_part, relations })
    }
}

impl CommentParts {
    /// The parts that change, with what they hold then: the body, and what makes the comments known.
    pub(super) fn with_comments(&self, main: &str, body: &str, listed: &str) -> Vec<(String, String)> {
        let mut changed = vec![(main.to_owned(), body.to_owned())];
        if let Some((part, xml)) = &self.comments {
            changed.push((part.clone(), before_end(xml, listed)));
            return changed;
        }
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let part = joined(folder, NEW_PART);
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
        let xml = format!("{declaration}<w:comments xmlns:w=\"{NAMESPACE}\">{listed}</w:comments>");
        let kind = format!("<Override PartName=\"/{part}\" ContentType=\"{CONTENT}\"/>");
        let relation = format!("<Relationship Id=\"citeLint\" Type=\"{RELATION}\" Target=\"{NEW_PART}\"/>");
        changed.push((part, xml));
        changed.push(("[Content_Types].xml".to_owned(), before_end(&self.content_types, &kind)));
        changed.push((self.relations_part.clone(), before_end(&self.relations, &relation)));
        changed
    }
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
