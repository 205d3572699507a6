use crate::citation::{Kind, Part};
use crate::finding::{Applicability, Fix, Message, Severity};
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
    for (mention, _) in context.cited().filter(|(mention, _)| mention.kind() == Kind::Numbered) {
        let Some(kind) = mention.part(Part::Type) else { continue };
        let word = kind.slice(text);
        if kind.end() > mention.core().start() || is_all_caps(word) || context.is_in_table(mention.span().start()) {
            continue;
        }
        let between = Span::new(kind.end(), mention.core().start());
        let gap = between.slice(text);
        if gap.trim().is_empty() && !gap.contains('\n') && !mention.is_labelled() {
            let at = mention.core().start();
            let edit = Edit { span: Span::new(at, at), text: "số ".to_owned() };
            let title = Message::new("thêm ‘số’", "insert ‘số’");
            let span = kind.union(mention.core());
            report(findings, span, Message::new("thiếu chữ ‘số’", "‘số’ is missing"), title, edit);
        } else if let Some(colon) = gap.find(':').filter(|_| matches!(fold(gap).trim(), "số:" | "số :")) {
            let start = between.start() + gap[..colon].trim_end().len();
            let edit = Edit { span: Span::new(start, between.start() + colon + 1), text: String::new() };
            let message = Message::new("thừa dấu hai chấm sau ‘số’", "a colon behind ‘số’");
            report(findings, between, message, Message::new("bỏ dấu hai chấm", "drop the colon"), edit);
        }
    }
}

fn report(findings: &mut Findings<'_>, span: Span, message: Message, title: Message, edit: Edit) {
    let fix = Fix { title: title.clone(), applicability: Applicability::Safe, edits: vec![edit] };
    findings.add(span, message, title, vec![fix]);
}
