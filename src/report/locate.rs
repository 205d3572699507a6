use crate::text::Position;

/// Turns byte offsets into positions, best in rising order: each byte between two marks is counted once, and going
/// back costs at most the way from the mark before. (A line start index would count a 10 MB line again for every
/// finding on it.)
///
/// A byte order mark at the start of the text is no column, as editors count.
///
/// ```
/// use cite_lint::report::Locator;
///
/// let text = "một\nhai 😀 ba";
/// let position = Locator::new(text).position(text.find("ba").unwrap());
/// assert_eq!((position.line, position.column, position.utf16_column), (2, 7, 8));
/// ```
#[derive(Clone, Debug)]
pub struct Locator<'t> {
    text: &'t str,
    marks: Vec<Mark>,
    last: Mark,
}

/// What was counted up to an offset; all from 0.
#[derive(Clone, Copy, Debug)]
struct Mark {
    offset: usize,
    line: usize,
    column: usize,
    utf16_column: usize,
}

/// Bytes between two marks.
const STEP: usize = 64 * 1024;

impl<'t> Locator<'t> {
    /// Costs nothing; counting starts with the first position.
    pub fn new(text: &'t str) -> Self {
        let offset = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let start = Mark { offset, line: 0, column: 0, utf16_column: 0 };
        Self { text, marks: vec![start], last: start }
    }

    /// The position of the byte `offset`. An offset past the end gives the end of the text; one inside a
    /// character gives that character's position.
    pub fn position(&mut self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset).max(self.marks[0].offset);
        let after = self.marks.partition_point(|mark| mark.offset <= offset);
        let mut mark = self.marks[after.saturating_sub(1)];
        if (mark.offset..=offset).contains(&self.last.offset) {
            mark = self.last;
        }
        if after == self.marks.len() {
            while let Some(newest) = self.marks.last().map(|mark| mark.offset)
                && offset - newest > STEP
            {
                mark = mark.advanced(self.text, self.text.floor_char_boundary(newest + STEP).max(mark.offset));
                self.marks.push(mark);
            }
        }
        self.last = mark.advanced(self.text, offset);
        let Mark { line, column, utf16_column, .. } = self.last;
        Position { line: line + 1, column: column + 1, utf16_column: utf16_column + 1 }
    }
}

impl Mark {
    fn advanced(self, text: &str, to: usize) -> Self {
        let bytes = &text.as_bytes()[self.offset..to];
        let (mut next, tail) = match memchr::memrchr(b'\n', bytes) {
            None => (self, bytes),
            Some(at) => {
                let line = self.line + memchr::memchr_iter(b'\n', bytes).count();
                (Self { offset: to, line, column: 0, utf16_column: 0 }, &bytes[at + 1..])
            }
        };
        let chars = tail.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        next.offset = to;
        next.column += chars;
        next.utf16_column += chars + tail.iter().filter(|&&byte| byte >= 0xF0).count();
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::LineIndex;

    #[test]
    fn agrees_with_the_line_index_in_any_order_over_many_marks() {
        let text = "Số: 12/KH 😀\r\n\r\nđ\u{0323}a ".repeat(2_000) + &"Điều ".repeat(60_000) + "\ncuối";
        let index = LineIndex::new(&text);
        let mut locator = Locator::new(&text);
        let (mut state, mut rising) = (7_usize, 0);
        for round in 0..600 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            rising = (rising + 997) % (text.len() + 50);
            let offset = if round % 3 == 0 { (state >> 20) % (text.len() + 9) } else { rising };
            assert_eq!(locator.position(offset), index.position(offset), "{offset}");
        }
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let mut locator = Locator::new("\u{feff}số\na");
        assert_eq!(locator.position(3).column, 1);
        assert_eq!(locator.position(0).column, 1);
        assert_eq!(locator.position(4).column, 2);
        let a = locator.position(8);
        assert_eq!((a.line, a.column), (2, 1));
    }
}
