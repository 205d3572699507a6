//! What several rules ask of the codes of a symbol.

use smallvec::SmallVec;

use crate::citation::Symbol;
use crate::parse::Mention;

/// Whether a symbol has a year and one code, that of a type that always has its body behind.
pub(super) fn is_bodiless(mention: &Mention<'_>) -> bool {
    // Whoever issued them: those of `vocab::windows` are of some bodies.
    const WITH_BODY: [&str; 6] = ["NĐ", "TT", "TTLT", "NQLT", "QĐ", "NQ"];
    mention.canonical().is_some_and(|symbol| {
        symbol.year().is_some() && symbol.codes().nth(1).is_none() && WITH_BODY.contains(&symbol.first_code())
    })
}

/// What symbols of the same codes, three or more, have in common: these, sorted.
pub(super) fn codes_in_any_order(symbol: &Symbol) -> Option<SmallVec<[&str; 4]>> {
    symbol.codes().nth(2)?;
    let mut codes: SmallVec<[&str; 4]> = symbol.codes().collect();
    codes.sort_unstable();
    Some(codes)
}
