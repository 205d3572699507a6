//! Word documents. Source: ECMA-376, part 1, 17 (WordprocessingML); part 2 (packages).

use super::archive::{Archive, Relation, joined};
use crate::source::{PackageProblem, Part, SourceError};

/// Parts beside the body whose text is read, by the end of their relation type, in this order.
const STORIES: [(&str, Part); 4] = [
    ("/footnotes", Part::Footnote),
    ("/endnotes", Part::Endnote),
    ("/header", Part::Header),
    ("/footer", Part::Footer),
];

/// The name of the part that the package says is the document.
pub(super) fn main_part(archive: &mut Archive<'_>) -> Result<String, SourceError> {
    let relations = archive.relations("_rels/.rels").map_err(|error| match error {
        // A zip archive without relations is something else.
        SourceError::Package(PackageProblem::Broken) => SourceError::Package(PackageProblem::NoDocument),
        error => error,
    })?;
    let main = relations.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"));
    let main = main.map(|relation| joined("", &relation.target));
    // Spreadsheets and slides are packages of the same kind.
    main.filter(|part| part.starts_with("word/") || part.contains("document"))
        .ok_or(SourceError::Package(PackageProblem::NoDocument))
}

/// The part with the relations of another.
pub(super) fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    joined(folder, &format!("_rels/{name}.rels"))
}

/// The body, and the notes, headers and footers that belong to it.
pub(super) fn stories(archive: &mut Archive<'_>) -> Result<Vec<(String, Part)>, SourceError> {
    let main = main_part(archive)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let relations = match archive.relations(&relations_of(&main)) {
        Err(SourceError::Package(PackageProblem::Broken)) => Vec::new(),
        relations => relations?,
    };
    let mut stories = vec![(main, Part::Body)];
    for (kind, part) in STORIES {
        let of_kind = relations.iter().filter(|relation: &&Relation| relation.kind.ends_with(kind));
        stories.extend(of_kind.map(|relation| (joined(&folder, &relation.target), part)));
    }
    stories.retain(|(part, _)| archive.has(part));
    if stories.is_empty() { Err(SourceError::Package(PackageProblem::Broken)) } else { Ok(stories) }
}
