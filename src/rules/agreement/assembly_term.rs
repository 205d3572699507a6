use crate::citation::Symbol;
use crate::finding::{Message, Severity};
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::vocab::{codes, terms};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "AGR06",
    name: "assembly-term",
    group: "issuer and symbol",
    severity: Severity::Error,
    fix: None,
    since: "0.1.0",
    doc: include_str!("assembly_term.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, _) in context.cited_where(Traits::SYMBOL, |mention| mention.canonical().and_then(wrong).is_some()) {
        let Some((symbol, year, right)) = mention.canonical().and_then(wrong) else { continue };
        let help = match right[..] {
            [only] => Message::new(
                format!("năm {year} là khóa {only}; đối chiếu năm và khóa"),
                format!("{year} is of term {only}; check year and term"),
            ),
            _ => Message::new("đối chiếu năm và khóa", "check year and term"),
        };
        let message = Message::new(
            format!("khóa Quốc hội trong ‘{symbol}’ không hợp với năm {year}"),
            format!("the term in ‘{symbol}’ does not fit the year {year}"),
        );
        findings.add(mention.core(), message, help, Vec::new());
    }
}

/// The symbol, its year, and the terms of that year, where its own is none of them.
fn wrong(symbol: &Symbol) -> Option<(&Symbol, u16, Vec<u8>)> {
    let year = symbol.year()?.get();
    let (_, term) = symbol.codes().find_map(codes::assembly)?;
    let right = terms::assembly_terms_of(year);
    (!right.is_empty() && !right.contains(&term)).then_some((symbol, year, right))
}
