use std::sync::OnceLock;

use super::title::is_year;
use crate::text::words;

/// The keys of names that were compared: laws, codes, ordinances and constitutions, sorted by consonants.
///
/// Folding every name would cost more than all else that a process does with the registry. The consonants are cheap,
/// and whatever [`name_key`] takes away or changes in a name leaves those of the key at their beginning.
#[derive(Debug, Default)]
pub(super) struct KnownNames(OnceLock<Box<[OnceLock<String>]>>);

impl KnownNames {
    /// Which of `count` names are this one but for a year at its end. They stand in the order of their consonants, of which
    /// `start_at` tells the first.
    pub(super) fn find<'n>(
        &self,
        name: &str,
        count: usize,
        start_at: impl Fn(usize) -> Start,
        name_at: impl Fn(usize) -> Option<&'n str>,
    ) -> Vec<usize> {
        let key = name_key(name).0;
        let first = consonants(&key);
        let begins = |at: &usize| start_at(*at).iter().zip(first.bytes()).all(|(of_name, wanted)| *of_name == wanted);
        let run = (partition_point(count, |at| start_at(at) < start(&first))..count).take_while(begins);
        let keys = self.0.get_or_init(|| (0..count).map(|_| OnceLock::new()).collect());
        run.filter(|&at| *keys[at].get_or_init(|| name_key(name_at(at).unwrap_or_default()).0) == key).collect()
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

/// The year at the end of a name.
pub(super) fn year_of(name: &str) -> Option<u16> {
    name_key(name).1
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

/// The key of the name of a law, and the year at its end (`Luật Đất đai năm 2013`).
fn name_key(name: &str) -> (String, Option<u16>) {
    const STATES: [&str; 2] = ["nước cộng hoà xã hội chủ nghĩa việt nam", "nước việt nam dân chủ cộng hoà"];
    let mut words = words(name);
    let year = words.last().filter(|word| is_year(word)).and_then(|word| word.parse().ok());
    if year.is_some() {
        words.pop();
        words.pop_if(|word| word == "năm");
    }
    let mut key = words.join(" ");
    if let Some(state) = key.strip_prefix("hiến pháp ")
        && STATES.contains(&state)
    {
        key.truncate("hiến pháp".len());
    }
    if let Some(subject) = key.strip_prefix("pháp lệnh về ") {
        key = format!("pháp lệnh {subject}");
    }
    (key, year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::Registry;
    use crate::text::fold;

    #[test]
    fn every_name_finds_its_document_in_any_case_and_spelling() {
        let named = |record: &&crate::registry::Record| {
            matches!(record.doc_type(), "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp")
        };
        for record in Registry::builtin().records().filter(named).filter(|record| !record.title().is_empty()) {
            for name in [record.title().to_owned(), record.title().to_uppercase(), fold(record.title())] {
                let (key, year) = name_key(&name);
                assert!(consonants(record.title()).starts_with(&consonants(&key)), "{name}");
                let meant = year.is_none() || record.date().map(|date| date.year()) == year;
                assert_eq!(Registry::builtin().by_name(&name).contains(&record), meant, "{name} {record:?}");
            }
        }
    }
}
