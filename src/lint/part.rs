//! The rules, over one part of a text.

use std::ops::Range;

use super::gather::Gathering;
use super::{Counts, Folded, Linter, Office};
use crate::finding::{Diagnostic, Severity};
use crate::registry::Verdict;
use crate::resolve::Document;
use crate::rules::{self, Context, Counted, Findings, Regime, Rule};
use crate::text::Span;

impl Linter<'_> {
    /// Adds what is wrong in the next part of a text, that begins at `start`, as far as it begins in the bytes that are its `own`;
    /// gives its regime.
    pub(super) fn check_part(
        &self,
        document: &Document<'_>,
        own: Range<usize>,
        start: usize,
        gathering: &mut Gathering,
    ) -> Regime {
        let mut context = Context::new(document, self.registry, self.today);
        if let Some(regime) = self.regime {
            context = context.with_regime(regime);
        }
        let is_own = |span: Span| own.contains(&span.start());
        let mut found: Vec<Diagnostic> = Vec::new();
        for rule in rules::all() {
            let severity = self.asked_severity_of(rule);
            if severity.is_none() && !gathering.awaits(rule) {
                continue;
            }
            let findings = Findings::new(rule, &mut found).within(own.clone());
            let findings = findings.silent_in(gathering.silent(rule, start));
            match severity {
                Some(severity) => self.run(rule, findings.of_severity(severity), &context, start, gathering),
                // Nobody asks for what it finds, but for the use of the comments on it.
                None => {
                    let mut counted = Vec::new();
                    let mut findings = findings.counted_in(&mut counted);
                    (rule.check)(&context, &mut findings);
                    gathering.note(rule, findings.take_silenced(), start);
                }
            }
        }
        if let Some(office) = self.office {
            let (right, wrong) = office.found(document);
            office.excuse(document.text(), &right, &mut found);
            let (rule, mut phrases) = (rules::word_typo(), Vec::new());
            let findings = Findings::new(rule, &mut phrases).within(own.clone());
            let mut findings = findings.silent_in(gathering.silent(rule, start));
            Office::report_phrases(document.text(), &wrong, &mut findings);
            gathering.note(rule, findings.take_silenced(), start);
            if let Some(severity) = self.asked_severity_of(rule) {
                found.extend(phrases.into_iter().map(|phrase| Diagnostic { severity, ..phrase }));
            }
        }
        gathering.list(found, document.text(), start);
        if !self.without_counts {
            let counts = &mut gathering.checked.counts;
            counts.add(&count(&context, is_own));
            let missed = document.near_misses();
            counts.near_misses += missed.iter().filter(|missed| is_own(missed.span)).count();
        }
        context.regime()
    }

    /// How grave the findings of a rule are, where they are listed or counted.
    fn asked_severity_of(&self, rule: &Rule) -> Option<Severity> {
        self.severity_of(rule).filter(|&severity| self.asks_for(severity))
    }

    /// Lists what a rule finds, or counts it.
    fn run(&self, rule: &Rule, findings: Findings<'_>, context: &Context<'_>, start: usize, gathering: &mut Gathering) {
        let is_full = gathering.is_full_for(rule.code);
        if self.without_counts && is_full && gathering.has_folded(rule.code) && !gathering.awaits(rule) {
            return;
        }
        let most = match self.office {
            // What the office excuses leaves room for others.
            Some(office) if office.may_excuse(rule) => usize::MAX,
            _ if is_full => 0,
            _ => self.most,
        };
        let mut counted: Vec<Counted> = Vec::new();
        let mut findings = findings.at_most(most);
        let severity = findings.severity();
        if severity < self.listed(rule) {
            findings = findings.counted_in(&mut counted);
        }
        (rule.check)(context, &mut findings);
        gathering.note(rule, findings.take_silenced(), start);
        let count = findings.left_out();
        if count > 0 {
            gathering.checked.fold(Folded { rule: rule.code, severity, count });
        }
        if !counted.is_empty() {
            gathering.count(counted, severity);
        }
    }
}

fn count(context: &Context<'_>, is_own: impl Fn(Span) -> bool) -> Counts {
    let mut counts = Counts::default();
    for (_, verdict) in context.cited().filter(|(mention, _)| is_own(mention.core())) {
        counts.citations += 1;
        match verdict {
            Verdict::Known(_) => counts.known += 1,
            Verdict::Mismatch { .. } => counts.mismatched += 1,
            Verdict::Ambiguous(_) => counts.ambiguous += 1,
            Verdict::Absent | Verdict::NotCovered | Verdict::Malformed => counts.not_covered += 1,
        }
    }
    counts
}
