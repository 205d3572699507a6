//! Wordings that cannot be right, each with its right form and the neighbours beside which it is none.
//!
//! Source of each row: data/phrases.tsv. Two neighbours may make other words of the same letters ("hồ sơ xuất khẩu"), so
//! each row lists those that do.

mod forms;

use std::ops::Range;
use std::sync::OnceLock;

use self::forms::Form;
#[cfg(test)]
pub(crate) use self::forms::{letters, right_forms};
use super::index::{Index, Kind};
use super::table::Row;
use crate::text::blocks::{ANY, FourBytes, Place};
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
    /// Words with blanks between.
    not_after: &'static str,
    /// The same; one with a comma in front stands behind a comma, a hyphen or a slash.
    not_before: &'static str,
    /// Beginnings with `|` between.
    only_before: &'static str,
}

/// The wrong wordings of a text and where they stand, in bytes of it. It is a text as the parser reads it: NFC, one kind
/// of blank. `found` are the places where forms of several words begin, each with its number, `signs` those where the sign of
/// a single word stands: three bytes that it has and few others have.
pub(crate) fn standing(text: &str, found: &[(usize, usize)], signs: &[usize]) -> Vec<(Range<usize>, &'static Phrase)> {
    let words = signs.iter().flat_map(|&sign| words_at(text, sign));
    let found = found.iter().copied().chain(words);
    let found = found.filter_map(|(start, form)| Some((start, Form::of(form)?)));
    // The one that ends first counts, of those that end together the longest.
    let mut found: Vec<_> =
        found.map(|(start, form)| (start + form.length, start + form.first, form.tail, form.rows)).collect();
    found.sort_unstable();
    let mut free_from = 0;
    let mut standing = Vec::new();
    for (end, start, _, rows) in found {
        let start = start - text[..start].chars().next_back().map_or(0, char::len_utf8);
        if start < free_from {
            continue;
        }
        let range = start..end;
        if let Some(phrase) = rows.iter().filter_map(phrase).find(|phrase| phrase.stands_in(text, &range)) {
            free_from = end;
            standing.push((range, phrase));
        }
    }
    standing
}

/// Where the forms of single words begin that have their sign at a place, with their numbers.
fn words_at(text: &str, place: usize) -> impl Iterator<Item = (usize, usize)> {
    INDEX.get(WORDS, "").into_iter().flatten().filter_map(move |form| {
        let word = Form::of(form)?.rows.iter().find_map(phrase)?.tail();
        let start = place.checked_sub(sign_in(word)?)?;
        text.as_bytes()[start..].starts_with(word.as_bytes()).then_some((start, form))
    })
}

/// Where a single word has its sign.
fn sign_in(word: &str) -> Option<usize> {
    word.as_bytes().windows(SIGN).position(|window| SIGNS.iter().any(|sign| window == sign))
}

/// Three bytes out of each single word, which other words seldom have. A test asserts that each has some.
const SIGNS: [[u8; SIGN]; 3] = [*b"o\xC3\xA3", *b"gh\xC3", *b"\xBB\xADn"];
const SIGN: usize = 3;

/// The kinds of the signs: two of them in one, "o" and "gh" before "\xC3".
pub(crate) const SIGN_KINDS: [FourBytes; 2] = [
    [&[[b'g', b'g'], [b'o', b'o']], &[[0xC3, 0xC3], [b'h', b'h']], &[[0xA3, 0xA3], [0xC3, 0xC3]], ANY],
    [&[[0xBB, 0xBB]], &[[0xAD, 0xAD]], &[[b'n', b'n']], ANY],
];

/// Where the sign of a single word starts that has its third byte at a place.
#[inline(always)]
pub(crate) fn sign_at(place: Place<'_>) -> Option<usize> {
    let [a, b, c, ..] = place.window(2).to_le_bytes();
    let [one, two, three] = SIGNS;
    let is_sign = [a, b, c] == one || [a, b, c] == two || [a, b, c] == three;
    is_sign.then(|| place.offset() - 2)
}

impl Phrase {
    fn of(row: &Row) -> Self {
        Self {
            wrong: row.get(0),
            right: row.get(1),
            class: row.get(2),
            case_sensitive: row.get(3) == "1",
            not_after: row.get(4),
            not_before: row.get(5),
            only_before: row.get(6),
        }
    }

    /// What stands behind the first letter, which may be large or small.
    fn tail(&self) -> &'static str {
        let mut letters = self.wrong.chars();
        letters.next();
        letters.as_str()
    }

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
        same && alone
            && self.neighbours_allow(before, behind)
            && !(self.wrong.is_ascii() && is_unmarked(before, behind))
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
        let goes_on = |listed: &str| {
            listed.split(' ').filter_map(|listed| listed.strip_prefix(',')).any(|listed| {
                let behind = behind.trim_start().strip_prefix([',', '-', '–', '/']).map(str::trim_start);
                behind.is_some_and(|behind| {
                    behind.strip_prefix(listed).is_some_and(|rest| !rest.starts_with(is_word_char))
                })
            })
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
            && !goes_on(self.not_before)
            && (self.only_before.is_empty()
                || self.only_before.split('|').filter(|start| !start.is_empty()).any(follows))
    }
}

/// Whether the words around have no marks at all: such a text is written without them.
fn is_unmarked(before: &str, behind: &str) -> bool {
    const AROUND: usize = 60;
    let (before, behind) = (before.as_bytes(), behind.as_bytes());
    let (before, behind) = (&before[before.len().saturating_sub(AROUND)..], &behind[..behind.len().min(AROUND)]);
    before.len() + behind.len() >= AROUND && before.is_ascii() && behind.is_ascii()
}

/// A test asserts that it is of these rows.
static INDEX: Index =
    Index::new(include_str!("../../../data/phrases.tsv"), include_bytes!("../../../data/index/phrases.index"));

/// The kind of the one key, under which the forms of single words stand.
const WORDS: Kind = b'w';

/// The phrases that were asked for so far, by row.
static KEPT: [OnceLock<Box<Phrase>>; ROWS] = [const { OnceLock::new() }; ROWS];
const ROWS: usize = 765;

fn phrase(row: usize) -> Option<&'static Phrase> {
    INDEX.kept(row, &KEPT, Phrase::of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::blocks::{Block, Kinds, Lanes, Marks, Mask, each_place};
    use crate::text::{InnerBlanks, inner_blanks};

    /// The third bytes of signs.
    struct Third;

    impl Marks for Third {
        fn of<L: Lanes>(&self, block: Block<'_, L>) -> Mask<L> {
            let [one, two] = SIGN_KINDS;
            let kinds: Kinds = Kinds::of([&[one], &[two]]);
            block.may_be_of(&kinds)
        }
    }

    #[test]
    fn every_single_word_has_its_sign() {
        let words: Vec<usize> = INDEX.get(WORDS, "").into_iter().flatten().collect();
        assert!(!words.is_empty());
        for form in words {
            for word in Form::of(form).unwrap().rows.iter().filter_map(phrase) {
                assert!(sign_in(word.tail()).is_some(), "{}", word.wrong);
            }
        }
    }

    #[test]
    fn neighbours_decide() {
        let searcher = InnerBlanks::open(inner_blanks::table(&letters(), "").leak());
        let found = |text: &str| {
            let mut found = Vec::new();
            searcher.each(text, |start, form| found.push((start, form)));
            let mut signs = Vec::new();
            each_place(text.as_bytes(), Third, |place| signs.extend(sign_at(place)));
            standing(text, &found, &signs)
                .into_iter()
                .map(|(range, phrase)| (text[range].to_owned(), phrase.right))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            found("việc Nhửng nghành, khoãng nghành").iter().map(|(_, right)| *right).collect::<Vec<_>>(),
            ["những", "ngành", "khoảng", "ngành"]
        );
        assert_eq!(found("việc Sát nhập các xã"), [("Sát nhập".to_owned(), "sáp nhập")]);
        let phrase = (0..ROWS).filter_map(phrase).find(|phrase| phrase.wrong == "sát nhập").unwrap();
        assert_eq!(phrase.right_for("Sát nhập"), "Sáp nhập");
        for right in ["giám sát nhập khẩu", "sáp nhập", "xsát nhập", "SÁT NHẬP", "phấn đầu tư"] {
            assert_eq!(found(right), [], "{right}");
        }
        for right in ["miễn thuế xuất, nhập khẩu", "thuế xuất - nhập khẩu", "thuế xuất/nhập khẩu", "đại úy ban chỉ huy"]
        {
            assert_eq!(found(right), [], "{right}");
        }
        assert_eq!(found("thuế xuất, nhậpkhẩu").len(), 1);
        // Where no word has its marks none is a slip.
        let unmarked = "Nghi dinh so 99/2013/ND-CP ban hanh ngay 29 thang 8 nam 2013 cua Chinh phu";
        assert_eq!((found(unmarked), found("Nghị định được ban hanh ngày").len()), (Vec::new(), 1));
        assert_eq!(found("phấn đầu đến năm 2025").len(), 1);
        assert_eq!(found("Bộ chính trị").len(), 1);
        assert_eq!(found("bộ chính trị"), []);
        assert_eq!(found("Nghành và những nghành"), [("Nghành".to_owned(), "ngành"), ("nghành".to_owned(), "ngành")]);
    }
}
