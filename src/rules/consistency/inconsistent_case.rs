use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use crate::finding::{Message, Related, Severity};
use crate::rules::quote::is_quoted;
use crate::rules::{Context, Findings, Rule};
use crate::text::{Span, is_all_caps, is_word_char, small_letters, word_end};
use crate::vocab::index::hash_step;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "INC03",
    name: "inconsistent-case",
    group: "consistency",
    severity: Severity::Info,
    fix: None,
    since: "0.1.0",
    doc: include_str!("inconsistent_case.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let text = document.normalized().as_str();
    let heads = context.wordings().heads.iter().copied();
    // What is quoted is left as it is.
    let quotes = context.quotes();
    let names =
        Names::of(text, heads.filter(|&start| !text[..start].ends_with(is_word_char) && !is_quoted(quotes, start)));
    // Names that are wrong in themselves are told by NAM02.
    let mut told: BTreeMap<usize, usize> =
        context.wordings().phrases.iter().map(|(range, _)| (range.start, range.end)).collect();
    let mut reported = 0;
    for length in SHORTEST..=LONGEST {
        for forms in names.in_several_forms(length).filter(|forms| forms.len() == 2) {
            let Some((usual, there)) = forms.iter().max_by_key(|(_, places)| places.len()) else { continue };
            for (form, places) in forms.iter().filter(|(form, _)| *form != usual) {
                // The last word may begin another name.
                let same_inside = without_last(form) == without_last(usual);
                if same_inside || is_same_but_city(form, usual) || there.len() < 3 || there.len() <= places.len() {
                    continue;
                }
                for place in places.iter().take(MOST) {
                    // A shorter name inside was told already.
                    let before = told.range(..place.end).next_back();
                    if reported >= MOST || before.is_some_and(|(_, &end)| end > place.start) {
                        continue;
                    }
                    told.insert(place.start, place.end);
                    reported += 1;
                    let there = (*usual, there.len(), document.span(there[0].clone()));
                    report(findings, document.span(place.clone()), form, there);
                }
            }
        }
    }
}

/// Findings in a text: one that has more has no usual way.
const MOST: usize = 100;

fn report(findings: &mut Findings<'_>, span: Span, form: &str, (usual, count, there): (&str, usize, Span)) {
    let message = Message::new(
        format!("viết ‘{form}’ ở đây, ‘{usual}’ ở {count} chỗ khác"),
        format!("‘{form}’ here, ‘{usual}’ in {count} other places"),
    );
    let help = Message::new(format!("viết một cách, như ‘{usual}’"), format!("keep to one, such as ‘{usual}’"));
    let note = Message::new("cách viết kia", "the other way");
    findings.add_related(span, message, help, Vec::new(), vec![Related { span: there, message: note }]);
}

/// Whether names differ in one word only: "Thành phố" is said of one city, "thành phố" of any.
fn is_same_but_city(form: &str, usual: &str) -> bool {
    let small = |name: &str| name.replace("Thành phố", "thành phố");
    small(form) == small(usual)
}

fn without_last(name: &str) -> &str {
    name.rsplit_once(' ').map_or(name, |(inside, _)| inside)
}

/// The shortest name compared, in syllables.
const SHORTEST: usize = 4;
/// The longest one.
const LONGEST: usize = 6;

/// What names of bodies begin with. No verbs, and nothing that begins other words.
pub(in crate::rules) const HEADS: [&str; 13] = [
    "Ủy ban ",
    "Uỷ ban ",
    "Hội đồng ",
    "Đại học ",
    "Ban Chỉ đạo ",
    "Ban chỉ đạo ",
    "Ban Thường ",
    "Ban Chấp ",
    "Ban Giám ",
    "Mặt trận ",
    "Liên đoàn ",
    "Công đoàn ",
    "Văn phòng ",
];

/// The names of a text. Most are written in the same way each time, and read once.
struct Names<'t> {
    /// Where each begins, and which of the `ways` it is written in.
    places: Vec<(usize, usize)>,
    ways: Vec<Name<'t>>,
}

impl<'t> Names<'t> {
    fn of(text: &'t str, heads: impl Iterator<Item = usize>) -> Self {
        let mut by_words: FxHashMap<&str, usize> = FxHashMap::default();
        let mut ways = Vec::new();
        let places = heads.map(|start| {
            let words = run(&text[start..]);
            let way = *by_words.entry(words).or_insert(ways.len());
            if way == ways.len() {
                ways.push(Name::of(words));
            }
            (start, way)
        });
        Self { places: places.collect(), ways }
    }

    /// The names of so many syllables that are written in more than one way, in the order of their small letters: each with its
    /// ways, and where they stand. Where the tone marks stand is another matter (NAM04).
    fn in_several_forms(&self, length: usize) -> impl Iterator<Item = BTreeMap<&'t str, Vec<Range<usize>>>> + use<'t> {
        let mut first: FxHashMap<u64, &str> = FxHashMap::default();
        let differs = |(name, hash): (&'t str, u64)| (*first.entry(hash).or_insert(name) != name).then_some(hash);
        let several: FxHashSet<u64> =
            self.ways.iter().filter_map(|way| way.of_length(length)).filter_map(differs).collect();
        let mut written: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
        if !several.is_empty() {
            for &(start, way) in &self.places {
                if let Some((name, _)) = self.ways[way].of_length(length).filter(|(_, hash)| several.contains(hash)) {
                    written.entry(name).or_default().push(start..start + name.len());
                }
            }
        }
        // Two names may share a hash.
        let mut forms: BTreeMap<SmolStr, BTreeMap<&str, Vec<Range<usize>>>> = BTreeMap::new();
        for (name, places) in written {
            forms.entry(small_letters(name)).or_default().insert(name, places);
        }
        forms.into_values()
    }
}

/// The words at the start of a text with one blank between them, as many as a name may have.
fn run(text: &str) -> &str {
    let mut end = word_end(text, 0);
    for _ in 1..LONGEST {
        let from = end + 1;
        let next = if text.as_bytes().get(end) == Some(&b' ') { word_end(text, from) } else { from };
        if next == from {
            break;
        }
        end = next;
    }
    &text[..end]
}

/// A name of a body, as far as it may go.
struct Name<'t> {
    words: &'t str,
    /// Where the name of so many syllables ends, and a hash that names have in common that differ in case alone; of [`SHORTEST`]
    /// syllables and more.
    ends: [Option<(usize, u64)>; LONGEST + 1 - SHORTEST],
}

impl<'t> Name<'t> {
    /// The name that begins a [`run`] of words: those behind the first are neither in capitals nor with digits.
    fn of(words: &'t str) -> Self {
        let mut ends = [None; LONGEST + 1 - SHORTEST];
        let (mut hash, mut start) = (0, 0);
        for syllables in 1..=LONGEST {
            let (mut has_small, mut has_digit) = (false, false);
            let word = words.as_bytes()[start..].iter().take_while(|&&byte| byte != b' ');
            // Names that differ in other letters are told apart later.
            let length = word.fold(0, |length, byte| {
                has_small |= byte.is_ascii_lowercase();
                has_digit |= byte.is_ascii_digit();
                if byte.is_ascii() {
                    hash = hash_step(hash, u64::from(byte.to_ascii_lowercase()));
                }
                length + 1
            });
            let end = start + length;
            let is_plain = syllables == 1 || !has_digit && (has_small || !is_all_caps(&words[start..end]));
            if length == 0 || !is_plain {
                break;
            }
            if let Some(place) = syllables.checked_sub(SHORTEST) {
                ends[place] = Some((end, hash));
            }
            hash = hash_step(hash, u64::from(b' '));
            start = (end + 1).min(words.len());
        }
        Self { words, ends }
    }

    /// The name of so many syllables, and its hash.
    fn of_length(&self, length: usize) -> Option<(&'t str, u64)> {
        self.ends[length - SHORTEST].map(|(end, hash)| (&self.words[..end], hash))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_on_as_far_as_its_words_do() {
        let ends = |text: &str| Name::of(run(text)).ends.map(|end| end.map(|(end, _)| text[..end].to_owned()));
        let owned = |words: [&str; 3]| words.map(|words| (!words.is_empty()).then(|| words.to_owned()));
        for (text, want) in [
            ("Ban Chấp hành Đảng bộ xã", ["Ban Chấp hành Đảng", "Ban Chấp hành Đảng bộ", "Ban Chấp hành Đảng bộ xã"]),
            ("Ban Chấp hành Đảng bộ, xã", ["Ban Chấp hành Đảng", "Ban Chấp hành Đảng bộ", ""]),
            ("Ban Chấp hành Đảng  bộ xã", ["Ban Chấp hành Đảng", "", ""]),
            ("BAN Chấp hành Đảng XI bộ", ["BAN Chấp hành Đảng", "", ""]),
            ("Ban Chấp hành 2 bộ", ["", "", ""]),
            ("Ban", ["", "", ""]),
        ] {
            assert_eq!(ends(text), owned(want), "{text}");
        }
        let hash = |text: &str| Name::of(run(text)).ends[0].map(|(_, hash)| hash);
        assert_eq!(hash("Ban Chấp hành Đảng"), hash("Ban chấp Hành đảng"));
        assert_ne!(hash("Ban Chấp hành Đảng"), hash("Ban Chấp hành Công đoàn"));
    }
}
