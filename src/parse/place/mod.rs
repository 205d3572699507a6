//! Place names after their unit word: `huyện Dầu Tiếng`, `Tỉnh ủy Bình Dương`, `TP. Thủ Dầu Một`.

mod cue;

use std::ops::Range;

use self::cue::unit_before;
pub(super) use self::cue::{initials, may_follow_unit};
use super::Starts;
use crate::vocab::places::UnitType;

/// A run of capitalised syllables behind a unit word. Offsets are bytes of the text that was searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceMention {
    /// The unit that the word names; a Party body names its unit (`Huyện ủy`: huyện).
    pub unit_type: UnitType,
    /// The unit word; of the later members of a list, that of the first.
    pub word: Range<usize>,
    /// The whole run, line breaks and hyphens inside included.
    pub name: Range<usize>,
}

/// Every run of capitalised syllables behind a unit word, in order, the members of lists (`các huyện A, B và C`)
/// included. `text` is normalised ([`crate::text::Normalized`]). Nothing is looked up.
///
/// ```
/// use cite_lint::parse::place::places;
///
/// let text = "UBND huyện Dầu Tiếng, tỉnh Bình Dương";
/// let names: Vec<_> = places(text).map(|place| &text[place.name]).collect();
/// assert_eq!(names, ["Dầu Tiếng", "Bình Dương"]);
/// ```
pub fn places(text: &str) -> impl Iterator<Item = PlaceMention> + '_ {
    places_of(text, Starts::of(text).initials)
}

/// The same, where it is known which letters of the text [`may_follow_unit`].
pub(crate) fn places_of(text: &str, initials: impl IntoIterator<Item = usize>) -> impl Iterator<Item = PlaceMention> {
    Places { text, initials: initials.into_iter(), list: None }
}

impl PlaceMention {
    /// The ways to read the run, longest first: whole, then up to each hyphen or line break inside it, behind which
    /// something else may begin (`huyện Dầu Tiếng - Bình Dương`).
    pub fn readings<'t>(&self, text: &'t str) -> impl Iterator<Item = Range<usize>> + use<'t> {
        let Range { start, end } = self.name;
        let run = &text[start..end];
        let cuts = run.rmatch_indices(['-', '\n']).map(move |(at, _)| start + run[..at].trim_end().len());
        std::iter::once(end).chain(cuts).map(move |end| start..end)
    }
}

struct Places<'t, I> {
    text: &'t str,
    initials: I,
    /// The last mention, when a list may go on behind it.
    list: Option<PlaceMention>,
}

impl<I: Iterator<Item = usize>> Iterator for Places<'_, I> {
    type Item = PlaceMention;

    fn next(&mut self) -> Option<PlaceMention> {
        if let Some(last) = self.list.take()
            && let Some(name) = next_member(self.text, last.name.end)
        {
            let member = PlaceMention { name, ..last };
            self.list = Some(member.clone());
            return Some(member);
        }
        let text = self.text;
        let mention = self.initials.find_map(|start| {
            let (unit_type, word) =
                unit_before(text, start).filter(|_| text[start..].starts_with(char::is_uppercase))?;
            Some(PlaceMention { unit_type, word, name: start..run_end(text, start)? })
        });
        self.list.clone_from(&mention);
        mention
    }
}

/// Behind `, ` or ` và `: where the next member of a list stands.
fn next_member(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = &text[at..];
    let rest = rest.strip_prefix(',').or_else(|| skip_gap(rest)?.strip_prefix("và")).filter(|r| !r.is_empty())?;
    let start = text.len() - skip_gap(rest)?.len();
    (text.len() - rest.len() < start && text[start..].starts_with(char::is_uppercase))
        .then(|| run_end(text, start).map(|end| start..end))?
}

/// `text` without the blanks at its start, or nothing if there are two line breaks.
fn skip_gap(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches([' ', '\t', '\r', '\n']);
    let gap = &text[..text.len() - rest.len()];
    (memchr::memchr_iter(b'\n', gap.as_bytes()).count() < 2).then_some(rest)
}

/// The end of the capitalised syllables that begin at `start`; no place name has more than eight. A run in capitals
/// only ends with its line: it is a heading.
fn run_end(text: &str, start: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let mut end = syllable_end(text, start)?;
    let heading = text[start..end].chars().nth(1).is_some_and(char::is_uppercase);
    for _ in 1..LONGEST {
        let Some(rest) = skip_gap(&text[end..]) else { break };
        let rest = rest.strip_prefix('-').map_or(Some(rest), skip_gap);
        let Some(next) = rest.map(|rest| text.len() - rest.len()) else { break };
        if next == end || heading && text[end..next].contains('\n') {
            break;
        }
        let Some(after) = syllable_end(text, next) else { break };
        end = after;
    }
    Some(end)
}

fn syllable_end(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    if !rest.starts_with(char::is_uppercase) {
        return None;
    }
    let len = rest.find(|c: char| !(c.is_alphabetic() || c == '\'' || c == '\u{2019}')).unwrap_or(rest.len());
    Some(start + rest[..len].trim_end_matches(['\'', '\u{2019}']).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        places(text).map(|p| format!("{}|{}|{}", p.unit_type.word(), &text[p.word], &text[p.name])).collect()
    }

    #[test]
    fn finds_the_run_after_a_unit_word() {
        let cases: [(&str, &[&str]); 14] = [
            ("tại huyện Dầu Tiếng.", &["huyện|huyện|Dầu Tiếng"]),
            ("Huyện ủy Dầu Tiếng", &["huyện|Huyện ủy|Dầu Tiếng"]),
            ("Tỉnh uỷ, HĐND", &[]),
            ("của huyện Ủy ban nhân dân", &["huyện|huyện|Ủy"]),
            ("TP. Hồ Chí Minh; TP.HCM; HTX An Phú", &["thành phố|TP.|Hồ Chí Minh", "thành phố|TP.|HCM"]),
            ("thành\n phố\n  Thủ Dầu\nMột", &["thành phố|thành\n phố|Thủ Dầu\nMột"]),
            ("UBND TỈNH LÂM ĐỒNG\nSỞ NỘI VỤ", &["tỉnh|TỈNH|LÂM ĐỒNG"]),
            (
                "các huyện: An Phú, Ba Vì và Sóc Sơn",
                &["huyện|huyện|An Phú", "huyện|huyện|Ba Vì", "huyện|huyện|Sóc Sơn"],
            ),
            ("huyện Củ Chi, ngày 5", &["huyện|huyện|Củ Chi"]),
            ("tỉnh, thành phố trực thuộc; điều chỉnh Luật", &[]),
            (
                "Thành ủy Cần Thơ, Thị ủy Bến Cát",
                &["thành phố|Thành ủy|Cần Thơ", "thành phố|Thành ủy|Thị", "thị xã|Thị ủy|Bến Cát"],
            ),
            ("huyện\n\nDầu Tiếng", &[]),
            ("khu phố Hòa Bình", &[]),
            ("tỉnh Bà Rịa - Vũng Tàu", &["tỉnh|tỉnh|Bà Rịa - Vũng Tàu"]),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn no_name_is_passed_over_by_the_look_at_its_bytes() {
        let words = "tỉnh TỈNH huyện HUYỆN quận QUẬN phố PHỐ xã XÃ Xã ủy uỷ ỦY UỶ đoàn Thành thành THÀNH Thị thị THỊ TP TP. Tp Tx TX.";
        let gaps = ["", " ", ": ", "\n", "\n ", "\n\n", "\r\n", " :", ".", "\t", ":", "\u{a0}"];
        let names = ["An", "Ô", "đ", "Đà", "ơ", "Ủy", "ủy", "Ý", "\u{186}", "5"];
        for first in words.split(' ').chain([""]) {
            for last in words.split(' ') {
                for (gap, name) in gaps.iter().flat_map(|gap| names.map(|name| (gap, name))) {
                    let text = format!("{first} {last}{gap}{name}");
                    let every: Vec<_> = places_of(&text, text.char_indices().map(|(at, _)| at)).collect();
                    assert_eq!(places(&text).collect::<Vec<_>>(), every, "{text:?}");
                }
            }
        }
    }

    #[test]
    fn readings_stop_at_hyphens_and_line_breaks() {
        let text = "huyện Dầu Tiếng - Bình Dương\r\nBan";
        let readings: Vec<_> = places(text).flat_map(|p| p.readings(text)).map(|range| &text[range]).collect();
        assert_eq!(readings, ["Dầu Tiếng - Bình Dương\r\nBan", "Dầu Tiếng - Bình Dương", "Dầu Tiếng"]);
    }
}
