//! A text of any length, in parts that are checked one after the other, so that memory does not grow with it.

use std::ops::Range;

/// A text of no more bytes is one window. No document of an office is as long.
const LONG: usize = 4 << 20;

/// Bytes of a longer text that are checked at once: where citation follows citation they take some twenty times as many.
const WINDOW: usize = 1 << 20;

/// Bytes before a window and behind it that are read with it: a citation goes on over its end, and looks back over its start.
const AROUND: usize = 8 << 10;

/// How far back a line may begin for the window to end there.
const LINE: usize = 64 << 10;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// The bytes whose findings and citations are its own: every byte is of one window.
    pub(super) own: Range<usize>,
    /// The bytes that are read.
    pub(super) read: Range<usize>,
}

/// The windows of a text, in order.
pub(super) fn windows(text: &str) -> impl Iterator<Item = Window> {
    windows_of(text, if text.len() > LONG { WINDOW } else { LONG })
}

fn windows_of(text: &str, length: usize) -> impl Iterator<Item = Window> {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let end = end_of_line(text, start, start.saturating_add(length));
        let own = start..end;
        let read = text.floor_char_boundary(start.saturating_sub(AROUND))
            ..text.ceil_char_boundary(end.saturating_add(AROUND).min(text.len()));
        start = end;
        Some(Window { own, read })
    })
}

/// The end of the last line that ends before `at`, or `at` where that is far.
fn end_of_line(text: &str, start: usize, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let from = at.saturating_sub(LINE).max(start);
    let line_end = memchr::memrchr(b'\n', &text.as_bytes()[from..at]).map(|end| from + end + 1);
    line_end.unwrap_or_else(|| text.ceil_char_boundary(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_of_one_window_and_lines_stay_whole() {
        let line = "Căn cứ Nghị định số 30/2020/NĐ-CP;\n";
        for text in [line.repeat(500), "đ".repeat(9_000), String::new(), line.to_owned()] {
            let windows: Vec<Window> = windows_of(&text, 1_000).collect();
            let mut from = 0;
            for window in &windows {
                assert_eq!(window.own.start, from);
                assert!(text[window.own.clone()].len() <= 1_001 && text.get(window.read.clone()).is_some());
                assert!(!text.contains('\n') || text[window.own.clone()].ends_with('\n'));
                assert!(window.read.start <= window.own.start && window.own.end <= window.read.end);
                from = window.own.end;
            }
            assert_eq!(from, text.len());
        }
    }
}
