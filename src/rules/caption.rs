//! The line below the name of an annex that says what it was issued with: "(Kèm theo Kế hoạch số …)".

use super::Context;
use crate::parse::Mention;
use crate::text::fold;

/// Whether a citation is what the caption of an annex names.
pub(super) fn is_in_caption(context: &Context<'_>, mention: &Mention<'_>) -> bool {
    let start = mention.span().start();
    let line = context.line_start(start);
    let before = context.document().text().get(line..start).filter(|before| before.len() <= LONGEST);
    before.is_some_and(|before| {
        let in_brackets = before.trim_start_matches([' ', '\t', '*', '_', '|']).starts_with('(');
        let words = fold(before.trim_matches(|c: char| !c.is_alphanumeric()));
        words.strip_suffix("kèm theo").is_some_and(|words| in_brackets || matches!(words.trim(), "" | "ban hành"))
    })
}

/// Bytes of a line ahead of what its caption names: "(Phụ lục III ban hành kèm theo".
const LONGEST: usize = 80;
