use crate::citation::Part;
use crate::finding::{Applicability, Fix, Message, Severity};
use crate::parse::Mention;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, Span, read_as};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "ENC01",
    name: "lookalike-letter",
    group: "characters",
    severity: Severity::Error,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("lookalike_letter.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let text = context.document().text();
    // The parser reads such a letter as the one that it looks like.
    for mention in context.mentions_with(Traits::REWRITTEN) {
        for span in places(mention) {
            let edits = right_letters(text, span);
            let Some(first) = edits.first() else { continue };
            let wrong = first.span.slice(text);
            let code = wrong.chars().next().map_or(0, u32::from);
            let right = &first.text;
            let message = Message::new(
                format!("chữ ‘{wrong}’ (U+{code:04X}) chỉ trông giống ‘{right}’"),
                format!("the letter ‘{wrong}’ (U+{code:04X}) only looks like ‘{right}’"),
            );
            let help =
                Message::new(format!("gõ lại chữ ‘{right}’ của tiếng Việt"), format!("type the letter ‘{right}’"));
            let title = Message::new("thay bằng chữ đúng", "replace by the right letter");
            findings.add(span, message, help, vec![Fix { title, applicability: applicability(text, &edits), edits }]);
        }
    }
}

/// Beside the letter that it stands for it may be a second reading of that one (QĐÐ): to replace it would double it.
fn applicability(text: &str, edits: &[Edit]) -> Applicability {
    let is_double = |edit: &Edit| {
        text[..edit.span.start()].ends_with(&edit.text) || text[edit.span.end()..].starts_with(&edit.text)
    };
    if edits.iter().any(is_double) { Applicability::Unsafe } else { Applicability::Safe }
}

/// The symbol, the type word and the issuer.
fn places(mention: &Mention<'_>) -> impl Iterator<Item = Span> {
    [Some(mention.core()), mention.part(Part::Type), mention.part(Part::Issuer)].into_iter().flatten()
}

/// An edit for each look-alike letter.
fn right_letters(text: &str, span: Span) -> Vec<Edit> {
    let letters = span.slice(text).char_indices();
    letters
        .filter_map(|(at, c)| {
            let right = read_as(c).filter(|right| right.starts_with(char::is_alphabetic))?;
            let start = span.start() + at;
            Some(Edit { span: Span::new(start, start + c.len_utf8()), text: right.to_owned() })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Linter;
    use crate::text::Normalized;

    #[test]
    fn every_lookalike_is_rewritten() {
        for letter in '\0'..=char::MAX {
            if read_as(letter).is_some_and(|right| right.starts_with(char::is_alphabetic)) {
                for text in [letter.to_string(), format!("Q{letter}\u{301}")] {
                    let normalized = Normalized::new(&text);
                    assert!(normalized.is_rewritten(Span::new(0, text.len())), "{letter:?}");
                }
            }
        }
    }

    #[test]
    fn a_letter_read_twice_is_for_a_person() {
        for (text, expected) in [
            ("Quyết định số 417/QÐ-BNNMT", Applicability::Safe),
            ("Quyết định số 417/QĐÐ-BNNMT", Applicability::Unsafe),
            ("Nghị quyết số 12/NQ-ÐÐBQH", Applicability::Safe),
        ] {
            let findings = Linter::new().lint(text);
            let finding = findings.iter().find(|finding| finding.rule == RULE.code).unwrap();
            assert_eq!(finding.fixes[0].applicability, expected, "{text}");
        }
    }
}
