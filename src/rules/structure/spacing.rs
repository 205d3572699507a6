use std::ops::Range;

use crate::finding::{Applicability, Fix, Message, Severity};
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, is_word_char};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "STR02",
    name: "spacing",
    group: "structure",
    severity: Severity::Info,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("spacing.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let text = document.normalized().as_str();
    let places = context.places();
    // In a text that is set with blanks they say nothing.
    if places.aligned > MOST_ALIGNED {
        return;
    }
    let before = |sign: u8| places.blanks.iter().copied().filter(move |&at| text.as_bytes().get(at + 1) == Some(&sign));
    for found in before(b' ').filter_map(|at| doubled(context, at)).take(MOST) {
        let message = Message::new("thừa khoảng trắng giữa hai từ", "two blanks between words");
        report(context, findings, found, " ", message);
    }
    for sign in [',', ';', ':'] {
        let ends = |&at: &usize| text[at + 2..].starts_with([' ', '\n', '\r', '.', '…']);
        for at in before(sign as u8).filter(ends).filter(|&at| is_behind_word(context, at)).take(MOST) {
            let message = Message::new(format!("thừa khoảng trắng trước ‘{sign}’"), format!("a blank before ‘{sign}’"));
            report(context, findings, at..at + 1, "", message);
        }
    }
    let joined = before(b'&').filter(|&at| is_joined(&text[at + 2..]));
    for at in joined.filter(|&at| is_behind_word(context, at)).take(MOST) {
        let message = Message::new("thiếu khoảng trắng sau ‘&’", "no blank behind ‘&’");
        report(context, findings, at..at + 2, " & ", message);
    }
}

/// Whether a word stands right behind the sign, and no entity of HTML ("&nbsp;").
fn is_joined(behind: &str) -> bool {
    let word = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    behind.starts_with(char::is_uppercase) && !behind[word.len()..].starts_with(';')
}

/// Findings of one kind in a text: one that has more is set in its own way.
const MOST: usize = 50;
/// Runs of blanks that align from which on a text is taken for one that is set with blanks.
const MOST_ALIGNED: usize = 40;

fn report(context: &Context<'_>, findings: &mut Findings<'_>, range: Range<usize>, right: &str, message: Message) {
    let span = context.document().span(range);
    let title = Message::new("sửa khoảng trắng", "correct the blanks");
    let edits = vec![Edit { span, text: right.to_owned() }];
    let fix = Fix { title: title.clone(), applicability: Applicability::Safe, edits };
    findings.add(span, message, title, vec![fix]);
}

/// Two or three blanks between two words of one line.
fn doubled(context: &Context<'_>, at: usize) -> Option<Range<usize>> {
    let text = context.document().normalized().as_str();
    let length = text[at..].bytes().take_while(|&byte| byte == b' ').count();
    let between = text[..at].ends_with(is_word_char) && text[at + length..].starts_with(char::is_alphabetic);
    (between && length <= 3 && is_running(context, at)).then_some(at..at + length)
}

/// Whether the sign stands behind a word of letters, in running text.
fn is_behind_word(context: &Context<'_>, at: usize) -> bool {
    context.document().normalized().as_str()[..at].ends_with(char::is_alphabetic) && is_running(context, at)
}

/// Whether a line is neither a row of a table nor of code, nor a heading of Markdown.
fn is_running(context: &Context<'_>, at: usize) -> bool {
    let line = context.line_start(context.document().span(at..at + 1).start());
    !context.document().text()[line..].trim_start_matches([' ', '\t']).starts_with(['|', '<', '`', '#', '+'])
}
