use std::io::{self, Read};

use thiserror::Error;

use super::decode::checked_utf8;
use super::{Encoding, Format, Options, Source};
use crate::text::is_first_byte;

/// A long text of UTF-8 that is read part by part, so that memory does not grow with it.
#[derive(Debug)]
pub struct Parts<R> {
    from: R,
    /// The bytes that are held, from the byte `start` of the text on.
    held: Vec<u8>,
    start: usize,
    is_read: bool,
}

/// Some of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TextPart<'t> {
    pub(crate) text: &'t str,
    /// Where it starts in the whole one.
    pub(crate) start: usize,
    /// Whether nothing follows.
    pub(crate) is_last: bool,
}

/// Why a text was not checked part by part.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PartsError {
    /// It cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// A part cannot be understood without the others: bytes that are not UTF-8, or a comment that silences findings. What reads the
    /// whole text tells more.
    #[error("has to be read as a whole, for what stands in it after byte {start}")]
    NeedsWhole {
        /// Where the part begins.
        start: usize,
    },
}

/// Bytes by which it is told whether a text is a plain one.
const HEAD: u64 = 64 << 10;

impl<R: Read> Parts<R> {
    /// Reads the beginning of `from`; gives `None` where that is not the beginning of a plain text of UTF-8, which [`Source::read`] reads
    /// or refuses.
    ///
    /// # Errors
    ///
    /// Those of `from`.
    ///
    /// ```
    /// use cite_lint::source::{Options, Parts};
    ///
    /// assert!(Parts::open("Kế hoạch số 16/KH-UBND".as_bytes(), Options::default()).unwrap().is_some());
    /// assert!(Parts::open(&b"\xFF\xFEs\0"[..], Options::default()).unwrap().is_none());
    /// ```
    pub fn open(mut from: R, options: Options) -> io::Result<Option<Self>> {
        let mut held = Vec::new();
        from.by_ref().take(HEAD).read_to_end(&mut held)?;
        let is_read = (held.len() as u64) < HEAD;
        let letters = &held[..end_of_letters(&held, is_read)];
        let is_plain = Source::read(letters, options)
            .is_ok_and(|source| source.format() == Format::Text && source.encoding() == Encoding::Utf8);
        Ok(is_plain.then_some(Self { from, held, start: 0, is_read }))
    }

    /// The text from the byte `from` to the byte `to`, or to its end, and the rest of the letters that these are in. What stands before is
    /// held no more: the next part begins in this one, or behind it.
    pub(crate) fn part(&mut self, from: usize, to: usize) -> Result<TextPart<'_>, PartsError> {
        let from = from.min(self.start + self.held.len());
        let from = (self.start..=from).rfind(|&at| self.begins_letter(at)).unwrap_or(self.start);
        self.held.drain(..from - self.start);
        self.start = from;
        let wanted = to.saturating_sub(self.start).saturating_add(LONGEST_LETTER);
        if let Some(missing) = wanted.checked_sub(self.held.len())
            && !self.is_read
        {
            self.held.reserve(missing);
            let read = self.from.by_ref().take(missing as u64).read_to_end(&mut self.held)?;
            self.is_read = read < missing;
        }
        let letters = &self.held[..end_of_letters(&self.held, self.is_read)];
        let text = checked_utf8(letters).map_err(|_| PartsError::NeedsWhole { start: self.start })?;
        Ok(TextPart { text, start: self.start, is_last: self.is_read })
    }

    fn begins_letter(&self, at: usize) -> bool {
        self.held.get(at - self.start).is_none_or(|byte| is_first_byte(*byte))
    }
}

const LONGEST_LETTER: usize = 4;

/// The end of the last whole letter; of a text that is read, the end.
fn end_of_letters(bytes: &[u8], is_read: bool) -> usize {
    let tail = bytes.len().saturating_sub(LONGEST_LETTER);
    let last = bytes[tail..].iter().rposition(|byte| is_first_byte(*byte)).map(|at| tail + at);
    last.filter(|_| !is_read).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives its bytes three at a time.
    struct Slow<'b>(&'b [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let some = self.0.len().min(3).min(into.len());
            self.0.read(&mut into[..some])
        }
    }

    #[test]
    fn parts_are_those_of_the_whole_text() {
        let text = "\u{feff}Nghị quyết 😀 số 25-NQ/TW.\n".repeat(9_000);
        let mut parts = Parts::open(Slow(text.as_bytes()), Options::default()).unwrap().unwrap();
        for (from, to) in [(0, 5), (0, 70_000), (3, 100), (69_999, 200_000), (150_001, 250_002), (240_000, 999_999)] {
            let part = parts.part(from, to).unwrap();
            assert!(part.start <= from && from < part.start + LONGEST_LETTER, "{from}");
            let end = part.start + part.text.len();
            assert_eq!((part.text, part.is_last), (&text[part.start..end], to > text.len()), "{from}");
            assert!(end >= to.min(text.len()));
        }
    }

    #[test]
    fn what_is_no_plain_utf8_is_left_to_those_who_read_the_whole() {
        let open = |bytes: &'static [u8], options| Parts::open(bytes, options).unwrap();
        let none = Options::default();
        for bytes in [&b""[..], b"\xFF\xFEs\0", b"%PDF-1.7", b"s\xC3 1", b"a\0b", b"PK\x03\x04", b"<html><p>a"] {
            assert!(open(bytes, none).is_none(), "{bytes:?}");
        }
        assert!(open(b"16/CT-TTg", Options { encoding: Some(Encoding::Windows1258), ..none }).is_none());
        assert!(open(b"16/CT-TTg", Options { format: Some(Format::Docx), ..none }).is_none());
        let late = [&b"a".repeat(100_000)[..], b"\xC3\x28"].concat();
        let mut parts = Parts::open(&late[..], none).unwrap().unwrap();
        assert_eq!(parts.part(0, 9).unwrap().text.len(), 65_535);
        assert!(matches!(parts.part(60_000, 200_000), Err(PartsError::NeedsWhole { start: 60_000 })));
    }
}
