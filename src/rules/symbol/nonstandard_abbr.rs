use crate::finding::{Applicability, Message, Severity};
use crate::parse::Mention;
use crate::rules::traits::Traits;
use crate::rules::wording::change_to;
use crate::rules::{Context, Findings, Rule};
use crate::text::Span;
use crate::vocab::issuers;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM11",
    name: "nonstandard-abbr",
    group: "symbol",
    severity: Severity::Info,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("nonstandard_abbr.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let text = context.document().text();
    for mention in context.mentions_where(Traits::SYMBOL, |mention| nonstandard(mention).is_some()) {
        let Some((code, right)) = nonstandard(mention) else { continue };
        let Some(at) = mention.core_str().find(code) else { continue };
        let span = Span::new(mention.core().start() + at, mention.core().start() + at + code.len());
        debug_assert_eq!(span.slice(text), code);
        let message = Message::new(
            format!("chữ viết tắt ‘{code}’ không theo dạng thường dùng"),
            format!("‘{code}’ is not the usual abbreviation"),
        );
        let help = Message::new(
            format!("viết ‘{right}’, nếu bản gốc ghi vậy"),
            format!("write ‘{right}’, if the original has it so"),
        );
        findings.add(span, message, help, vec![change_to(right, span, Applicability::Unsafe)]);
    }
}

/// The code with ‘&’, and what it usually is.
fn nonstandard<'m>(mention: &'m Mention<'_>) -> Option<(&'m str, String)> {
    let code = mention.canonical()?.codes().find(|code| code.contains('&'))?;
    let body = mention.reading().issuer.as_ref().map(|issuer| issuer.name());
    let plain = code.replace('&', "");
    let of_level = |level: &str| issuers::of_code(&plain).any(|known| known.level == level);
    if of_level("ministry") && !of_level("province-dept") {
        return None;
    }
    // "GD&ĐT" is of a Sở or of a Phòng; the body in words tells which.
    let level = match body.and_then(|body| body.split(' ').next()) {
        Some("Sở") => "S",
        Some("Phòng") => "P",
        _ => "",
    };
    let levelled = format!("{level}{plain}");
    let known = |code: &str| issuers::of_code(code).next().is_some();
    if !plain.starts_with(['S', 'P']) && known(&levelled) && !level.is_empty() {
        return Some((code, levelled));
    }
    known(&plain).then_some((code, plain))
}
