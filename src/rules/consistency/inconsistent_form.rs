use std::collections::{BTreeMap, BTreeSet};

use crate::citation::Symbol;
use crate::finding::{Message, Related, Severity};
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::Span;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "INC02",
    name: "inconsistent-form",
    group: "consistency",
    severity: Severity::Info,
    fix: None,
    since: "0.1.0",
    doc: include_str!("inconsistent_form.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    // A code has two forms only where one has the sign: few have.
    let has_sign = |symbol: &Symbol| symbol.codes().any(|code| code.contains('&'));
    let signed = context.mentions_where(Traits::SYMBOL, |mention| mention.canonical().is_some_and(has_sign));
    let signed = signed.filter_map(|mention| mention.canonical());
    let signed = signed.flat_map(|symbol| symbol.codes()).filter(|code| code.contains('&'));
    let signed: BTreeSet<String> = signed.map(|code| code.replace('&', "")).collect();
    if signed.is_empty() {
        return;
    }
    // By the code without its sign: where each form stands.
    let mut forms: BTreeMap<String, BTreeMap<&str, Vec<Span>>> = BTreeMap::new();
    for mention in context.document().mentions() {
        for code in mention.canonical().into_iter().flat_map(|symbol| symbol.codes()) {
            let plain = code.replace('&', "");
            if plain.chars().count() > 2 && signed.contains(&plain) {
                forms.entry(plain).or_default().entry(code).or_default().push(mention.core());
            }
        }
    }
    for (_, forms) in forms.iter().filter(|(_, forms)| forms.len() > 1) {
        let Some((usual, there)) = forms.iter().max_by_key(|(_, places)| places.len()) else { continue };
        for (form, places) in forms.iter().filter(|(form, _)| *form != usual) {
            let message = Message::new(
                format!("viết ‘{form}’ ở đây, ‘{usual}’ ở chỗ khác"),
                format!("‘{form}’ here, ‘{usual}’ elsewhere"),
            );
            let help = Message::new("viết một cách, theo bản gốc", "keep to one form, that of the originals");
            let related = there
                .first()
                .map(|&span| Related { span, message: Message::new("cách viết kia", "the other form") });
            findings.add_related(places[0], message, help, Vec::new(), related.into_iter().collect());
        }
    }
}
