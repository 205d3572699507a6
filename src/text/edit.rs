use serde::Serialize;
use thiserror::Error;

use super::Span;

/// A replacement of the bytes of `span` by `text`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// What is replaced; an empty span inserts.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// Why a set of edits cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    /// Two edits change the same bytes.
    #[error("edits {first:?} and {second:?} overlap")]
    Overlap {
        /// The edit that starts first.
        first: Span,
        /// The edit that runs into it.
        second: Span,
    },
    /// An edit reaches past the text or into the middle of a character.
    #[error("edit {span:?} does not lie on character boundaries of a text of {len} bytes")]
    OutOfText {
        /// The edit.
        span: Span,
        /// Length of the text in bytes.
        len: usize,
    },
}

/// Applies `edits`, in any order, to `text`.
///
/// # Errors
///
/// [`EditError::OutOfText`] if a span does not lie on character boundaries of `text`;
/// [`EditError::Overlap`] if two spans share a byte or two insertions stand at one place.
///
/// ```
/// use cite_lint::text::{Edit, Span, apply_edits};
///
/// let edits = [Edit { span: Span::new(2, 3), text: "-".into() }];
/// assert_eq!(apply_edits("16/CT-TTg", &edits).unwrap(), "16-CT-TTg");
/// ```
pub fn apply_edits(text: &str, edits: &[Edit]) -> Result<String, EditError> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| edit.span);
    let mut out = String::with_capacity(text.len());
    let mut previous: Option<Span> = None;
    for edit in sorted {
        let at = previous.map_or(0, Span::end);
        if let Some(first) = previous
            && (edit.span.start() < at || edit.span == first)
        {
            return Err(EditError::Overlap { first, second: edit.span });
        }
        let out_of_text = EditError::OutOfText { span: edit.span, len: text.len() };
        let kept = text.get(at..edit.span.start()).ok_or_else(|| out_of_text.clone())?;
        text.get(edit.span.start()..edit.span.end()).ok_or(out_of_text)?;
        out.push_str(kept);
        out.push_str(&edit.text);
        previous = Some(edit.span);
    }
    out.push_str(&text[previous.map_or(0, Span::end)..]);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit { span: Span::new(start, end), text: text.into() }
    }

    #[test]
    fn applies_in_text_order_and_refuses_overlap_and_bad_places() {
        assert_eq!(apply_edits("abc", &[edit(2, 3, "Z"), edit(0, 1, "X")]).unwrap(), "XbZ");
        assert!(matches!(apply_edits("abc", &[edit(0, 2, ""), edit(1, 3, "")]), Err(EditError::Overlap { .. })));
        assert!(matches!(apply_edits("đ", &[edit(1, 2, "")]), Err(EditError::OutOfText { .. })));
        assert!(matches!(apply_edits("a", &[edit(0, 9, "")]), Err(EditError::OutOfText { .. })));
    }
}
