//! The rules, over one part of a text.

use std::ops::Range;

use super::gather::Gathering;
use super::{Counts, Folded, Linter};
use crate::finding::Diagnostic;
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
        // Rules that nobody asks for, of which something may be found: for the comments that silence it, or by the office.
        let mut unasked: Vec<&str> = Vec::new();
        for rule in rules::all() {
            let findings = Findings::new(rule, &mut found).within(own.clone());
            match self.severity_of(rule).filter(|&severity| self.asks_for(severity)) {
                Some(severity) => self.run(rule, findings.of_severity(severity), &context, start, gathering),
                None => {
                    let is_awaited = gathering.awaits(rule);
                    if is_awaited {
                        (rule.check)(&context, &mut { findings });
                    }
                    if is_awaited || self.office.is_some() {
                        unasked.push(rule.code);
                    }
                }
            }
        }
        if let Some(office) = self.office {
            office.apply(document, |rule| self.severity_of(rule), &mut found);
        }
        found.retain(|diagnostic| is_own(diagnostic.span));
        gathering.silence(&mut found, start);
        found.retain(|diagnostic| !unasked.contains(&diagnostic.rule));
        gathering.list(found, document.text(), start);
        if !self.only_lists {
            let counts = &mut gathering.checked.counts;
            counts.add(&count(&context, is_own));
            let missed = document.near_misses();
            counts.near_misses += missed.iter().filter(|missed| is_own(missed.span)).count();
        }
        context.regime()
    }

    /// Lists what a rule finds, or counts it.
    fn run(&self, rule: &Rule, findings: Findings<'_>, context: &Context<'_>, start: usize, gathering: &mut Gathering) {
        let (is_full, is_awaited) = (gathering.is_full_for(rule.code), gathering.awaits(rule));
        if self.only_lists && is_full && !is_awaited && gathering.has_folded(rule.code) {
            return;
        }
        // A comment may be on one of those that are not listed.
        let most = if is_awaited {
            usize::MAX
        } else if is_full {
            0
        } else {
            self.most
        };
        let mut counted: Vec<Counted> = Vec::new();
        let mut findings = findings.at_most(most);
        let severity = findings.severity();
        if severity < self.listed(rule) || is_full && is_awaited {
            findings = findings.counted_in(&mut counted);
        }
        (rule.check)(context, &mut findings);
        let count = findings.left_out();
        if count > 0 {
            gathering.checked.fold(Folded { rule: rule.code, severity, count });
        }
        if !counted.is_empty() {
            gathering.count(counted, severity, start);
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
