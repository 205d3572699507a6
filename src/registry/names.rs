use super::title::is_year;
use crate::text::{Syllable, folded_words};
use crate::vocab::index::hash_bytes;
use crate::vocab::laws;

/// The name in a line of a registry file, if the document is one that is cited by its name.
pub(super) fn name_of(line: &str) -> Option<&str> {
    let mut fields = line.split('\t').skip(1);
    let doc_type = fields.next()?;
    let named = ["Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"].contains(&doc_type);
    fields.nth(5).filter(|name| named && !name.is_empty())
}

/// What two writings of the name of a law have in common, and the year at its end (`Luật Đất đai năm 2013`).
#[derive(Debug)]
pub(super) struct NameKey<'n> {
    written: &'n str,
    name: String,
    pub(super) year: Option<u16>,
}

impl<'n> NameKey<'n> {
    pub(super) fn of(written: &'n str) -> Self {
        const STATES: [&str; 2] = ["nước cộng hoà xã hội chủ nghĩa việt nam", "nước việt nam dân chủ cộng hoà"];
        // "Luật HN&GĐ": a word breaks at other signs.
        let folded =
            if written.contains('&') { folded_words(&written.replace('&', "")) } else { folded_words(written) };
        let mut key = unfolded(written, folded);
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
        // "… mắc phải ở người (HIV/AIDS)"
        if key.ends_with(" ở người hiv aids") {
            key.truncate(key.len() - " hiv aids".len());
        }
        if let Some(subject) = key.strip_prefix("pháp lệnh về ") {
            key = format!("pháp lệnh {subject}");
        }
        Self { written, name: key, year }
    }

    /// Its place in a table of names. The upper bits are the best.
    pub(super) fn hash(&self) -> u64 {
        hash_bytes(0, self.name.as_bytes())
    }

    /// Whether a name is another writing of it.
    pub(super) fn is_of(&self, name: &str) -> bool {
        // Most are written as the registry has them.
        name == self.written || NameKey::of(name).name == self.name
    }
}

/// The folded words of a name, and those that its abbreviations are short for: `Luật MTTQ Việt Nam`.
fn unfolded(written: &str, folded: String) -> String {
    let two_capitals = |pair: &[u8]| pair.iter().all(u8::is_ascii_uppercase) || pair == "Đ".as_bytes();
    if !written.as_bytes().windows(2).any(two_capitals) {
        return folded;
    }
    let words = folded.split(' ').map(|word| laws::unfolded(Syllable::of(word)).unwrap_or(word));
    words.collect::<Vec<_>>().join(" ")
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
    fn abbreviations_are_the_words_that_they_are_short_for() {
        for (name, count) in [
            ("Luật MTTQ Việt Nam năm 2015", 1),
            ("Luật Bầu cử ĐBQH và đại biểu HĐND", 1),
            ("Luật tổ chức HĐND và UBND", 1),
            ("LUẬT TỔ CHỨC HĐND VÀ UBND", 1),
            ("Hiến pháp nước CHXHCN Việt Nam năm 2013", 1),
            ("Luật Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người", 1),
            ("Luật HN&GĐ năm 2014", 1),
            ("Luật HNGĐ năm 2014", 1),
            ("Luật ABC", 0),
        ] {
            assert_eq!(Registry::builtin().by_name(name).len(), count, "{name}");
        }
    }

    #[test]
    fn every_name_finds_its_document_in_any_case_and_spelling() {
        let named = |record: &&crate::registry::Record| {
            matches!(record.doc_type(), "Luật" | "Bộ luật" | "Pháp lệnh" | "Hiến pháp")
        };
        for record in Registry::builtin().records().filter(named).filter(|record| !record.title().is_empty()) {
            for name in [record.title().to_owned(), record.title().to_uppercase(), fold(record.title())] {
                let year = NameKey::of(&name).year;
                let meant = year.is_none() || record.date().map(|date| date.year()) == year;
                assert_eq!(Registry::builtin().by_name(&name).contains(&record), meant, "{name} {record:?}");
            }
        }
    }
}
