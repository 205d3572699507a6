//! A text of any length, in parts that are checked one after the other, so that memory does not grow with it.

use std::convert::Infallible;
use std::io::Read;
use std::ops::Range;

use crate::source::{Parts, PartsError, TextPart};

/// A text of no more bytes is one window. No document of an office is as long.
pub(crate) const LONG: usize = 4 << 20;

/// Bytes of a longer text that are checked at once: where citation follows citation they take some twenty times as many.
const WINDOW: usize = 1 << 20;

/// Bytes before a window and behind it that are read with it: a citation goes on over its end, and looks back over its start.
const AROUND: usize = 8 << 10;

/// How far back a line may begin for the window to end there.
const LINE: usize = 64 << 10;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Window<'t> {
    /// What is read.
    pub(super) text: &'t str,
    /// Where that starts in the whole text.
    pub(super) start: usize,
    /// The bytes of what is read whose findings and citations are its own: every byte of a text is of one window.
    pub(super) own: Range<usize>,
    /// Where, in what is read, the next window begins to read.
    pub(super) next: usize,
}

/// Gives parts of a text in rising order.
pub(super) trait Text {
    type Error;

    /// The bytes of a range, as far as they are of the text, and the rest of the letters in which it begins and ends.
    fn part(&mut self, from: usize, to: usize) -> Result<TextPart<'_>, Self::Error>;

    /// How many bytes a window has.
    fn window(&self) -> usize;
}

impl Text for &str {
    type Error = Infallible;

    fn part(&mut self, from: usize, to: usize) -> Result<TextPart<'_>, Infallible> {
        let (start, end) = (self.floor_char_boundary(from), self.ceil_char_boundary(to));
        Ok(TextPart { text: &self[start..end], start, is_last: end == self.len() })
    }

    fn window(&self) -> usize {
        if self.len() > LONG { WINDOW } else { LONG }
    }
}

impl<R: Read> Text for Parts<R> {
    type Error = PartsError;

    fn part(&mut self, from: usize, to: usize) -> Result<TextPart<'_>, PartsError> {
        Self::part(self, from, to)
    }

    fn window(&self) -> usize {
        WINDOW
    }
}

/// Calls `each` with the windows of a text, in order.
///
/// # Errors
///
/// Those of the text and of `each`; the windows behind are not looked at.
pub(super) fn each_window<T: Text>(
    text: &mut T,
    mut each: impl FnMut(Window<'_>) -> Result<(), T::Error>,
) -> Result<(), T::Error> {
    let length = text.window();
    let mut start = 0_usize;
    loop {
        let to = start.saturating_add(length).saturating_add(AROUND);
        let part = text.part(start.saturating_sub(AROUND), to)?;
        let own = start - part.start;
        if own >= part.text.len() {
            return Ok(());
        }
        let end = end_of_line(&part, own, own.saturating_add(length));
        let read = part.text.ceil_char_boundary(end.saturating_add(AROUND));
        let next = part.text.floor_char_boundary(end.saturating_sub(AROUND));
        start = part.start + end;
        each(Window { text: &part.text[..read], start: part.start, own: own..end, next })?;
    }
}

/// The end of the last line that ends before `at`, or `at` where that is far.
fn end_of_line(part: &TextPart<'_>, start: usize, at: usize) -> usize {
    let text = part.text;
    if part.is_last && at >= text.len() {
        return text.len();
    }
    let from = at.saturating_sub(LINE).max(start);
    let line_end = memchr::memrchr(b'\n', &text.as_bytes()[from..at]).map(|end| from + end + 1);
    line_end.unwrap_or_else(|| text.ceil_char_boundary(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Options;

    /// In windows of so many bytes.
    struct By<T>(usize, T);

    impl<T: Text> Text for By<T> {
        type Error = T::Error;

        fn part(&mut self, from: usize, to: usize) -> Result<TextPart<'_>, T::Error> {
            self.1.part(from, to)
        }

        fn window(&self) -> usize {
            self.0
        }
    }

    #[test]
    fn every_byte_is_of_one_window_and_lines_stay_whole() {
        let line = "Căn cứ Nghị định số 30/2020/NĐ-CP;\n";
        for text in [line.repeat(5_000), "đ".repeat(90_000), line.to_owned()] {
            for length in [1_000, 20_000] {
                let (mut from, mut read_from) = (0, 0);
                let check = |window: Window<'_>| {
                    let Window { text: read, start, own, next } = window;
                    assert_eq!((start, start + own.start), (read_from, from));
                    assert_eq!(read, &text[start..start + read.len()]);
                    assert!(read[own.clone()].len() <= length + 1);
                    assert!(!text.contains('\n') || read[own.clone()].ends_with('\n'));
                    assert_eq!(start, text.floor_char_boundary(from.saturating_sub(AROUND)));
                    (from, read_from) = (start + own.end, start + next);
                    Ok(())
                };
                let Ok(()) = each_window(&mut By(length, text.as_str()), check);
                assert_eq!(from, text.len());
            }
        }
        let Ok(()) = each_window(&mut "", |_| unreachable!("nothing is in it"));
    }

    #[test]
    fn windows_of_a_reader_are_those_of_its_text() {
        let line = "\u{feff}Căn cứ Nghị định 😀 số 30/2020/NĐ-CP;\n";
        for text in [line.repeat(9_000), "đ".repeat(200_000), line.to_owned()] {
            for length in [1_000, 30_001, 1 << 20] {
                let mut whole = Vec::new();
                let Ok(()) = each_window(&mut By(length, text.as_str()), |window| {
                    whole.push((window.text.to_owned(), window.start, window.own, window.next));
                    Ok(())
                });
                let mut parts = By(length, Parts::open(text.as_bytes(), Options::default()).unwrap().unwrap());
                let mut expected = whole.into_iter();
                each_window(&mut parts, |Window { text, start, own, next }| {
                    assert_eq!(Some((text.to_owned(), start, own, next)), expected.next());
                    Ok(())
                })
                .unwrap();
                assert_eq!(expected.next(), None);
            }
        }
    }
}
