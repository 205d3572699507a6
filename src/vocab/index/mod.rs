//! Data files looked up without being read: what stands where is known before, in a file of data/index beside each.
//!
//! Numbers are little-endian. An index is, one behind the other:
//!
//! | Part | Bytes | What |
//! |---|---|---|
//! | slots | 4 + 4 × slots | how many (a power of two); open addressing: twelve bits of a hash, and where the entry begins; 0 is free |
//! | rows | 4 + 4 × rows | how many; where each row begins in the data file |
//! | entries | | kind of key, length of key, length of value, key, value: numbers of two bytes, or a text |
//!
//! A test of each vocabulary compares its index with the data, and makes it: `INDEX=overwrite cargo test index_is`, then build
//! anew.

#[cfg(test)]
mod write;

use std::sync::OnceLock;

#[cfg(test)]
pub(crate) use self::write::{Writer, beginnings};
use super::table::Row;

/// A data file and its index.
pub(crate) struct Index {
    file: &'static str,
    slots: &'static [[u8; 4]],
    rows: &'static [[u8; 4]],
    entries: &'static [u8],
    #[cfg(test)]
    bytes: &'static [u8],
}

/// The kind of a key: one index has keys of several.
pub(crate) type Kind = u8;

/// How many bits of an entry in a slot say where it begins.
const PLACE_BITS: u32 = 20;

impl Index {
    pub(crate) const fn new(file: &'static str, bytes: &'static [u8]) -> Self {
        let (slots, rest) = numbers(bytes);
        let (rows, entries) = numbers(rest);
        Self {
            file,
            slots,
            rows,
            entries,
            #[cfg(test)]
            bytes,
        }
    }

    /// The numbers of a key, mostly of rows.
    pub(crate) fn get(&self, kind: Kind, key: &(impl AsRef<[u8]> + ?Sized)) -> Option<Numbers> {
        self.value(kind, key.as_ref()).map(Numbers)
    }

    /// The text of a key.
    pub(crate) fn text(&self, kind: Kind, key: &str) -> Option<&'static str> {
        std::str::from_utf8(self.value(kind, key.as_bytes())?).ok()
    }

    /// Whether there is such a key.
    pub(crate) fn has(&self, kind: Kind, key: &(impl AsRef<[u8]> + ?Sized)) -> bool {
        self.value(kind, key.as_ref()).is_some()
    }

    /// The part of the data file where the value of a key stands, which are the numbers of its first byte and its length.
    pub(crate) fn part(&self, kind: Kind, key: &str) -> Option<&'static str> {
        self.part_of(self.get(kind, key)?)
    }

    /// The part of the data file whose first byte and length are the next numbers.
    pub(crate) fn part_of(&self, mut numbers: Numbers) -> Option<&'static str> {
        let (start, length) = (numbers.next()?, numbers.next()?);
        self.file.get(start..start + length)
    }

    fn value(&self, kind: Kind, key: &[u8]) -> Option<&'static [u8]> {
        let hash = hash(kind, key);
        let mut slot = first_slot(hash);
        for _ in 0..self.slots.len() {
            slot &= self.slots.len() - 1;
            let entry = u32::from_le_bytes(*self.slots.get(slot)?);
            if entry == 0 {
                return None;
            }
            if entry >> PLACE_BITS == tag(hash)
                && let Some(value) = self.value_at(entry & ((1 << PLACE_BITS) - 1), kind, key)
            {
                return Some(value);
            }
            slot += 1;
        }
        None
    }

    /// The value of an entry, if it is that of the key.
    fn value_at(&self, place: u32, kind: Kind, key: &[u8]) -> Option<&'static [u8]> {
        // Places are counted from 1.
        let (&[of, length, value], rest) = self.entries.get((place as usize).checked_sub(1)?..)?.split_first_chunk()?;
        let (known, rest) = rest.split_at_checked(usize::from(length))?;
        if of == kind && known == key { rest.get(..usize::from(value)) } else { None }
    }

    /// A row of the data file.
    pub(crate) fn row(&self, row: usize) -> Option<Row> {
        let start = u32::from_le_bytes(*self.rows.get(row)?) as usize;
        let rest = self.file.get(start..)?;
        Some(Row::new(&rest[..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())]))
    }

    /// A row read, in its cell when it was read before. Cells are small: few are used in a process, and each page that is
    /// written to takes as long as some thousand instructions.
    pub(crate) fn kept<T>(
        &self,
        row: usize,
        cells: &'static [OnceLock<Box<T>>],
        read: impl FnOnce(&Row) -> T,
    ) -> Option<&'static T> {
        let cell = cells.get(row)?;
        match cell.get() {
            Some(kept) => Some(kept),
            None => {
                let row = self.row(row)?;
                Some(cell.get_or_init(|| Box::new(read(&row))))
            }
        }
    }
}

/// Numbers with their count in front of them, and what stands behind them.
const fn numbers(bytes: &'static [u8]) -> (&'static [[u8; 4]], &'static [u8]) {
    // An index of another form has no keys; a test compares those that are compiled in.
    let Some((count, rest)) = bytes.split_first_chunk() else { return (&[], &[]) };
    match rest.split_at_checked(4 * u32::from_le_bytes(*count) as usize) {
        Some((numbers, rest)) => (numbers.as_chunks().0, rest),
        None => (&[], &[]),
    }
}

/// The numbers of a key.
#[derive(Clone)]
pub(crate) struct Numbers(&'static [u8]);

impl Iterator for Numbers {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let (number, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(usize::from(u16::from_le_bytes(*number)))
    }
}

/// Eight bytes at a time; the last eight once more.
fn hash(kind: Kind, key: &[u8]) -> u64 {
    let start = u64::from(kind) << 8 | key.len() as u64;
    match (key.last_chunk::<8>(), key.first_chunk::<4>(), key.last_chunk::<4>()) {
        (Some(last), ..) => {
            let whole =
                key.as_chunks::<8>().0.iter().fold(start, |hash, bytes| hash_step(hash, u64::from_le_bytes(*bytes)));
            hash_step(whole, u64::from_le_bytes(*last))
        }
        (None, Some(first), Some(last)) => {
            hash_step(start, u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)))
        }
        _ => hash_step(start, key.iter().fold(0, |number, &byte| number << 8 | u64::from(byte))),
    }
}

/// Bytes, eight at a time, zeros behind the last ones.
pub(crate) fn hash_bytes(start: u64, bytes: &[u8]) -> u64 {
    bytes.chunks(8).fold(start, |hash, bytes| {
        let mut word = [0; 8];
        word[..bytes.len()].copy_from_slice(bytes);
        hash_step(hash, u64::from_le_bytes(word))
    })
}

/// One step of FxHash.
pub(crate) fn hash_step(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The upper bits of a hash are its best.
const fn first_slot(hash: u64) -> usize {
    (hash >> 44) as usize
}

const fn tag(hash: u64) -> u32 {
    (hash >> 32 & 0xFFF) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_its_numbers_and_no_other_has_any() {
        let mut writer = Writer::default();
        let key = |length: usize, kind: u8| {
            "ủy ban nhân dân".repeat(9).chars().take(length).collect::<String>() + &kind.to_string()
        };
        for length in 0..100 {
            writer.add(b'a', &key(length, 0), length);
            writer.add(b'b', &key(length, 1), 1000);
            writer.add(b'b', &key(length, 1), length);
            writer.add_text(b'c', &key(length, 1), "Ủy ban");
        }
        let index = Index::new("", writer.bytes().leak());
        for length in 0..100 {
            assert_eq!(index.get(b'a', &key(length, 0)).unwrap().collect::<Vec<_>>(), [length]);
            assert_eq!(index.get(b'b', &key(length, 1)).unwrap().collect::<Vec<_>>(), [1000, length]);
            assert_eq!(index.text(b'c', &key(length, 1)), Some("Ủy ban"));
            assert!(!index.has(b'b', &key(length, 0)) && !index.has(b'a', &key(length, 2)));
        }
        assert!(!Index::new("", &[]).has(b'a', "ban") && !Index::new("", &[1, 0, 0, 0, 9]).has(b'a', "ban"));
        assert!(!Index::new("", &[1, 0, 0, 0, 9, 9, 9, 9]).has(b'a', "ban"));
    }

    #[test]
    fn rows_are_read_where_they_begin() {
        let file = "name\tnote\nmột\ta\nhai\tb";
        let mut writer = Writer::default();
        writer.rows(file);
        let index = Index::new(file, writer.bytes().leak());
        let field = |row, column| index.row(row).map(|row| row.get(column));
        assert_eq!((field(0, 0), field(0, 1), field(1, 1)), (Some("một"), Some("a"), Some("b")));
        assert_eq!(field(2, 0), None);
    }
}
