use std::collections::BTreeMap;

use super::{Index, Kind, PLACE_BITS, first_slot, hash, tag};
use crate::text::range_of;

/// What a folded name begins with, word for word: each but the whole name.
pub(crate) fn beginnings(name: &str) -> impl Iterator<Item = &str> {
    let in_word = |c: char| c.is_alphanumeric();
    let ends = name.char_indices().filter(move |&(at, c)| !in_word(c) && name[..at].ends_with(in_word));
    ends.map(|(end, _)| &name[..end])
}

/// An index in the making.
#[derive(Default)]
pub(crate) struct Writer {
    rows: Vec<u32>,
    keys: BTreeMap<(Kind, String), Vec<u8>>,
}

impl Writer {
    /// The rows of the data file, as [`super::super::table::rows`] has them.
    pub(crate) fn rows(&mut self, file: &str) {
        let mut start = 0;
        for (number, line) in file.split_inclusive('\n').enumerate() {
            if number > 0 && !line.trim_end().is_empty() {
                self.rows.push(start);
            }
            start += line.len() as u32;
        }
    }

    /// Adds a key without a value, if it is not there.
    pub(crate) fn add_key(&mut self, kind: Kind, key: &str) {
        self.keys.entry((kind, key.to_owned())).or_default();
    }

    /// Adds a number to a key, behind those that it has.
    pub(crate) fn add(&mut self, kind: Kind, key: &str, number: usize) {
        let number = u16::try_from(number).unwrap();
        self.keys.entry((kind, key.to_owned())).or_default().extend(number.to_le_bytes());
    }

    /// Adds a key with a part of the file, if it is not there.
    pub(crate) fn add_part(&mut self, kind: Kind, key: &str, file: &str, part: &str) {
        let range = range_of(file, part);
        if !self.keys.contains_key(&(kind, key.to_owned())) {
            [range.start, range.len()].into_iter().for_each(|number| self.add(kind, key, number));
        }
    }

    /// Adds a key with a text, if it is not there.
    pub(crate) fn add_text(&mut self, kind: Kind, key: &str, text: &str) {
        self.keys.entry((kind, key.to_owned())).or_insert_with(|| text.as_bytes().to_vec());
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let count = (2 * self.keys.len()).next_power_of_two().max(2);
        let (mut slots, mut entries) = (vec![0; count], Vec::new());
        for ((kind, key), value) in &self.keys {
            let hash = hash(*kind, key.as_bytes());
            let mut slot = first_slot(hash) % count;
            while slots[slot] != 0 {
                slot = (slot + 1) % count;
            }
            let place = entries.len() + 1;
            assert!(place < 1 << PLACE_BITS);
            slots[slot] = tag(hash) << PLACE_BITS | place as u32;
            entries.extend([*kind, key.len().try_into().unwrap(), value.len().try_into().unwrap()]);
            entries.extend_from_slice(key.as_bytes());
            entries.extend_from_slice(value);
        }
        let slots = [count as u32].into_iter().chain(slots);
        let rows = [self.rows.len() as u32].into_iter().chain(self.rows.iter().copied());
        slots.chain(rows).flat_map(u32::to_le_bytes).chain(entries).collect()
    }

    /// Asserts that this is the index, or makes its file.
    pub(crate) fn is(&self, index: &Index, name: &str) {
        crate::text::is_or_made(&self.bytes(), index.bytes, name);
    }
}
