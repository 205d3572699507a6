use std::sync::OnceLock;

use super::title::is_year;
use crate::text::folded_words;

/// The keys of names that were compared: laws, codes, ordinances and constitutions, sorted by consonants.
///
/// Folding every name would cost more than all else that a process does with the registry. The consonants are cheap,
/// and whatever [`NameKey`] takes away or changes in a name leaves those of the key at their beginning.
#[derive(Debug, Default)]
pub(super) struct KnownNames(OnceLock<Box<[OnceLock<String>]>>);

impl KnownNames {
    /// Which of `count` names have this key. They stand in the order of their consonants, of which
    /// `start_at` tells the first.
    pub(super) fn find<'n>(
        &self,
        key: &NameKey,
        count: usize,
        start_at: impl Fn(usize) -> Start,
        name_at: impl Fn(usize) -> Option<&'n str>,
    ) -> Vec<usize> {
        let first = consonants(&key.name);
        let begins = |at: &usize| start_at(*at).iter().zip(first.bytes()).all(|(of_name, wanted)| *of_name == wanted);
        let from = start(&first);
        let run = (partition_point(count, |at| start_at(at) < from)..count).take_while(begins);
        let keys = self.0.get_or_init(|| (0..count).map(|_| OnceLock::new()).collect());
        let key_at = |at: usize| NameKey::of(name_at(at).unwrap_or_default()).name;
        run.filter(|&at| *keys[at].get_or_init(|| key_at(at)) == key.name).collect()
    }
}

/// The first consonants of a name; zeros where it has no more.
pub(super) type Start = [u8; 16];

pub(super) fn start(consonants: &str) -> Start {
    let mut start = Start::default();
    for (place, byte) in start.iter_mut().zip(consonants.bytes()) {
        *place = byte;
    }
    start
}

/// The first of so many places at which it does not hold, where it holds for all places before.
fn partition_point(count: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low.midpoint(high);
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

/// The name in a line of a registry file, if the document is one that is cited by its name.
pub(super) fn name_of(line: &str) -> Option<&str> {
    let mut fields = line.split('\t').skip(1);
    let doc_type = fields.next()?;
    let named = ["Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"].contains(&doc_type);
    fields.nth(5).filter(|name| named && !name.is_empty())
}

/// The consonants of a name but đ, and but v for the sake of `Pháp lệnh về`: what no spelling and no writing of tone
/// marks changes.
pub(super) fn consonants(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let letters = name.bytes().map(|byte| byte.to_ascii_lowercase());
    let letters = letters.filter(|byte| matches!(byte, b'b'..=b'd' | b'g' | b'h' | b'k'..=b'n' | b'p'..=b't' | b'x'));
    out.extend(letters.map(char::from));
    out
}

/// What two writings of the name of a law have in common, and the year at its end (`Luật Đất đai năm 2013`).
#[derive(Debug)]
pub(super) struct NameKey {
    name: String,
    pub(super) year: Option<u16>,
}

impl NameKey {
    pub(super) fn of(name: &str) -> Self {
        const STATES: [&str; 2] = ["nước cộng hoà xã hội chủ nghĩa việt nam", "nước việt nam dân chủ cộng hoà"];
        let mut key = folded_words(name);
        let last = key.rsplit(' ').next().unwrap_or_default();
        let year = if is_year(last) { last.parse().ok() } else { None };
        if year.is_some() {
            cut_last_word(&mut key);
            if key.rsplit(' ').next() == Some("năm") {
                cut_last_word(&mut key);
            }
        }
        if let Some(state) = key.strip_prefix("hiến pháp ")
            && STATES.contains(&state)
        {
            key.truncate("hiến pháp".len());
        }
        if let Some(subject) = key.strip_prefix("pháp lệnh về ") {
            key = format!("pháp lệnh {subject}");
        }
        Self { name: key, year }
    }
}

fn cut_last_word(words: &mut String) {
    words.truncate(words.rfind(' ').unwrap_or(0));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::Registry;
    use crate::text::{fold, words};

    #[test]
    fn the_words_of_a_name_are_those_of_any_text() {
        for name in ["Luật  Phòng, chống\nma tuý", "“Hiến pháp”", " Luật - năm 2013.", "", "2013", "năm", "Đ.V. 2,5"]
        {
            assert_eq!(folded_words(name), words(name).join(" "), "{name}");
        }
        for (name, key, year) in
            [("năm 2013", "", Some(2013)), ("2013", "", Some(2013)), ("Luật năm", "luật năm", None), ("", "", None)]
        {
            let found = NameKey::of(name);
            assert_eq!((found.name.as_str(), found.year), (key, year), "{name}");
        }
    }

    #[test]
    fn every_name_finds_its_document_in_any_case_and_spelling() {
        let named = |record: &&crate::registry::Record| {
            matches!(record.doc_type(), "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp")
        };
        for record in Registry::builtin().records().filter(named).filter(|record| !record.title().is_empty()) {
            for name in [record.title().to_owned(), record.title().to_uppercase(), fold(record.title())] {
                let NameKey { name: key, year } = NameKey::of(&name);
                assert!(consonants(record.title()).starts_with(&consonants(&key)), "{name}");
                let meant = year.is_none() || record.date().map(|date| date.year()) == year;
                assert_eq!(Registry::builtin().by_name(&name).contains(&record), meant, "{name} {record:?}");
            }
        }
    }
}
