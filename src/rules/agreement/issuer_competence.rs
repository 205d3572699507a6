use crate::citation::Part;
use crate::finding::{Message, Severity};
use crate::parse::Mention;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::is_all_caps;
use crate::vocab::issuers;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "AGR04",
    name: "issuer-competence",
    group: "issuer and symbol",
    severity: Severity::Warning,
    fix: None,
    since: "0.1.0",
    doc: include_str!("issuer_competence.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let is_doubtful = |mention: &Mention<'_>| other_body(mention).is_some() || is_joint_of_ministries(mention);
    for (mention, _) in context.cited_where(Traits::SYMBOL, is_doubtful) {
        let behind = mention.part(Part::Issuer).filter(|issuer| issuer.start() > mention.core().start());
        if let Some((competent, body)) = other_body(mention)
            && let Some(span) = behind.filter(|_| !context.document().date_is_ambiguous(mention))
        {
            let doc_type = mention.reading().doc_type.map_or("", |doc_type| doc_type.name());
            findings.add(
                span,
                Message::new(
                    format!("{body} không ban hành {}", doc_type.to_lowercase()),
                    format!("{body} issues no {doc_type}"),
                ),
                Message::new(
                    format!("{doc_type} do {competent} ban hành; đối chiếu"),
                    format!("a {doc_type} is of {competent}; check"),
                ),
                Vec::new(),
            );
        } else if is_joint_of_ministries(mention) && is_whole(mention) {
            findings.add(
                mention.core(),
                Message::new(
                    "từ 01/7/2016 các bộ không ban hành thông tư liên tịch với nhau",
                    "since 01/7/2016 ministries issue no joint circulars with each other",
                ),
                Message::new("đối chiếu năm, tên loại và ký hiệu", "check year, type and symbol"),
                Vec::new(),
            );
        }
    }
}

/// The one body that issues the type, and the central body that is named in its place.
fn other_body(mention: &Mention<'_>) -> Option<(&'static str, &'static str)> {
    let competent: &[&str] = match mention.reading().doc_type?.name() {
        "Nghị định" => &["Chính phủ", "Hội đồng Bộ trưởng", "Hội đồng Chính phủ"],
        "Luật" | "Bộ luật" => &["Quốc hội"],
        "Pháp lệnh" => &["Ủy ban Thường vụ Quốc hội", "Ủy ban thường vụ Quốc hội", "Hội đồng Nhà nước"],
        _ => return None,
    };
    let name = mention.reading().issuer.as_ref()?.name();
    // An abbreviation may mean several bodies.
    let body = issuers::find(name).filter(|_| !is_all_caps(name))?;
    let central = matches!(body.level, "central-state" | "ministry" | "party-central") && !body.is_weak();
    // Before 1998 decrees were also called so that others signed. Where the date has another year than the symbol, it is
    // that of an outer document, and so is the body. Without a date the body may be of a verb that follows: "Nghị định số
    // 50/2026/NĐ-CP của Bộ Tài chính đảm nhiệm".
    let year = mention.canonical()?.year()?.get();
    let recent = year >= 1999 && mention.reading().date.is_some_and(|date| date.year() == year);
    (central && recent && !competent.contains(&body.name)).then_some((competent[0], body.name))
}

fn is_joint_of_ministries(mention: &Mention<'_>) -> bool {
    let Some(symbol) = mention.canonical() else { return false };
    let of_ministry =
        |code: &str| issuers::of_code(code).any(|body| body.level == "ministry" && body.name.starts_with("Bộ "));
    symbol.first_code() == "TTLT"
        && symbol.year().is_some_and(|year| year.get() >= 2017)
        && symbol.codes().count() > 2
        && symbol.codes().skip(1).all(of_ministry)
}

/// Whether the symbol ends here: "TTLT-BCA-BQP- TANDTC-VKSNDTC" goes on behind a blank.
fn is_whole(mention: &Mention<'_>) -> bool {
    !mention.following(4).trim_start().starts_with(['-', '–', '/', '*'])
}
