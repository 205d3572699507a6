use std::hash::BuildHasher;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::Rule;
use super::rule::Card;
use crate::finding::{Diagnostic, Fingerprint, Fix, Message, Related, Severity};
use crate::text::Span;

/// Takes what one rule finds.
#[derive(Debug)]
pub struct Findings<'a> {
    rule: &'static Rule,
    severity: Severity,
    found: &'a mut Vec<Diagnostic>,
    /// What every finding of the rule says alike.
    card: Option<&'static Card>,
    /// The bytes whose findings are taken: what is found around them is that of other parts of the text.
    within: Range<usize>,
    /// The bytes in which findings are silenced, in order.
    silent: Vec<Range<usize>>,
    /// Where something was silenced.
    silenced: Vec<usize>,
    /// How many more are taken.
    room: usize,
    left_out: usize,
    last_left_out: Option<Span>,
    /// Takes the findings in the place of `found`, where they are only counted.
    counted: Option<&'a mut Vec<Counted>>,
}

/// A finding that nobody reads: what it is counted by.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    pub(crate) rule: &'static str,
    pub(crate) span: Span,
    /// A hash of what is said, where it is more than the rule and the place tell.
    pub(crate) message: u64,
}

impl<'a> Findings<'a> {
    /// Collects the findings of `rule` into `found`.
    pub const fn new(rule: &'static Rule, found: &'a mut Vec<Diagnostic>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            found,
            card: None,
            within: 0..usize::MAX,
            silent: Vec::new(),
            silenced: Vec::new(),
            room: usize::MAX,
            left_out: 0,
            last_left_out: None,
            counted: None,
        }
    }

    /// Gives them another severity than that of the rule.
    #[must_use]
    pub(crate) fn of_severity(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// How grave they are.
    pub(crate) const fn severity(&self) -> Severity {
        self.severity
    }

    /// Only counts them.
    #[must_use]
    pub(crate) fn counted_in(self, counted: &'a mut Vec<Counted>) -> Self {
        Self { counted: Some(counted), ..self }
    }

    /// Takes no more than `most`.
    #[must_use]
    pub fn at_most(self, most: usize) -> Self {
        Self { room: most, ..self }
    }

    /// Takes those only that begin within these bytes.
    #[must_use]
    pub fn within(self, bytes: Range<usize>) -> Self {
        Self { within: bytes, ..self }
    }

    /// Silences those that begin within one of these runs of bytes, which stand in order.
    #[must_use]
    pub(crate) fn silent_in(self, silent: Vec<Range<usize>>) -> Self {
        Self { silent, ..self }
    }

    /// Where something was silenced so far.
    pub(crate) fn take_silenced(&mut self) -> Vec<usize> {
        std::mem::take(&mut self.silenced)
    }

    /// Whether a finding at `span` is listed. Where it is not it is counted, and need not be put in words: of a slip that stands
    /// in a text ten thousand times few are listed. To be asked only where the rule says one thing of one place.
    pub fn takes(&mut self, span: Span) -> bool {
        self.has_room_for(span) && !self.counts_instead(span, || 0)
    }

    /// Counts a finding in the place of listing it, where they are only counted; tells whether it did.
    fn counts_instead(&mut self, span: Span, message: impl FnOnce() -> u64) -> bool {
        let Some(counted) = &mut self.counted else { return false };
        counted.push(Counted { rule: self.rule.code, span, message: message() });
        self.room -= 1;
        true
    }

    fn has_room_for(&mut self, span: Span) -> bool {
        if !self.within.contains(&span.start()) {
            return false;
        }
        if self.is_silent(span.start()) {
            self.silenced.push(span.start());
            return false;
        }
        // What is said twice of one place counts once.
        if self.room == 0 && self.last_left_out.replace(span) != Some(span) {
            self.left_out += 1;
        }
        self.room > 0
    }

    fn is_silent(&self, at: usize) -> bool {
        let behind = self.silent.partition_point(|silent| silent.start <= at);
        behind.checked_sub(1).is_some_and(|index| self.silent[index].contains(&at))
    }

    /// How many there was no room for.
    pub const fn left_out(&self) -> usize {
        self.left_out
    }

    /// Adds a finding at `span`.
    pub fn add(&mut self, span: Span, message: Message, help: Message, fixes: Vec<Fix>) {
        self.add_related(span, message, help, fixes, Vec::new());
    }

    /// Adds a finding that rests on other places.
    pub fn add_related(&mut self, span: Span, message: Message, help: Message, fixes: Vec<Fix>, related: Vec<Related>) {
        if !self.has_room_for(span) || self.counts_instead(span, || FxBuildHasher.hash_one(&message)) {
            return;
        }
        self.room -= 1;
        let rule = self.rule;
        let card = *self.card.get_or_insert_with(|| rule.card());
        self.found.push(Diagnostic {
            rule: rule.code,
            name: rule.name,
            severity: self.severity,
            span,
            message,
            why: card.why(),
            help,
            source: card.source,
            related,
            fixes,
            fingerprint: Fingerprint::of([rule.code]),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_only_counted_is_told_apart_as_what_is_listed() {
        let (mut found, mut counted) = (Vec::new(), Vec::new());
        let rule = crate::rules::all()[0];
        let mut findings = Findings::new(rule, &mut found).within(10..90).at_most(4).counted_in(&mut counted);
        for (start, vi) in [(5, "a"), (20, "a"), (20, "b"), (20, "a")] {
            findings.add(Span::new(start, start + 5), Message::new(vi, ""), Message::new("", ""), Vec::new());
        }
        assert!(!findings.takes(Span::new(30, 31)) && !findings.takes(Span::new(90, 91)));
        assert!(!findings.takes(Span::new(40, 41)));
        assert_eq!((findings.left_out(), found.len(), counted.len()), (1, 0, 4));
        assert!(counted[0].message == counted[2].message && counted[0].message != counted[1].message);
    }

    #[test]
    fn what_is_not_listed_is_counted_once_a_place() {
        let mut found = Vec::new();
        let mut findings = Findings::new(crate::rules::all()[0], &mut found).within(10..90).at_most(2);
        let say = |findings: &mut Findings<'_>, start: usize| {
            let message = Message::new(start.to_string(), "");
            findings.add(Span::new(start, start + 5), message, Message::new("", ""), Vec::new());
        };
        for start in [5, 10, 20, 30, 30, 40, 90, 30] {
            say(&mut findings, start);
        }
        assert!(!findings.takes(Span::new(9, 10)) && !findings.takes(Span::new(89, 95)));
        assert_eq!(findings.left_out(), 4);
        assert_eq!(found.iter().map(|finding| finding.span.start()).collect::<Vec<_>>(), [10, 20]);
    }
}
