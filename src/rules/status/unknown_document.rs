use crate::citation::{Symbol, Year};
use crate::finding::{Message, Severity};
use crate::registry::{Record, Registry};
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "STA03",
    name: "unknown-document",
    group: "status",
    severity: Severity::Error,
    fix: None,
    since: "0.1.0",
    doc: include_str!("unknown_document.md"),
    check,
};

/// Of more documents that may be meant none is named.
const MOST_NAMED: usize = 3;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, _) in context.cited_with(Traits::ABSENT) {
        let Some(symbol) = mention.canonical() else { continue };
        let Some(doc_type) = mention.reading().doc_type else { continue };
        let doc_type = doc_type.name();
        if !findings.takes(mention.core()) {
            continue;
        }
        let message = Message::new(
            format!("không có {doc_type} số {symbol}: danh mục có đủ loạt số này"),
            format!("there is no {doc_type} số {symbol}: the registry holds this series whole"),
        );
        let meant = match &mention.reading().name {
            Some(name) => context.registry().by_name(name),
            None => of_other_years(context.registry(), symbol, doc_type),
        };
        let named: Vec<String> =
            meant.iter().map(|record| format!("{} ({})", record.symbol(), record.title())).collect();
        let help = if named.is_empty() || named.len() > MOST_NAMED {
            Message::new(
                "đối chiếu số và năm với bản gốc, rồi ghi lại số, ký hiệu",
                "check number and year with the original and correct the symbol",
            )
        } else {
            let named = named.join("; ");
            Message::new(
                format!("đối chiếu với bản gốc; có thể là {named}"),
                format!("check the original; this may be meant: {named}"),
            )
        };
        findings.add(mention.core(), message, help, Vec::new());
    }
}

/// The documents of the type whose symbol differs in the year only.
fn of_other_years<'r>(registry: &'r Registry, symbol: &Symbol, doc_type: &str) -> Vec<&'r Record> {
    let years = symbol.year().map_or(0..=0, |year| year.get() - 6..=year.get() + 6);
    let others = years.filter_map(Year::new).map(|year| symbol.clone().with_year(Some(year)));
    let records = others.flat_map(|symbol| registry.by_symbol(&symbol));
    records.filter(|record| record.doc_type() == doc_type).collect()
}
