use crate::citation::Part;
use crate::finding::{Applicability, Fix, Message, Severity};
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Edit, Span, is_all_caps};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CMP03",
    name: "fragment",
    group: "completeness",
    severity: Severity::Info,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("fragment.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let with_pinpoint = context.mentions_with(Traits::PINPOINT);
    for span in with_pinpoint.filter_map(|mention| mention.part(Part::Pinpoint)) {
        let range = document.normalized().offset_of(span.start())..document.normalized().offset_of(span.end());
        let text = document.normalized().as_str();
        let pinpoint = &text[range.clone()];
        if !may_be_wrong(pinpoint) || is_all_caps(pinpoint) {
            continue;
        }
        let edits: Vec<Edit> = wrong_words(pinpoint, starts_sentence(&text[..range.start]))
            .filter(|(at, right)| right != "Điều" || !is_of_several(&text[..range.start + at]))
            .map(|(at, right)| Edit {
                span: document.span(range.start + at..range.start + at + right.len()),
                text: right,
            })
            .collect();
        let Some(first) = edits.first() else { continue };
        let place = Span::new(first.span.start(), edits.last().map_or(first.span.end(), |edit| edit.span.end()));
        if !findings.takes(place) {
            continue;
        }
        let right = first.text.clone();
        let title = Message::new("sửa chữ hoa, chữ thường", "correct the capitals");
        findings.add(
            place,
            Message::new("viết hoa điểm, khoản, điều chưa đúng", "wrong capitals in points, clauses and articles"),
            Message::new(format!("viết ‘{right}’"), format!("write ‘{right}’")),
            vec![Fix { title, applicability: Applicability::Safe, edits }],
        );
    }
}

/// Words in the wrong case, and in the right one.
const WORDS: [(&str, &str); 3] = [("điều", "Điều"), ("Khoản", "khoản"), ("Điểm", "điểm")];

/// Whether a wrong word stands there, or one that begins so.
fn may_be_wrong(pinpoint: &str) -> bool {
    let mut before = b' ';
    pinpoint.bytes().enumerate().any(|(at, byte)| {
        let starts = std::mem::replace(&mut before, byte) == b' ';
        starts
            && matches!(byte, 0xC4 | b'K')
            && !pinpoint[at..].starts_with("Điều")
            && WORDS.iter().any(|(wrong, _)| pinpoint[at..].starts_with(wrong))
    })
}

/// The words that are written small and should be large, or the other way round, with the right form.
fn wrong_words(pinpoint: &str, starts_sentence: bool) -> impl Iterator<Item = (usize, String)> {
    pinpoint.split(' ').filter_map(move |word| {
        let at = word.as_ptr() as usize - pinpoint.as_ptr() as usize;
        let (_, right) = WORDS.iter().find(|(wrong, _)| *wrong == word)?;
        let small = right.starts_with(char::is_lowercase);
        (!(small && at == 0 && starts_sentence)).then(|| (at, (*right).to_owned()))
    })
}

/// Whether words end as before several articles: laws themselves write "các điều 1, 3 và 4".
fn is_of_several(before: &str) -> bool {
    ["các ", "Các ", "những "].iter().any(|word| before.ends_with(word))
}

fn starts_sentence(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '*', '_', '"', '“', '(']);
    before.is_empty() || before.ends_with(['.', '\n', ':', '|', '-', '>', ';']) || ends_with_mark(before)
}

/// "a)", "12)": the mark of an item of a list, alone on its line.
fn ends_with_mark(before: &str) -> bool {
    const LONGEST: usize = 8;
    let tail = &before[before.ceil_char_boundary(before.len().saturating_sub(LONGEST))..];
    let line = tail.rsplit('\n').next().unwrap_or_default();
    let mark = line.trim_start_matches([' ', '\t', '*', '_', '(']).strip_suffix(')');
    let is_alone = line.len() < tail.len() || before.len() <= LONGEST;
    is_alone
        && mark.is_some_and(|mark| (1..=2).contains(&mark.chars().count()) && mark.chars().all(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_capital_begins() {
        for before in ["", "Điều 1. ", "bãi bỏ:\n**c)** ", "đ) ", "\n12) ", "- "] {
            assert!(starts_sentence(before), "{before:?}");
        }
        for before in ["quy định tại ", "theo điểm a) ", "Điều 5 (sửa) "] {
            assert!(!starts_sentence(before), "{before:?}");
        }
    }
}
