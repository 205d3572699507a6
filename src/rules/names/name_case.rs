use std::cell::LazyCell;

use rustc_hash::FxHashSet;

use crate::citation::Part;
use crate::finding::{Applicability, Message, Severity};
use crate::parse::Mention;
use crate::registry::Verdict;
use crate::rules::quote::is_quoted;
use crate::rules::traits::Traits;
use crate::rules::wording::change_to;
use crate::rules::{Context, Findings, Regime, Rule};
use crate::text::{Span, is_all_caps, is_word_char, lower, same_folded};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "NAM02",
    name: "name-case",
    group: "names",
    severity: Severity::Info,
    fix: Some(Applicability::Safe),
    since: "0.1.0",
    doc: include_str!("name_case.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let mut types: Vec<(Span, &str)> = context
        .mentions_with((Traits::TYPE_WORD | Traits::TYPE).but(Traits::TYPE_NAME))
        .filter_map(|mention| type_in_wrong_case(mention, document.text()))
        .collect();
    types.extend(laws_in_wrong_case(context));
    let phrases = context.wordings().phrases.iter().filter(|(_, phrase)| phrase.class == "caps");
    let phrases: Vec<(Span, &str)> =
        phrases.map(|(range, phrase)| (document.span(range.clone()), phrase.right)).collect();
    types.retain(|(of_type, _)| !overlaps_one(*of_type, &phrases));
    // Of two that overlap the later one counts.
    let next = phrases.iter().skip(1).map(|(span, _)| Some(*span)).chain([None]);
    let last = phrases.iter().zip(next).filter(|((span, _), next)| next.is_none_or(|next| !next.overlaps(*span)));
    types.extend(last.map(|(phrase, _)| *phrase));
    for (span, right) in types {
        if !findings.takes(span) {
            continue;
        }
        let written = span.slice(document.text());
        findings.add(
            span,
            Message::new(format!("viết hoa ‘{written}’ chưa đúng"), format!("wrong capitals in ‘{written}’")),
            Message::new(format!("viết ‘{right}’"), format!("write ‘{right}’")),
            vec![change_to(right.to_owned(), span, Applicability::Safe)],
        );
    }
}

/// Whether a span overlaps one of some wordings, which come in text order.
fn overlaps_one(span: Span, phrases: &[(Span, &str)]) -> bool {
    /// No more wordings than so many begin before the end of one of them.
    const NEAR: usize = 4;
    let begun = phrases.partition_point(|(phrase, _)| phrase.start() < span.end());
    phrases[..begun].iter().rev().take(NEAR).any(|(phrase, _)| phrase.overlaps(span))
}

/// The type word of a citation by number, where it is not written with one capital at its start.
fn type_in_wrong_case(mention: &Mention<'_>, text: &str) -> Option<(Span, &'static str)> {
    let span = mention.part(Part::Type)?;
    let (written, right) = (span.slice(text), mention.reading().doc_type?.name());
    if written == right {
        return None;
    }
    let in_words = mention.is_labelled() && mention.type_code().is_none() && !is_all_caps(written);
    // "pháp luật số 64/2025/QH15" ends the name of a law; "văn bản số …" is said of any.
    let may_be_small = !["Luật", "Bộ luật", "Văn bản", "Hợp đồng"].contains(&right);
    // A name spelt in another way, or shortened, is no matter of capitals.
    (in_words
        && (may_be_small || written.starts_with(char::is_uppercase))
        && same_folded(written, right)
        && !same_capitals(written, right))
    .then_some((span, right))
}

/// The names of known laws where a word has a capital that the title has not; and once each those that begin with a small letter.
fn laws_in_wrong_case<'c>(context: &'c Context<'_>) -> impl Iterator<Item = (Span, &'c str)> {
    let document = context.document();
    let text = document.normalized().as_str();
    // A law is cited often, and mostly in the same words.
    let mut sound: FxHashSet<(&str, &str)> = FxHashSet::default();
    let mut begun_small: FxHashSet<&str> = FxHashSet::default();
    let begins_large = LazyCell::new(|| begins_large(context));
    context.cited_with(Traits::LAW).filter_map(move |(mention, verdict)| {
        let title = law_title(verdict)?;
        // "một số điều của 37 Luật": written with a capital and without.
        if title.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let start = mention.part(Part::Type).unwrap_or(mention.span()).start();
        let from = document.normalized().offset_of(start);
        let words = text.get(from..document.normalized().offset_of(mention.core().end()))?;
        if !words.starts_with(['l', 'L', 'B']) || words.starts_with(title) || sound.contains(&(words, title)) {
            return None;
        }
        let is_told = match wrong_case(words, title) {
            // What may be one of several laws may have another name.
            Some(Slip::Larger) => matches!(verdict, Verdict::Known(_)),
            Some(Slip::BeginsSmall) if *begins_large && !begun_small.contains(title) => {
                !is_in_quotes(context, start, from) && begun_small.insert(title)
            }
            _ => {
                sound.insert((words, title));
                false
            }
        };
        is_told.then(|| (document.span(from..from + title.len()), title))
    })
}

/// The name of a known law, or that of all laws that it may be.
fn law_title<'r>(verdict: &Verdict<'r>) -> Option<&'r str> {
    match verdict {
        Verdict::Known(record) => Some(record.title()),
        Verdict::Ambiguous(records) => {
            let title = records.first()?.title();
            records.iter().all(|record| record.title() == title).then_some(title)
        }
        _ => None,
    }
}

/// Whether names of laws begin with a capital in texts of this kind: the text is of the time since NĐ 30/2020/NĐ-CP; before, most
/// began small.
fn begins_large(context: &Context<'_>) -> bool {
    matches!(context.regime(), Regime::Administrative | Regime::Normative | Regime::Party)
        && context.document().date().is_some_and(|date| date.year() >= 2020)
}

/// Whether a place of the original, and of the normalised text, stands between quotation marks: what is quoted is left as it is.
fn is_in_quotes(context: &Context<'_>, at: usize, normalized_at: usize) -> bool {
    let line = context.line_start(at).max(at.saturating_sub(LONGEST_LINE));
    is_quoted(context.quotes(), normalized_at)
        || context.document().text().as_bytes()[line..at].iter().filter(|&&byte| byte == b'"').count() % 2 == 1
}

/// How many bytes of a line are looked back over.
const LONGEST_LINE: usize = 2_000;

/// What is wrong with the capitals of a law's name.
enum Slip {
    /// A letter is a capital that is none in the title.
    Larger,
    /// The name begins with a small letter.
    BeginsSmall,
}

/// What is wrong where the words are the name of a law but for its capitals.
fn wrong_case(words: &str, title: &str) -> Option<Slip> {
    let written = words.get(..title.len()).filter(|_| !differ(words, title))?;
    let letters = || written.chars().zip(title.chars());
    let slip = if letters().any(|(written, right)| written.is_uppercase() && right.is_lowercase()) {
        Slip::Larger
    } else {
        let name = title.char_indices().skip(1).find(|(_, c)| c.is_uppercase())?.0;
        let amends = title[name..].starts_with("Sửa đổi");
        let begins_small = written.get(name..)?.starts_with(char::is_lowercase) && title.starts_with(&written[..name]);
        (begins_small && !amends).then_some(Slip::BeginsSmall)?
    };
    (!is_all_caps(written) && same_folded(written, title)).then_some(slip)
}

/// Whether the first letters that differ show two other words; they do not where a tone mark may stand on either of two letters, or
/// marks stand apart.
fn differ(words: &str, title: &str) -> bool {
    let mut pairs = words.chars().zip(title.chars()).map(|(written, right)| (lower(written), lower(right)));
    let is_open = |c: char| {
        matches!(c, 'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ð' | 'ɖ') || !is_word_char(c)
    };
    pairs.find(|(written, right)| written != right).is_some_and(|(written, right)| !is_open(written) && !is_open(right))
        && memchr::memchr2(0xCC, 0xCD, words.as_bytes()).is_none()
}

/// Whether the same letters of two spellings are capitals.
fn same_capitals(written: &str, right: &str) -> bool {
    let capitals =
        |words: &str| words.chars().filter(|c| c.is_alphabetic()).map(char::is_uppercase).collect::<Vec<_>>();

    capitals(written) == capitals(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_early_is_spelt_otherwise() {
        let pieces = ["Luật ", "h", "o", "ò", "Ò", "à", "a", "\u{300}", "đ", "ð", "Đ", "  ", "y", "ụ", "ỵ", "x"];
        let count = pieces.len();
        let all: Vec<String> = (0..count.pow(3))
            .map(|number| [1, count, count * count].map(|unit| pieces[number / unit % count]).concat())
            .collect();
        for words in &all {
            // Those of the registry are composed.
            for title in all.iter().step_by(7).filter(|title| !title.contains('\u{300}')) {
                assert!(!differ(words, title) || !same_folded(words, title), "{words} {title}");
            }
        }
    }
}
