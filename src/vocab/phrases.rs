//! Wordings that cannot be right, each with its right form and the neighbours beside which it is none.
//!
//! Source of each row: data/phrases.tsv. Two neighbours may make other words of the same letters ("hồ sơ xuất khẩu"), so
//! each row lists those that do.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::table;
use crate::text::{is_word_char, lower};

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
    not_after: Vec<&'static str>,
    not_before: Vec<&'static str>,
    only_before: Vec<&'static str>,
}

/// The wrong wordings of a text and where they stand, in bytes of it. It is a text as the parser reads it: NFC, one kind
/// of blank.
pub fn find(text: &str) -> impl Iterator<Item = (Range<usize>, &'static Phrase)> {
    let mut free_from = 0;
    let before = SEARCHED.fetch_add(text.len(), Ordering::Relaxed);
    let searcher = if before.saturating_add(text.len()) < MUCH { &SMALL } else { &LARGE };
    searcher.find_overlapping_iter(text).filter_map(move |found| {
        let start = found.start() - text[..found.start()].chars().next_back().map_or(0, char::len_utf8);
        let range = start..found.end();
        let of_tail = TABLE.by_tail[found.pattern().as_usize()].iter().map(|&index| &TABLE.phrases[index]);
        let phrase = of_tail.filter(|_| start >= free_from).find(|phrase| phrase.stands_in(text, &range))?;
        free_from = range.end;
        Some((range, phrase))
    })
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
        let is = |word: &str, listed: &[&str]| {
            !word.is_empty() && listed.contains(&&*word.chars().map(lower).collect::<String>())
        };
        let follows = |start: &&str| match *start {
            "#" => behind.trim_start().starts_with(|c: char| c.is_ascii_digit()),
            start => {
                behind.trim_start().chars().map(lower).zip(start.chars()).filter(|(a, b)| a == b).count()
                    == start.chars().count()
            }
        };
        !is(last, &self.not_after)
            && !is(first, &self.not_before)
            && (self.only_before.is_empty() || self.only_before.iter().any(follows))
    }
}

struct Table {
    phrases: Vec<Phrase>,
    /// What stands behind the first letter of the wordings.
    tails: Vec<&'static str>,
    /// The wordings with each of these ends.
    by_tail: Vec<Vec<usize>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let phrases: Vec<Phrase> = table::rows(include_str!("../../data/phrases.tsv"))
        .map(|row| Phrase {
            wrong: row.get(0),
            right: row.get(1),
            class: row.get(2),
            case_sensitive: row.get(3) == "1",
            not_after: row.get(4).split(' ').filter(|word| !word.is_empty()).collect(),
            not_before: row.get(5).split(' ').filter(|word| !word.is_empty()).collect(),
            only_before: row.get(6).split('|').filter(|word| !word.is_empty()).collect(),
        })
        .collect();
    let mut tails: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    for (index, phrase) in phrases.iter().enumerate() {
        let first = phrase.wrong.chars().next().map_or(0, char::len_utf8);
        tails.entry(&phrase.wrong[first..]).or_default().push(index);
    }
    let (tails, by_tail) = tails.into_iter().unzip();
    Table { phrases, tails, by_tail }
});

/// Quick to make: for the texts that people write.
static SMALL: LazyLock<AhoCorasick> = LazyLock::new(|| searcher(AhoCorasickKind::ContiguousNFA));

/// Takes some milliseconds to make, and is three times as fast.
static LARGE: LazyLock<AhoCorasick> = LazyLock::new(|| searcher(AhoCorasickKind::DFA));

/// Bytes that this process has searched: both searchers find the same, and from so many on it is worth to make the other.
static SEARCHED: AtomicUsize = AtomicUsize::new(0);
const MUCH: usize = 1 << 20;

/// Finds what stands behind the first letter of a wording, which may be large or small.
fn searcher(kind: AhoCorasickKind) -> AhoCorasick {
    match AhoCorasick::builder().kind(Some(kind)).build(&TABLE.tails) {
        Ok(searcher) => searcher,
        // Too many patterns for its numbers: there are some hundred.
        Err(error) => unreachable!("data/phrases.tsv: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_decide() {
        let found =
            |text: &str| find(text).map(|(range, phrase)| (text[range].to_owned(), phrase.right)).collect::<Vec<_>>();
        assert_eq!(found("việc Sát nhập các xã"), [("Sát nhập".to_owned(), "sáp nhập")]);
        assert_eq!(find("Sát nhập").next().unwrap().1.right_for("Sát nhập"), "Sáp nhập");
        for right in ["giám sát nhập khẩu", "sáp nhập", "xsát nhập", "SÁT NHẬP", "phấn đầu tư"] {
            assert_eq!(found(right), [], "{right}");
        }
        assert_eq!(found("phấn đầu đến năm 2025").len(), 1);
        assert_eq!(found("Bộ chính trị").len(), 1);
        assert_eq!(found("bộ chính trị"), []);
    }
}
