use crate::finding::{Lang, Message, Severity};
use crate::parse::Mention;
use crate::registry::Verdict;
use crate::rules::traits::Traits;
use crate::rules::wording::dated;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "TRM03",
    name: "plenum-reference",
    group: "term",
    severity: Severity::Info,
    fix: None,
    since: "0.1.0",
    doc: include_str!("plenum_reference.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, verdict) in context.cited_with(Traits::NAMED) {
        let records = context.registry().of_plenum(mention.reading());
        if records.len() < 2 {
            continue;
        }
        let count = records.len();
        let (vi, en, meant) = match verdict {
            Verdict::Known(record) => (
                format!("hội nghị này ban hành {count} nghị quyết đã biết; theo trích yếu thì là {}", record.symbol()),
                format!("{count} resolutions of this plenum are known; by the title it is {}", record.symbol()),
                vec![*record],
            ),
            // A number behind it may be that of the resolution: "Nghị quyết Trung ương 6 (18-NQ/TW)".
            Verdict::Ambiguous(_) if !has_number_behind(mention) => (
                format!("hội nghị này ban hành {count} nghị quyết đã biết; không rõ viện dẫn nghị quyết nào"),
                format!("{count} resolutions of this plenum are known; which one is cited is not told"),
                records,
            ),
            _ => continue,
        };
        let named = dated(&meant, |record| record.symbol().to_owned(), ", ");
        let help = Message::new(
            format!("ghi số, ký hiệu và ngày: {}", named.text(Lang::Vi)),
            format!("give number, symbol and date: {}", named.text(Lang::En)),
        );
        findings.add(mention.core(), Message::new(vi, en), help, Vec::new());
    }
}

fn has_number_behind(mention: &Mention<'_>) -> bool {
    let part = mention.following(60).split([',', '.']).next().unwrap_or_default();
    part.contains(|c: char| c.is_ascii_digit())
}
