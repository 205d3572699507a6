use std::collections::BTreeMap;

use super::{Index, Kind, PLACE_BITS, first_slot, hash, tag};

/// An index in the making.
#[derive(Default)]
pub(in crate::vocab) struct Writer {
    rows: Vec<u32>,
    keys: BTreeMap<(Kind, String), Vec<u8>>,
}

impl Writer {
    /// The rows of the data file, as [`super::super::table::rows`] has them.
    pub(in crate::vocab) fn rows(&mut self, file: &str) {
        let mut start = 0;
        for (number, line) in file.split_inclusive('\n').enumerate() {
            if number > 0 && !line.trim_end().is_empty() {
                self.rows.push(start);
            }
            start += line.len() as u32;
        }
    }

    /// Adds a key without a value, if it is not there.
    pub(in crate::vocab) fn add_key(&mut self, kind: Kind, key: &str) {
        self.keys.entry((kind, key.to_owned())).or_default();
    }

    /// Adds a number to a key, behind those that it has.
    pub(in crate::vocab) fn add(&mut self, kind: Kind, key: &str, number: usize) {
        let number = u16::try_from(number).unwrap();
        self.keys.entry((kind, key.to_owned())).or_default().extend(number.to_le_bytes());
    }

    /// Adds a key with a text, if it is not there.
    pub(in crate::vocab) fn add_text(&mut self, kind: Kind, key: &str, text: &str) {
        self.keys.entry((kind, key.to_owned())).or_insert_with(|| text.as_bytes().to_vec());
    }

    pub(in crate::vocab) fn bytes(&self) -> Vec<u8> {
        let count = (2 * self.keys.len()).next_power_of_two().max(2);
        let entries_start = 8 + 4 * (count + self.rows.len());
        let (mut slots, mut entries) = (vec![0; count], Vec::new());
        for ((kind, key), value) in &self.keys {
            let hash = hash(*kind, key.as_bytes());
            let mut slot = first_slot(hash) as usize % count;
            while slots[slot] != 0 {
                slot = (slot + 1) % count;
            }
            let place = entries_start + entries.len();
            assert!(place < 1 << PLACE_BITS);
            slots[slot] = tag(hash) << PLACE_BITS | place as u32;
            entries.extend([*kind, key.len().try_into().unwrap(), value.len().try_into().unwrap()]);
            entries.extend_from_slice(key.as_bytes());
            entries.extend_from_slice(value);
        }
        let numbers = [count as u32, self.rows.len() as u32].into_iter().chain(slots).chain(self.rows.iter().copied());
        numbers.flat_map(u32::to_le_bytes).chain(entries).collect()
    }

    /// Asserts that this is the index, or makes its file.
    pub(in crate::vocab) fn is(&self, index: &Index, name: &str) {
        crate::text::is_or_made(&self.bytes(), index.bytes, name);
    }
}
