use crate::citation::{Date, PartialDate};
use crate::finding::{Message, Severity};
use crate::parse::Mention;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::vocab::codes;
use crate::vocab::issuers::{self, Body};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "DAT09",
    name: "issuer-anachronism",
    group: "chronology",
    severity: Severity::Warning,
    fix: None,
    since: "0.1.0",
    doc: include_str!("issuer_anachronism.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, _) in context.cited_where(Traits::SYMBOL | Traits::DAY, |mention| anachronism(mention).is_some()) {
        let Some((date, body)) = anachronism(mention) else { continue };
        let message = Message::new(
            format!("{} không còn vào ngày {}", body.name, date.short_form()),
            format!("{} no longer existed on {date}", body.name),
        );
        let help = Message::new("đối chiếu ngày và ký hiệu với bản gốc", "check date and symbol with the original");
        findings.add(mention.core(), message, help, Vec::new());
    }
}

/// Days after the end of a body on which its documents may still be dated.
const SLACK: i32 = 93;

/// The day and the body, where that had ended by then. Beginnings are not told: old bodies had the same codes.
fn anachronism(mention: &Mention<'_>) -> Option<(Date, &'static Body)> {
    let date = mention.reading().date.and_then(PartialDate::day)?;
    let symbol = mention.canonical().filter(|symbol| codes::is_type(symbol.first_code()))?;
    // Another year than that of the symbol is DAT05's, and the day may be wrong.
    if symbol.year().is_some_and(|year| year.get() != date.year()) {
        return None;
    }
    // Of a single body only the first code is its own, the others are of drafting units.
    let bodies = if symbol.first_code() == "TTLT" { usize::MAX } else { 1 };
    symbol.codes().skip(1).take(bodies).find_map(|code| {
        let mut bodies = issuers::of_code(code);
        let central = |body: &Body| matches!(body.level, "ministry" | "central-state" | "party-central");
        let ended = |to: Date| date.day_number() > to.day_number() + SLACK;
        let is_over =
            |body: &&Body| !body.is_weak() && central(body) && body.to.and_then(PartialDate::day).is_some_and(ended);
        let first = bodies.next().filter(is_over)?;
        bodies.all(|body| is_over(&body)).then_some((date, first))
    })
}
