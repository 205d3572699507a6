use super::decode::Decoded;
use super::format::looks_like_html;
#[cfg(feature = "html")]
use super::html::{self, Page};
#[cfg(feature = "docx")]
use super::package::Package;
#[cfg(feature = "html")]
use super::pieces::raw_span;
use super::{Encoding, Excerpts, Format, Guess, PackageProblem, Paragraph, SourceError};
use crate::text::{Position, Span};

/// A file as text, with the way back to its bytes.
///
/// Every span of this crate is one of [`Source::text`]. [`Source::original`] turns it into bytes of the file, and
/// [`Source::rewrite`] puts changes of the text back, so that nothing else of the file changes.
///
/// UTF-8 is borrowed as it stands. With the feature `html` web pages are read as the lines that a reader sees, with the feature
/// `docx` Word and OpenDocument texts as their paragraphs.
///
/// ```
/// use cite_lint::source::{Options, Source};
/// use cite_lint::text::{Edit, Span};
///
/// let source = Source::read(b"\xFF\xFEs\0\xD1\x1E \x001\0", Options::default())?;
/// assert_eq!(source.text(), "số 1");
/// assert_eq!(source.original(Span::new(5, 6)), Span::new(8, 10));
/// let edit = Edit { span: Span::new(5, 6), text: "2".into() };
/// assert_eq!(source.rewrite(&[edit]).unwrap(), b"\xFF\xFEs\0\xD1\x1E \x002\0");
/// # Ok::<(), cite_lint::source::SourceError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Source<'b>(pub(super) Reading<'b>);

#[derive(Clone, Debug)]
pub(super) enum Reading<'b> {
    Text(Decoded<'b>),
    Excerpts(Excerpts),
    #[cfg(feature = "html")]
    Html(Decoded<'b>, Page),
    #[cfg(feature = "docx")]
    Package(Package<'b>),
}

/// What is known of a file beside its bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// What its name promises, see [`Format::of_name`]; the content weighs more, but plain text under the name of a Word document is
    /// refused: it is a download that failed.
    pub format: Option<Format>,
    /// The encoding, where it is not to be told from the bytes. A byte order mark weighs more.
    pub encoding: Option<Encoding>,
}

impl<'b> Source<'b> {
    /// Reads the bytes of a file.
    ///
    /// # Errors
    ///
    /// [`SourceError`] tells them: no text, another format, a byte that is not of the encoding, a damaged or locked document.
    pub fn read(bytes: &'b [u8], options: Options) -> Result<Self, SourceError> {
        let decoded = match Decoded::read(bytes, options.encoding.filter(|_| !is_archive(bytes))) {
            Ok(decoded) => decoded,
            #[cfg(feature = "docx")]
            Err(SourceError::Foreign(Guess::Zip)) => {
                return Package::read(bytes).map(|package| Self(Reading::Package(package)));
            }
            Err(SourceError::Foreign(Guess::OldOffice)) if is_locked(bytes) => {
                return Err(SourceError::Package(PackageProblem::Locked));
            }
            #[cfg(feature = "html")]
            Err(SourceError::NotUtf8 { .. }) if is_page(options, &String::from_utf8_lossy(start_of(bytes))) => {
                html::decoded(bytes)?
            }
            Err(error) => return Err(error),
        };
        if options.format.is_some_and(Format::has_paragraphs) {
            return Err(SourceError::Package(PackageProblem::Broken));
        }
        Ok(Self(match is_page(options, &decoded.text) {
            #[cfg(feature = "html")]
            true => {
                let page = html::read(&decoded.text);
                if page.text.trim().is_empty() {
                    return Err(SourceError::Empty);
                }
                Reading::Html(decoded, page)
            }
            _ => Reading::Text(decoded),
        }))
    }

    /// The text that is checked. Of a web page a line is a block, of a Word or OpenDocument text a paragraph.
    pub fn text(&self) -> &str {
        match &self.0 {
            Reading::Text(decoded) => &decoded.text,
            Reading::Excerpts(excerpts) => excerpts.text(),
            #[cfg(feature = "html")]
            Reading::Html(_, page) => &page.text,
            #[cfg(feature = "docx")]
            Reading::Package(package) => &package.text,
        }
    }

    /// The bytes of the file; none of one that was checked part by part.
    pub const fn bytes(&self) -> &'b [u8] {
        match &self.0 {
            Reading::Text(decoded) => decoded.bytes,
            Reading::Excerpts(_) => &[],
            #[cfg(feature = "html")]
            Reading::Html(decoded, _) => decoded.bytes,
            #[cfg(feature = "docx")]
            Reading::Package(package) => package.bytes,
        }
    }

    /// What it is.
    pub const fn format(&self) -> Format {
        match &self.0 {
            Reading::Text(_) | Reading::Excerpts(_) => Format::Text,
            #[cfg(feature = "html")]
            Reading::Html(..) => Format::Html,
            #[cfg(feature = "docx")]
            Reading::Package(package) => package.format,
        }
    }

    /// How its letters stand in its bytes; of an archive of XML always UTF-8.
    pub const fn encoding(&self) -> Encoding {
        match &self.0 {
            Reading::Text(decoded) => decoded.encoding,
            Reading::Excerpts(_) => Encoding::Utf8,
            #[cfg(feature = "html")]
            Reading::Html(decoded, _) => decoded.encoding,
            #[cfg(feature = "docx")]
            Reading::Package(_) => Encoding::Utf8,
        }
    }

    /// The bytes of the file that a span of the text was read from. No byte of an archive means anything to a reader: there the span
    /// stays one of the text.
    pub fn original(&self, span: Span) -> Span {
        let in_file = |decoded: &Decoded<'_>, span: Span| {
            if decoded.is_itself() {
                span
            } else {
                Span::new(decoded.byte_at(span.start()), decoded.byte_at(span.end()))
            }
        };
        match &self.0 {
            Reading::Text(decoded) => in_file(decoded, span),
            Reading::Excerpts(excerpts) => excerpts.original(span),
            #[cfg(feature = "html")]
            Reading::Html(decoded, page) => in_file(decoded, raw_span(&page.pieces, span)),
            #[cfg(feature = "docx")]
            Reading::Package(_) => span,
        }
    }

    /// The paragraph in which the byte `offset` of the text stands; `None` where a file has lines.
    pub fn paragraph(&self, offset: usize) -> Option<Paragraph> {
        match &self.0 {
            #[cfg(feature = "docx")]
            Reading::Package(package) => package.paragraph(offset),
            _ => {
                let _ = offset;
                None
            }
        }
    }

    /// The file as an editor shows it: of a web page its markup, else [`Source::text`].
    pub fn shown(&self) -> &str {
        match &self.0 {
            #[cfg(feature = "html")]
            Reading::Html(decoded, _) => &decoded.text,
            _ => self.text(),
        }
    }

    /// Bytes of the text that stand elsewhere in the file than the text before them tells, and where.
    pub(crate) fn known_positions(&self) -> impl Iterator<Item = (usize, Position)> {
        let excerpts = match &self.0 {
            Reading::Excerpts(excerpts) => Some(excerpts),
            _ => None,
        };
        excerpts.into_iter().flat_map(Excerpts::known_positions)
    }

    /// The byte of [`Source::shown`] at which the byte `offset` of the text stands.
    pub fn in_shown(&self, offset: usize) -> usize {
        match &self.0 {
            #[cfg(feature = "html")]
            Reading::Html(_, page) => raw_span(&page.pieces, Span::new(offset, offset + 1)).start(),
            _ => offset,
        }
    }

    #[cfg(feature = "html")]
    pub(super) fn pieces(&self) -> &[super::pieces::Piece] {
        match &self.0 {
            Reading::Html(_, page) => &page.pieces,
            _ => &[],
        }
    }

    #[cfg(feature = "docx")]
    pub(super) fn package(&self) -> Option<&Package<'b>> {
        match &self.0 {
            Reading::Package(package) => Some(package),
            _ => None,
        }
    }
}

/// A text as a file of UTF-8 has it.
impl<'b> From<&'b str> for Source<'b> {
    fn from(text: &'b str) -> Self {
        Self(Reading::Text(Decoded::from(text)))
    }
}

/// A long text of which only what was found is held.
impl From<Excerpts> for Source<'_> {
    fn from(excerpts: Excerpts) -> Self {
        Self(Reading::Excerpts(excerpts))
    }
}

/// The first bytes of a file, enough to tell a web page by.
#[cfg(feature = "html")]
fn start_of(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(4096)]
}

fn is_page(options: Options, text: &str) -> bool {
    match options.format {
        None => looks_like_html(text),
        Some(format) => format == Format::Html,
    }
}

/// An archive has no encoding that could be chosen.
fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// A Word document with a password is a file of the old kind with a stream of this name in it.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &name).is_some()
}
