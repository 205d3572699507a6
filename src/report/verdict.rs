use crate::citation::Citation;
use crate::parse::Mention;
use crate::registry::{Registry, Verdict};

/// What the registry says of a mention; a malformed one is looked up by its certain repair.
pub fn verdict<'r>(registry: &'r Registry, mention: &Mention<'_>) -> Verdict<'r> {
    let reading = mention.reading();
    match mention.canonical() {
        Some(symbol) if reading.symbol.as_ref() != Some(symbol) => {
            registry.lookup(&Citation { symbol: Some(symbol.clone()), ..reading.clone() })
        }
        _ => registry.lookup(reading),
    }
}
