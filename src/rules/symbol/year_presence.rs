use crate::citation::{PartialDate, Skeleton, Symbol, System};
use crate::finding::{Message, Severity};
use crate::parse::Mention;
use crate::rules::{Context, Findings, Rule};
use crate::vocab::windows::{YearRule, year_rule};
use crate::vocab::{codes, types};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM08",
    name: "year-presence",
    group: "symbol",
    severity: Severity::Error,
    fix: None,
    since: "0.1.0",
    doc: include_str!("year_presence.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, _) in context.cited() {
        let Some(symbol) = mention.canonical().filter(|symbol| symbol.number().is_some()) else { continue };
        match wrong(mention, symbol) {
            Some(YearRule::Always) => findings.add(
                mention.core(),
                Message::new("số, ký hiệu thiếu năm ban hành", "the symbol lacks its year"),
                add_year(symbol, mention.reading().date),
                Vec::new(),
            ),
            Some(YearRule::Never) => findings.add(
                mention.core(),
                Message::new("số, ký hiệu loại này không ghi năm", "a symbol of this kind has no year"),
                drop_year(symbol),
                Vec::new(),
            ),
            None => {}
        }
    }
}

/// Which rule the symbol breaks, if the data decides for its date.
fn wrong(mention: &Mention<'_>, symbol: &Symbol) -> Option<YearRule> {
    let mut codes = symbol.codes();
    let (kind, body) = (codes.next()?, codes.next()?);
    // Where the type word names another type the code itself is in doubt, and AGR01 speaks.
    if mention.reading().doc_type.is_some_and(|doc_type| !types::codes(doc_type).contains(&kind)) {
        return None;
    }
    let year = symbol.year();
    if year.is_some() && codes::system(body) == Some(System::Party) && codes::is_type(kind) {
        return Some(YearRule::Never);
    }
    let date = match (mention.reading().date, year) {
        (Some(date), _) => date,
        (None, Some(year)) => PartialDate::Year(year.get()),
        (None, None) => return None,
    };
    let (rule, _) = year_rule(kind, body, date)?;
    match (rule, symbol.skeleton()) {
        // "2013/NĐ-CP ngày 19/12/2013": it is the number that is lost; which one nobody can say.
        (YearRule::Always, Skeleton::State) if !is_the_year(symbol, date) => Some(rule),
        (YearRule::Never, Skeleton::StateWithYear) => Some(rule),
        _ => None,
    }
}

fn is_the_year(symbol: &Symbol, date: PartialDate) -> bool {
    symbol.number().is_some_and(|number| number.value() == u32::from(date.year()))
}

fn add_year(symbol: &Symbol, date: Option<PartialDate>) -> Message {
    let year = date.map_or("….".to_owned(), |date| date.year().to_string());
    let number = symbol.number().map_or("", crate::citation::Number::as_str);
    let right = format!("{number}/{year}{}", symbol.tail());
    Message::new(
        format!("ghi cả năm vào số, ký hiệu, ví dụ ‘{right}’; đối chiếu với văn bản gốc"),
        format!("give the year in the symbol, such as ‘{right}’; check against the original"),
    )
}

fn drop_year(symbol: &Symbol) -> Message {
    let number = symbol.number().map_or("", crate::citation::Number::as_str);
    let right = format!("{number}{}", symbol.tail());
    Message::new(
        format!("bỏ năm trong số, ký hiệu: ‘{right}’, và ghi ngày ban hành phía sau"),
        format!("leave the year out of the symbol: ‘{right}’, and give the date behind it"),
    )
}
