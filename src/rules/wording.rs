//! Words that several rules share.

use std::fmt::Display;

use crate::citation::{Date, PartialDate};
use crate::finding::{Applicability, Fix, Lang, Message};
use crate::registry::Record;
use crate::text::{Edit, Span};

/// The fix that puts `text` in the place of `span`.
pub(crate) fn change_to(text: String, span: Span, applicability: Applicability) -> Fix {
    let title = Message::new(["sửa thành ‘", &text, "’"].concat(), ["change to ‘", &text, "’"].concat());
    Fix { title, applicability, edits: vec![Edit { span, text }] }
}

/// The fix that puts `text` in at a byte.
pub(super) fn insert(text: &str, at: usize, applicability: Applicability) -> Fix {
    let words = text.trim();
    let title = Message::new(format!("thêm ‘{words}’"), format!("insert ‘{words}’"));
    Fix { title, applicability, edits: vec![Edit { span: Span::new(at, at), text: text.to_owned() }] }
}

/// A message that ends in where the facts of a record come from: `… (nguồn: …)`.
pub(super) fn sourced(vi: impl Display, en: impl Display, record: &Record) -> Message {
    let sources = sources(record);
    Message::new(
        format!("{vi} (nguồn: {})", sources.text(Lang::Vi)),
        format!("{en} (source: {})", sources.text(Lang::En)),
    )
}

/// The dates of documents, as far as they are known.
pub(super) fn dates(records: &[&Record]) -> Message {
    let listed = |written: fn(PartialDate) -> String| {
        records.iter().filter_map(|record| record.date()).map(written).collect::<Vec<_>>().join(", ")
    };
    Message::new(listed(PartialDate::short_form), listed(|date| date.to_string()))
}

/// Documents, each by its `name` and its day.
pub(super) fn dated(records: &[&Record], name: impl Fn(&Record) -> String, separator: &str) -> Message {
    let listed = |of: &str, written: fn(Date) -> String| {
        let one = |record: &&Record| match record.date().and_then(PartialDate::day) {
            Some(day) => format!("{} {of} {}", name(record), written(day)),
            None => name(record),
        };
        records.iter().map(one).collect::<Vec<_>>().join(separator)
    };
    Message::new(listed("ngày", Date::short_form), listed("of", |day| day.to_string()))
}

/// Where a record's facts come from, in words: its first two sources.
fn sources(record: &Record) -> Message {
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
