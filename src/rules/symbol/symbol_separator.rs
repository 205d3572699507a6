use crate::citation::{Citation, Separator, Symbol};
use crate::finding::{Applicability, Message, Severity};
use crate::parse::{DefectKind, Mention};
use crate::registry::Verdict;
use crate::rules::defect::report_defect;
use crate::rules::traits::Traits;
use crate::rules::wording::change_to;
use crate::rules::{Context, Findings, Rule};
use crate::vocab::codes;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM03",
    name: "symbol-separator",
    group: "symbol",
    severity: Severity::Error,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("symbol_separator.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let message = Message::new(
        "dấu ‘/’ và ‘-’ trong số, ký hiệu đặt sai chỗ",
        "‘/’ and ‘-’ stand in the wrong places of the symbol",
    );
    report_defect(context, findings, DefectKind::Separator, message.clone());
    for (mention, _) in context.cited_where(Traits::SYMBOL, |mention| joint_with_slash(mention).is_some()) {
        let Some(right) = joint_with_slash(mention).filter(|right| is_known(context, mention, right)) else { continue };
        let help = Message::new(format!("viết ‘{right}’"), format!("write ‘{right}’"));
        let fix = change_to(right.to_string(), mention.core(), Applicability::Safe);
        findings.add(mention.core(), message.clone(), help, vec![fix]);
    }
}

/// The symbol of a joint document of 2017 and later with a hyphen for the slash behind its type: "102/2025/NQLT/UBTVQH15-CP".
/// Before, bodies wrote it in either way.
fn joint_with_slash(mention: &Mention<'_>) -> Option<Symbol> {
    let symbol = mention.canonical()?;
    let is_joint = codes::is_joint(symbol.first_code()) && symbol.year()?.get() > 2016;
    let groups = || symbol.groups().enumerate();
    let (_, (Separator::Slash, _)) = groups().nth(1).filter(|_| is_joint)? else { return None };
    let right = groups().map(|(place, (sign, code))| (if place == 0 { sign } else { Separator::Hyphen }, code));
    Some(Symbol::of_groups(symbol.number().cloned(), symbol.year(), right))
}

/// Whether the registry has a document with the right symbol and none with the one in the text.
fn is_known(context: &Context<'_>, mention: &Mention<'_>, right: &Symbol) -> bool {
    let verdict = |symbol: &Symbol| {
        let citation = Citation { symbol: Some(symbol.clone()), ..mention.reading().clone() };
        context.registry().lookup(&citation)
    };
    let written = mention.canonical().map(verdict);
    matches!(written, Some(Verdict::NotCovered)) && matches!(verdict(right), Verdict::Known(_))
}
