//! NAM: names of places, bodies and types, and the words around them.

mod doubled_word;
mod horn;
mod name_case;
mod org_short;
mod place_typo;
mod set_phrase;
mod tone_mixed;
mod word_typo;

pub(super) use doubled_word::{RULE as DOUBLED_WORD, TWICE, doubled};
pub(super) use horn::{HALF_HORNED, half_horned_at};
pub(super) use name_case::RULE as NAME_CASE;
pub(super) use org_short::RULE as ORG_SHORT;
pub(super) use place_typo::RULE as PLACE_TYPO;
pub(super) use set_phrase::RULE as SET_PHRASE;
pub(super) use tone_mixed::{RULE as TONE_MIXED, may_be_new, may_be_old, pair_from};
pub(super) use word_typo::RULE as WORD_TYPO;

use crate::finding::{Applicability, Message};
use crate::rules::wording::change_to;
use crate::rules::{Context, Findings};
use crate::text::Span;

/// Reports the wrong wordings of some classes, each with the `message` on what is written and its right form.
fn report_phrases(
    context: &Context<'_>,
    findings: &mut Findings<'_>,
    concerns: impl Fn(&str) -> bool,
    message: impl Fn(&str) -> Message,
) {
    for (range, phrase) in context.wordings().phrases.iter().filter(|(_, phrase)| concerns(phrase.class)) {
        let span = context.document().span(range.clone());
        if !findings.takes(span) {
            continue;
        }
        let written = span.slice(context.document().text());
        report(findings, span, message(written), phrase.right_for(written));
    }
}

fn report(findings: &mut Findings<'_>, span: Span, message: Message, right: String) {
    let help = Message::new(["viết ‘", &right, "’"].concat(), ["write ‘", &right, "’"].concat());
    findings.add(span, message, help, vec![change_to(right, span, Applicability::Unsafe)]);
}
