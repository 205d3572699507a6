//! The words that cite a known document, as a first citation gives them.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b: type, number and symbol, day, body, title; of laws and ordinances only type
//! and name. The day in words as in its forms (Phụ lục III); the Party writes it in digits.

use crate::citation::{Date, PartialDate};
use crate::registry::{Confidence, Record};
use crate::text::fold;

/// Whether a document is cited by its name.
pub(super) fn is_law(record: &Record) -> bool {
    matches!(record.doc_type(), "Luật" | "Bộ luật" | "Pháp lệnh")
}

/// What stands behind "số": `30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư`.
pub(super) fn numbered(record: &Record) -> String {
    let mut parts = vec![record.symbol().to_owned()];
    parts.extend(day(record));
    if is_law(record) {
        return parts.join(" ");
    }
    if !record.issuer().is_empty() {
        parts.push(format!("của {}", record.issuer()));
    }
    if let Some(term) = record.term().filter(|_| record.issuer().starts_with("Ban Chấp hành Trung ương")) {
        parts.push(format!("(khóa {term})"));
    }
    parts.extend(title(record));
    parts.join(" ")
}

/// What stands behind the type of a law: `Doanh nghiệp ngày 17 tháng 6 năm 2020`; `None` where its name is not known.
pub(super) fn named(record: &Record) -> Option<String> {
    let name = record.title().strip_prefix(record.doc_type())?.trim();
    let parts = std::iter::once(name.to_owned()).chain(day(record));
    (is_law(record) && !name.is_empty()).then(|| parts.collect::<Vec<_>>().join(" "))
}

/// The day; none that is known from memory only, nor one of which only a part is known.
fn day(record: &Record) -> Option<String> {
    let day = record.date().and_then(PartialDate::day).filter(|_| record.confidence() > Confidence::Memory)?;
    let is_of_party = !record.symbol().contains("/NQ-") && record.symbol().ends_with("/TW");
    Some(if is_of_party { format!("ngày {}", day.short_form()) } else { in_words(day) })
}

fn in_words(day: Date) -> String {
    let month = if day.month() <= 2 { format!("{:02}", day.month()) } else { day.month().to_string() };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}

/// The title as it goes on in a sentence; none that is no title but a name with its type.
fn title(record: &Record) -> Option<String> {
    const VERBS: [&str; 16] = [
        "ban hành",
        "bãi bỏ",
        "bổ sung",
        "công bố",
        "cắt giảm",
        "điều chỉnh",
        "hướng dẫn",
        "phân cấp",
        "phê duyệt",
        "quản lý",
        "quy định",
        "sửa đổi",
        "thành lập",
        "thay thế",
        "thực hiện",
        "về",
    ];
    let folded = fold(record.title());
    let goes_on = VERBS.iter().any(|verb| folded.strip_prefix(verb).is_some_and(|rest| rest.starts_with([' ', ','])));
    let mut letters = record.title().chars();
    let first = letters.next().filter(|_| goes_on)?;
    Some(first.to_lowercase().chain(letters).collect())
}
