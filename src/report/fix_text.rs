use crate::finding::{Applicability, Fix, Lang};
use crate::text::read_as;

/// `“old” → “new” (who may apply it)`.
pub(super) fn fix_text(text: &str, fix: &Fix, lang: Lang) -> String {
    const MOST_EDITS: usize = 4;
    let mut changes: Vec<String> = fix
        .edits
        .iter()
        .take(MOST_EDITS)
        .map(|edit| match (edit.span.slice(text), edit.text.as_str()) {
            ("", new) => format!("{} “{}”", lang.pick("thêm", "insert"), short(new)),
            (old, "") => format!("{} “{}”", lang.pick("bỏ", "delete"), short(old)),
            (old, new) => format!("“{}” → “{}”", short(old), short(new)),
        })
        .collect();
    if fix.edits.len() > MOST_EDITS {
        changes.push("…".into());
    }
    let who = match fix.applicability {
        Applicability::Safe => lang.pick("an toàn", "safe"),
        Applicability::Unsafe => lang.pick("cần người xem lại", "review before applying"),
        Applicability::DisplayOnly => lang.pick("chỉ gợi ý", "a hint only"),
    };
    format!("{} ({who})", changes.join(", "))
}

/// At most sixty characters, those that nobody sees by their code: `U+200B`.
fn short(text: &str) -> String {
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
