use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::plural;
use crate::finding::{Applicability, Diagnostic, Lang, Severity};
use crate::rules;

/// How often each rule reported, over all files of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    by_rule: BTreeMap<&'static str, Count>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Count {
    severity: Severity,
    findings: usize,
    safe: usize,
    files: usize,
}

/// A rule of [`Statistics`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatisticsLine {
    /// Its code.
    pub rule: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How grave its findings are.
    pub severity: Severity,
    /// How many there are.
    pub count: usize,
    /// How many of them have a fix that is safe.
    pub safe_fixes: usize,
    /// In how many files.
    pub files: usize,
    /// What it reports.
    pub summary: String,
}

impl Statistics {
    /// Those of one file.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut statistics = Self::default();
        for diagnostic in diagnostics {
            let first = Count { severity: diagnostic.severity, findings: 0, safe: 0, files: 1 };
            let count = statistics.by_rule.entry(diagnostic.rule).or_insert(first);
            count.findings += 1;
            count.safe += usize::from(diagnostic.fixes.iter().any(|fix| fix.applicability == Applicability::Safe));
            count.severity = count.severity.max(diagnostic.severity);
        }
        statistics
    }

    /// Adds those of another file.
    pub fn add(&mut self, other: &Self) {
        for (rule, count) in &other.by_rule {
            self.by_rule
                .entry(rule)
                .and_modify(|sum| {
                    sum.findings += count.findings;
                    sum.safe += count.safe;
                    sum.files += count.files;
                    sum.severity = sum.severity.max(count.severity);
                })
                .or_insert(*count);
        }
    }

    /// Whether nothing was reported.
    pub fn is_empty(&self) -> bool {
        self.by_rule.is_empty()
    }

    /// The rules that reported: the gravest first, of these the most frequent.
    pub fn lines(&self, lang: Lang) -> Vec<StatisticsLine> {
        let mut lines: Vec<StatisticsLine> = self
            .by_rule
            .iter()
            .map(|(code, count)| {
                let rule = rules::find(code);
                StatisticsLine {
                    rule: code,
                    name: rule.map_or("", |rule| rule.name),
                    severity: count.severity,
                    count: count.findings,
                    safe_fixes: count.safe,
                    files: count.files,
                    summary: rule.map(|rule| rule.summary().text(lang).to_owned()).unwrap_or_default(),
                }
            })
            .collect();
        lines.sort_by_key(|line| std::cmp::Reverse((line.severity, line.count)));
        lines
    }

    /// Writes a line a rule for people.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn text(&self, out: &mut impl Write, lang: Lang) -> io::Result<()> {
        for StatisticsLine { rule, name, severity, count, safe_fixes, summary, .. } in self.lines(lang) {
            let safe = match (safe_fixes, lang) {
                (0, _) => String::new(),
                (n, Lang::Vi) => format!(" [{n} sửa an toàn]"),
                (n, Lang::En) => format!(" [{n} safe {}]", plural(n, "fix", "fixes")),
            };
            let severity = severity.name();
            writeln!(out, "{count:7}  {rule}  {severity:7}  {name:27}  {summary}{safe}")?;
        }
        Ok(())
    }

    /// Writes a JSON array, one object a rule.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn json(&self, out: &mut impl Write, lang: Lang) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *out, &self.lines(lang))?;
        out.write_all(b"\n")
    }
}
