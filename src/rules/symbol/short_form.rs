use crate::citation::{Kind, Part};
use crate::finding::{Lang, Message, Severity};
use crate::registry::Verdict;
use crate::rules::{Context, Findings, Rule};
use crate::text::is_all_caps;
use crate::vocab::types;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM12",
    name: "short-form",
    group: "symbol",
    severity: Severity::Info,
    fix: None,
    since: "0.1.0",
    doc: include_str!("short_form.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, verdict) in context.cited() {
        if context.is_in_table(mention.span().start()) || mention.inherited().contains(&Part::Type) {
            continue;
        }
        match (mention.kind(), mention.type_code(), mention.part(Part::Type)) {
            (Kind::Numbered, Some(code), Some(span)) if types::of_code(code).len() == 1 && is_all_caps(code) => {
                let name = types::of_code(code)[0].name();
                findings.add(
                    span,
                    Message::new(format!("tên loại viết tắt ‘{code}’"), format!("the type is shortened to ‘{code}’")),
                    Message::new(format!("viết ‘{name}’"), format!("write ‘{name}’")),
                    Vec::new(),
                );
            }
            (Kind::Short, ..) if !is_defined(mention.following(60)) => {
                let help = match verdict {
                    Verdict::Known(record) => Message::new(
                        format!("viết ‘{} số {}’", record.doc_type(), record.symbol()),
                        format!("write ‘{} số {}’", record.doc_type(), record.symbol()),
                    ),
                    _ => Message::new("ghi đủ số, ký hiệu và ngày ban hành", "give number, symbol and date in full"),
                };
                let message = Message::new("viện dẫn thiếu ký hiệu", "the citation lacks its symbol");
                debug_assert!(!message.text(Lang::Vi).is_empty());
                findings.add(mention.span(), message, help, Vec::new());
            }
            _ => {}
        }
    }
}

/// Whether the words behind define the short form, or make it none.
fn is_defined(following: &str) -> bool {
    following.contains("gọi tắt") || following.contains("gọi là")
}
