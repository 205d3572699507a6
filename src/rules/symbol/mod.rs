//! SYM: the form of number and symbol.

mod duplicated_words;
mod symbol_case;
mod symbol_dash;
mod symbol_diacritic;
mod symbol_run_together;
mod symbol_separator;
mod symbol_space;
mod year_malformed;
mod year_presence;

pub(super) use duplicated_words::RULE as DUPLICATED_WORDS;
pub(super) use symbol_case::RULE as SYMBOL_CASE;
pub(super) use symbol_dash::RULE as SYMBOL_DASH;
pub(super) use symbol_diacritic::RULE as SYMBOL_DIACRITIC;
pub(super) use symbol_run_together::RULE as SYMBOL_RUN_TOGETHER;
pub(super) use symbol_separator::RULE as SYMBOL_SEPARATOR;
pub(super) use symbol_space::RULE as SYMBOL_SPACE;
pub(super) use year_malformed::RULE as YEAR_MALFORMED;
pub(super) use year_presence::RULE as YEAR_PRESENCE;

use super::{Context, Findings};
use crate::finding::{Applicability, Fix, Message};
use crate::parse::{DefectKind, Mention};
use crate::rules::wording::change_to;

/// Reports each mention that has a defect of `kind`, at its number and symbol, with the right form as a safe fix.
fn report_defect(context: &Context<'_>, findings: &mut Findings<'_>, kind: DefectKind, message: Message) {
    for mention in context.document().mentions() {
        if mention.defects().iter().any(|defect| defect.kind == kind) {
            findings.add(mention.core(), message.clone(), help(mention), right_form(mention));
        }
    }
}

/// What to do: write the right form, where it is certain.
fn help(mention: &Mention<'_>) -> Message {
    match mention.canonical() {
        Some(right) => Message::new(format!("viết ‘{right}’"), format!("write ‘{right}’")),
        None => Message::new("đối chiếu với văn bản gốc", "check against the original document"),
    }
}

/// The fix that puts the whole symbol right; none where the right form is not certain.
fn right_form(mention: &Mention<'_>) -> Vec<Fix> {
    let right = mention.canonical().map(ToString::to_string);
    right.map(|right| change_to(right, mention.core(), Applicability::Safe)).into_iter().collect()
}
