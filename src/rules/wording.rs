//! Words that several rules share.

use crate::finding::{Applicability, Fix, Message};
use crate::registry::Record;
use crate::text::{Edit, Span};

/// The fix that puts `text` in the place of `span`.
pub(super) fn change_to(text: String, span: Span, applicability: Applicability) -> Fix {
    let title = Message::new(format!("sửa thành ‘{text}’"), format!("change to ‘{text}’"));
    Fix { title, applicability, edits: vec![Edit { span, text }] }
}

/// Where a record's facts come from, in words: its first two sources.
pub(super) fn sources(record: &Record) -> Message {
    const WORDS: [(&str, &str); 6] = [
        ("cited in Công báo texts", "dẫn trong Công báo"),
        ("cited in law texts", "dẫn trong văn bản luật"),
        ("cited in public texts", "dẫn trong văn bản đã công bố"),
        ("cited in provincial texts", "dẫn trong văn bản địa phương"),
        ("(number, year, subject)", "(số, năm, nội dung)"),
        ("text on ", "bản chép trên "),
    ];
    let english = record.source().split("; ").take(2).collect::<Vec<_>>().join("; ").replace(" pages", "");
    let vietnamese = WORDS.iter().fold(english.clone(), |text, (from, to)| text.replace(from, to));
    Message::new(vietnamese, english)
}
