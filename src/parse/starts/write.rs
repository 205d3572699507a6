use std::collections::BTreeMap;

use super::*;
use crate::parse::cursor::is_gap;
use crate::parse::named;
use crate::text::{first_eight, is_or_made};
use crate::vocab::types;

/// Bytes of a word.
const WORD: usize = 8 * WORDS;

/// A word in the making.
#[derive(Clone, Copy)]
struct Word {
    first: u64,
    mask: u64,
    start: u16,
    length: u8,
    is_last: bool,
}

fn words() -> Vec<&'static str> {
    let words = named::STARTS.into_iter().chain(types::all_names()).chain(types::all_aliases());
    let mut words: Vec<&str> = words.collect();
    words.sort_by_key(|word| (usize::MAX - word.len(), *word));
    words.dedup();
    words
}

/// The table of words, of which the longest come first.
fn table(words: &[&'static str]) -> Vec<u8> {
    let mut buckets: BTreeMap<usize, Vec<Word>> = BTreeMap::new();
    let mut text = String::new();
    for word in words {
        let place = Word {
            first: first_eight(word.as_bytes()),
            mask: first_eight(&vec![0xFF; word.len()]),
            start: text.len().try_into().unwrap(),
            length: word.len().try_into().unwrap(),
            is_last: false,
        };
        text.push_str(word);
        for bucket in buckets_of(word) {
            buckets.entry(bucket).or_default().push(place);
        }
    }
    let (mut firsts, mut all) = (vec![0_u16; BUCKETS], Vec::new());
    let mut places: BTreeMap<Vec<u8>, u16> = BTreeMap::new();
    for (bucket, mut words) in buckets {
        words.last_mut().unwrap().is_last = true;
        let bytes: Vec<u8> = words.into_iter().flat_map(Word::written).collect();
        // Buckets of the same words share them.
        firsts[bucket] = *places.entry(bytes).or_insert_with_key(|bytes| {
            all.extend_from_slice(bytes);
            ((all.len() - bytes.len()) / WORD + 1).try_into().unwrap()
        });
    }
    let firsts = firsts.iter().flat_map(|first| first.to_le_bytes());
    firsts.chain(((all.len() / WORD) as u32).to_le_bytes()).chain(all).chain(text.into_bytes()).collect()
}

/// A code of two bytes is a word only before a gap, or what may be one.
fn buckets_of(word: &str) -> Vec<usize> {
    let first = first_eight(word.as_bytes());
    if word.len() > 2 {
        return vec![hash(first)];
    }
    let ends = (0..=0xF4).filter(|&byte| if byte < 0x80 { is_gap(char::from(byte)) } else { byte >= 0xC2 });
    let mut buckets: Vec<usize> = ends.map(|byte| hash(first | u64::from(byte) << 16)).collect();
    buckets.sort_unstable();
    buckets.dedup();
    buckets
}

impl Word {
    fn written(self) -> [u8; WORD] {
        let mut bytes = [0; WORD];
        bytes[..8].copy_from_slice(&self.first.to_le_bytes());
        bytes[8..16].copy_from_slice(&self.mask.to_le_bytes());
        bytes[16..18].copy_from_slice(&self.start.to_le_bytes());
        bytes[18..20].copy_from_slice(&[self.length, self.is_last.into()]);
        bytes
    }
}

#[test]
fn index_is_of_the_words() {
    is_or_made(&table(&words()), include_bytes!("../../../data/index/starts.words"), "starts.words");
}

#[test]
fn every_word_is_found_where_it_starts() {
    let table = Table::open(table(&words()).leak());
    for word in words() {
        assert!(word.len() >= 2 && word.starts_with(|c: char| c.is_ascii_uppercase() || c == 'Đ'), "{word}");
        for (before, starts) in [("", true), ("“", true), ("X", false), ("x", false), ("ộ", false), ("5", false)] {
            let text = format!("{before}{word} 5");
            let found = Starts::of_table(&table, &text).iter().any(|(at, found)| (at, found) == (before.len(), word));
            assert_eq!(found, starts, "{text}");
        }
    }
    let longest = Starts::of_table(&table, "Báo cáo kết quả").iter().next();
    assert_eq!(longest, Some((0, "Báo cáo kết quả")));
    assert!(Starts::of_table(&Table::open(&[]), "Luật Đất đai").iter().next().is_none());
}

#[test]
fn all_that_stands_is_found_and_nothing_else() {
    let table = Table::open(table(&words()).leak());
    let pieces = ["Luật", "LUẬT", "Quyết định", "QĐ", "QĐi", "CT", "CTr", "Đề án", " ", "-", "”", "a", "A", "Đ", "\n"];
    let count = pieces.len();
    for number in 0..count * count * count {
        let text = [number / count / count, number / count % count, number % count].map(|place| pieces[place]).concat();
        let begins = |at: usize, word: &str| {
            let behind = text.get(at + word.len()..).unwrap_or_default().chars().next();
            text[at..].starts_with(word)
                && !text[..at].ends_with(is_word_char)
                && (word.len() > 2 || behind.is_some_and(|c| !c.is_ascii() || is_gap(c)))
        };
        let all = words();
        let want: Vec<(usize, &str)> = (0..text.len())
            .filter(|&at| text.is_char_boundary(at))
            .flat_map(|at| all.iter().filter(move |word| begins(at, word)).map(move |&word| (at, word)))
            .collect();
        assert_eq!(Starts::of_table(&table, &text).iter().collect::<Vec<_>>(), want, "{text:?}");
    }
}
