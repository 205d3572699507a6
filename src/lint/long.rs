use std::io::Read;

use super::gather::Gathering;
use super::suppression::Suppressions;
use super::windows::{Window, each_window};
use super::{Checked, Linter};
use crate::citation::PartialDate;
use crate::finding::Diagnostic;
use crate::resolve::Document;
use crate::source::{Excerpts, Parts, PartsError, Source};
use crate::text::Span;

/// Texts of any length.
impl Linter<'_> {
    /// Checks a text of any length. One of more than some megabytes is read in windows, so that memory does not grow with it:
    /// what rules compare within a document they then compare within a window, and a short form repeats a citation of its
    /// window.
    pub fn check_text(&self, text: &str) -> Checked {
        self.check_windows(text, None)
    }

    /// Checks the text of a file in the same way.
    pub fn check_source(&self, source: &Source<'_>) -> Checked {
        self.check_windows(source.text(), Some(source))
    }

    fn check_windows(&self, mut text: &str, source: Option<&Source<'_>>) -> Checked {
        let mut gathering = self.gathering(Suppressions::of(text));
        let mut linter = *self;
        let Ok(()) = each_window(&mut text, |window| {
            linter.check_window(&window, source, &mut gathering);
            Ok(())
        });
        gathering.finish(text, self.level)
    }

    /// Checks a text that is read part by part, as [`Linter::check_text`] does one of some megabytes; it is held nowhere as a whole. The
    /// findings are of the text of the source that is given with them: that has the lines around them, and knows where these stand.
    ///
    /// # Errors
    ///
    /// [`PartsError::Unreadable`], and [`PartsError::NeedsWhole`] for bytes that are not UTF-8 and for comments that silence findings: then
    /// the text is to be read as a whole.
    ///
    /// ```
    /// use cite_lint::lint::Linter;
    /// use cite_lint::report::Locator;
    /// use cite_lint::source::{Options, Parts};
    ///
    /// let text = "một\n".repeat(9_000) + "theo Chỉ thị số 16/CT/TTg";
    /// let parts = Parts::open(text.as_bytes(), Options::default())?.expect("plain text");
    /// let (checked, source) = Linter::new().check_parts(parts)?;
    /// let finding = &checked.diagnostics[0];
    /// assert_eq!(finding.span.slice(source.text()), "16/CT/TTg");
    /// assert_eq!(source.original(finding.span).slice(&text), "16/CT/TTg");
    /// assert_eq!(Locator::of(&source).position(finding.span.start()).line, 9_001);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check_parts(&self, mut parts: Parts<impl Read>) -> Result<(Checked, Source<'static>), PartsError> {
        let mut gathering = self.gathering(Suppressions::default());
        let mut excerpts = Excerpts::default();
        let mut linter = *self;
        each_window(&mut parts, |window| {
            if !Suppressions::are_none_in(window.text) {
                return Err(PartsError::NeedsWhole { start: window.start });
            }
            let known = gathering.checked.diagnostics.len();
            linter.check_window(&window, None, &mut gathering);
            let mut spans: Vec<&mut Span> =
                gathering.checked.diagnostics[known..].iter_mut().flat_map(Diagnostic::spans_mut).collect();
            excerpts.keep(window.text, window.start, window.next, &mut spans);
            Ok(())
        })?;
        Ok((gathering.finish("", self.level), excerpts.into()))
    }

    /// Checks one window, and keeps what the next ones have to know of it.
    fn check_window(&mut self, window: &Window<'_>, source: Option<&Source<'_>>, gathering: &mut Gathering) {
        let is_first = window.start == 0 && window.own.start == 0;
        let document = match source {
            Some(source) if is_first => self.read(window.text).of_file(source),
            None if is_first => self.read(window.text),
            _ => self.dated(Document::further(window.text)),
        };
        let regime = self.check_part(&document, window.own.clone(), window.start, gathering);
        // The head of the whole text stands in the first window.
        self.regime = Some(regime);
        self.document_date = document.date().and_then(PartialDate::day).or(self.document_date);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::source::Options;

    #[test]
    fn a_text_in_parts_gives_what_the_whole_gives() {
        let lines = [
            "Căn cứ nghị định số 1/2020/NĐ-CP, ngày 3/6/2020; theo Chỉ thị số 16/CT/TTg và số số 5;\n",
            "😀 Thực hiện Đề án số 15- ĐA/TU ngày 3-6-2013 của BTV Tỉnh ủy (Luật số 45/2013/QH13);\n",
            "Kế hoạch 12/KH-UBND về hoà bình, hòa bình, ho\u{300}a bi\u{300}nh ; huyện Đầu Tiêng\n",
        ];
        let filling = "một dòng không có gì, ".repeat(20) + "và một dòng nữa\n";
        let mut text = String::from("\u{feff}");
        for number in 0..9_000 {
            text.push_str(if number % 20 == 0 { lines[number / 20 % 3] } else { &filling });
        }
        assert!(text.len() > 4 << 20);
        let linter = Linter::new().with_most(100);
        for level in [Severity::Info, Severity::Warning] {
            let linter = linter.with_level(level);
            let whole = linter.check_text(&text);
            let parts = Parts::open(text.as_bytes(), Options::default()).unwrap().unwrap();
            let (mut checked, source) = linter.check_parts(parts).unwrap();
            assert!(source.text().len() < text.len() / 2);
            assert!(checked.diagnostics.len() >= 200);
            for span in checked.diagnostics.iter_mut().flat_map(Diagnostic::spans_mut) {
                let original = source.original(*span);
                assert_eq!(span.slice(source.text()), original.slice(&text));
                *span = original;
            }
            assert_eq!(checked.diagnostics, whole.diagnostics);
            assert_eq!((checked.counts, checked.folded), (whole.counts, whole.folded));
            assert_eq!(checked.hidden, whole.hidden);
        }
    }

    #[test]
    fn what_needs_the_whole_text_says_so() {
        let text = "một\n".repeat(400_000) + "# cite-lint: ignore\n16/CT/TTg\n";
        let parts = Parts::open(text.as_bytes(), Options::default()).unwrap().unwrap();
        assert!(matches!(Linter::new().check_parts(parts), Err(PartsError::NeedsWhole { start }) if start > 1 << 20));
    }
}
