use super::Rule;
use crate::finding::{Diagnostic, Fingerprint, Fix, Message, Related};
use crate::text::Span;

/// Takes what one rule finds.
#[derive(Debug)]
pub struct Findings<'a> {
    rule: &'static Rule,
    found: &'a mut Vec<Diagnostic>,
    why: Option<Message>,
}

impl<'a> Findings<'a> {
    /// Collects the findings of `rule` into `found`.
    pub const fn new(rule: &'static Rule, found: &'a mut Vec<Diagnostic>) -> Self {
        Self { rule, found, why: None }
    }

    /// Adds a finding at `span`.
    pub fn add(&mut self, span: Span, message: Message, help: Message, fixes: Vec<Fix>) {
        self.add_related(span, message, help, fixes, Vec::new());
    }

    /// Adds a finding that rests on other places.
    pub fn add_related(&mut self, span: Span, message: Message, help: Message, fixes: Vec<Fix>, related: Vec<Related>) {
        let rule = self.rule;
        let why = self.why.get_or_insert_with(|| rule.why()).clone();
        self.found.push(Diagnostic {
            rule: rule.code,
            name: rule.name,
            severity: rule.severity,
            span,
            message,
            why,
            help,
            source: rule.source(),
            related,
            fixes,
            fingerprint: Fingerprint::of([rule.code]),
        });
    }
}
