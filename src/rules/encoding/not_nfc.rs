use unicode_normalization::char::is_combining_mark;

use crate::finding::{Applicability, Fix, Message, Severity};
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, Normalized, Span, nfc};

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
    let Some(from) = first_composed(context.document().normalized()) else { return };
    let Some(first) = composed(text, from).next().map(|edit| edit.span).filter(|first| findings.takes(*first)) else {
        return;
    };
    let edits: Vec<Edit> = composed(text, from).collect();
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

/// Where marks that stand apart may have been composed when the text was read: in few texts.
fn first_composed(normalized: &Normalized<'_>) -> Option<usize> {
    let has_marks = |place: &Span| place.slice(normalized.original()).bytes().any(|byte| matches!(byte, 0xCC | 0xCD));
    normalized.rewritten().find(has_marks).map(|place| place.start())
}

/// The letters behind a byte whose marks compose with them.
fn composed(text: &str, mut from: usize) -> impl Iterator<Item = Edit> {
    // The marks of Vietnamese begin with one of two bytes.
    std::iter::from_fn(move || {
        loop {
            let at = from + memchr::memchr2(0xCC, 0xCD, &text.as_bytes()[from..])?;
            let start = text[..at].char_indices().next_back().map_or(at, |(start, _)| start);
            let mark = text[at..].chars().next()?;
            let marks: usize = text[at..].chars().take_while(|&c| is_combining_mark(c)).map(char::len_utf8).sum();
            from = at + marks.max(mark.len_utf8());
            let written = &text[start..at + marks];
            let composed = nfc(written);
            if !composed.iter().copied().eq(written.chars()) {
                return Some(Edit { span: Span::new(start, at + marks), text: composed.into_iter().collect() });
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_composed_was_rewritten() {
        let pieces = ["a", "ô", "o", "x", "Đ", "*", " ", "\n", "\u{301}", "\u{302}", "\u{323}", "\u{338}", "\u{200b}"];
        let count = pieces.len();
        for index in 0..count.pow(4) {
            let text: String = (0..4).map(|place| pieces[index / count.pow(place) % count]).collect();
            let from = first_composed(&Normalized::new(&text)).unwrap_or(text.len());
            assert!(composed(&text, from).eq(composed(&text, 0)), "{text:?}");
        }
    }
}
