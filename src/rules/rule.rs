use std::sync::{LazyLock, OnceLock};

use crate::finding::{Applicability, Lang, Message, Severity};

use super::{Context, Findings, all};

/// One rule: its card and its function. The text for people stands in the .md beside the .rs.
#[derive(Debug)]
pub struct Rule {
    /// `SYM03`; never reused.
    pub code: &'static str,
    /// `symbol-separator`; reads after "allow".
    pub name: &'static str,
    /// The group of the catalogue, in lower case: `symbol`.
    pub group: &'static str,
    /// How grave its findings are.
    pub severity: Severity,
    /// How far its fix may be applied, if it has one.
    pub fix: Option<Applicability>,
    /// First version with it.
    pub since: &'static str,
    /// The whole .md.
    pub doc: &'static str,
    /// Finds.
    pub(crate) check: fn(&Context<'_>, &mut Findings<'_>),
}

/// What stands in every finding of a rule, read from its .md once.
#[derive(Debug)]
pub(super) struct Card {
    vi: String,
    en: String,
    pub(super) source: &'static str,
}

impl Card {
    pub(super) fn why(&'static self) -> Message {
        Message::new(self.vi.as_str(), self.en.as_str())
    }
}

impl Rule {
    /// The card of the rule; the same for all texts.
    pub(super) fn card(&self) -> &'static Card {
        static CARDS: LazyLock<Vec<OnceLock<Card>>> = LazyLock::new(|| all().iter().map(|_| OnceLock::new()).collect());
        CARDS[self.place()].get_or_init(|| {
            let why = self.why();
            Card { vi: why.text(Lang::Vi).to_owned(), en: why.text(Lang::En).to_owned(), source: self.source() }
        })
    }

    /// Where it stands among all: every rule is one of those.
    pub(crate) fn place(&self) -> usize {
        all().iter().position(|rule| rule.code == self.code).unwrap_or_default()
    }

    /// Whether a word means the rule: its code, its name, or the letters of its code.
    ///
    /// ```
    /// let rule = cite_lint::rules::find("SYM03").unwrap();
    /// assert!(rule.is_meant_by("sym03") && rule.is_meant_by("symbol-separator") && rule.is_meant_by("SYM"));
    /// assert!(!rule.is_meant_by("SYM0"));
    /// ```
    pub fn is_meant_by(&self, word: &str) -> bool {
        let letters = self.code.trim_end_matches(|c: char| c.is_ascii_digit());
        [self.code, self.name, letters].iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// The meaning in one line: the line under the title of the .md, `vi / en`.
    pub fn summary(&self) -> Message {
        let line = self.doc.lines().skip(1).find(|line| !line.trim().is_empty()).unwrap_or_default();
        let (vi, en) = line.split_once(" / ").unwrap_or((line, line));
        Message::new(vi.trim().to_owned(), en.trim().to_owned())
    }

    /// Why, from the section "Vì sao / Why": its first paragraph is Vietnamese, its second English.
    pub fn why(&self) -> Message {
        let section = self.section("Why");
        let mut paragraphs = section.split("\n\n").map(|p| p.split_whitespace().collect::<Vec<_>>().join(" "));
        let vi = paragraphs.next().unwrap_or_default();
        let en = paragraphs.next().unwrap_or_else(|| vi.clone());
        Message::new(vi, en)
    }

    /// Document, appendix and section that the rule follows.
    pub fn source(&self) -> &'static str {
        self.section("Source").lines().next().unwrap_or_default()
    }

    /// The body of a section of the .md by the English half of its heading: `Why`, `Wrong`, `Right`, `Fix`, `Source`.
    pub fn section(&self, english: &str) -> &'static str {
        let heading = format!(" / {english}\n");
        let Some((_, after)) = self.doc.split_once(&heading) else { return "" };
        after.split("\n## ").next().unwrap_or_default().trim()
    }

    /// The code blocks of a section, without their fences.
    pub fn examples(&self, english: &str) -> Vec<&'static str> {
        self.section(english)
            .split("```")
            .skip(1)
            .step_by(2)
            .map(|block| block.split_once('\n').map_or("", |(_, body)| body))
            .collect()
    }
}
