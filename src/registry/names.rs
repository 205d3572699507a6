use std::sync::OnceLock;

use super::Record;
use super::row::Row;
use super::title::is_year;
use crate::text::words;

/// Laws, codes, ordinances and constitutions by name, sorted by consonants.
///
/// Folding every name would cost more than all else that a process does with the registry. The consonants are cheap,
/// and whatever [`name_key`] takes away or changes in a name leaves those of the key at their beginning.
#[derive(Clone, Debug)]
pub(super) struct Names(Vec<Name>);

#[derive(Clone, Debug)]
struct Name {
    consonants: String,
    place: usize,
    /// The key, once it was needed.
    key: OnceLock<String>,
}

impl Names {
    pub(super) fn new(rows: &[Row]) -> Self {
        let named = rows.iter().enumerate().filter_map(|(place, row)| {
            row.name().map(|name| Name { consonants: consonants(name), place, key: OnceLock::new() })
        });
        let mut names: Vec<Name> = named.collect();
        names.sort_unstable_by(|a, b| (&a.consonants, a.place).cmp(&(&b.consonants, b.place)));
        Self(names)
    }

    /// The documents of this name, in the order of the rows.
    pub(super) fn find<'r>(&self, name: &str, rows: &'r [Row]) -> Vec<&'r Record> {
        let (key, year) = name_key(name);
        let first = consonants(&key);
        let start = self.0.partition_point(|name| name.consonants < first);
        let run = self.0[start..].iter().take_while(|name| name.consonants.starts_with(&first));
        let same = run.filter(|name| *name.key(rows) == key);
        let mut places: Vec<usize> = same.map(|name| name.place).collect();
        places.sort_unstable();
        let records = places.into_iter().map(|place| rows[place].record());
        let of_year = |record: &&Record| year.is_none_or(|year| record.date().is_some_and(|date| date.year() == year));
        records.filter(of_year).collect()
    }
}

impl Name {
    fn key(&self, rows: &[Row]) -> &String {
        self.key.get_or_init(|| name_key(rows[self.place].name().unwrap_or_default()).0)
    }
}

/// The consonants of a name but đ, and but v for the sake of `Pháp lệnh về`: what no spelling and no writing of tone
/// marks changes.
fn consonants(name: &str) -> String {
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
        let named = |record: &&Record| matches!(record.doc_type(), "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp");
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
