//! Wordings that cannot be right, each with its right form and the neighbours beside which it is none.
//!
//! Source of each row: data/phrases.tsv. Two neighbours may make other words of the same letters ("hồ sơ xuất khẩu"), so
//! each row lists those that do.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::packed;

use super::table;
use crate::text::{InnerBlanks, is_word_char, lower};

/// A wrong wording.
#[derive(Debug)]
pub struct Phrase {
    /// As it is miswritten.
    pub wrong: &'static str,
    /// The right form.
    pub right: &'static str,
    /// What kind of slip it is: `admin`, `caps`, `classic`, `name`, `place`, `set`, `term`.
    pub class: &'static str,
    /// Whether it is wrong in this case only.
    case_sensitive: bool,
    /// Words with blanks between.
    not_after: &'static str,
    not_before: &'static str,
    /// Beginnings with `|` between.
    only_before: &'static str,
}

/// What to search a text for, see [`standing`]: of each wording of several words the part behind its first letter, which may
/// be large or small, or where that is too little both forms.
pub fn searched_for() -> impl Iterator<Item = &'static str> {
    TABLE.forms.iter().map(|form| &*form.letters)
}

/// The wrong wordings of a text and where they stand, in bytes of it. It is a text as the parser reads it: NFC, one kind
/// of blank. `found` are the places where something of [`searched_for`] begins, each with its index there.
pub fn standing(text: &str, found: &[(usize, usize)]) -> Vec<(Range<usize>, &'static Phrase)> {
    let found = found.iter().map(|&(start, form)| (start, &TABLE.forms[form]));
    let words = WORDS.iter().flat_map(|words| words.find_iter(text));
    let words = words.map(|found| (found.start(), &TABLE.words[found.pattern().as_usize()]));
    // The one that ends first counts, of those that end together the longest.
    let whole = |(start, form): (usize, &Form)| (start + form.letters.len(), start + form.first, form.tail);
    let mut found: Vec<_> = found.chain(words).map(whole).collect();
    found.sort_unstable();
    let mut free_from = 0;
    let mut standing = Vec::new();
    for (end, start, tail) in found {
        let start = start - text[..start].chars().next_back().map_or(0, char::len_utf8);
        if start < free_from {
            continue;
        }
        let range = start..end;
        let mut of_tail = TABLE.by_tail[tail].iter().map(|&index| &TABLE.phrases[index]);
        if let Some(phrase) = of_tail.find(|phrase| phrase.stands_in(text, &range)) {
            free_from = end;
            standing.push((range, phrase));
        }
    }
    standing
}

impl Phrase {
    /// The right form with the first letter as large as it was written.
    pub fn right_for(&self, written: &str) -> String {
        match (written.chars().next(), self.right.chars().next()) {
            (Some(written), Some(first)) if !self.case_sensitive && written.is_uppercase() => {
                first.to_uppercase().chain(self.right.chars().skip(1)).collect()
            }
            _ => self.right.to_owned(),
        }
    }

    fn stands_in(&self, text: &str, range: &Range<usize>) -> bool {
        let (before, words, behind) = (&text[..range.start], &text[range.clone()], &text[range.end..]);
        let same = if self.case_sensitive {
            words == self.wrong
        } else {
            words.chars().next().map(lower) == self.wrong.chars().next()
        };
        let alone = !before.ends_with(is_word_char) && !behind.starts_with(is_word_char);
        same && alone && self.neighbours_allow(before, behind)
    }

    fn neighbours_allow(&self, before: &str, behind: &str) -> bool {
        let last = before
            .strip_suffix(' ')
            .map_or("", |before| before.rsplit(|c| !is_word_char(c)).next().unwrap_or_default());
        let first =
            behind.strip_prefix(' ').map_or("", |behind| behind.split(|c| !is_word_char(c)).next().unwrap_or_default());
        let is = |word: &str, listed: &str| {
            !word.is_empty() && listed.split(' ').any(|listed| word.chars().map(lower).eq(listed.chars()))
        };
        let follows = |start: &str| match start {
            "#" => behind.trim_start().starts_with(|c: char| c.is_ascii_digit()),
            start => {
                behind.trim_start().chars().map(lower).zip(start.chars()).filter(|(a, b)| a == b).count()
                    == start.chars().count()
            }
        };
        !is(last, self.not_after)
            && !is(first, self.not_before)
            && (self.only_before.is_empty()
                || self.only_before.split('|').filter(|start| !start.is_empty()).any(follows))
    }
}

struct Table {
    phrases: Vec<Phrase>,
    /// Those of several words, then the others.
    forms: Vec<Form>,
    words: Vec<Form>,
    /// The wordings that share what stands behind their first letter.
    by_tail: Vec<Vec<usize>>,
}

/// Letters to search for, and how many bytes of them are the first letter.
struct Form {
    letters: String,
    first: usize,
    tail: usize,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let phrases: Vec<Phrase> = table::rows(include_str!("../../data/phrases.tsv"))
        .map(|row| Phrase {
            wrong: row.get(0),
            right: row.get(1),
            class: row.get(2),
            case_sensitive: row.get(3) == "1",
            not_after: row.get(4),
            not_before: row.get(5),
            only_before: row.get(6),
        })
        .collect();
    let mut tails: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    for (index, phrase) in phrases.iter().enumerate() {
        let first = phrase.wrong.chars().next().map_or(0, char::len_utf8);
        tails.entry(&phrase.wrong[first..]).or_default().push(index);
    }
    let mut table = Table { phrases, forms: Vec::new(), words: Vec::new(), by_tail: Vec::new() };
    for (tail, (letters, phrases)) in tails.into_iter().enumerate() {
        if !letters.contains(' ') || InnerBlanks::can_find(letters) {
            let list = if letters.contains(' ') { &mut table.forms } else { &mut table.words };
            list.push(Form { letters: letters.to_owned(), first: 0, tail });
        } else {
            let firsts = phrases.iter().filter_map(|&index| table.phrases[index].wrong.chars().next());
            let mut firsts: Vec<char> = firsts.flat_map(|first| first.to_uppercase().chain([first])).collect();
            firsts.sort_unstable();
            firsts.dedup();
            let form = |first: char| Form { letters: format!("{first}{letters}"), first: first.len_utf8(), tail };
            table.forms.extend(firsts.into_iter().map(form));
        }
        table.by_tail.push(phrases);
    }
    table
});

/// Finds the wordings that are one word. None holds another one.
static WORDS: LazyLock<Option<packed::Searcher>> =
    LazyLock::new(|| packed::Searcher::new(TABLE.words.iter().map(|word| &word.letters)));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_decide() {
        let searcher = InnerBlanks::new(searched_for().map(str::to_owned).collect());
        let found = |text: &str| {
            let mut found = Vec::new();
            searcher.each(text, |start, form| found.push((start, form)));
            standing(text, &found)
                .into_iter()
                .map(|(range, phrase)| (text[range].to_owned(), phrase.right))
                .collect::<Vec<_>>()
        };
        assert_eq!(found("việc Sát nhập các xã"), [("Sát nhập".to_owned(), "sáp nhập")]);
        let phrase = TABLE.phrases.iter().find(|phrase| phrase.wrong == "sát nhập").unwrap();
        assert_eq!(phrase.right_for("Sát nhập"), "Sáp nhập");
        for right in ["giám sát nhập khẩu", "sáp nhập", "xsát nhập", "SÁT NHẬP", "phấn đầu tư"] {
            assert_eq!(found(right), [], "{right}");
        }
        assert_eq!(found("phấn đầu đến năm 2025").len(), 1);
        assert_eq!(found("Bộ chính trị").len(), 1);
        assert_eq!(found("bộ chính trị"), []);
        assert_eq!(found("Nghành và những nghành"), [("Nghành".to_owned(), "ngành"), ("nghành".to_owned(), "ngành")]);
    }

    /// What the searchers ask of the data.
    #[test]
    fn every_wording_can_be_found() {
        for form in &TABLE.forms {
            assert!(InnerBlanks::can_find(&form.letters), "{}", form.letters);
        }
        for word in &TABLE.words {
            let holding = TABLE.words.iter().filter(|other| other.letters.contains(&word.letters)).count();
            assert_eq!(holding, 1, "{}", word.letters);
        }
    }
}
