use crate::citation::System;
use crate::finding::{Message, Severity};
use crate::parse::Mention;
use crate::resolve::Document;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Span, fold};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "AGR08",
    name: "scope-mismatch",
    group: "issuer and symbol",
    severity: Severity::Info,
    fix: None,
    since: "0.1.0",
    doc: include_str!("scope_mismatch.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let has_scope = |mention: &Mention<'_>| scopes(mention).is_some();
    for (mention, _) in context.cited_where(Traits::NUMBERED | Traits::SYMBOL, has_scope) {
        let Some((span, scope)) = foreign_scope(context.document(), mention) else { continue };
        findings.add(
            span,
            Message::new(
                format!("phạm vi ‘{scope}’ không hợp với cơ quan ban hành"),
                format!("the scope ‘{scope}’ does not go with the issuing body"),
            ),
            Message::new("đối chiếu trích yếu và cơ quan ban hành", "check the title and the body"),
            Vec::new(),
        );
    }
}

/// What titles of documents of another level say, for bodies of which that is known.
fn scopes(mention: &Mention<'_>) -> Option<&'static [&'static str]> {
    let (system, phrases): (_, &[&str]) = match mention.canonical()?.codes().last()? {
        "TU" => (System::Party, &["trên địa bàn huyện ", "trên địa bàn quận ", "trên địa bàn thị xã "]),
        code if code.starts_with("SGD") => {
            (System::State, &["Phòng Giáo dục và Đào tạo giai đoạn", "Phòng Giáo dục và Đào tạo năm"])
        }
        _ => return None,
    };
    (mention.system()? == system).then_some(phrases)
}

/// How many bytes behind a citation its title may take.
const BEHIND: usize = 400;

/// The words of the title that name a unit of another level.
fn foreign_scope<'d>(document: &'d Document<'_>, mention: &Mention<'_>) -> Option<(Span, &'d str)> {
    let phrases = scopes(mention)?;
    let (start, words) = document.behind(mention, BEHIND);
    let clause = words.split([';', '.', '\n', '(']).next()?;
    // "Kế hoạch … của Huyện ủy thực hiện Nghị quyết số …": the title of another document.
    let other = fold(clause).contains(" số ");
    let (at, phrase) = phrases.iter().find_map(|phrase| Some((clause.find(phrase)?, phrase)))?;
    let range = start + at..start + at + phrase.trim_end().len();
    (!other).then(|| (document.span(range.clone()), &document.normalized().as_str()[range]))
}
