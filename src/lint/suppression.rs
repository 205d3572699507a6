//! Comments that silence findings: `<!-- cite-lint: ignore[DAT06] lý do -->`, and behind `%`, `#` or `//`.
//!
//! `ignore` is for its own line and the next one, `ignore-start` to `ignore-end` for the lines between, `ignore-file` for the
//! whole text. In brackets stand the rules, by code, name or group; without brackets all are meant.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::rule_set::RuleSet;
use crate::finding::{Applicability, Diagnostic, Fix, Message, Severity};
use crate::rules::{self, Findings, Rule};
use crate::text::{Edit, Span, joined};

/// The comments of a text.
#[derive(Debug, Default)]
pub(super) struct Suppressions(Vec<Comment>);

impl Suppressions {
    /// Reads them.
    pub(super) fn of(text: &str) -> Self {
        Self(comments(text))
    }

    /// Whether there is no word of one in a part of a text.
    pub(super) fn are_none_in(part: &str) -> bool {
        memchr::memmem::find(part.as_bytes(), COMMAND.as_bytes()).is_none()
    }

    /// The bytes of the text in which they silence what a rule finds, in order.
    pub(super) fn reaches(&self, rule: &Rule) -> Vec<Range<usize>> {
        joined(self.0.iter().filter(|comment| comment.rules.has(rule)).map(Comment::reach).collect())
    }

    /// Notes that they silenced what a rule found at these bytes: those that did are of use.
    pub(super) fn note(&mut self, rule: &Rule, mut silenced: Vec<usize>) {
        silenced.sort_unstable();
        for comment in self.0.iter_mut().filter(|comment| !comment.used && comment.rules.has(rule)) {
            let first = silenced.partition_point(|&at| at < comment.reach.start());
            comment.used = silenced.get(first).is_some_and(|&at| at < comment.reach.end());
        }
    }

    /// Whether one that silenced nothing so far means a rule.
    pub(super) fn are_unused_for(&self, rule: &Rule) -> bool {
        self.0.iter().any(|comment| !comment.used && comment.rules.has(rule))
    }

    /// The findings on those that silenced nothing so far.
    pub(super) fn unused(&self, severity: Severity) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut findings = Findings::new(rules::unused_suppression(), &mut found).of_severity(severity);
        for comment in self.0.iter().filter(|comment| !comment.used) {
            let title = Message::new("bỏ ghi chú", "drop the comment");
            let edits = vec![Edit { span: comment.whole, text: String::new() }];
            let fix = Fix { title: title.clone(), applicability: Applicability::Safe, edits };
            let message = Message::new("ghi chú bỏ qua không còn tác dụng", "this comment silences nothing");
            findings.add(comment.words, message, title, vec![fix]);
        }
        found
    }
}

/// A comment, and where it works.
#[derive(Debug)]
struct Comment {
    /// The words of the command.
    words: Span,
    /// The comment with its signs.
    whole: Span,
    /// The bytes of the text in which findings are silenced.
    reach: Span,
    rules: RuleSet,
    used: bool,
}

impl Comment {
    fn reach(&self) -> Range<usize> {
        self.reach.start()..self.reach.end()
    }
}

/// Comments that are read in a text: each is looked at for each rule.
const MOST: usize = 1_000;

/// Words that are read in brackets: more than there are codes, names and groups of rules.
const MOST_WORDS: usize = 256;

const COMMAND: &str = "cite-lint: ignore";

/// The command with what it is for, and the rules in brackets behind it. Most texts have none, and compile no pattern.
static WHOLE_COMMAND: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"^cite-lint: ignore(?<kind>-file|-start|-end|)(?:\[(?<rules>[^\]]*)\])?";
    Regex::new(pattern).expect("a pattern that tests compile too")
});

fn comments(text: &str) -> Vec<Comment> {
    let mut comments: Vec<Comment> = Vec::new();
    // The comment that waits for its end, by place in the list.
    let mut open: Option<usize> = None;
    for at in memchr::memmem::find_iter(text.as_bytes(), COMMAND).take(MOST) {
        let line_start = memchr::memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |before| before + 1);
        let line_end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length);
        let Some((opens, end)) = signs(text, line_start, at, line_end) else { continue };
        let Some(command) = WHOLE_COMMAND.captures(&text[at..end]) else { continue };
        let kind = &command["kind"];
        if kind == "-end" {
            if let Some(started) = open.take() {
                comments[started].reach = Span::new(comments[started].reach.start(), at);
            }
            continue;
        }
        let rules = command.name("rules").map_or("", |rules| rules.as_str()).split(',').map(str::trim);
        let mut rules = rules.filter(|rule| !rule.is_empty()).take(MOST_WORDS).peekable();
        let rules = if rules.peek().is_some() { RuleSet::meant_by(rules) } else { RuleSet::ALL };
        let next = memchr::memchr(b'\n', &text.as_bytes()[(line_end + 1).min(text.len())..]);
        let next_end = next.map_or(text.len(), |length| line_end + 1 + length);
        let reach = match kind {
            "-file" => Span::new(0, text.len() + 1),
            "-start" => Span::new(at, text.len() + 1),
            _ => Span::new(line_start, next_end + 1),
        };
        if kind == "-start" {
            open = Some(comments.len());
        }
        let words = Span::new(at, at + command[0].len());
        comments.push(Comment { words, whole: Span::new(opens, end), reach, rules, used: false });
    }
    comments
}

/// Where the comment that the command stands in begins and ends; `None` where it stands in none.
fn signs(text: &str, line_start: usize, at: usize, line_end: usize) -> Option<(usize, usize)> {
    let before = &text[line_start..at];
    if let Some(open) = before.rfind("<!--").filter(|open| before[open + 4..].trim().is_empty()) {
        let end = text[at..line_end].find("-->")? + at + "-->".len();
        return Some((line_start + open, end));
    }
    let sign = ["%", "#", "//"].into_iter().find(|sign| before.trim_end().ends_with(sign))?;
    Some((line_start + before.trim_end().len() - sign.len(), line_end))
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity;
    use crate::lint::Linter;

    /// The rules that are told at warning or above.
    fn told(text: &str) -> Vec<&'static str> {
        let findings = Linter::new().lint(text);
        findings.iter().filter(|finding| finding.severity >= Severity::Warning).map(|finding| finding.rule).collect()
    }

    #[test]
    fn comments_silence_what_they_name_where_they_reach() {
        let wrong = "Thực hiện Đề án số 15- ĐA/TU.";
        for (text, want) in [
            (format!("{wrong} <!-- cite-lint: ignore[SYM01] đúng bản gốc -->"), vec![]),
            (format!("<!-- cite-lint: ignore -->\n{wrong}"), vec![]),
            (format!("% cite-lint: ignore[symbol-space]\n{wrong}"), vec![]),
            (format!("# cite-lint: ignore[SYM]\n{wrong}\n"), vec![]),
            (format!("// cite-lint: ignore[DAT01, SYM01]\n{wrong}\n\n{wrong}"), vec!["SYM01"]),
            (format!("<!-- cite-lint: ignore-file[SYM01] -->\n\n\n{wrong}\n{wrong}"), vec![]),
            (
                format!("<!-- cite-lint: ignore-start -->\n\n{wrong}\n<!-- cite-lint: ignore-end -->\n{wrong}"),
                vec!["SYM01"],
            ),
            (format!("<!-- cite-lint: ignore[DAT06] -->\n{wrong}"), vec!["SUP01", "SYM01"]),
            (format!("Viết cite-lint: ignore\n{wrong}"), vec!["SYM01"]),
        ] {
            assert_eq!(told(&text), want, "{text}");
            assert_eq!(told(&text.replace('\n', "\r\n")), want, "{text} with CRLF");
        }
    }

    #[test]
    fn what_is_silenced_leaves_room_for_others() {
        use crate::lint::Severities;
        use crate::rules;

        let slip = "Thực hiện Đề án số 15- ĐA/TU.\n\n";
        let comments =
            ["-start[SYM01, CMP01] -->", "-start -->", "-start[SYM01] -->\n<!-- cite-lint: ignore-file[DAT06] -->"];
        let mut no_sup = Severities::default();
        no_sup.set(rules::unused_suppression(), None);
        let [usual, without] = [Severities::default(), no_sup];
        for (comment, severities) in comments.iter().flat_map(|comment| [(comment, &usual), (comment, &without)]) {
            let ended = format!("\n{}<!-- cite-lint: ignore-end -->\n\n", slip.repeat(9));
            let text = format!("<!-- cite-lint: ignore{comment}{ended}{}", slip.repeat(3));
            for level in [Severity::Info, Severity::Warning, Severity::Error] {
                let linter = Linter::new().with_severities(severities).with_level(level).with_most(2);
                for linter in [linter, linter.without_counts()] {
                    let checked = linter.check_text(&text);
                    let listed = checked.diagnostics.iter().filter(|finding| finding.rule == "SYM01").count();
                    let told = |folded: &crate::lint::Folded| folded.rule == "SYM01" && folded.severity >= level;
                    let more: usize =
                        checked.folded.iter().filter(|folded| told(folded)).map(|folded| folded.count).sum();
                    let want = if level == Severity::Error { (0, 0) } else { (2, 1) };
                    assert_eq!((listed, more), want, "{comment} {level:?}");
                }
            }
            let all = format!("<!-- cite-lint: ignore{comment}{ended}");
            for linter in [Linter::new().with_most(2), Linter::new().with_most(2).without_counts()] {
                let checked = linter.check_text(&all);
                assert!(checked.folded.iter().all(|folded| folded.rule != "SYM01"), "{:?}", checked.folded);
            }
        }
    }
}
