use crate::citation::Citation;
use crate::finding::{Applicability, Message, Severity};
use crate::parse::{DefectKind, Mention};
use crate::registry::{Record, Registry};
use crate::rules::traits::Traits;
use crate::rules::wording::change_to;
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM09",
    name: "year-malformed",
    group: "symbol",
    severity: Severity::Error,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("year_malformed.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for mention in context.mentions_with(Traits::DEFECTS) {
        if !mention.defects().iter().any(|defect| defect.kind == DefectKind::Year) || is_range(mention) {
            continue;
        }
        let message = Message::new(
            "năm trong số, ký hiệu không phải là năm có bốn chữ số hợp lệ",
            "the year in the symbol is not four sensible digits",
        );
        let meant = meant(context.registry(), mention);
        let help = match meant {
            Some(record) => Message::new(
                format!("đối chiếu; có thể là {} ({})", record.symbol(), record.title()),
                format!("check; {} may be meant ({})", record.symbol(), record.title()),
            ),
            None => Message::new("đối chiếu với văn bản gốc", "check against the original document"),
        };
        let fix = |record: &Record| change_to(record.symbol().to_owned(), mention.core(), Applicability::Unsafe);
        findings.add(mention.core(), message, help, meant.map(fix).into_iter().collect());
    }
}

/// Two numbers and no year: 1779/1784/BXD-VP is 1779 to 1784.
fn is_range(mention: &Mention<'_>) -> bool {
    let written = mention.written_symbol().unwrap_or_default();
    let mut numbers = written.split('/').map_while(|part| part.parse::<u32>().ok());
    let (Some(first), Some(last)) = (numbers.next(), numbers.next()) else { return false };
    first >= 1_000 && (first..first + 100).contains(&last)
}

/// The one known document whose symbol has a digit more or fewer in its year, and that the citation says nothing against.
fn meant<'r>(registry: &'r Registry, mention: &Mention<'_>) -> Option<&'r Record> {
    let written = mention.written_symbol()?;
    let (number, rest) = written.split_once('/')?;
    let (year, codes) = rest.split_once('/')?;
    let doc_type = mention.reading().doc_type?.name();
    let mut found: Vec<&Record> = Vec::new();
    for year in one_digit_away(year) {
        let Ok(citation) = format!("{doc_type} số {number}/{year}/{codes}").parse::<Citation>() else { continue };
        let known = citation.symbol.iter().flat_map(|symbol| registry.by_symbol(symbol));
        found.extend(known.filter(|record| record.doc_type() == doc_type));
    }
    found.dedup_by_key(|record| record.id());
    found.retain(|record| match (mention.reading().date, record.date()) {
        (Some(cited), Some(known)) => cited.year() == known.year(),
        _ => true,
    });
    if let [only] = found[..] { Some(only) } else { None }
}

/// Years of four digits that one digit more or fewer makes of this.
fn one_digit_away(year: &str) -> Vec<String> {
    if !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let places = 0..year.len();
    let mut years: Vec<String> = match year.len() {
        5 => places.map(|at| format!("{}{}", &year[..at], &year[at + 1..])).collect(),
        3 => (0..=year.len())
            .flat_map(|at| (0..=9).map(move |digit| (at, digit)))
            .map(|(at, digit)| format!("{}{digit}{}", &year[..at], &year[at..]))
            .collect(),
        _ => Vec::new(),
    };
    years.sort_unstable();
    years.dedup();
    years
}
