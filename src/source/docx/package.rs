use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::LARGEST_PART;
use crate::source::{DocxProblem, SourceError};

/// The parts of a document and how they belong together.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

/// A part as it stands in the archive.
pub(super) type RawPart<'p, 'b> = ZipFile<'p, Cursor<&'b [u8]>>;

/// Parts beside the body whose text is read, by the end of their relation type, in this order.
const STORIES: [&str; 4] = ["/footnotes", "/endnotes", "/header", "/footer"];
/// More parts than this are no document.
const MOST_PARTS: usize = 10_000;

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, SourceError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SourceError::Docx(DocxProblem::Broken))?;
        if archive.len() > MOST_PARTS {
            return Err(SourceError::Docx(DocxProblem::TooLarge));
        }
        Ok(Self { archive })
    }

    /// The name of the part that the package says is the document.
    pub(super) fn main_part(&mut self) -> Result<String, SourceError> {
        let relations = self.relations("_rels/.rels").map_err(|error| match error {
            // A zip archive without relations is something else.
            SourceError::Docx(DocxProblem::Broken) => SourceError::Docx(DocxProblem::NoDocument),
            error => error,
        })?;
        let main = relations.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"));
        let main = main.map(|relation| joined("", &relation.target));
        // Spreadsheets and slides are packages of the same kind.
        main.filter(|part| part.starts_with("word/") || part.contains("document"))
            .ok_or(SourceError::Docx(DocxProblem::NoDocument))
    }

    /// The body, and the notes, headers and footers that belong to it.
    pub(super) fn stories(&mut self, main: &str) -> Result<Vec<String>, SourceError> {
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", main));
        let of_main =
            if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
        let relations = match self.relations(&of_main) {
            Err(SourceError::Docx(DocxProblem::Broken)) => Vec::new(),
            relations => relations?,
        };
        let mut stories = vec![main.to_owned()];
        for kind in STORIES {
            let of_kind = relations.iter().filter(|relation| relation.kind.ends_with(kind));
            stories.extend(of_kind.map(|relation| joined(folder, &relation.target)));
        }
        stories.retain(|part| self.archive.index_for_name(part).is_some());
        if stories.is_empty() { Err(SourceError::Docx(DocxProblem::Broken)) } else { Ok(stories) }
    }

    /// How many parts there are.
    pub(super) fn len(&self) -> usize {
        self.archive.len()
    }

    /// The name of a part, and the part as it stands in the archive.
    pub(super) fn raw(&mut self, index: usize) -> Result<(String, RawPart<'_, 'b>), SourceError> {
        let file = self.archive.by_index_raw(index).map_err(|_| SourceError::Docx(DocxProblem::Broken))?;
        let name = file.name().map_err(|_| SourceError::Docx(DocxProblem::Broken))?.into_owned();
        Ok((name, file))
    }

    /// A part as text.
    pub(super) fn read(&mut self, part: &str) -> Result<String, SourceError> {
        let file = self.archive.by_name(part).map_err(|error| {
            SourceError::Docx(match error {
                ZipError::UnsupportedArchive(_) => DocxProblem::Locked,
                _ => DocxProblem::Broken,
            })
        })?;
        let mut bytes = Vec::new();
        // The size that the archive tells may be a lie.
        let read = file.take(LARGEST_PART + 1).read_to_end(&mut bytes);
        match read {
            Ok(size) if size as u64 > LARGEST_PART => Err(SourceError::Docx(DocxProblem::TooLarge)),
            Ok(_) => String::from_utf8(bytes).map_err(|_| SourceError::Docx(DocxProblem::Broken)),
            Err(_) => Err(SourceError::Docx(DocxProblem::Broken)),
        }
    }

    pub(super) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, SourceError> {
        let xml = self.read(part)?;
        let mut reader = Reader::from_str(&xml);
        let mut relations = Vec::new();
        loop {
            match reader.read_event() {
                Ok(Event::Start(element) | Event::Empty(element)) => relations.extend(relation(&element)),
                Ok(Event::Eof) => return Ok(relations),
                Ok(_) => {}
                Err(_) => return Err(SourceError::Docx(DocxProblem::Broken)),
            }
        }
    }
}

/// What a part is related to.
pub(super) struct Relation {
    pub(super) kind: String,
    pub(super) target: String,
}

fn relation(element: &BytesStart<'_>) -> Option<Relation> {
    let value = |name: &str| {
        let attribute = element.attributes().filter_map(Result::ok).find(|attribute| attribute.key.as_ref() == name)?;
        Some(attribute.value.into_owned())
    };
    (element.local_name().as_ref() == "Relationship")
        .then(|| Some(Relation { kind: value("Type")?, target: value("Target")? }))?
}

/// The name of a part that a relation gives, from the folder of the part it belongs to.
pub(super) fn joined(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => {
                path.pop();
            }
            "." | "" => {}
            step => path.push(step),
        }
    }
    path.join("/")
}
