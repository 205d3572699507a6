use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

use crate::finding::{Applicability, Fix, Message, Severity};
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, Span};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "ENC02",
    name: "not-nfc",
    group: "encoding",
    severity: Severity::Info,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("not_nfc.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let text = context.document().text();
    let edits: Vec<Edit> = composed(text).collect();
    let Some(first) = edits.first().map(|edit| edit.span) else { return };
    let places = edits.len();
    let title = Message::new("chuyển sang dựng sẵn", "compose");
    let fix = Fix { title, applicability: Applicability::Safe, edits };
    findings.add(
        first,
        Message::new(format!("{places} chữ dùng dấu tổ hợp"), format!("{places} letters with combining marks")),
        Message::new("chuyển cả văn bản sang Unicode dựng sẵn (NFC)", "convert the whole text to NFC"),
        vec![fix],
    );
}

/// A letter with its marks in NFC. Where each mark in turn makes one letter with what is before it, that letter is it.
fn composed_of(written: &str) -> String {
    let mut letters = written.chars();
    let first = letters.next();
    let one = first.and_then(|first| letters.try_fold(first, compose));
    one.map_or_else(|| written.nfc().collect(), String::from)
}

/// The letters whose marks compose with them.
fn composed(text: &str) -> impl Iterator<Item = Edit> {
    // The marks of Vietnamese begin with one of two bytes.
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + memchr::memchr2(0xCC, 0xCD, &text.as_bytes()[from..])?;
            let start = text[..at].char_indices().next_back().map_or(at, |(start, _)| start);
            let mark = text[at..].chars().next()?;
            let marks: usize = text[at..].chars().take_while(|&c| is_combining_mark(c)).map(char::len_utf8).sum();
            from = at + marks.max(mark.len_utf8());
            let written = &text[start..at + marks];
            let composed = composed_of(written);
            if composed != written {
                return Some(Edit { span: Span::new(start, at + marks), text: composed });
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_compose_as_the_whole_does() {
        let letters = ["a", "e", "ê", "ẹ", "ế", "u", "ư", "Đ", "đ", "d", "o", "1", " ", "\u{1100}", "\u{301}"];
        let marks = ["", "\u{301}", "\u{323}", "\u{302}", "\u{306}", "\u{31b}", "\u{300}", "\u{327}"];
        let all = marks.len();
        for letter in letters {
            for number in 0..all.pow(3) {
                let text = letter.to_owned() + &[1, all, all * all].map(|unit| marks[number / unit % all]).concat();
                assert_eq!(composed_of(&text), text.nfc().collect::<String>(), "{text:?}");
            }
        }
    }
}
