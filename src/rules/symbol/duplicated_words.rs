use std::ops::Range;

use crate::citation::Part;
use crate::finding::{Applicability, Fix, Message, Severity};
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, fold, is_word_char};
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
    for mention in document.mentions() {
        let core = document.normalized().offset_of(mention.core().start());
        let kind = mention.part(Part::Type).map(|span| document.normalized().offset_of(span.start()));
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

/// The words before the number that stand there twice: "số số", or the type with its "số" ("kế hoạch số Kế hoạch số").
fn repeated(text: &str, core: usize, type_start: Option<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let words = words_before(text, core);
    let is_number_word = |range: &Range<usize>| fold(&text[range.clone()]) == "số";
    // "số" may end the name of a law: "Luật Chuyển đổi số số 148/2025/QH15". Only behind the type word it is a slip.
    if let [.., kind, first, second] = &words[..]
        && is_number_word(first)
        && is_number_word(second)
        && type_start.is_some_and(|start| start <= kind.start && types::find(&text[start..kind.end]).is_some())
    {
        return Some((first.clone(), second.clone()));
    }
    // The type word, then perhaps "số"; and the same words once more before it.
    let start = words.iter().position(|word| Some(word.start) == type_start)?;
    let (before, phrase) = words.split_at(start);
    let last = phrase.last().filter(|word| is_number_word(word))?;
    let again = before.len().checked_sub(phrase.len())?;
    let earlier = &before[again..];
    let same = earlier.iter().zip(phrase).all(|(a, b)| fold(&text[a.clone()]) == fold(&text[b.clone()]));
    let name = &text[phrase[0].start..phrase[phrase.len() - 2].end];
    let is_type = phrase.len() >= 2 && types::find(name).is_some();
    (same && is_type).then(|| (earlier[0].start..before[before.len() - 1].end, phrase[0].start..last.end))
}

/// The words before `at`, with nothing but blanks between them, last one last.
fn words_before(text: &str, at: usize) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut end = at;
    while words.len() < 14 {
        let trimmed = text[..end].trim_end_matches([' ', '\t', '\n', '\r', '*', ':']).len();
        let word: usize = text[..trimmed]
            .chars()
            .rev()
            .take_while(|&c| is_word_char(c) && !c.is_ascii_digit())
            .map(char::len_utf8)
            .sum();
        if word == 0 {
            break;
        }
        end = trimmed - word;
        words.push(end..trimmed);
    }
    words.reverse();
    words
}
