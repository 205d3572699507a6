//! Rules that report one kind of defect of a symbol.

use super::traits::Traits;
use super::wording::change_to;
use super::{Context, Findings};
use crate::finding::{Applicability, Fix, Message};
use crate::parse::{DefectKind, Mention};

/// Reports each mention that has a defect of `kind`, at its number and symbol, with the right form as a fix.
pub(super) fn report_defect(context: &Context<'_>, findings: &mut Findings<'_>, kind: DefectKind, message: Message) {
    for mention in context.mentions_with(Traits::DEFECTS) {
        if mention.defects().iter().any(|defect| defect.kind == kind) && findings.takes(mention.core()) {
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

/// The fix that puts the whole symbol right; none where the right form is not certain, or marks of emphasis stand inside. A
/// letter in the place of a digit, or a blank between digits, makes it a matter of the number, which a person has to look at.
fn right_form(mention: &Mention<'_>) -> Vec<Fix> {
    // Marks of Markdown or HTML inside are in pairs with others outside.
    if mention.core_str().contains(['*', '<', '\\']) {
        return Vec::new();
    }
    let right = mention.canonical().map(ToString::to_string);
    let misread = mention.defects().iter().any(|defect| defect.kind == DefectKind::DigitLetter);
    let applicability =
        if misread || splits_digits(mention.core_str()) { Applicability::Unsafe } else { Applicability::Safe };
    right.map(|right| change_to(right, mention.core(), applicability)).into_iter().collect()
}

/// Whether a blank stands between two digits: `100/201 5/QH13`.
fn splits_digits(core: &str) -> bool {
    let parts: Vec<&str> = core.split_whitespace().collect();
    let digit = |c: char| c.is_ascii_digit();
    parts.windows(2).any(|pair| pair[0].ends_with(digit) && pair[1].starts_with(digit))
}
