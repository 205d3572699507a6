use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::finding::{Applicability, Diagnostic, Message};
use crate::resolve::Document;
use crate::rules::{self, Findings, Rule};
use crate::text::{Edit, Span, is_word_char};

/// What an office has of its own: names that are right as it writes them, codes, wordings.
///
/// Names and wordings are found as they are written, letter by letter (a text in NFD is read as NFC).
///
/// ```
/// use cite_lint::lint::{Linter, Office};
///
/// let office = Office::new().with_codes(["BCSD"]).with_phrase("Sở GDĐT", "Sở Giáo dục và Đào tạo");
/// let linter = Linter::new();
/// let text = "Kế hoạch số 27-KH/BCSD ngày 19/02/2024 gửi Sở GDĐT.";
/// let codes = |linter: &Linter| linter.lint(text).iter().map(|finding| finding.rule).collect::<Vec<_>>();
/// assert!(codes(&linter).contains(&"SYM05"));
/// assert_eq!(codes(&linter.with_office(&office)).iter().filter(|rule| **rule == "SYM05").count(), 0);
/// assert!(codes(&linter.with_office(&office)).contains(&"NAM05"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Office {
    /// Words that are right.
    names: Vec<String>,
    /// Codes of its bodies in symbols.
    codes: Vec<String>,
    /// Wrong wordings and their right forms.
    phrases: Vec<(String, String)>,
    /// Finds the names, then the phrases; made when the first text is checked, for all that was told by then.
    searcher: OnceLock<Option<AhoCorasick>>,
}

/// Rules on the codes inside a symbol.
const ON_CODES: [&str; 7] = ["AGR03", "INC02", "SYM04", "SYM05", "SYM06", "SYM10", "SYM11"];

/// Rules on names and words.
const ON_NAMES: &str = "NAM";

impl Office {
    /// Nothing of its own.
    pub fn new() -> Self {
        Self::default()
    }

    /// Names of bodies and places, and words, inside which no rule on names and words reports anything.
    #[must_use]
    pub fn with_names<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.names.extend(names.into_iter().map(Into::into).filter(|name| !name.is_empty()));
        self.searcher = OnceLock::new();
        self
    }

    /// Codes that are right as they stand in a symbol, whatever known code is near.
    #[must_use]
    pub fn with_codes<S: Into<String>>(mut self, codes: impl IntoIterator<Item = S>) -> Self {
        self.codes.extend(codes.into_iter().map(Into::into));
        self
    }

    /// A wording that is to be reported, as NAM05, and its right form.
    #[must_use]
    pub fn with_phrase(mut self, wrong: impl Into<String>, right: impl Into<String>) -> Self {
        let wrong = wrong.into();
        if !wrong.is_empty() {
            self.phrases.push((wrong, right.into()));
        }
        self.searcher = OnceLock::new();
        self
    }

    /// A searcher of too many words for it would find none.
    fn searcher(&self) -> Option<&AhoCorasick> {
        let words = self.names.iter().chain(self.phrases.iter().map(|(wrong, _)| wrong));
        let made = || AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok();
        self.searcher.get_or_init(made).as_ref()
    }

    /// Whether it may find right what a rule finds wrong.
    pub(super) fn may_excuse(&self, rule: &Rule) -> bool {
        rule.code.starts_with(ON_NAMES) && !self.names.is_empty()
            || ON_CODES.contains(&rule.code) && !self.codes.is_empty()
    }

    /// Takes out of the findings in a text what is right for this office, where its names stand at the places `right`.
    pub(super) fn excuse(&self, text: &str, right: &[Span], diagnostics: &mut Vec<Diagnostic>) {
        diagnostics.retain(|diagnostic| {
            let is_right = match diagnostic.rule {
                rule if rule.starts_with(ON_NAMES) => right.iter().any(|name| name.contains(diagnostic.span)),
                rule if ON_CODES.contains(&rule) => self.is_of_own_code(diagnostic, text),
                _ => false,
            };
            !is_right
        });
    }

    /// Reports its wrong wordings in a text, each with its right form.
    pub(super) fn report_phrases(text: &str, wrong: &[(Span, &str)], findings: &mut Findings<'_>) {
        for &(span, right) in wrong {
            let written = span.slice(text);
            let message = Message::new(
                format!("‘{written}’ không đúng cách viết của cơ quan"),
                format!("‘{written}’ is not how the office writes it"),
            );
            let help = Message::new(format!("viết ‘{right}’"), format!("write ‘{right}’"));
            let fix = rules::change_to(right.to_owned(), span, Applicability::Unsafe);
            findings.add(span, message, help, vec![fix]);
        }
    }

    /// Where the names stand, and the wrong wordings with their right forms.
    pub(super) fn found(&self, document: &Document<'_>) -> (Vec<Span>, Vec<(Span, &str)>) {
        let (mut right, mut wrong) = (Vec::new(), Vec::new());
        let text = document.normalized().as_str();
        for found in self.searcher().into_iter().flat_map(|searcher| searcher.find_iter(text)) {
            let (before, behind) = (&text[..found.start()], &text[found.end()..]);
            if before.ends_with(is_word_char) || behind.starts_with(is_word_char) {
                continue;
            }
            let (span, index) = (document.span(found.range()), found.pattern().as_usize());
            match index.checked_sub(self.names.len()) {
                None => right.push(span),
                Some(phrase) => wrong.push((span, &*self.phrases[phrase].1)),
            }
        }
        (right, wrong)
    }

    /// Whether a finding on the codes of a symbol is on one of its own: the fix would change it, or there is none.
    fn is_of_own_code(&self, diagnostic: &Diagnostic, text: &str) -> bool {
        let is_code = |c: char| !matches!(c, '/' | '-' | '–' | ' ');
        let has = |words: &str, code: &str| words.split(|c| !is_code(c)).any(|word| word == code);
        let Some(fix) = diagnostic.fixes.first() else {
            return self.codes.iter().any(|code| has(diagnostic.span.slice(text), code));
        };
        let changes = |edit: &Edit, code: &str| has(edit.span.slice(text), code) && !has(&edit.text, code);
        self.codes.iter().any(|code| fix.edits.iter().any(|edit| changes(edit, code)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Linter;

    fn told(office: &Office, text: &str) -> Vec<(&'static str, String)> {
        let findings = Linter::new().with_office(office).lint(text);
        findings.iter().map(|finding| (finding.rule, finding.span.slice(text).to_owned())).collect()
    }

    #[test]
    fn own_names_are_right_and_only_these() {
        let text = "Ủy ban nhân dân huyện Đầu Tiêng và huyện Lắp Vò, tỉnh Đồng Tháp; tỉnh Bình Dương";
        let places = |office: &Office| -> Vec<String> {
            told(office, text).into_iter().filter(|(rule, _)| *rule == "NAM01").map(|(_, words)| words).collect()
        };
        let all = places(&Office::new());
        assert!(all.contains(&"Lắp Vò".to_owned()), "{all:?}");
        let left = places(&Office::new().with_names(["Lắp Vò"]));
        assert_eq!(left.len(), all.len() - 1);
        assert!(!left.contains(&"Lắp Vò".to_owned()));
        assert_eq!(places(&Office::new().with_names(["Lắp V"])), all, "a part of a word is no name");
    }

    #[test]
    fn own_wordings_are_told_in_both_forms_of_the_text() {
        use unicode_normalization::UnicodeNormalization;
        let office = Office::new().with_phrase("phòng Tiếp dân", "Ban Tiếp công dân");
        let text = "gửi phòng Tiếp dân trước ngày 31/3/2024";
        for text in [text.to_owned(), text.nfd().collect()] {
            let findings = Linter::new().with_office(&office).lint(&text);
            let fix = &findings.iter().find(|finding| finding.rule == "NAM05").unwrap().fixes[0];
            assert_eq!(fix.applicability, Applicability::Unsafe);
            assert_eq!(fix.edits[0].text, "Ban Tiếp công dân");
        }
    }

    #[test]
    fn own_codes_are_right_and_others_beside_them_are_not() {
        let own = Office::new().with_codes(["BCSD"]);
        let rules = |text: &str| told(&own, text).into_iter().map(|(rule, _)| rule).collect::<Vec<_>>();
        assert!(!rules("Kế hoạch số 27-KH/BCSD ngày 19/02/2024").contains(&"SYM05"));
        assert!(rules("Nghị định số 30/2020/ND-CP ngày 05/3/2020").contains(&"SYM05"));
    }

    #[test]
    fn what_is_excused_takes_no_room_from_others() {
        let own = Office::new().with_codes(["BCSD"]);
        let excused = "Kế hoạch số 27-KH/BCSD ngày 19/02/2024.\n".repeat(9);
        let wrong = "Nghị định số 30/2020/ND-CP ngày 05/3/2020.\n";
        for (text, want) in [(excused.clone(), (0, 0)), (excused + &wrong.repeat(3), (2, 1))] {
            let linter = Linter::new().with_office(&own).with_most(2);
            for linter in [linter, linter.without_counts()] {
                let checked = linter.check_text(&text);
                let listed = checked.diagnostics.iter().filter(|finding| finding.rule == "SYM05").count();
                let more = checked.folded.iter().filter(|folded| folded.rule == "SYM05").map(|folded| folded.count);
                assert_eq!((listed, more.sum::<usize>()), want);
            }
        }
    }
}
