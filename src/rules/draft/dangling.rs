use crate::finding::{Message, Severity};
use crate::rules::{Context, Findings, Rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "DRF02",
    name: "dangling",
    group: "draft",
    severity: Severity::Warning,
    fix: None,
    since: "0.1.0",
    doc: include_str!("dangling.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let quotes = context.quotes();
    let text = document.normalized().as_str();
    // Hardly any text has one.
    if !quotes.iter().any(|quote| text.get(quote.normalized_at..).is_some_and(|rest| rest.starts_with(START))) {
        return;
    }
    for (mention, _) in context.cited() {
        let (start, words) = document.behind(mention, BEHIND);
        let next = quotes.partition_point(|quote| quote.normalized_at < start);
        if quotes.get(next).is_none_or(|quote| quote.normalized_at >= start + words.len()) {
            continue;
        }
        let line = &words[..memchr::memchr(b'\n', words.as_bytes()).unwrap_or(words.len())];
        let Some(at) = dangling_year(line) else { continue };
        findings.add(
            document.span(start + at..start + at + "năm".len()),
            Message::new("sau ‘năm’ thiếu số năm", "no year behind ‘năm’"),
            Message::new("điền năm, hoặc bỏ chữ ‘năm’", "fill in the year, or drop ‘năm’"),
            Vec::new(),
        );
    }
}

/// How the end of a quotation with the word behind it begins.
const START: &str = "” năm";

/// The first byte of a closing quotation mark.
const CLOSING: u8 = 0xE2;

/// How many bytes behind a citation its title may take.
const BEHIND: usize = 300;

/// Where "năm" stands behind a quotation with nothing after it: other words before it may make sense of it.
fn dangling_year(line: &str) -> Option<usize> {
    let mut closing = memchr::memchr_iter(CLOSING, line.as_bytes());
    let at = closing.find(|&at| line[at..].starts_with(START))? + "” ".len();
    let behind = &line[at + "năm".len()..];
    let first = line.find([';'])?;
    (at < first && behind.trim_start_matches(' ').starts_with([';', '.', ','])).then_some(at)
}
