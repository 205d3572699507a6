//! Whether the symbol of a document tells that a date and a body are its own.

use crate::citation::{Issuer, PartialDate, Symbol};
use crate::parse::Mention;
use crate::vocab::{codes, issuers};

/// Whether date and body are those of a document with this symbol: by its year, else by the code of the body.
pub(super) fn is_of(symbol: &Symbol, date: PartialDate, issuer: Option<&Issuer>, is_issued: bool) -> bool {
    let signs = issuer.and_then(|issuer| signs(symbol, issuer));
    match symbol.year() {
        Some(year) => year.get() == date.year() && signs != Some(false),
        None => signs == Some(true) || is_issued && signs != Some(false),
    }
}

/// Whether a body signs with a symbol, where both are known.
fn signs(symbol: &Symbol, issuer: &Issuer) -> Option<bool> {
    let id = issuer.id()?;
    if symbol.codes().any(|code| issuers::signs_with(id, code)) {
        return Some(true);
    }
    let certain =
        symbol.codes().skip(1).any(codes::is_issuer) || symbol.codes().any(|code| codes::assembly(code).is_some());
    certain.then_some(false)
}

/// The symbol, as far as it was read: its year and codes are asked.
pub(super) fn read_symbol<'m>(mention: &'m Mention<'_>) -> Option<&'m Symbol> {
    mention.canonical().or(mention.citation.symbol.as_ref())
}
