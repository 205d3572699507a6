use crate::finding::{Message, Severity};
use crate::parse::Mention;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::strip_marks;
use crate::vocab::{codes, issuers, types};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM10",
    name: "unknown-abbr",
    group: "symbol",
    severity: Severity::Info,
    fix: None,
    since: "0.1.0",
    doc: include_str!("unknown_abbr.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, _) in context.cited_where(Traits::SYMBOL, |mention| unknown(mention).is_some()) {
        let Some((code, right)) = unknown(mention) else { continue };
        findings.add(
            mention.core(),
            Message::new(
                format!("không có chữ viết tắt tên loại ‘{code}’"),
                format!("no type is abbreviated ‘{code}’"),
            ),
            Message::new(format!("đối chiếu; có thể là ‘{right}’"), format!("check; ‘{right}’ may be meant")),
            Vec::new(),
        );
    }
}

/// The code in the place of the type that no type has, and the one that the type in words has. Told only where one letter
/// makes the difference: an agency may have codes of its own.
fn unknown<'m>(mention: &'m Mention<'_>) -> Option<(&'m str, &'static str)> {
    let doc_type = mention.reading().doc_type?;
    let mut codes = mention.canonical()?.codes();
    let (code, body) = (codes.next()?, codes.next()?);
    let [right] = types::codes(doc_type) else { return None };
    if code == *right || codes::is_known(code) || !codes::is_issuer(body) {
        return None;
    }
    // "GD-ĐT" is the code of a body that has a sign in it.
    let of_body = issuers::of_code(&format!("{code}-{body}")).next().is_some();
    (!of_body && one_letter_apart(&strip_marks(code), &strip_marks(right))).then_some((code, *right))
}

/// Whether one of two words has one letter more, or one letter is another.
fn one_letter_apart(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let same = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => short[same..].len() <= 1 || short[same + 1..] == long[same + 1..],
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}
