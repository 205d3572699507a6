use crate::finding::{Diagnostic, Severity};

/// What a check of one text gave.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The findings of every severity, in text order.
    pub diagnostics: Vec<Diagnostic>,
    /// How far the citations could be checked.
    pub counts: Counts,
    /// The rules of which more was found than is listed, see [`Linter::with_most`](super::Linter::with_most).
    pub folded: Vec<Folded>,
    /// What was found below the level that is read, see [`Linter::with_level`](super::Linter::with_level).
    pub hidden: Vec<Folded>,
}

/// Findings of one rule that are counted and not listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folded {
    /// Code of the rule.
    pub rule: &'static str,
    /// How grave they are.
    pub severity: Severity,
    /// How many there are beside those listed; at least so many, where [counts](super::Linter::without_counts) are not asked for.
    pub count: usize,
}

/// How far the citations of a text could be checked against the registry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All citations of other documents.
    pub citations: usize,
    /// Known documents that the citation agrees with.
    pub known: usize,
    /// Known documents of which the citation says something else.
    pub mismatched: usize,
    /// Several known documents fit.
    pub ambiguous: usize,
    /// Outside what the registry covers.
    pub not_covered: usize,
    /// Strings that look like a number with a symbol and were not read, see [`near_misses`](crate::parse::near_misses).
    pub near_misses: usize,
}

impl Checked {
    /// Adds findings that are not listed.
    pub(super) fn fold(&mut self, more: Folded) {
        add(&mut self.folded, more);
    }

    /// Adds findings that nobody reads.
    pub(super) fn hide(&mut self, more: Folded) {
        add(&mut self.hidden, more);
    }
}

fn add(counts: &mut Vec<Folded>, more: Folded) {
    let same = |folded: &&mut Folded| (folded.rule, folded.severity) == (more.rule, more.severity);
    match counts.iter_mut().find(same) {
        Some(folded) => folded.count += more.count,
        None => counts.push(more),
    }
}

impl Counts {
    /// Adds the counts of another text.
    pub const fn add(&mut self, other: &Self) {
        self.citations += other.citations;
        self.known += other.known;
        self.mismatched += other.mismatched;
        self.ambiguous += other.ambiguous;
        self.not_covered += other.not_covered;
        self.near_misses += other.near_misses;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::lint::Linter;

    /// How many of each rule.
    fn by_rule(checked: &Checked) -> BTreeMap<(&'static str, &'static str), usize> {
        let mut counts = BTreeMap::new();
        let folded =
            checked.folded.iter().chain(&checked.hidden).map(|folded| (folded.rule, folded.severity, folded.count));
        for (rule, severity, count) in checked.diagnostics.iter().map(|one| (one.rule, one.severity, 1)).chain(folded) {
            *counts.entry((rule, severity.name())).or_default() += count;
        }
        counts
    }

    #[test]
    fn what_is_hidden_is_counted_as_what_is_listed() {
        let slips = "Căn cứ nghị định số 1/2020/NĐ-CP, ngày 3/6/2020; theo khoản 1 điều 2 Thông tư 22/2021/TT-BNV;\n\
                     Thực hiện Đề án số 15- ĐA/TU, 16- ĐA/TU ngày 3-6-2013 của BTV Tỉnh ủy (Luật số 45/2013/QH13);\n\
                     <!-- cite-lint: ignore[SYM13] -->\nKế hoạch 12/KH-UBND về hoà bình, hòa bình, ho\u{300}a bi\u{300}nh ;\n\
                     Nghị quyết số 1/NQ-HĐND, 2/NQ-HĐND, 3/NQ-HĐND ngày 1/6/2020 của HĐND;\n";
        for (text, most) in [(slips.to_owned(), 1_000), (slips.repeat(9), 3), (slips.repeat(9), 0)] {
            let linter = Linter::new().with_most(most);
            let all = linter.check_text(&text);
            for level in [Severity::Info, Severity::Warning, Severity::Error] {
                let checked = linter.with_level(level).check_text(&text);
                let shown = all.diagnostics.iter().filter(|diagnostic| diagnostic.severity >= level);
                assert!(checked.diagnostics.iter().eq(shown), "{level:?}");
                assert_eq!((by_rule(&checked), &checked.folded), (by_rule(&all), &all.folded), "{level:?} {most}");
                let listed = linter.with_level(level).without_counts().check_text(&text);
                let folded = |checked: &Checked| -> Vec<_> {
                    let shown = checked.folded.iter().filter(|folded| folded.severity >= level);
                    shown.map(|folded| folded.rule).collect()
                };
                assert_eq!(
                    (&listed.diagnostics, folded(&listed)),
                    (&checked.diagnostics, folded(&checked)),
                    "{level:?}"
                );
                assert!(listed.hidden.is_empty() && listed.folded.iter().all(|folded| folded.severity >= level));
            }
        }
    }
}
