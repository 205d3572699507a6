use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::packed::Searcher;

use crate::finding::{Applicability, Fix, Message, Severity};
use crate::rules::{Context, Findings, Rule};
use crate::text::Edit;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "NAM04",
    name: "tone-mixed",
    group: "names",
    severity: Severity::Info,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("tone_mixed.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let text = document.normalized().as_str();
    let (old, new): (Vec<_>, Vec<_>) = syllables(text).partition(|(_, pair)| pair % 2 == 0);
    let (rare, usual) = if old.len() < new.len() { (old, new) } else { (new, old) };
    // As often as the other it is no majority to follow.
    let (Some((first, _)), true) = (rare.first(), rare.len() < usual.len()) else { return };
    let word = |range: &Range<usize>| {
        let start = text[..range.start].rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + 1);
        &text[text.ceil_char_boundary(start)..range.end]
    };
    let (rare_word, usual_word) = (word(first), usual.first().map_or("", |(range, _)| word(range)));
    let edits =
        rare.iter().map(|(range, pair)| Edit { span: document.span(range.clone()), text: PAIRS[pair ^ 1].to_owned() });
    let title = Message::new("đặt dấu theo cách dùng nhiều hơn", "place the mark as most words here have it");
    let fix = Fix { title, applicability: Applicability::Safe, edits: edits.collect() };
    let message = Message::new(
        format!(
            "đặt dấu thanh lẫn hai cách: ‘{rare_word}’ ({} chỗ) và ‘{usual_word}’ ({} chỗ)",
            rare.len(),
            usual.len()
        ),
        format!("tone marks placed in two ways: ‘{rare_word}’ ({}) and ‘{usual_word}’ ({})", rare.len(), usual.len()),
    );
    findings.add(document.span(first.clone()), message, Message::new("dùng một cách", "keep to one"), vec![fix]);
}

/// The two ways, old and new in turn.
const PAIRS: [&str; 60] = [
    "òa", "oà", "óa", "oá", "ỏa", "oả", "õa", "oã", "ọa", "oạ", "òe", "oè", "óe", "oé", "ỏe", "oẻ", "õe", "oẽ", "ọe",
    "oẹ", "ùy", "uỳ", "úy", "uý", "ủy", "uỷ", "ũy", "uỹ", "ụy", "uỵ", "Òa", "Oà", "Óa", "Oá", "Ỏa", "Oả", "Õa", "Oã",
    "Ọa", "Oạ", "Òe", "Oè", "Óe", "Oé", "Ỏe", "Oẻ", "Õe", "Oẽ", "Ọe", "Oẹ", "Ùy", "Uỳ", "Úy", "Uý", "Ủy", "Uỷ", "Ũy",
    "Uỹ", "Ụy", "Uỵ",
];

static SEARCHER: LazyLock<Option<Searcher>> = LazyLock::new(|| Searcher::new(PAIRS));

/// Where a syllable ends in one of the pairs, and in which.
fn syllables(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
    let searcher = SEARCHER.as_ref();
    searcher.into_iter().flat_map(move |searcher| searcher.find_iter(text)).filter_map(move |found| {
        let (before, behind) = (&text[..found.start()], &text[found.end()..]);
        // "quý" has its mark on the only vowel; inside "hoàn" it has one place.
        let free = !before.ends_with(['q', 'Q']) && !behind.starts_with(char::is_alphabetic);
        free.then(|| (found.range(), found.pattern().as_usize()))
    })
}
