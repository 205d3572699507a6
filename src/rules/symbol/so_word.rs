use crate::citation::Part;
use crate::finding::{Applicability, Fix, Message, Severity};
use crate::rules::traits::Traits;
use crate::rules::wording::insert;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, Span, fold, is_all_caps};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM13",
    name: "so-word",
    group: "symbol",
    severity: Severity::Info,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("so_word.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let text = context.document().text();
    for (mention, _) in context.cited_with((Traits::NUMBERED | Traits::TYPE_WORD).but(Traits::NUMBER_WORD)) {
        let Some(kind) = mention.part(Part::Type) else { continue };
        if kind.end() > mention.core().start() {
            continue;
        }
        let between = Span::new(kind.end(), mention.core().start());
        let gap = between.slice(text);
        if is_all_caps(kind.slice(text)) || context.is_in_table(mention.span().start()) {
            continue;
        }
        if gap.trim().is_empty() && !gap.contains('\n') && !mention.is_labelled() {
            let span = kind.union(mention.core());
            if !findings.takes(span) {
                continue;
            }
            let fix = insert("số ", mention.core().start(), Applicability::Safe);
            report(findings, span, Message::new("thiếu chữ ‘số’", "‘số’ is missing"), fix);
        } else if let Some(colon) = gap.find(':').filter(|_| matches!(fold(gap).trim(), "số:" | "số :")) {
            let start = between.start() + gap[..colon].trim_end().len();
            let edit = Edit { span: Span::new(start, between.start() + colon + 1), text: String::new() };
            let title = Message::new("bỏ dấu hai chấm", "drop the colon");
            let fix = Fix { title, applicability: Applicability::Safe, edits: vec![edit] };
            report(findings, between, Message::new("thừa dấu hai chấm sau ‘số’", "a colon behind ‘số’"), fix);
        }
    }
}

fn report(findings: &mut Findings<'_>, span: Span, message: Message, fix: Fix) {
    findings.add(span, message, fix.title.clone(), vec![fix]);
}
