use std::sync::OnceLock;

use super::Record;
use super::key::{same_symbol, symbol_in, symbol_key};
use super::names::NameKey;
use super::pack::Pack;
use super::read::line;

/// A pack, and the records that were asked for.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) pack: Pack,
    /// By place, in pieces: so that opening a million rows costs no more than opening ten.
    pieces: Box<[Piece]>,
}

type Piece = OnceLock<Box<[OnceLock<Option<Box<Record>>>]>>;

/// Rows of a piece. Most pieces of a registry are never asked for, and of the others a row or two.
const PIECE: usize = 128;

impl Layer {
    pub(super) fn new(pack: Pack) -> Self {
        let pieces = (0..pack.len().div_ceil(PIECE)).map(|_| OnceLock::new()).collect();
        Self { pack, pieces }
    }

    /// All records, in the order of the pack.
    pub(super) fn records(&self) -> impl Iterator<Item = &Record> {
        (0..self.pack.len()).filter_map(|place| self.record(place))
    }

    /// A record, read when it is first asked for; `None` where the pack is damaged.
    pub(super) fn record(&self, place: usize) -> Option<&Record> {
        let piece = self.pieces.get(place / PIECE)?.get_or_init(|| (0..PIECE).map(|_| OnceLock::new()).collect());
        let read = || line::record(self.pack.line(place)?, place + 1).ok().map(Box::new);
        piece[place % PIECE].get_or_init(read).as_deref()
    }

    /// The records with this symbol, by the measure of [`same_symbol`].
    pub(super) fn of_symbol(&self, symbol: &str) -> impl Iterator<Item = &Record> {
        let records = self.pack.places(symbol_key(symbol)).filter_map(|place| self.record(place));
        records.filter(move |record| same_symbol(record.symbol(), symbol))
    }

    /// The record with this id.
    pub(super) fn get(&self, id: &str) -> Option<&Record> {
        let by_symbol = self.of_symbol(symbol_in(id)).find(|record| record.id() == id);
        by_symbol.or_else(|| self.odd().find(|record| record.id() == id))
    }

    /// The records whose id does not begin with their symbol.
    pub(super) fn odd(&self) -> impl Iterator<Item = &Record> {
        self.pack.odd().filter_map(|place| self.record(place))
    }

    /// The laws and their like of this name, in the order of the pack.
    pub(super) fn of_name(&self, key: &NameKey<'_>) -> impl Iterator<Item = &Record> {
        let records = self.pack.named(key.hash()).filter_map(|place| self.record(place));
        records.filter(move |record| key.is_of(record.title()))
    }
}
