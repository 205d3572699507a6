/// What kind of document bytes are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text; Markdown is read as it stands.
    #[default]
    Text,
    /// A web page, also one that Word saved.
    Html,
    /// A Word document, .docx or .docm.
    Docx,
    /// An OpenDocument text, .odt.
    Odt,
}

impl Format {
    /// What the ending of a name promises; `None` where it promises nothing.
    ///
    /// ```
    /// use cite_lint::source::Format;
    ///
    /// assert_eq!(Format::of_name("Dự thảo.DOCX"), Some(Format::Docx));
    /// assert_eq!(Format::of_name("ghi chép"), None);
    /// ```
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "md" | "markdown" => Some(Self::Text),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "docx" | "docm" => Some(Self::Docx),
            "odt" => Some(Self::Odt),
            _ => None,
        }
    }

    /// Whether places in it are paragraphs, since it has no lines.
    pub const fn has_paragraphs(self) -> bool {
        matches!(self, Self::Docx | Self::Odt)
    }
}

/// Whether a text begins as a web page does.
pub(super) fn looks_like_html(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    // A declaration of XML and comments may stand before.
    for (open, close) in [("<?xml", "?>"), ("<!--", "-->")] {
        while rest.starts_with(open) {
            let Some((_, behind)) = rest.split_once(close) else { return false };
            rest = behind.trim_start();
        }
    }
    let starts = |tag: &str| rest.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    starts("<!doctype html") || starts("<html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_pages_by_their_first_words() {
        for page in
            ["<!DOCTYPE html><p>", "\u{feff}\r\n<html xmlns:o=\"x\">", "<?xml version=\"1.0\"?>\n<!-- a --><HTML>"]
        {
            assert!(looks_like_html(page), "{page}");
        }
        for text in ["Số <html>", "<!-- cite-lint: ignore -->\nSố", "<?xml version=\"1.0\"?><office/>", "<", ""] {
            assert!(!looks_like_html(text), "{text}");
        }
    }
}
