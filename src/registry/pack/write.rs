use super::header::{Header, LENGTH};
use super::{About, slots};
use crate::registry::Record;
use crate::registry::key::{id_is_of_symbol, symbol_key};
use crate::registry::names::{NameKey, name_of};

/// A pack in the making.
#[derive(Debug, Default)]
pub(in crate::registry) struct Writer {
    text: String,
    starts: Vec<u32>,
    symbols: Vec<(u64, u32)>,
    odd: Vec<u32>,
    named: Vec<(u64, u32)>,
}

impl Writer {
    /// Adds a record; false, and nothing is added, where the text would reach 4 GiB.
    #[must_use]
    pub(in crate::registry) fn push(&mut self, record: &Record) -> bool {
        let fits = self.text.len() + record.as_tsv().len() < u32::MAX as usize;
        if fits {
            self.enter(record, self.text.len());
            self.text.push_str(record.as_tsv());
            self.text.push('\n');
        }
        fits
    }

    /// Enters a record whose line begins at a byte of the text.
    pub(in crate::registry) fn enter(&mut self, record: &Record, start: usize) {
        let place = self.starts.len() as u32;
        self.starts.push(start as u32);
        if !record.symbol().is_empty() {
            self.symbols.push((symbol_key(record.symbol()), place));
        }
        if !id_is_of_symbol(record.id(), record.symbol()) {
            self.odd.push(place);
        }
        if let Some(name) = name_of(record.as_tsv()) {
            self.named.push((NameKey::of(name).hash(), place));
        }
    }

    /// The pack.
    pub(in crate::registry) fn pack(mut self, about: &About) -> Vec<u8> {
        let text = std::mem::take(&mut self.text);
        let mut bytes = self.tables(about, text.len());
        bytes.extend_from_slice(text.as_bytes());
        bytes
    }

    /// All of the pack but a text of so many bytes.
    pub(in crate::registry) fn tables(self, about: &About, text: usize) -> Vec<u8> {
        let about = about.lines();
        let header = Header {
            rows: self.starts.len() as u32,
            slots: slots::count(self.symbols.len()) as u32,
            odd: self.odd.len() as u32,
            named: slots::count(self.named.len()) as u32,
            about: about.len() as u32,
            text: text as u32,
        };
        let mut bytes = Vec::with_capacity(LENGTH + 4 * self.starts.len() + 8 * header.slots as usize + text);
        bytes.extend_from_slice(&header.bytes());
        extend(&mut bytes, &self.starts);
        bytes.extend(slots::table(&self.symbols));
        extend(&mut bytes, &self.odd);
        bytes.extend(slots::table(&self.named));
        bytes.extend_from_slice(about.as_bytes());
        bytes
    }
}

fn extend(bytes: &mut Vec<u8>, numbers: &[u32]) {
    bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
}
