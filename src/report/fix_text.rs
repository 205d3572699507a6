use super::clean::shortened;
use crate::finding::{Applicability, Fix, Lang};

/// `“old” → “new” (who may apply it)`.
pub(super) fn fix_text(text: &str, fix: &Fix, lang: Lang) -> String {
    const MOST_EDITS: usize = 4;
    let mut changes: Vec<String> = fix
        .edits
        .iter()
        .take(MOST_EDITS)
        .map(|edit| match (edit.span.slice(text), edit.text.as_str()) {
            // Quotes round blanks show nothing.
            (old, new) if [old, new].iter().all(|words| words.trim().is_empty()) => fix.title.text(lang).to_owned(),
            ("", new) => format!("{} “{}”", lang.pick("thêm", "insert"), shortened(new)),
            (old, "") => format!("{} “{}”", lang.pick("bỏ", "delete"), shortened(old)),
            (old, new) => format!("“{}” → “{}”", shortened(old), shortened(new)),
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
