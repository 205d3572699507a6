//! What tells which document a number is of, where the number alone does not.

use rustc_hash::FxHashSet;

use super::Context;
use super::traits::{Sought, Traits};
use crate::citation::{Separator, Symbol};
use crate::parse::Mention;
use crate::registry::Verdict;
use crate::text::fold;

/// A number that nothing tells the document of.
pub(super) struct Untold<'c> {
    pub(super) mention: &'c Mention<'c>,
    pub(super) verdict: &'c Verdict<'c>,
    pub(super) symbol: &'c Symbol,
}

/// The first citation of each number that neither its date nor its term nor the words behind it tell the document of, here
/// or elsewhere in the text; of those only that have these traits and that the rule `concerns`.
pub(super) fn untold<'c>(
    context: &'c Context<'_>,
    traits: Traits,
    concerns: impl Fn(&Verdict<'_>, &Symbol) -> bool,
) -> Vec<Untold<'c>> {
    let numbered = |sought: Sought| {
        let cited = context.cited_with(sought);
        cited.filter_map(|(mention, verdict)| Some((mention, verdict, mention.canonical()?)))
    };
    let mut seen: FxHashSet<&Symbol> = FxHashSet::default();
    let mut found: Vec<Untold<'_>> =
        numbered((Traits::NUMBERED | Traits::SYMBOL | traits).but(Traits::DATE | Traits::TERM))
            .filter(|(_, verdict, symbol)| concerns(verdict, symbol))
            .filter(|(mention, _, symbol)| {
                !seen.contains(symbol) && !may_be_told_behind(mention) && seen.insert(symbol)
            })
            .map(|(mention, verdict, symbol)| Untold { mention, verdict, symbol })
            .collect();
    // Few texts have any; the others are gone through for those only.
    if !found.is_empty() {
        let told: FxHashSet<&Symbol> = [Traits::DATE, Traits::TERM]
            .into_iter()
            .flat_map(|told| numbered((Traits::SYMBOL | told).into()))
            .map(|(.., symbol)| symbol)
            .collect();
        found.retain(|untold| !told.contains(untold.symbol));
    }
    found
}

/// Whether a number is of the Party's central bodies, which start anew with each term.
pub(super) fn is_central(symbol: &Symbol) -> bool {
    symbol.groups().last() == Some((Separator::Slash, "TW"))
}

/// How many bytes behind a citation may tell which document it is.
const BEHIND: usize = 60;

/// How many bytes a title in quotation marks may have.
const LONGEST_QUOTED: usize = 400;

/// What stands behind a title in quotation marks: `18-NQ/TW “Một số vấn đề …” ngày 25/10/2017`.
fn behind_quoted(following: &str) -> Option<&str> {
    let title = following.trim_start().strip_prefix(['“', '"'])?;
    Some(title.split_once(['”', '"'])?.1)
}

/// Whether a subject or a date in another form may stand behind it: `16/CT-TTg về …`, `16/CT-TTg (2016)`.
pub(super) fn may_be_told_behind(mention: &Mention<'_>) -> bool {
    let following = mention.following(BEHIND + LONGEST_QUOTED);
    let behind = behind_quoted(following).unwrap_or(following);
    let behind = &behind[..behind.floor_char_boundary(BEHIND)];
    let words = fold(behind.split([',', '.']).next().unwrap_or_default());
    let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    words.starts_with("về ") || words.contains(|c: char| c.is_ascii_digit())
}
