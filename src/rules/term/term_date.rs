use crate::citation::{Part, PartialDate, Symbol, Term};
use crate::finding::{Applicability, Fix, Message, Severity};
use crate::parse::Mention;
use crate::registry::{Confidence, Field, Record, Verdict};
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, Span};
use crate::vocab::{codes, terms};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "TRM01",
    name: "term-date",
    group: "term",
    severity: Severity::Error,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("term_date.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let text = context.document().text();
    for (mention, verdict) in context.cited_with(Traits::TERM) {
        let (Some(term), Some(span)) = (mention.reading().term, mention.part(Part::Term)) else { continue };
        let Some(symbol) = mention.canonical() else { continue };
        let (reason_vi, reason_en, right) = if let Some((date, right)) = outside(mention, symbol, term) {
            (
                format!("ngày {} không thuộc khóa {term}", date.short_form()),
                format!("{date} is not in term {term}"),
                right,
            )
        } else if let Some(record) = known_otherwise(verdict) {
            let right = record.term();
            (format!("{symbol} này không phải của khóa {term}"), format!("this {symbol} is not of term {term}"), right)
        } else {
            continue;
        };
        let fixes = right.map_or_else(Vec::new, |right| vec![fix(span, text, term, right)]);
        let help = match right {
            Some(right) => Message::new(
                format!("đối chiếu: khóa {right}, hoặc ngày ban hành sai"),
                format!("check: term {right}, or the date is wrong"),
            ),
            None => Message::new("đối chiếu khóa và ngày ban hành", "check the term and the date"),
        };
        findings.add(span, Message::new(reason_vi, reason_en), help, fixes);
    }
}

/// The date that the term cannot hold, and the term that does. Only of central Party documents and of the National
/// Assembly: provincial committees count their own terms.
fn outside(mention: &Mention<'_>, symbol: &Symbol, term: Term) -> Option<(PartialDate, Option<Term>)> {
    let date = mention.reading().date?;
    let central = |code: &str| matches!(code, "TW" | "HNTW");
    if symbol.codes().any(central) {
        let wrong = terms::party_term_allows(term, date) == Some(false);
        return wrong.then(|| (date, terms::party_term_of(date).map(|dates| dates.term)));
    }
    if symbol.codes().any(|code| codes::assembly(code).is_some()) {
        return (terms::assembly_term_allows(term, date) == Some(false)).then_some((date, None));
    }
    None
}

fn known_otherwise<'r>(verdict: &Verdict<'r>) -> Option<&'r Record> {
    match verdict {
        Verdict::Mismatch { record, fields }
            if fields.contains(&Field::Term) && record.confidence() == Confidence::Verified =>
        {
            Some(record)
        }
        _ => None,
    }
}

/// Replaces the numeral only.
fn fix(span: Span, text: &str, wrong: Term, right: Term) -> Fix {
    let part = span.slice(text);
    let at = part.rfind(&wrong.to_string()).unwrap_or(part.len());
    let start = span.start() + at;
    let end = (start + wrong.to_string().len()).min(span.end());
    let title = Message::new(format!("sửa thành khóa {right}"), format!("change to term {right}"));
    let edits = vec![Edit { span: Span::new(start, end), text: right.to_string() }];
    Fix { title, applicability: Applicability::Unsafe, edits }
}
