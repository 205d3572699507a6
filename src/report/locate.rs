use crate::finding::Lang;
use crate::source::{Paragraph, Part, Source};
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
    /// The file that the text was read from, where it is more than its text.
    source: Option<&'t Source<'t>>,
    marks: Vec<Mark>,
    last: Mark,
}

/// A place as people are told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Of a file that has lines.
    Line(Position),
    /// Of a document that has paragraphs.
    Paragraph(Paragraph),
}

impl Place {
    /// In words: `dòng 3, cột 12`, or `đoạn 12 (bảng)`.
    ///
    /// ```
    /// use cite_lint::finding::Lang;
    /// use cite_lint::report::Place;
    /// use cite_lint::source::{Paragraph, Part};
    ///
    /// let place = Place::Paragraph(Paragraph { part: Part::Table, number: 12 });
    /// assert_eq!(place.text(Lang::Vi), "đoạn 12 (bảng)");
    /// ```
    pub fn text(self, lang: Lang) -> String {
        let Paragraph { part, number } = match self {
            Self::Line(at) => {
                let (line, column) = (lang.pick("dòng", "line"), lang.pick("cột", "column"));
                return format!("{line} {}, {column} {}", at.line, at.column);
            }
            Self::Paragraph(paragraph) => paragraph,
        };
        let words = match (part, lang) {
            (Part::Footnote, Lang::Vi) => "chú thích cuối trang",
            (Part::Footnote, Lang::En) => "footnote",
            (Part::Endnote, Lang::Vi) => "chú thích cuối văn bản",
            (Part::Endnote, Lang::En) => "endnote",
            (_, Lang::Vi) => "đoạn",
            (_, Lang::En) => "paragraph",
        };
        let part = match (part, lang) {
            (Part::Table, Lang::Vi) => " (bảng)",
            (Part::Table, Lang::En) => " (table)",
            (Part::TextBox, Lang::Vi) => " (hộp văn bản)",
            (Part::TextBox, Lang::En) => " (text box)",
            (Part::Header, Lang::Vi) => " (đầu trang)",
            (Part::Header, Lang::En) => " (header)",
            (Part::Footer, Lang::Vi) => " (chân trang)",
            (Part::Footer, Lang::En) => " (footer)",
            _ => "",
        };
        format!("{words} {number}{part}")
    }
}

/// What was counted up to an offset.
#[derive(Clone, Copy, Debug)]
struct Mark {
    offset: usize,
    position: Position,
}

/// Bytes between two marks.
const STEP: usize = 64 * 1024;

impl<'t> Locator<'t> {
    /// Costs nothing; counting starts with the first position.
    pub fn new(text: &'t str) -> Self {
        let offset = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let start = Mark { offset, position: Position::START };
        Self { text, source: None, marks: vec![start], last: start }
    }

    /// Lines and columns of a file as an editor shows it: of a web page those of its markup.
    pub fn of(source: &'t Source<'t>) -> Self {
        let mut locator = Self { source: Some(source), ..Self::new(source.shown()) };
        // Of excerpts it is known where each stands.
        let mut known = source.known_positions().map(|(offset, position)| Mark { offset, position }).peekable();
        if let Some(&first) = known.peek() {
            (locator.marks, locator.last) = (known.collect(), first);
        }
        locator
    }

    /// The place of the byte `offset` of the text, for people.
    pub fn place(&mut self, offset: usize) -> Place {
        match self.source.and_then(|source| source.paragraph(offset)) {
            Some(paragraph) => Place::Paragraph(paragraph),
            None => Place::Line(self.position(offset)),
        }
    }

    /// The position of the byte `offset`. An offset past the end gives the end of the text; one inside a
    /// character gives that character's position.
    pub fn position(&mut self, offset: usize) -> Position {
        let offset = self.source.map_or(offset, |source| source.in_shown(offset));
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
        self.last.position
    }
}

impl Mark {
    fn advanced(self, text: &str, to: usize) -> Self {
        Self { offset: to, position: self.position.behind(&text[self.offset..to]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Excerpts;
    use crate::text::{LineIndex, Span};

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

    #[test]
    fn excerpts_stand_where_the_whole_text_has_them() {
        let lines = ["\u{feff}một 😀 hai\r\n", "ba\n", "\n", &"dài ".repeat(2_000), "bốn\n", "năm sáu", "\nbảy"];
        let text = lines.concat();
        let index = LineIndex::new(&text);
        let words = ["hai", "ba", "dài bốn", "bốn\nnăm", "sáu", "bảy"];
        let wanted = words.map(|word| {
            let start = text.find(word).unwrap();
            Span::new(start, start + word.len())
        });
        for cut in (1..text.len()).filter(|cut| text.is_char_boundary(*cut)).step_by(97).chain([text.len()]) {
            let mut excerpts = Excerpts::default();
            let mut spans = wanted;
            for (start, part) in [(0, &text[..cut]), (cut, &text[cut..])] {
                let mut own: Vec<&mut Span> = Vec::new();
                for (span, original) in spans.iter_mut().zip(wanted) {
                    if original.start() >= start && original.end() <= start + part.len() {
                        *span = original;
                        own.push(span);
                    }
                }
                excerpts.keep(part, start, part.len(), &mut own);
            }
            let source = Source::from(excerpts);
            assert!(source.text().len() < 14_000);
            let mut locator = Locator::of(&source);
            for ((span, original), word) in spans.into_iter().zip(wanted).zip(words) {
                if original.start() < cut && cut < original.end() {
                    continue;
                }
                assert_eq!((span.slice(source.text()), source.original(span)), (word, original), "{cut}");
                let at = index.position(original.start());
                let mark = usize::from(at.line == 1);
                let found = locator.position(span.start());
                assert_eq!((found.line, found.column), (at.line, at.column - mark), "{word} {cut}");
            }
        }
    }
}
