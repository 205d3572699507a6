use std::collections::HashSet;

use crate::citation::Part;
use crate::finding::{Message, Severity};
use crate::parse::Mention;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::is_all_caps;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "NAM03",
    name: "org-short",
    group: "names",
    severity: Severity::Info,
    fix: None,
    since: "0.1.0",
    doc: include_str!("org_short.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let text = context.document().text();
    let mut seen = HashSet::new();
    let is_short = |mention: &Mention<'_>| {
        mention.reading().issuer.as_ref().is_some_and(|issuer| shortened(issuer.name()).is_some())
    };
    for (mention, _) in context.cited_where(Traits::NUMBERED | Traits::ISSUER, is_short) {
        let (Some(span), Some(issuer)) = (mention.part(Part::Issuer), &mention.reading().issuer) else { continue };
        let Some(short) = shortened(issuer.name()) else { continue };
        let in_heading = mention.part(Part::Type).is_some_and(|kind| is_all_caps(kind.slice(text)));
        if in_heading || seen.len() >= MOST || !seen.insert(short.to_owned()) || text.contains(&format!("({short})")) {
            continue;
        }
        let help = match full(short) {
            Some(full) => Message::new(format!("viết ‘{full}’"), format!("write ‘{full}’")),
            None => Message::new("ghi đủ tên cơ quan ở lần đầu", "give the full name at the first mention"),
        };
        let message =
            Message::new(format!("tên cơ quan rút gọn ‘{short}’"), format!("the body is shortened to ‘{short}’"));
        findings.add(span, message, help, Vec::new());
    }
}

/// Each is looked for in the whole text; a list of abbreviations has more.
const MOST: usize = 40;

/// Abbreviations that every reader knows.
const USUAL: [&str; 8] = ["UBND", "HĐND", "BCH", "MTTQ", "UBMTTQ", "TAND", "VKSND", "HĐQT"];

/// The abbreviation that a name begins with, or a name that is too short.
fn shortened(name: &str) -> Option<&str> {
    let first = name.split(' ').next()?;
    if name == "Trung ương" {
        return Some(name);
    }
    let letters = first.chars().count() >= 2 && first.chars().all(|c| c.is_uppercase() || c == '&');
    (letters && is_all_caps(first) && !is_all_caps(name.trim_start_matches(first)) && !USUAL.contains(&first))
        .then_some(first)
}

fn full(short: &str) -> Option<&'static str> {
    match short {
        "BTV" => Some("Ban Thường vụ"),
        "Trung ương" => Some("Ban Chấp hành Trung ương Đảng"),
        _ => None,
    }
}
