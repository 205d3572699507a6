use std::ops::Range;

use crate::finding::{Applicability, Fix, Message, Severity};
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, is_word_char};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "NAM06",
    name: "doubled-word",
    group: "names",
    severity: Severity::Warning,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("doubled_word.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    for (first, second) in &context.wordings().doubled {
        let word = &document.normalized().as_str()[first.clone()];
        let edits = vec![Edit { span: document.span(first.start..second.start), text: String::new() }];
        let title = Message::new(format!("bỏ một ‘{word}’"), format!("drop one ‘{word}’"));
        findings.add(
            document.span(first.start..second.end),
            Message::new(format!("lặp từ ‘{word}’"), format!("‘{word}’ stands twice")),
            Message::new(format!("giữ một ‘{word}’"), "keep it once"),
            vec![Fix { title, applicability: Applicability::Safe, edits }],
        );
    }
}

/// Words that never stand twice, and the words behind which the pair is none.
pub(in crate::rules) const TWICE: [(&str, &[&str]); 17] = [
    ("của", &[]),
    ("các", &[]),
    ("với", &[]),
    ("hoặc", &[]),
    ("thực hiện", &[]),
    ("để", &[]),
    ("là", &[]),
    ("những", &[]),
    ("và", &["tù"]),
    ("theo", &["tiếp", "kèm", "tùy", "tuỳ"]),
    ("tại", &["hiện", "tồn"]),
    ("cho", &[]),
    ("bởi", &[]),
    ("sẽ", &[]),
    ("đã", &[]),
    // "bên trong trong suốt", "bề mặt chuyển tiếp trong trong thời gian"
    ("trong", &["bên", "ở", "phía", "tiếp"]),
    // "Phó Trưởng Ban Ban Tổ chức", "Phó Ban Ban Dân vận".
    ("Ban", &["Trưởng", "trưởng", "Phó"]),
];

/// What "trong" is a word with that means clear.
const CLEAR: [&str; 5] = ["suốt", "vắt", "sạch", "lành", "veo"];

/// The doubled words among the places where one of [`TWICE`] is said twice, the first and the second of each.
pub(in crate::rules) fn doubled(text: &str, found: &[(usize, usize)]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut free_from = 0;
    let mut doubled = Vec::new();
    for &(start, index) in found {
        let (word, not_after) = TWICE[index];
        let (middle, end) = (start + word.len(), start + 2 * word.len() + 1);
        // Of three the first two are told.
        if start < free_from {
            continue;
        }
        free_from = end;
        let (before, behind) = (&text[..start], &text[end..]);
        let alone = !before.ends_with(is_word_char) && !behind.starts_with(is_word_char);
        let last = || before.trim_end().rsplit(|c| !is_word_char(c)).next().unwrap_or_default();
        // "nước trong trong vắt"
        let clear = || word == "trong" && CLEAR.iter().any(|clear| behind.trim_start().starts_with(clear));
        if alone && !not_after.contains(&last()) && !clear() {
            doubled.push((start..middle, middle + 1..end));
        }
    }
    doubled
}
