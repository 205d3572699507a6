//! Symbols of a type and a year that lack their body: `30/2020/NĐ`.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;

use crate::citation::{Number, Symbol, Year};
use crate::finding::Message;
use crate::parse::Mention;
use crate::rules::symbols::is_bodiless;
use crate::rules::traits::Traits;
use crate::rules::{Context, Findings};

/// Reports them.
pub(super) fn report(context: &Context<'_>, findings: &mut Findings<'_>) {
    let whole = LazyCell::new(|| {
        let symbols = context.mentions_with(Traits::FIRST | Traits::SYMBOL).filter_map(|mention| mention.canonical());
        symbols.filter(|symbol| symbol.codes().nth(1).is_some()).map(|symbol| (without_body(symbol), symbol)).collect()
    });
    for mention in context.mentions_where(Traits::NUMBERED | Traits::SYMBOL, is_bodiless) {
        let Some(symbol) = mention.canonical().filter(|_| ends_there(mention)) else { continue };
        if context.is_in_table(mention.span().start()) || !findings.takes(mention.core()) {
            continue;
        }
        let whole: &FxHashMap<_, &Symbol> = &whole;
        let right = whole.get(&without_body(symbol)).map(ToString::to_string);
        // Decrees are the Government's alone.
        let right = right.or_else(|| (symbol.first_code() == "NĐ").then(|| format!("{symbol}-CP")));
        let help = match right {
            Some(right) => Message::new(format!("viết ‘{right}’"), format!("write ‘{right}’")),
            None => Message::new("ghi thêm chữ viết tắt tên cơ quan", "add the code of the issuing body"),
        };
        let message = Message::new(
            "ký hiệu thiếu chữ viết tắt tên cơ quan ban hành",
            "the symbol lacks the code of the issuing body",
        );
        findings.add(mention.core(), message, help, Vec::new());
    }
}

/// Whether the symbol surely ends where it was read: behind what is broken off or misread other codes may stand.
fn ends_there(mention: &Mention<'_>) -> bool {
    let mut behind = mention.following(8).chars();
    let is_end = match behind.next() {
        None => true,
        Some('.') => !behind.as_str().starts_with('.'),
        Some(sign) => matches!(sign, ' ' | '\n' | ',' | ';' | ')'),
    };
    is_end && !behind.as_str().trim_start().starts_with(['-', '–', '.', '|', '_', ':', '…', '/'])
}

/// What a symbol has in common with the same one that lacks its body.
fn without_body(symbol: &Symbol) -> (Option<u32>, Option<Year>, &str) {
    (symbol.number().map(Number::value), symbol.year(), symbol.first_code())
}
