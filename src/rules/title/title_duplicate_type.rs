use crate::finding::{Applicability, Fix, Message, Severity};
use crate::parse::Mention;
use crate::resolve::type_again;
use crate::rules::traits::Traits;
use crate::rules::wording::insert;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, Span, lower, same_folded};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "TTL03",
    name: "title-duplicate-type",
    group: "title",
    severity: Severity::Info,
    fix: Some(Applicability::Unsafe),
    since: "0.1.0",
    doc: include_str!("title_duplicate_type.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for (mention, _) in context.cited_with(Traits::NUMBERED | Traits::TYPE_BEHIND) {
        let Some((span, has_link)) = repeated(mention) else { continue };
        let word = span.slice(context.document().text()).trim_end();
        let message = Message::new(
            format!("lặp tên loại ‘{word}’ trong trích yếu"),
            format!("the type ‘{word}’ is repeated in the title"),
        );
        let fix = if has_link {
            let title = Message::new(format!("bỏ ‘{word}’"), format!("drop ‘{word}’"));
            let edits = vec![Edit { span, text: String::new() }];
            Fix { title, applicability: Applicability::Unsafe, edits }
        } else {
            insert("về ", span.start(), Applicability::Unsafe)
        };
        let word = Span::new(span.start(), span.start() + word.len());
        findings.add(word, message, fix.title.clone(), vec![fix]);
    }
}

/// Whether a type may stand behind blanks: the word there begins with its first letter.
pub(in crate::rules) fn may_begin_type(behind: &str, doc_type: &str) -> bool {
    let first = |words: &str| words.chars().next().map(lower);
    match behind.as_bytes() {
        // Two letters of ASCII are compared at once.
        [b' ', a, ..] if a.is_ascii_alphabetic() => {
            doc_type.as_bytes().first().is_some_and(|b| a.eq_ignore_ascii_case(b))
        }
        [b' ', ..] | [0xC2, 0xA0, ..] => first(behind.trim_start_matches([' ', '\u{a0}'])) == first(doc_type),
        _ => false,
    }
}

/// How many bytes behind a citation are looked at.
const BEHIND: usize = 60;

/// The type word behind the citation with the blank after it, and whether "về" follows.
fn repeated(mention: &Mention<'_>) -> Option<(Span, bool)> {
    let words = mention.following(BEHIND);
    let start = words.len() - words.trim_start_matches([' ', '\u{a0}']).len();
    let end = start + type_again(&words[start..], mention.reading().doc_type?)? + 1;
    let next = words[end..].split([' ', ',', '.', ';', ':']).next().unwrap_or_default();
    let from = mention.span().end();
    Some((Span::new(from + start, from + end), same_folded(next, "về")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_may_begin_behind_blanks_with_its_first_letter() {
        let pieces = [" ", "\u{a0}", "Kế hoạch", "k", "Đề án", "đ", "Ð", "về", ";", "\n", ""];
        for index in 0..pieces.len().pow(4) {
            let behind: String = (0..4).map(|place| pieces[index / pieces.len().pow(place) % pieces.len()]).collect();
            let words = behind.trim_start_matches([' ', '\u{a0}']);
            let first = |words: &str| words.chars().next().map(lower);
            for doc_type in ["Kế hoạch", "Đề án"] {
                let plainly = words.len() < behind.len() && first(words) == first(doc_type);
                assert_eq!(may_begin_type(&behind, doc_type), plainly, "{behind:?}");
            }
        }
    }
}
