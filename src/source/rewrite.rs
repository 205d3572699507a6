use thiserror::Error;

#[cfg(feature = "html")]
use super::pieces::{escaped, raw_span, splices};
use super::read::Reading;
use super::{Encoding, Source, SourceError};
use crate::text::{Edit, EditError, Span};

/// Why a change of the text cannot be put back into the file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RewriteError {
    /// The edits do not belong to this text, or overlap.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// The encoding of the file does not have a letter of the new words.
    #[error("{encoding} does not have the letter {letter:?}")]
    Letter {
        /// The letter.
        letter: char,
        /// The encoding.
        encoding: Encoding,
    },
    /// What would have to go is no word of the file: the end of a paragraph or of a cell.
    #[error("{span:?} is not made of words alone")]
    NoWords {
        /// The bytes of the text.
        span: Span,
    },
    /// The file was checked part by part: only the lines of the findings are held.
    #[error("only excerpts of the file are held")]
    NotHeld,
    /// The archive cannot be written again.
    #[error(transparent)]
    Source(#[from] SourceError),
}

/// Changes of the text, put back into the file.
impl Source<'_> {
    /// The changes of the file that changes of the text stand for: spans as [`Source::original`] gives them, words as markup has them.
    /// Those that [`Source::takes`] refuses stay changes of their words.
    pub fn original_edits(&self, edits: &[Edit]) -> Vec<Edit> {
        let of_text = |edit: &Edit| Edit { span: self.original(edit.span), text: edit.text.clone() };
        match &self.0 {
            #[cfg(feature = "html")]
            Reading::Html(decoded, _) => {
                let in_markup = |edit: &Edit| match self.in_markup(edit) {
                    Ok(edits) => edits,
                    Err(_) => vec![Edit { span: raw_span(self.pieces(), edit.span), text: escaped(&edit.text) }],
                };
                let in_file = |edit: Edit| {
                    let (start, end) = (decoded.byte_at(edit.span.start()), decoded.byte_at(edit.span.end()));
                    Edit { span: Span::new(start, end), text: edit.text }
                };
                edits.iter().flat_map(in_markup).map(in_file).collect()
            }
            _ => edits.iter().map(of_text).collect(),
        }
    }

    /// Whether a change of the text can be put back.
    ///
    /// # Errors
    ///
    /// Those of [`Source::rewrite`].
    pub fn takes(&self, edit: &Edit) -> Result<(), RewriteError> {
        match &self.0 {
            Reading::Text(decoded) => decoded.encoded(&edit.text).map(|_| ()),
            Reading::Excerpts(_) => Err(RewriteError::NotHeld),
            #[cfg(feature = "html")]
            Reading::Html(..) => self.in_markup(edit).map(|_| ()),
            #[cfg(feature = "docx")]
            Reading::Package(package) => package.takes(edit),
        }
    }

    /// The file with changes of its text: in its encoding, with its byte order mark and its line ends, its markup and its other parts
    /// as they were. Of words of several looks the first keeps its own.
    ///
    /// # Errors
    ///
    /// [`RewriteError`] where one of the changes cannot be put back, or where they overlap; then none is.
    pub fn rewrite(&self, edits: &[Edit]) -> Result<Vec<u8>, RewriteError> {
        check(self.text(), edits)?;
        match &self.0 {
            Reading::Text(decoded) => decoded.rewrite(edits),
            Reading::Excerpts(_) => Err(RewriteError::NotHeld),
            #[cfg(feature = "html")]
            Reading::Html(decoded, _) => {
                let in_markup: Result<Vec<Vec<Edit>>, RewriteError> =
                    edits.iter().map(|edit| self.in_markup(edit)).collect();
                decoded.rewrite(&in_markup?.concat())
            }
            #[cfg(feature = "docx")]
            Reading::Package(package) => package.rewrite(edits),
        }
    }

    /// A change of the text as changes of the markup.
    #[cfg(feature = "html")]
    fn in_markup(&self, edit: &Edit) -> Result<Vec<Edit>, RewriteError> {
        let splices = splices(self.text(), self.pieces(), edit).ok_or(RewriteError::NoWords { span: edit.span })?;
        let encoding = self.encoding();
        let written = |letter: char| match encoding.bytes_of(letter.encode_utf8(&mut [0; 4])) {
            Ok(_) => letter.to_string(),
            Err(_) => format!("&#{};", u32::from(letter)),
        };
        let edits = splices.into_iter().map(|splice| {
            let text = escaped(&splice.text);
            let text = if encoding == Encoding::Utf8 { text } else { text.chars().map(written).collect() };
            Edit { span: splice.raw.into(), text }
        });
        Ok(edits.collect())
    }
}

/// Whether edits belong to a text and do not overlap.
fn check(text: &str, edits: &[Edit]) -> Result<(), EditError> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    for edit in &sorted {
        if text.get(edit.span.start()..edit.span.end()).is_none() {
            return Err(EditError::OutOfText { span: edit.span, len: text.len() });
        }
    }
    match sorted.windows(2).find(|pair| pair[1].span.start() < pair[0].span.end() || pair[0].span == pair[1].span) {
        Some(pair) => Err(EditError::Overlap { first: pair[0].span, second: pair[1].span }),
        None => Ok(()),
    }
}
