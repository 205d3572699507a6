use super::Rule;
use super::rule::Card;
use crate::finding::{Diagnostic, Fingerprint, Fix, Message, Related};
use crate::text::Span;

/// Takes what one rule finds.
#[derive(Debug)]
pub struct Findings<'a> {
    rule: &'static Rule,
    found: &'a mut Vec<Diagnostic>,
    /// What every finding of the rule says alike.
    card: Option<&'static Card>,
    /// How many more are taken.
    room: usize,
    left_out: usize,
}

impl<'a> Findings<'a> {
    /// Collects the findings of `rule` into `found`.
    pub const fn new(rule: &'static Rule, found: &'a mut Vec<Diagnostic>) -> Self {
        Self { rule, found, card: None, room: usize::MAX, left_out: 0 }
    }

    /// Takes no more than `most`.
    #[must_use]
    pub fn at_most(self, most: usize) -> Self {
        Self { room: most, ..self }
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
        if self.room == 0 {
            self.left_out += 1;
            return;
        }
        self.room -= 1;
        let rule = self.rule;
        let card = *self.card.get_or_insert_with(|| rule.card());
        self.found.push(Diagnostic {
            rule: rule.code,
            name: rule.name,
            severity: rule.severity,
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
