use smallvec::SmallVec;

use crate::citation::Part;
use crate::finding::{Message, Severity};
use crate::parse::Mention;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::{fold, is_all_caps};
use crate::vocab::issuers::{self, Body};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "AGR03",
    name: "issuer-symbol",
    group: "issuer and symbol",
    severity: Severity::Error,
    fix: None,
    since: "0.1.0",
    doc: include_str!("issuer_symbol.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, _) in context.cited_where(Traits::SYMBOL | Traits::ISSUER, |mention| disagreement(mention).is_some())
    {
        let Some((body, owners)) = disagreement(mention) else { continue };
        // "chỉ đạo của Thủ tướng Chính phủ (Thông báo số …)": what stands before the number may have done something else.
        let behind = mention.part(Part::Issuer).filter(|issuer| issuer.start() > mention.core().start());
        let Some(span) = behind.filter(|_| !context.document().date_is_ambiguous(mention)) else { continue };
        let owners = owners.join(", ");
        findings.add(
            span,
            Message::new(format!("‘{body}’ không ký ký hiệu này"), format!("‘{body}’ does not sign with this symbol")),
            Message::new(
                format!("đối chiếu: ký hiệu là của {owners}; sửa cơ quan hoặc sửa ký hiệu"),
                format!("check: the symbol is of {owners}; correct the body or the symbol"),
            ),
            Vec::new(),
        );
    }
}

/// Some bodies, mostly one.
type Bodies = SmallVec<[&'static Body; 4]>;

/// The body in words, and those that own the last code of the symbol, when it is none of them and one side is central, or both are
/// ministries: of local bodies there are many with one code.
fn disagreement<'m>(mention: &'m Mention<'_>) -> Option<(&'m str, Vec<&'static str>)> {
    let issuer = mention.reading().issuer.as_ref()?;
    let symbol = mention.canonical()?;
    // An abbreviation may mean several bodies, and old codes were of others.
    let recent = mention.reading().date.is_none_or(|date| date.year() >= 1999);
    if !recent || is_all_caps(issuer.name()) {
        return None;
    }
    let mut others = symbol.codes().skip(1);
    let (Some(code), None) = (others.next(), others.next()) else { return None };
    let owners: Bodies = issuers::of_code(code).collect();
    let certain = |bodies: &[&Body]| !bodies.is_empty() && bodies.iter().all(|body| !body.is_weak());
    if !certain(&owners) {
        return None;
    }
    let signs = |body: &Body| symbol.codes().any(|code| body.signs_with(code));
    let named: Bodies = match issuers::find(issuer.name()) {
        Some(body) => Bodies::from_slice(&[body]),
        None => {
            let name = fold(issuer.name());
            // "Bộ trưởng Bộ Xây dựng"; "Thủ tướng Chính phủ" has a row of its own.
            let is_of = |body: &&Body| name.starts_with(&fold(body.name)) || name.ends_with(&fold(body.name));
            issuers::of_code(issuer.id()?).filter(is_of).collect()
        }
    };
    let central = |body: &&&Body| matches!(body.level, "central-state" | "party-central");
    let one_central = owners.iter().any(|body| central(&body)) || named.iter().any(|body| central(&body));
    // A ministry that is no more has given its documents to another one.
    let ministry = |body: &&Body| body.level == "ministry" && body.to.is_none();
    let ministries = owners.iter().all(ministry) && named.iter().all(ministry);
    let differ = certain(&named) && (one_central || ministries) && !named.iter().any(|body| signs(body));
    differ.then(|| (issuer.name(), owners.iter().map(|body| body.name).collect()))
}
