use std::borrow::Cow;

use super::detect::{old_vietnamese, signature, utf16_without_mark};
use super::{Encoding, RewriteError, SourceError};
use crate::text::Edit;

/// Bytes as text, with the way back.
#[derive(Clone, Debug)]
pub(super) struct Decoded<'b> {
    pub(super) bytes: &'b [u8],
    pub(super) text: Cow<'b, str>,
    pub(super) encoding: Encoding,
    /// Places of the text and of the bytes that belong together, one every [`STEP`] bytes of the text; none where they are the same.
    marks: Vec<(usize, usize)>,
}

/// Bytes of the text between two marks.
const STEP: usize = 4096;

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

impl<'b> Decoded<'b> {
    /// Reads bytes in the encoding that their mark tells, else `chosen`, else by what they look like. A byte order mark of
    /// UTF-8 stays in the text (the normaliser skips it), so that every offset is one of the file.
    pub(super) fn read(bytes: &'b [u8], chosen: Option<Encoding>) -> Result<Self, SourceError> {
        if bytes.is_empty() || bytes == UTF8_MARK {
            return Err(SourceError::Empty);
        }
        let marked = match bytes {
            [0xFF, 0xFE, ..] => Some(Encoding::Utf16Le),
            [0xFE, 0xFF, ..] => Some(Encoding::Utf16Be),
            _ => None,
        };
        match marked.or(chosen) {
            Some(Encoding::Utf8) => Self::utf8(bytes),
            Some(encoding) => Self::in_encoding(bytes, encoding),
            None => Self::guessed(bytes),
        }
    }

    fn guessed(bytes: &'b [u8]) -> Result<Self, SourceError> {
        if let Some(guess) = signature(bytes) {
            return Err(SourceError::Foreign(guess));
        }
        let read = Self::utf8(bytes);
        let looks = match read {
            Err(SourceError::NotUtf8 { .. }) => old_vietnamese(bytes),
            Err(SourceError::Nul { .. }) => utf16_without_mark(bytes),
            _ => None,
        };
        looks.map_or(read, |encoding| Self::in_encoding(bytes, encoding))
    }

    fn utf8(bytes: &'b [u8]) -> Result<Self, SourceError> {
        let text = checked_utf8(bytes)?;
        Ok(Self { bytes, text: Cow::Borrowed(text), encoding: Encoding::Utf8, marks: Vec::new() })
    }

    fn in_encoding(bytes: &'b [u8], encoding: Encoding) -> Result<Self, SourceError> {
        let mut at = match (encoding, bytes) {
            (Encoding::Utf16Le, [0xFF, 0xFE, ..]) | (Encoding::Utf16Be, [0xFE, 0xFF, ..]) => 2,
            _ => 0,
        };
        let mut text = String::with_capacity(bytes.len());
        let mut marks = vec![(0, at)];
        let mut next = STEP;
        while at < bytes.len() {
            let (letter, length) =
                encoding.letter(&bytes[at..]).filter(|(letter, _)| *letter != '\0').ok_or_else(|| {
                    SourceError::NotInEncoding { encoding, offset: at, line: text.matches('\n').count() + 1 }
                })?;
            text.push(letter);
            at += length;
            if text.len() >= next {
                marks.push((text.len(), at));
                next = text.len() + STEP;
            }
        }
        if text.is_empty() {
            return Err(SourceError::Empty);
        }
        Ok(Self { bytes, text: Cow::Owned(text), encoding, marks })
    }

    /// Whether the text stands in the file as it is.
    pub(super) const fn is_itself(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
    }

    /// Words as the file has them.
    pub(super) fn encoded(&self, words: &str) -> Result<Vec<u8>, RewriteError> {
        let encoding = self.encoding;
        encoding.bytes_of(words).map_err(|letter| RewriteError::Letter { letter, encoding })
    }

    /// The file with changes of its text, which do not overlap.
    pub(super) fn rewrite(&self, edits: &[Edit]) -> Result<Vec<u8>, RewriteError> {
        let mut sorted: Vec<&Edit> = edits.iter().collect();
        sorted.sort_by_key(|edit| edit.span);
        let mut out = Vec::with_capacity(self.bytes.len());
        let mut from = 0;
        for edit in sorted {
            let (start, end) = (self.byte_at(edit.span.start()), self.byte_at(edit.span.end()));
            out.extend_from_slice(&self.bytes[from.min(start)..start]);
            out.extend(self.encoded(&edit.text)?);
            from = end;
        }
        out.extend_from_slice(&self.bytes[from..]);
        Ok(out)
    }

    /// The byte of the file at which the byte `offset` of the text stands.
    pub(super) fn byte_at(&self, offset: usize) -> usize {
        let after = self.marks.partition_point(|(text, _)| *text <= offset);
        let Some(&(mut text, mut byte)) = after.checked_sub(1).and_then(|at| self.marks.get(at)) else { return offset };
        while let Some((letter, length)) = self.encoding.letter(&self.bytes[byte..])
            && text + letter.len_utf8() <= offset
        {
            text += letter.len_utf8();
            byte += length;
        }
        byte
    }
}

impl<'b> From<&'b str> for Decoded<'b> {
    fn from(text: &'b str) -> Self {
        Self { bytes: text.as_bytes(), text: Cow::Borrowed(text), encoding: Encoding::Utf8, marks: Vec::new() }
    }
}

/// Bytes as they stand, where they are a text.
pub(super) fn checked_utf8(bytes: &[u8]) -> Result<&str, SourceError> {
    if let Some(offset) = memchr::memchr(0, bytes) {
        return Err(SourceError::Nul { offset, line: line_of(bytes, offset) });
    }
    let not_utf8 = |error: std::str::Utf8Error| {
        let offset = error.valid_up_to();
        SourceError::NotUtf8 { offset, line: line_of(bytes, offset) }
    };
    // The fast check does not say where; the slow one does, and finds nothing only where the fast one is wrong.
    simdutf8::basic::from_utf8(bytes).or_else(|_| std::str::from_utf8(bytes).map_err(not_utf8))
}

fn line_of(bytes: &[u8], offset: usize) -> usize {
    memchr::memchr_iter(b'\n', &bytes[..offset]).count() + 1
}

#[cfg(test)]
mod tests {
    use super::super::Guess;
    use super::*;

    fn read(bytes: &[u8]) -> Result<(String, Encoding), SourceError> {
        Decoded::read(bytes, None).map(|decoded| (decoded.text.into_owned(), decoded.encoding))
    }

    #[test]
    fn keeps_a_byte_order_mark_and_any_utf8() {
        assert_eq!(read("\u{feff}số".as_bytes()), Ok(("\u{feff}số".to_owned(), Encoding::Utf8)));
        assert_eq!(read(b" \r\n"), Ok((" \r\n".to_owned(), Encoding::Utf8)));
    }

    #[test]
    fn names_what_the_bytes_look_like() {
        for (bytes, want) in [
            (&b""[..], SourceError::Empty),
            (b"\xEF\xBB\xBF", SourceError::Empty),
            (b"\xFF\xFE", SourceError::Empty),
            (b"{\\rtf1\\ansi", SourceError::Foreign(Guess::Rtf)),
            (b"\x89PNG\r\n", SourceError::Foreign(Guess::Binary)),
            (b"a\nb\0c", SourceError::Nul { offset: 3, line: 2 }),
            (b"a\nb\n\xC3", SourceError::NotUtf8 { offset: 4, line: 3 }),
            (
                b"\xFF\xFEa\0\n\0\x00\xD8",
                SourceError::NotInEncoding { encoding: Encoding::Utf16Le, offset: 6, line: 2 },
            ),
            (b"\xFF\xFEa\0b", SourceError::NotInEncoding { encoding: Encoding::Utf16Le, offset: 4, line: 1 }),
        ] {
            assert_eq!(read(bytes), Err(want));
        }
    }

    #[test]
    fn every_encoding_gives_the_text_and_the_way_back() {
        let text = "Nghị quyết số 25-NQ/TW: tổ chức ở Đắk Lắk, ưu tiên; kỷ luật, ỷ lại, ngõ hẻm, chở đò, sĩ quan.\n"
            .repeat(99);
        for encoding in [Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1258, Encoding::Tcvn3, Encoding::Vni] {
            let bytes = encoding.bytes_of(&text).unwrap();
            let decoded = Decoded::read(&bytes, None).unwrap();
            assert_eq!((&*decoded.text, decoded.encoding), (&*text, encoding));
            for (at, letter) in text.char_indices().step_by(7).chain([(text.len(), '.')]) {
                let byte = decoded.byte_at(at);
                let rest = encoding.letter(&bytes[byte..]).map_or('.', |(letter, _)| letter);
                assert_eq!((rest, bytes.len() == byte), (letter, at == text.len()), "{encoding} at {at}");
            }
        }
    }

    #[test]
    fn the_order_of_utf16_is_told_by_its_mark_or_its_nulls() {
        let text = "Số 16/CT-TTg 😀";
        for (encoding, mark) in [(Encoding::Utf16Le, b"\xFF\xFE"), (Encoding::Utf16Be, b"\xFE\xFF")] {
            let bytes = encoding.bytes_of(text).unwrap();
            assert_eq!(read(&bytes), Ok((text.to_owned(), encoding)));
            let marked = [&mark[..], &bytes].concat();
            assert_eq!(read(&marked), Ok((text.to_owned(), encoding)));
            assert_eq!(Decoded::read(&marked, None).unwrap().byte_at(0), 2);
        }
    }
}
