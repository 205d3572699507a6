use crate::citation::Date;
use crate::finding::{Lang, Message, Severity};
use crate::registry::{Record, Registry, State};
use crate::rules::wording::{dated, sourced};
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "STA01",
    name: "expired",
    group: "status",
    severity: Severity::Warning,
    fix: None,
    since: "0.1.0",
    doc: include_str!("expired.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(day) = super::day_of(context) else { return };
    let ended = super::known_bases(context, day, |_, state| match state {
        State::Ended { since, by } => Some((since, by)),
        _ => None,
    });
    for (span, record, (since, by)) in ended {
        let name = record.id().split('@').next().unwrap_or_default();
        let message = Message::new(
            format!(
                "căn cứ {name} đã hết hiệu lực từ {}, trước văn bản này ({})",
                since.short_form(),
                day.short_form()
            ),
            format!("the basis {name} was no longer in force since {since}, before this document ({day})"),
        );
        let successors = successors(context.registry(), by, day);
        let named = dated(&successors, |record| format!("{} số {}", record.doc_type(), record.symbol()), "; ");
        let help = if successors.is_empty() {
            sourced("đối chiếu và căn cứ vào văn bản đang có hiệu lực", "check, and cite the document in force", record)
        } else {
            sourced(
                format!("đối chiếu và căn cứ vào văn bản thay thế: {}", named.text(Lang::Vi)),
                format!("check, and cite the document in its place: {}", named.text(Lang::En)),
                record,
            )
        };
        findings.add(span, message, help, Vec::new());
    }
}

/// How often a document in the place of another may itself have been replaced.
const LONGEST_CHAIN: usize = 8;

/// The documents that stand in the place of the ended one on the day: those that replaced it, or what replaced them.
fn successors<'r>(registry: &'r Registry, by: Vec<&'r Record>, day: Date) -> Vec<&'r Record> {
    let mut successors = by;
    for _ in 0..LONGEST_CHAIN {
        let mut later: Vec<&Record> = Vec::new();
        for record in &successors {
            let next = match registry.state_on(record, day) {
                State::Ended { by, .. } if !by.is_empty() => by,
                _ => vec![*record],
            };
            for record in next {
                if !later.contains(&record) {
                    later.push(record);
                }
            }
        }
        if later == successors {
            break;
        }
        successors = later;
    }
    successors
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_in_force_is_named() {
        let registry = Registry::builtin();
        let law = registry.get("77/2015/QH13@2015-06-19").unwrap();
        for (day, symbol) in [("2025-05-01", "65/2025/QH15"), ("2025-08-14", "72/2025/QH15")] {
            let day: Date = day.parse().unwrap();
            let State::Ended { by, .. } = registry.state_on(law, day) else { panic!("{day}") };
            let symbols: Vec<&str> = successors(registry, by, day).iter().map(|record| record.symbol()).collect();
            assert_eq!(symbols, [symbol], "{day}");
        }
    }
}
