use std::ops::Range;

/// Line starts of a text, to turn byte offsets into positions for people and editors.
///
/// A line ends at `\n`; a `\r` before it belongs to the line end. Building costs one pass over the bytes; a
/// position costs one pass over its line.
///
/// ```
/// use cite_lint::text::LineIndex;
///
/// let index = LineIndex::new("một\nhai 😀 ba");
/// let position = index.position("một\nhai 😀 ba".find("ba").unwrap());
/// assert_eq!((position.line, position.column, position.utf16_column), (2, 7, 8));
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

/// A place in a text as people and editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
    /// Column in UTF-16 units, from 1, as the Language Server Protocol counts by default.
    pub utf16_column: usize,
}

impl Position {
    /// The start of a text.
    pub(crate) const START: Self = Self { line: 1, column: 1, utf16_column: 1 };

    /// The position behind `words` that stand here.
    pub(crate) fn behind(self, words: &str) -> Self {
        let bytes = words.as_bytes();
        let (from, tail) = match memchr::memrchr(b'\n', bytes) {
            None => (self, bytes),
            Some(last) => {
                let line = self.line + memchr::memchr_iter(b'\n', bytes).count();
                (Self { line, ..Self::START }, &bytes[last + 1..])
            }
        };
        let letters = tail.iter().filter(|&&byte| is_first_byte(byte)).count();
        let pairs = tail.iter().filter(|&&byte| byte >= 0xF0).count();
        Self { column: from.column + letters, utf16_column: from.utf16_column + letters + pairs, ..from }
    }
}

/// Whether a character of UTF-8 begins with a byte.
pub(crate) const fn is_first_byte(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

impl<'t> LineIndex<'t> {
    /// Indexes the lines of `text`.
    pub fn new(text: &'t str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        Self { text, starts }
    }

    /// The position of the byte `offset`. An offset past the end gives the end of the text; one inside a
    /// character gives that character's position.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_of(offset);
        let before = &self.text[self.starts[line - 1]..offset];
        Position {
            line,
            column: before.chars().count() + 1,
            utf16_column: before.chars().map(char::len_utf16).sum::<usize>() + 1,
        }
    }

    /// Where the line of the byte `offset` starts.
    pub fn line_start(&self, offset: usize) -> usize {
        self.starts[self.line_of(offset) - 1]
    }

    /// The line of the byte `offset`, from 1: the first one starts at 0.
    fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// How many lines there are; an empty text has one.
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// The bytes of line `line` (from 1) without its line end, or `None` past the last line.
    pub fn line_range(&self, line: usize) -> Option<Range<usize>> {
        let start = *self.starts.get(line.checked_sub(1)?)?;
        let end = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        let end = if self.text[start..end].ends_with('\r') { end - 1 } else { end };
        Some(start..end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_columns_and_utf16_units() {
        let text = "Số: 12/KH\r\n\r\nđ\u{0323}a 😀x";
        let index = LineIndex::new(text);
        for (needle, want) in [("12", (1, 5, 5)), ("đ", (3, 1, 1)), ("a", (3, 3, 3)), ("x", (3, 6, 7))] {
            let at = index.position(text.find(needle).unwrap());
            assert_eq!((at.line, at.column, at.utf16_column), want, "{needle}");
        }
        assert_eq!(index.line_count(), 3);
        assert_eq!(index.line_range(1), Some(0..11));
        assert_eq!(index.line_range(4), None);
        assert_eq!(index.position(9_999).line, 3);
        assert_eq!([0, 10, 11, 13, 9_999].map(|offset| index.line_start(offset)), [0, 0, 0, 13, 15]);
        for (start, _) in text.char_indices() {
            let (before, words) = text.split_at(start);
            assert_eq!(Position::START.behind(before), index.position(start));
            assert_eq!(index.position(start).behind(words), index.position(text.len()));
        }
    }
}
