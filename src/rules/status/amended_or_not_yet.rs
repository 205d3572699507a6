use crate::citation::PartialDate;
use crate::finding::{Message, Severity};
use crate::parse::Mention;
use crate::registry::State;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "STA02",
    name: "amended-or-not-yet",
    group: "status",
    severity: Severity::Info,
    fix: None,
    since: "0.1.0",
    doc: include_str!("amended_or_not_yet.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(day) = super::day_of(context) else { return };
    // A decree is made ahead for the law that it carries out, and takes effect with it.
    if context.mentions_with(Traits::OWN).any(is_normative) {
        return;
    }
    let early = super::known_bases(context, day, |record, state| {
        record.effective().and_then(PartialDate::day).filter(|_| state == State::NotInForce)
    });
    for (span, record, effective) in early {
        let message = Message::new(
            format!(
                "căn cứ {} có hiệu lực từ {}, sau văn bản này ({})",
                record.symbol(),
                effective.short_form(),
                day.short_form()
            ),
            format!("the basis {} took effect on {effective}, after this document ({day})", record.symbol()),
        );
        let help = Message::new("đối chiếu ngày có hiệu lực", "check when it took effect");
        findings.add(span, message, help, Vec::new());
    }
}

/// Normative documents have the year in their symbol.
fn is_normative(mention: &Mention<'_>) -> bool {
    mention.canonical().is_some_and(|symbol| symbol.year().is_some())
}
