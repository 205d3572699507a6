use crate::finding::{Message, Related, Severity};
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
    let marks = marks(text);
    for line in marks.split(|(_, mark)| *mark == '\n') {
        if let Some((early, stray)) = stray(line).filter(|_| open == 0) {
            let mark = |at| Span::new(at, at + CLOSING.len_utf8());
            let message = Message::new("dấu đóng ngoặc kép không có dấu mở", "a closing mark without an opening one");
            let help = Message::new("bỏ một trong hai dấu đóng, hoặc thêm dấu mở", "drop one of the two, or open it");
            let there = Message::new("ngoặc kép đã đóng ở đây", "the quotation was closed here");
            let related = vec![Related { span: mark(early), message: there }];
            findings.add_related(mark(stray), message, help, Vec::new(), related);
        } else {
            for (_, mark) in line {
                open = if *mark == OPENING { open + 1 } else { open.saturating_sub(1) };
            }
        }
    }
}

/// The marks of a text and, where there are any since the last one, the ends of its lines.
fn marks(text: &str) -> Vec<(usize, char)> {
    let mut marks: Vec<(usize, char)> = Vec::new();
    let mut from = 0;
    for at in memchr::memchr_iter(0xE2, text.as_bytes()) {
        let Some(mark) = text[at..].chars().next().filter(|mark| matches!(*mark, OPENING | CLOSING)) else { continue };
        let line_end = memchr::memchr(b'\n', &text.as_bytes()[from..at]).filter(|_| !marks.is_empty());
        marks.extend(line_end.map(|length| (from + length, '\n')));
        marks.push((at, mark));
        from = at;
    }
    marks
}

const OPENING: char = '“';
const CLOSING: char = '”';

/// In the marks of a line: the last closing mark that has an opening one, and the one behind it that has none.
fn stray(line: &[(usize, char)]) -> Option<(usize, usize)> {
    let mut open = 0;
    let mut early = None;
    for &(at, mark) in line {
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
