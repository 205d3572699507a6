//! The places that the words of a pinpoint name.

use smallvec::SmallVec;

use super::{Place, Step, Unit};
use crate::text::small_letters;

/// A unit word with the labels behind it: "điểm a, b".
#[derive(Debug)]
pub(super) struct Group<'t> {
    unit: Unit,
    /// Each with whether "đến" stands before it.
    labels: SmallVec<[(&'t str, bool); 2]>,
    /// Whether only a blank separates it from the group before it.
    tight: bool,
}

/// Whether a unit word with a label behind it stands in a text: then [`groups`] has one.
pub(super) fn has_label(text: &str) -> bool {
    begins_with_numbered(text) || has_any_label(text)
}

/// "Điều 5", "khoản 12 Điều 5", "điểm a khoản 2": most begin so.
fn begins_with_numbered(text: &str) -> bool {
    const UNITS: [&[u8]; 4] = ["Điều ".as_bytes(), "khoản ".as_bytes(), "điểm ".as_bytes(), "Khoản ".as_bytes()];
    let Some(rest) = UNITS.into_iter().find_map(|unit| text.as_bytes().strip_prefix(unit)) else { return false };
    let digits = rest.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    let is_letter = digits == 0 && rest.first().is_some_and(u8::is_ascii_lowercase);
    let label = digits + usize::from(is_letter);
    label > 0 && matches!(rest[label..], [] | [b' ' | b',', ..])
}

fn has_any_label(text: &str) -> bool {
    let mut unit = None;
    let mut small = false;
    for word in text.split_whitespace().flat_map(|part| part.split([',', ';'])).filter(|word| !word.is_empty()) {
        let lower = small_letters(word);
        if let Some(of_word) = Unit::of_word(if small { "tiểu mục" } else { &lower }) {
            unit = Some(of_word);
        } else if unit.is_some_and(|unit| is_label_of(unit, word) || dashed(unit, word).is_some()) {
            return true;
        }
        small = lower == "tiểu";
    }
    false
}

/// The labels of "1-3"; the numbers of forms have hyphens inside.
fn dashed(unit: Unit, word: &str) -> Option<(&str, &str)> {
    let labels = || word.split_once(['-', '–']).filter(|(from, to)| is_label(from) && is_label(to));
    if unit == Unit::Form { None } else { labels() }
}

fn is_label_of(unit: Unit, word: &str) -> bool {
    is_label(word) || unit == Unit::Form && word.starts_with(|c: char| c.is_ascii_digit())
}

/// The groups of a text in order. "đến" before a unit word belongs to the first label behind it.
pub(super) fn groups(text: &str) -> SmallVec<[Group<'_>; 4]> {
    let mut groups = SmallVec::<[Group<'_>; 4]>::new();
    let (mut through, mut tight, mut small) = (false, true, false);
    // "1,3,4" has no blanks.
    for token in text.split_whitespace().flat_map(|part| part.split_inclusive([',', ';'])) {
        let word = token.trim_end_matches([',', ';']);
        let lower = small_letters(word);
        if let Some(unit) = Unit::of_word(if small { "tiểu mục" } else { &lower }) {
            groups.push(Group { unit, labels: SmallVec::new(), tight: tight && !groups.is_empty() });
            tight = true;
        } else if let Some(group) = groups.last_mut() {
            if let Some((from, to)) = dashed(group.unit, word) {
                group.labels.extend([(from, false), (to, true)]);
            } else if is_label_of(group.unit, word) {
                group.labels.push((word, std::mem::take(&mut through)));
                tight = true;
            }
        }
        through |= lower == "đến" || word == "-" || word == "–";
        tight &= !matches!(lower.as_str(), "và" | "hoặc" | "đến" | "-") && !token.ends_with([',', ';']);
        small = lower == "tiểu";
    }
    groups.retain(|group| !group.labels.is_empty());
    groups
}

/// The labels that no other group stands in, each with its path.
pub(super) fn places(groups: &[Group<'_>]) -> Vec<Place> {
    let parents: SmallVec<[Option<usize>; 4]> = (0..groups.len()).map(|at| parent(groups, at)).collect();
    let mut places: Vec<Place> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        if parents.contains(&Some(at)) {
            continue;
        }
        for (label, through) in &group.labels {
            let mut steps = vec![Step { unit: group.unit, label: (*label).to_owned() }];
            let mut above = parents[at];
            while let Some(index) = above {
                let label = groups[index].labels[0].0.to_owned();
                steps.insert(0, Step { unit: groups[index].unit, label });
                above = parents[index].filter(|_| steps.len() <= groups.len());
            }
            match places.last_mut().filter(|place| *through && place.to.is_none()) {
                Some(first) => first.to = Some(steps),
                None => places.push(Place { steps, to: None }),
            }
        }
    }
    places
}

/// The group that one stands in: the first larger one behind it, or in the reversed order ("Điều 5 khoản 2") the one
/// right before it.
fn parent(groups: &[Group<'_>], at: usize) -> Option<usize> {
    let size = groups[at].size();
    let behind = (at + 1..groups.len()).find(|&other| groups[other].size() > size);
    let before = at.checked_sub(1).filter(|&other| groups[at].tight && groups[other].size() > size);
    before.filter(|&other| groups[other].unit == Unit::Article || behind.is_none()).or(behind)
}

impl Group<'_> {
    /// How large a part it is. In old circulars "khoản II" is larger than "mục 5".
    fn size(&self) -> Unit {
        let roman = self.labels[0].0.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        if self.unit == Unit::Clause && roman { Unit::Chapter } else { self.unit }
    }
}

/// `a.1`, `II.2`, `1.b`, `b.1.1`: numbers, letters and Roman numerals with dots between, and a digit among them.
pub(crate) fn is_dotted_label(word: &str) -> bool {
    const MOST_PARTS: usize = 4;
    let is_part = |part: &str| {
        let (digits, numerals) = (part.bytes().all(|b| b.is_ascii_digit()), part.bytes().all(is_numeral));
        let is_letter = part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
        !part.is_empty() && part.len() <= 4 && (digits || numerals || is_letter)
    };
    (3..=16).contains(&word.len())
        && word.contains('.')
        && word.contains(|c: char| c.is_ascii_digit())
        && word.split('.').count() <= MOST_PARTS
        && word.split('.').all(is_part)
}

const fn is_numeral(byte: u8) -> bool {
    matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C')
}

/// Digits with at most one letter, dotted digits, one letter, or a Roman numeral.
fn is_label(word: &str) -> bool {
    let digits = word.trim_end_matches(char::is_lowercase);
    let numbered = word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().count() <= digits.chars().count() + 1
        && digits.len() <= 8
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let roman = !word.is_empty()
        && word.trim_end_matches(char::is_lowercase).chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    numbered || letter || roman && word.starts_with(char::is_uppercase) || is_dotted_label(word)
}
