//! OpenDocument texts. Source: OASIS, OpenDocument 1.3, part 2 (packages), part 3 (schema), 6.1.2 (blanks).

use super::archive::Archive;
use crate::source::{PackageProblem, Part, SourceError};

/// Whether the archive says that it is one: a text or a template of one.
pub(super) fn is_odt(archive: &mut Archive<'_>) -> bool {
    archive.has("mimetype")
        && archive
            .read("mimetype")
            .is_ok_and(|kind| kind.text.trim_end().starts_with("application/vnd.oasis.opendocument.text"))
}

/// The body with its notes, then the headers and footers, which stand among the styles.
pub(super) fn stories(archive: &mut Archive<'_>) -> Result<Vec<(String, Part)>, SourceError> {
    let manifest = archive.read("META-INF/manifest.xml");
    if manifest.is_ok_and(|manifest| manifest.text.contains("encryption-data")) {
        return Err(SourceError::Package(PackageProblem::Locked));
    }
    let mut stories = vec![("content.xml".to_owned(), Part::Body), ("styles.xml".to_owned(), Part::Header)];
    stories.retain(|(part, _)| archive.has(part));
    Ok(stories)
}
