use std::io::{Cursor, Read, Write};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::read::ZipFile;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{LARGEST_DOCUMENT, LARGEST_PART};
use crate::source::decode::Decoded;
use crate::source::{Encoding, PackageProblem, SourceError};

/// The parts of a document as they stand in the file.
pub(super) struct Archive<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Bytes that may still be unpacked.
    room: u64,
}

/// A part as text.
#[derive(Clone, Debug)]
pub(super) struct Xml {
    pub(super) text: String,
    /// UTF-8 or UTF-16; a document may have either.
    encoding: Encoding,
}

impl Xml {
    /// A part that was not there.
    pub(super) fn new(text: String) -> Self {
        Self { text, encoding: Encoding::Utf8 }
    }

    /// The same part with another text.
    pub(super) fn with(&self, text: String) -> Self {
        Self { text, encoding: self.encoding }
    }

    fn bytes(&self) -> Vec<u8> {
        let mark = if self.encoding == Encoding::Utf8 { "" } else { "\u{feff}" };
        // Every letter has its place in both.
        self.encoding.bytes_of(&format!("{mark}{}", self.text)).unwrap_or_default()
    }
}

/// More parts than this are no document.
const MOST_PARTS: usize = 10_000;

const BROKEN: SourceError = SourceError::Package(PackageProblem::Broken);

impl<'b> Archive<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, SourceError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
        if archive.len() > MOST_PARTS {
            return Err(SourceError::Package(PackageProblem::TooLarge));
        }
        Ok(Self { archive, room: LARGEST_DOCUMENT })
    }

    pub(super) fn has(&self, part: &str) -> bool {
        self.archive.index_for_name(part).is_some()
    }

    /// A part as text.
    pub(super) fn read(&mut self, part: &str) -> Result<Xml, SourceError> {
        let file = self.archive.by_name(part).map_err(|error| {
            SourceError::Package(match error {
                ZipError::UnsupportedArchive(_) => PackageProblem::Locked,
                _ => PackageProblem::Broken,
            })
        })?;
        let most = LARGEST_PART.min(self.room);
        let mut bytes = Vec::new();
        // The size that the archive tells may be a lie.
        let size = file.take(most + 1).read_to_end(&mut bytes).map_err(|_| BROKEN)? as u64;
        if size > most {
            return Err(SourceError::Package(PackageProblem::TooLarge));
        }
        self.room -= size;
        let chosen = Some(Encoding::Utf8);
        let Decoded { text, encoding, .. } = Decoded::read(&bytes, chosen).map_err(|_| BROKEN)?;
        Ok(Xml { text: text.into_owned(), encoding })
    }

    pub(super) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, SourceError> {
        let xml = self.read(part)?.text;
        let mut reader = Reader::from_str(&xml);
        let mut relations = Vec::new();
        loop {
            match reader.read_event() {
                Ok(Event::Start(element) | Event::Empty(element)) => relations.extend(relation(&element)),
                Ok(Event::Eof) => return Ok(relations),
                Ok(_) => {}
                Err(_) => return Err(BROKEN),
            }
        }
    }

    /// The archive with some parts changed or added; all others are copied as they are, compressed as they were.
    pub(super) fn with_parts(&mut self, changed: &[(&str, &Xml)]) -> Result<Vec<u8>, SourceError> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let put = |zip: &mut ZipWriter<_>, name: &str, xml: &Xml, options: SimpleFileOptions| {
            zip.start_file(name, options).map_err(|_| BROKEN)?;
            zip.write_all(&xml.bytes()).map_err(|_| BROKEN)
        };
        for index in 0..self.archive.len() {
            let file: ZipFile<'_, _> = self.archive.by_index_raw(index).map_err(|_| BROKEN)?;
            let name = file.name().map_err(|_| BROKEN)?.into_owned();
            match changed.iter().find(|(part, _)| *part == name) {
                None => zip.raw_copy_file(file).map_err(|_| BROKEN)?,
                Some((_, xml)) => {
                    let options = SimpleFileOptions::default().compression_method(file.compression());
                    let time = file.last_modified().unwrap_or_default();
                    put(&mut zip, &name, xml, options.last_modified_time(time))?;
                }
            }
        }
        for (part, xml) in changed.iter().filter(|(part, _)| !self.has(part)) {
            put(&mut zip, part, xml, SimpleFileOptions::default())?;
        }
        Ok(zip.finish().map_err(|_| BROKEN)?.into_inner())
    }
}

/// What a part is related to.
pub(super) struct Relation {
    pub(super) kind: String,
    pub(super) target: String,
}

fn relation(element: &BytesStart<'_>) -> Option<Relation> {
    (element.local_name().as_ref() == "Relationship")
        .then(|| Some(Relation { kind: attribute(element, "Type")?, target: attribute(element, "Target")? }))?
}

/// The value of an attribute by its name, without its prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let named = |attribute: &quick_xml::events::attributes::Attribute<'_>| attribute.key.local_name().as_ref() == name;
    let attribute = element.attributes().filter_map(Result::ok).find(named)?;
    Some(attribute.value.into_owned())
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
