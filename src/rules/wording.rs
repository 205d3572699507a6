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
    // A longer one stands before one that it contains.
    const WORDS: [(&str, &str); 12] = [
        ("cited in Công báo texts", "dẫn trong Công báo"),
        ("cited in law texts", "dẫn trong văn bản luật"),
        ("cited in public texts", "dẫn trong văn bản đã công bố"),
        ("cited in provincial texts", "dẫn trong văn bản địa phương"),
        ("cited in a plan of a local body", "dẫn trong kế hoạch của địa phương"),
        ("cited by name with date", "dẫn theo tên và ngày"),
        ("(number, year, subject)", "(số, năm, nội dung)"),
        ("text on ", "bản chép trên "),
        ("Công báo full text header", "phần đầu văn bản trên Công báo"),
        ("vbpl full texts", "toàn văn trên vbpl"),
        ("full text", "toàn văn"),
        ("public data set", "bộ dữ liệu công khai"),
    ];
    let english = record.source().split("; ").take(2).collect::<Vec<_>>().join("; ").replace(" pages", "");
    let vietnamese = WORDS.iter().fold(english.clone(), |text, (from, to)| text.replace(from, to));
    Message::new(vietnamese, english)
}
