use std::ops::Range;

use crate::citation::Part;
use crate::finding::{Applicability, Fix, Message, Severity};
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, fold, is_word_char, same_folded};
use crate::vocab::types;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "SYM14",
    name: "duplicated-words",
    group: "symbol",
    severity: Severity::Warning,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("duplicated_words.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let text = document.normalized().as_str();
    for mention in context.mentions_with(Traits::DOUBLED) {
        let Some(kind) = mention.part(Part::Type) else { continue };
        let core = document.normalized().offset_of(mention.core().start());
        let kind = document.normalized().offset_of(kind.start());
        let Some((first, second)) = repeated(text, core, kind) else { continue };
        let words = &text[first.clone()];
        let message =
            Message::new(format!("lặp từ ‘{words}’ trước số"), format!("‘{words}’ repeated before the number"));
        let edits = vec![Edit { span: document.span(first.start..second.start), text: String::new() }];
        let title = Message::new("bỏ chỗ lặp", "drop the repetition");
        let fix = Fix { title, applicability: Applicability::Safe, edits };
        let help = Message::new(format!("giữ một lần ‘{}’", &text[second.clone()]), "keep it once");
        findings.add(document.span(first.start..second.end), message, help, vec![fix]);
    }
}

/// Whether "số" may end what stands before a type word: hardly anywhere it does.
pub(in crate::rules) fn may_end_in_number_word(before: &[u8]) -> bool {
    match before {
        [.., last, b' '] if last.is_ascii() => !last.is_ascii_alphanumeric(),
        [.., 0xC3..=0xC6, _, b' '] => false,
        [.., 0xE1, 0xBA | 0xBB, last, b' '] => matches!(last, 0x90 | 0x91),
        _ => true,
    }
}

/// The words before the number that stand there twice: "số số", or the type with its "số" ("kế hoạch số Kế hoạch số").
fn repeated(text: &str, core: usize, type_start: usize) -> Option<(Range<usize>, Range<usize>)> {
    if type_start >= core {
        return None;
    }
    // One "số" stands before the number, and another one before that or before the type word: few numbers have both.
    let last = before_number_word(text, core)?;
    before_number_word(text, last).or_else(|| before_number_word(text, type_start))?;
    let words = words_before(text, core);
    let is_number_word = |range: &Range<usize>| fold(&text[range.clone()]) == "số";
    // "số" may end the name of a law: "Luật Chuyển đổi số số 148/2025/QH15". Only behind the type word it is a slip.
    if let [.., kind, first, second] = &words[..]
        && is_number_word(first)
        && is_number_word(second)
        && type_start <= kind.start
        && types::find(&text[type_start..kind.end]).is_some()
    {
        return Some((first.clone(), second.clone()));
    }
    // The type word, then perhaps "số"; and the same words once more before it.
    let start = words.iter().position(|word| word.start == type_start)?;
    let (before, phrase) = words.split_at(start);
    let last = phrase.last().filter(|word| is_number_word(word))?;
    let again = before.len().checked_sub(phrase.len())?;
    let earlier = &before[again..];
    let same = earlier.iter().zip(phrase).all(|(a, b)| fold(&text[a.clone()]) == fold(&text[b.clone()]));
    let name = &text[phrase[0].start..phrase[phrase.len() - 2].end];
    let is_type = phrase.len() >= 2 && types::find(name).is_some();
    (same && is_type).then(|| (earlier[0].start..before[before.len() - 1].end, phrase[0].start..last.end))
}

/// The start of the "số" before `at`, with nothing but blanks between.
fn before_number_word(text: &str, at: usize) -> Option<usize> {
    // Its last letter, or a mark on it.
    if !matches!(trimmed(text, at).as_bytes(), [.., 0xE1, 0xBB, 0x90 | 0x91] | [.., 0xCC | 0xCD, _]) {
        return None;
    }
    let word = word_before(text, at)?;
    same_folded(&text[word.clone()], "số").then_some(word.start)
}

/// The words before `at`, with nothing but blanks between them, last one last.
fn words_before(text: &str, at: usize) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    while words.len() < 14
        && let Some(word) = word_before(text, words.last().map_or(at, |word| word.start))
    {
        words.push(word);
    }
    words.reverse();
    words
}

/// What stands before `at` and the blanks there.
fn trimmed(text: &str, at: usize) -> &str {
    let last =
        text.as_bytes()[..at].iter().rposition(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'*' | b':'));
    &text[..last.map_or(0, |last| last + 1)]
}

/// The last word before `at`, with nothing but blanks between.
fn word_before(text: &str, at: usize) -> Option<Range<usize>> {
    let end = trimmed(text, at).len();
    let in_word = |c: char| is_word_char(c) && !c.is_ascii_digit();
    let start = text[..end].trim_end_matches(in_word).len();
    (start < end).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_word_before_a_type_is_passed_over() {
        let pieces = [" ", "\n", "*", "(", "số", "SỐ", "ố", "s", "đ", "a", "7", "\u{301}"];
        let mut ends = 0;
        for index in 0..pieces.len().pow(4) {
            let words: String = (0..4).map(|place| pieces[index / pieces.len().pow(place) % pieces.len()]).collect();
            let text = format!("{words} Kế hoạch số 5/KH-UBND");
            let before = &text[..=words.len()];
            if before_number_word(&text, before.len()).is_some() {
                ends += 1;
                assert!(may_end_in_number_word(before.as_bytes()), "{text:?}");
            }
        }
        assert!(ends > 1_000, "{ends}");
    }
}
