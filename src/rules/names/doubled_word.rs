use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::packed::Searcher;

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
    for (first, second) in doubled(document.normalized().as_str()) {
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

/// Words that never stand twice, and the words behind which or before which the pair is none.
const WORDS: [(&str, &[&str]); 13] = [
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
];

/// Finds the second of two words: each pattern has the blank between them.
static SEARCHER: LazyLock<Option<Searcher>> =
    LazyLock::new(|| Searcher::new(WORDS.iter().map(|(word, _)| format!("{word} {word}"))));

/// The doubled words, each with the word that is the same.
fn doubled(text: &str) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let searcher = SEARCHER.as_ref();
    searcher.into_iter().flat_map(move |searcher| searcher.find_iter(text)).filter_map(move |found| {
        let (word, not_after) = WORDS[found.pattern().as_usize()];
        let (before, behind) = (&text[..found.start()], &text[found.end()..]);
        let alone = !before.ends_with(is_word_char) && !behind.starts_with(is_word_char);
        let last = before.trim_end().rsplit(|c| !is_word_char(c)).next().unwrap_or_default();
        let middle = found.start() + word.len();
        (alone && !not_after.contains(&last)).then_some((found.start()..middle, middle + 1..found.end()))
    })
}
