use crate::citation::{Citation, PartialDate, Skeleton, Symbol, System, Year};
use crate::finding::{Applicability, Fix, Message, Severity};
use crate::parse::Mention;
use crate::registry::Verdict;
use crate::rules::traits::Traits;
use crate::rules::wording::change_to;
use crate::rules::{Context, Findings, Rule};
use crate::vocab::windows::{YearRule, year_rule};
use crate::vocab::{codes, types};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM08",
    name: "year-presence",
    group: "symbol",
    severity: Severity::Error,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("year_presence.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, _) in context.cited_where(Traits::SYMBOL, |mention| wrong(mention).is_some()) {
        let Some((rule, symbol)) = wrong(mention) else { continue };
        match rule {
            YearRule::Always => {
                let year = mention.reading().date.and_then(|date| Year::new(date.year()));
                findings.add(
                    mention.core(),
                    Message::new("số, ký hiệu thiếu năm ban hành", "the symbol lacks its year"),
                    add_year(symbol, year),
                    known(context, mention, &symbol.with_year(year)),
                );
            }
            YearRule::Never => findings.add(
                mention.core(),
                Message::new("số, ký hiệu loại này không ghi năm", "a symbol of this kind has no year"),
                drop_year(symbol),
                known(context, mention, &symbol.with_year(None)),
            ),
        }
    }
}

/// The symbol and which rule it breaks, if the data decides for its date.
fn wrong<'m>(mention: &'m Mention<'_>) -> Option<(YearRule, &'m Symbol)> {
    let symbol = mention.canonical().filter(|symbol| symbol.number().is_some())?;
    let mut codes = symbol.codes();
    let (kind, body) = (codes.next()?, codes.next()?);
    // Where the type word names another type the code itself is in doubt, and AGR01 speaks.
    if mention.reading().doc_type.is_some_and(|doc_type| !types::codes(doc_type).contains(&kind)) {
        return None;
    }
    let year = symbol.year();
    if year.is_some() && codes::system(body) == Some(System::Party) && codes::is_type(kind) {
        return Some((YearRule::Never, symbol));
    }
    let date = match (mention.reading().date, year) {
        (Some(date), _) => date,
        (None, Some(year)) => PartialDate::Year(year.get()),
        (None, None) => return None,
    };
    let broken = match symbol.skeleton() {
        // "2013/NĐ-CP ngày 19/12/2013": it is the number that is lost; which one nobody can say.
        Skeleton::State if !is_the_year(symbol, date) => YearRule::Always,
        Skeleton::StateWithYear => YearRule::Never,
        _ => return None,
    };
    let (rule, _) = year_rule(kind, body, date)?;
    (rule == broken).then_some((rule, symbol))
}

/// The repaired symbol as a fix, where the registry knows such a document of that date.
fn known(context: &Context<'_>, mention: &Mention<'_>, right: &Symbol) -> Vec<Fix> {
    let citation = Citation { symbol: Some(right.clone()), ..mention.reading().clone() };
    let dated = citation.date.is_some_and(|date| date.day().is_some());
    if !dated || !matches!(context.registry().lookup(&citation), Verdict::Known(_)) {
        return Vec::new();
    }
    vec![change_to(right.to_string(), mention.core(), Applicability::Unsafe)]
}

fn is_the_year(symbol: &Symbol, date: PartialDate) -> bool {
    symbol.number().is_some_and(|number| number.value() == u32::from(date.year()))
}

fn add_year(symbol: &Symbol, year: Option<Year>) -> Message {
    let right = symbol.with_year(year);
    Message::new(
        format!("ghi cả năm vào số, ký hiệu, ví dụ ‘{right}’; đối chiếu với văn bản gốc"),
        format!("give the year in the symbol, such as ‘{right}’; check against the original"),
    )
}

fn drop_year(symbol: &Symbol) -> Message {
    let right = symbol.with_year(None);
    Message::new(
        format!("bỏ năm trong số, ký hiệu: ‘{right}’, và ghi ngày ban hành phía sau"),
        format!("leave the year out of the symbol: ‘{right}’, and give the date behind it"),
    )
}
