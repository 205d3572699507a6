use crate::citation::{Date, Kind, Part, PartialDate};
use crate::finding::{Message, Related, Severity};
use crate::parse::Mention;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Span, fold};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "DAT08",
    name: "base-after-derived",
    group: "chronology",
    severity: Severity::Error,
    fix: None,
    since: "0.1.0",
    doc: include_str!("base_after_derived.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    for index in context.indices_with((Traits::DAY | Traits::DATE_WORDS).but(Traits::OWN)) {
        let derived = &document.mentions()[index];
        let Some((issued, issued_at)) = dated(derived).filter(|_| is_issued_here(derived, document.text())) else {
            continue;
        };
        let line = context.line_start(derived.span().start());
        if !is_line_of_bases(&document.text()[line..]) {
            continue;
        }
        let before = document.mentions()[..index].iter().rev().filter(|mention| mention.kind() != Kind::Own);
        for base in before.take(MOST).take_while(|base| base.span().start() >= line) {
            let Some((date, span)) = dated(base).filter(|(date, _)| *date > issued) else { continue };
            if !findings.takes(span) {
                continue;
            }
            let message = Message::new(
                format!("căn cứ mang ngày {}, sau văn bản dựa vào nó ({})", date.short_form(), issued.short_form()),
                format!("the basis is dated {date}, after what is founded on it ({issued})"),
            );
            let help = Message::new("đối chiếu hai ngày với bản gốc", "check both dates with the originals");
            let there = Message::new("ngày của văn bản dựa vào căn cứ này", "the date of what is founded on it");
            findings.add_related(span, message, help, Vec::new(), vec![Related { span: issued_at, message: there }]);
        }
    }
}

/// How many citations before it are taken for bases.
const MOST: usize = 30;

fn dated(mention: &Mention<'_>) -> Option<(Date, Span)> {
    let date = mention.reading().date.and_then(PartialDate::day)?;
    Some((date, mention.part(Part::Date)?))
}

/// Whether the words say that the body of this sentence issued it: "xây dựng Kế hoạch số …", "đã ban hành Quyết định số …".
fn is_issued_here(mention: &Mention<'_>, text: &str) -> bool {
    let start = mention.span().start();
    let before = &text[text.floor_char_boundary(start.saturating_sub(40))..start];
    // The last letter of either verb.
    if !before.trim_end().ends_with(['g', 'h', 'G', 'H']) {
        return false;
    }
    let before = fold(before);
    let verbs = ["xây dựng", "ban hành"];
    verbs.iter().any(|verb| before.trim_end().ends_with(verb)) && !before.contains("được ban hành")
}

fn is_line_of_bases(line: &str) -> bool {
    let words = line.trim_start_matches([' ', '\t', '-', '+', '*', '\u{a0}']);
    fold(&words[..words.floor_char_boundary(30)]).starts_with("căn cứ")
}
