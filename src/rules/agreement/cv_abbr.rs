use crate::citation::{Separator, Symbol};
use crate::finding::{Message, Severity};
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "AGR07",
    name: "cv-abbr",
    group: "type and symbol",
    severity: Severity::Info,
    fix: None,
    since: "0.1.0",
    doc: include_str!("cv_abbr.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, _) in context.cited_where(Traits::SYMBOL, |mention| mention.canonical().is_some_and(has_cv)) {
        findings.add(
            mention.core(),
            Message::new(
                "ký hiệu công văn của cơ quan nhà nước không có ‘CV’",
                "the symbol of a state công văn has no ‘CV’",
            ),
            Message::new(
                "đối chiếu bản gốc: cơ quan và đơn vị soạn thảo, như 769/UBND-NC",
                "check the original: the body and the drafting unit, as in 769/UBND-NC",
            ),
            Vec::new(),
        );
    }
}

fn has_cv(symbol: &Symbol) -> bool {
    let mut groups = symbol.groups();
    groups.next() == Some((Separator::Slash, "CV")) && groups.next().is_some()
}
