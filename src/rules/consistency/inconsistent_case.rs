use std::collections::BTreeMap;
use std::hash::Hasher;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use smol_str::SmolStr;

use crate::finding::{Message, Related, Severity};
use crate::rules::{Context, Findings, Rule};
use crate::text::{Span, is_all_caps, is_word_char, lower, small_letters};

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
    let names: Vec<Name> =
        heads.filter(|&start| !text[..start].ends_with(is_word_char)).map(|start| Name::at(text, start)).collect();
    // Names that are wrong in themselves are told by NAM02.
    let mut told: BTreeMap<usize, usize> =
        context.wordings().phrases.iter().map(|(range, _)| (range.start, range.end)).collect();
    let mut reported = 0;
    for length in SHORTEST..=LONGEST {
        for forms in in_several_forms(text, &names, length).filter(|forms| forms.len() == 2) {
            let Some((usual, there)) = forms.iter().max_by_key(|(_, places)| places.len()) else { continue };
            for (form, places) in forms.iter().filter(|(form, _)| *form != usual) {
                // The last word may begin another name.
                let same_inside = without_last(form) == without_last(usual);
                if same_inside || there.len() < 3 || there.len() <= places.len() {
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

/// A name of a body, as far as it may go.
struct Name {
    start: usize,
    /// Where the name of so many syllables ends, and the hash of its small letters; of [`SHORTEST`] syllables and more.
    ends: [Option<(usize, u64)>; LONGEST + 1 - SHORTEST],
}

impl Name {
    /// The name that begins at `start`: words with one blank between them, those behind the first neither in capitals nor with
    /// digits.
    fn at(text: &str, start: usize) -> Self {
        let mut ends = [None; LONGEST + 1 - SHORTEST];
        let mut hash = FxHasher::default();
        let mut at = start;
        for syllables in 1..=LONGEST {
            let (mut length, mut has_small, mut has_digit) = (0, false, false);
            for c in text[at..].chars().take_while(|&c| is_word_char(c)) {
                hash.write_u32(lower(c).into());
                has_small |= c.is_ascii_lowercase();
                has_digit |= c.is_ascii_digit();
                length += c.len_utf8();
            }
            let is_plain = syllables == 1 || !has_digit && (has_small || !is_all_caps(&text[at..at + length]));
            if length == 0 || !is_plain {
                break;
            }
            at += length;
            if let Some(place) = syllables.checked_sub(SHORTEST) {
                ends[place] = Some((at, hash.finish()));
            }
            if !text[at..].starts_with(' ') {
                break;
            }
            hash.write_u8(b' ');
            at += 1;
        }
        Self { start, ends }
    }
}

/// The names of so many syllables that are written in more than one way, in the order of their small letters: each with its ways,
/// and where they stand. Where the tone marks stand is another matter (NAM04).
fn in_several_forms<'t>(
    text: &'t str,
    names: &[Name],
    length: usize,
) -> impl Iterator<Item = BTreeMap<&'t str, Vec<Range<usize>>>> + use<'t> {
    let of_length =
        || names.iter().filter_map(|name| name.ends[length - SHORTEST].map(|(end, hash)| (name.start..end, hash)));
    let mut first: FxHashMap<u64, &str> = FxHashMap::with_capacity_and_hasher(names.len(), Default::default());
    let differs = |(range, hash): (Range<usize>, u64)| {
        let name = &text[range];
        (*first.entry(hash).or_insert(name) != name).then_some(hash)
    };
    let several: FxHashSet<u64> = of_length().filter_map(differs).collect();
    let mut written: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    for (range, _) in of_length().filter(|(_, hash)| several.contains(hash)) {
        written.entry(&text[range.clone()]).or_default().push(range);
    }
    // Two names may share a hash.
    let mut forms: BTreeMap<SmolStr, BTreeMap<&str, Vec<Range<usize>>>> = BTreeMap::new();
    for (name, places) in written {
        forms.entry(small_letters(name)).or_default().insert(name, places);
    }
    forms.into_values()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_on_as_far_as_its_words_do() {
        let ends = |text: &str| Name::at(text, 0).ends.map(|end| end.map(|(end, _)| text[..end].to_owned()));
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
        let hash = |text: &str| Name::at(text, 0).ends[0].map(|(_, hash)| hash);
        assert_eq!(hash("Ban Chấp hành Đảng"), hash("Ban chấp Hành đảng"));
        assert_ne!(hash("Ban Chấp hành Đảng"), hash("Ban Chấp hành Đang"));
    }
}
