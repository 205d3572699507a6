use crate::source::EXCERPT_AROUND as AROUND;
use crate::text::Span;

/// The lines around a finding, or the near part of a line that is too long to show.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt<'t> {
    /// The part of the text, without the last line end.
    pub(super) text: &'t str,
    /// The finding, in bytes of [`Excerpt::text`].
    pub(super) start: usize,
    /// Its end.
    pub(super) end: usize,
}

/// Bytes kept of a long finding.
const LONGEST: usize = 1_200;
/// Lines kept of a finding over many lines.
const MOST_LINES: usize = 3;

impl<'t> Excerpt<'t> {
    /// Cuts the lines of `span` out of `text`. A byte order mark stays outside.
    pub(super) fn new(text: &'t str, span: Span) -> Self {
        let start = text.floor_char_boundary(span.start());
        let end = text.floor_char_boundary(span.end().min(start + LONGEST)).max(start);
        let from = text.floor_char_boundary(start.saturating_sub(AROUND));
        let to = text.floor_char_boundary(end + AROUND);
        let from = memchr::memrchr(b'\n', &text.as_bytes()[from..start]).map_or(from, |at| from + at + 1);
        let from = if text[from..start].starts_with('\u{feff}') { from + '\u{feff}'.len_utf8() } else { from };
        let end = third_line_end(&text[from..end]).map_or(end, |at| (from + at).max(start));
        let to = memchr::memchr(b'\n', &text.as_bytes()[end..to]).map_or(to, |at| end + at);
        let text = &text[from..to];
        let text = text.strip_suffix('\r').filter(|text| text.len() >= end - from).unwrap_or(text);
        Self { text, start: start - from, end: end - from }
    }
}

/// The end of the last line to keep, when there are more.
fn third_line_end(text: &str) -> Option<usize> {
    memchr::memchr_iter(b'\n', text.as_bytes()).nth(MOST_LINES - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_whole_lines_and_the_near_part_of_a_long_one() {
        let text = "\u{feff}một\r\nhai ba\r\nbốn";
        let at = |needle: &str| {
            let start = text.find(needle).unwrap();
            Span::new(start, start + needle.len())
        };
        assert_eq!(Excerpt::new(text, at("một")), Excerpt { text: "một", start: 0, end: 5 });
        assert_eq!(Excerpt::new(text, at("ba")), Excerpt { text: "hai ba", start: 4, end: 6 });
        assert_eq!(Excerpt::new(text, at("ba\r\nbốn")).text, "hai ba\r\nbốn");
        assert_eq!(Excerpt::new(text, Span::new(999, 9_999)).text, "bốn");
        let long = "ệ".repeat(100_000);
        let excerpt = Excerpt::new(&long, Span::new(90_001, 200_000));
        assert!(excerpt.text.len() < 6_000 && excerpt.start > 0 && excerpt.end <= excerpt.text.len());
        let lines = "a\n".repeat(1_000);
        assert_eq!(Excerpt::new(&lines, Span::new(10, 1_000)).text.lines().count(), 3);
    }
}
