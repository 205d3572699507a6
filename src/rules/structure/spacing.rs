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
    // In a text that is set with blanks they say nothing.
    if memchr::memmem::find_iter(text.as_bytes(), "    ").nth(MOST_ALIGNED).is_some() {
        return;
    }
    for found in memchr::memmem::find_iter(text.as_bytes(), "  ").filter_map(|at| doubled(text, at)).take(MOST) {
        report(
            context,
            findings,
            found,
            " ",
            Message::new("thừa khoảng trắng giữa hai từ", "two blanks between words"),
        );
    }
    for sign in [",", ";", ":"] {
        let wanted = format!(" {sign} ");
        for at in memchr::memmem::find_iter(text.as_bytes(), &wanted).filter(|&at| is_behind_word(text, at)).take(MOST)
        {
            let message = Message::new(format!("thừa khoảng trắng trước ‘{sign}’"), format!("a blank before ‘{sign}’"));
            report(context, findings, at..at + 1, "", message);
        }
    }
}

/// Findings of one kind in a text: one that has more is set in its own way.
const MOST: usize = 50;
/// Runs of blanks that align from which on a text is taken for one that is set with blanks.
const MOST_ALIGNED: usize = 40;

fn report(context: &Context<'_>, findings: &mut Findings<'_>, range: Range<usize>, right: &str, message: Message) {
    let span = context.document().span(range);
    let title = Message::new("bỏ khoảng trắng thừa", "drop the blank");
    let edits = vec![Edit { span, text: right.to_owned() }];
    let fix = Fix { title: title.clone(), applicability: Applicability::Safe, edits };
    findings.add(span, message, title, vec![fix]);
}

/// Two or three blanks between two words of one line.
fn doubled(text: &str, at: usize) -> Option<Range<usize>> {
    let length = text[at..].bytes().take_while(|&byte| byte == b' ').count();
    let before = &text[..at];
    let between = before.ends_with(is_word_char) && text[at + length..].starts_with(char::is_alphabetic);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (between && length <= 3 && !line.trim_start().starts_with(['|', '<', '-', '+'])).then_some(at..at + length)
}

/// Whether the sign stands behind a word of letters, in running text.
fn is_behind_word(text: &str, at: usize) -> bool {
    let line = text[..at].rsplit('\n').next().unwrap_or_default();
    text[..at].ends_with(char::is_alphabetic) && !line.trim_start().starts_with(['|', '<', '`', '#'])
}
