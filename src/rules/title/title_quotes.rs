use crate::finding::{Message, Related, Severity};
use crate::rules::quote::{CLOSING, OPENING, Quote};
use crate::rules::{Context, Findings, Rule};
use crate::text::Span;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "TTL02",
    name: "title-quotes",
    group: "title",
    severity: Severity::Warning,
    fix: None,
    since: "0.1.0",
    doc: include_str!("title_quotes.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let text = context.document().text();
    // A quotation that goes on over lines may end in any of them.
    let mut open = 0_usize;
    let is_on_one_line = |one: &Quote, next: &Quote| memchr::memchr(b'\n', &text.as_bytes()[one.at..next.at]).is_none();
    for line in context.quotes().chunk_by(is_on_one_line) {
        if let Some((early, stray)) = stray(line).filter(|_| open == 0) {
            let mark = |at| Span::new(at, at + CLOSING.len_utf8());
            let message = Message::new("dấu đóng ngoặc kép không có dấu mở", "a closing mark without an opening one");
            let help = Message::new("bỏ một trong hai dấu đóng, hoặc thêm dấu mở", "drop one of the two, or open it");
            let there = Message::new("ngoặc kép đã đóng ở đây", "the quotation was closed here");
            let related = vec![Related { span: mark(early), message: there }];
            findings.add_related(mark(stray), message, help, Vec::new(), related);
        } else {
            for quote in line {
                open = if quote.mark == OPENING { open + 1 } else { open.saturating_sub(1) };
            }
        }
    }
}

/// In the marks of a line: the last closing mark that has an opening one, and the one behind it that has none.
fn stray(line: &[Quote]) -> Option<(usize, usize)> {
    let mut open = 0;
    let mut early = None;
    for &Quote { at, mark, .. } in line {
        if mark == OPENING {
            open += 1;
        } else if open > 0 {
            open -= 1;
            early = Some(at);
        } else {
            return early.map(|early| (early, at));
        }
    }
    None
}
