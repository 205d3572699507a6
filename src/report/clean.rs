use std::borrow::Cow;

use crate::text::read_as;

/// A text that may go to a terminal on one line: line breaks and tabs as a space, other control characters and the
/// signs that turn the writing direction as `\u{1b}`.
///
/// ```
/// assert_eq!(cite_lint::report::clean("a\nb\u{1b}[31m"), "a b\\u{1b}[31m");
/// ```
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| is_unsafe(c) || is_break(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\r' => {}
            _ if is_break(c) => out.push(' '),
            _ if is_unsafe(c) => out.extend(c.escape_unicode()),
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

const fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t')
}

fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}
/// At most sixty characters, those that nobody sees by their code: `U+200B`.
pub(super) fn shortened(text: &str) -> String {
    let mut shown = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == 60 {
            shown.push('…');
            break;
        }
        match read_as(c) {
            Some("") => shown.push_str(&format!("U+{:04X}", u32::from(c))),
            _ => shown.push(c),
        }
    }
    shown
}
