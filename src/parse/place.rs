//! Place names after their unit word: `huyện Dầu Tiếng`, `Tỉnh ủy Bình Dương`, `TP. Thủ Dầu Một`.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind, packed};

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
    Places { text, at: 0, list: None }
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

/// What is searched for, with what it stands for. `phố` is looked back from, as a line may end before it.
const CUES: [(&str, Cue); 29] = [
    ("tỉnh", Cue::Unit(UnitType::Province)),
    ("Tỉnh", Cue::Unit(UnitType::Province)),
    ("TỈNH", Cue::Unit(UnitType::Province)),
    ("huyện", Cue::Unit(UnitType::District)),
    ("Huyện", Cue::Unit(UnitType::District)),
    ("HUYỆN", Cue::Unit(UnitType::District)),
    ("quận", Cue::Unit(UnitType::UrbanDistrict)),
    ("Quận", Cue::Unit(UnitType::UrbanDistrict)),
    ("QUẬN", Cue::Unit(UnitType::UrbanDistrict)),
    ("phố", Cue::City),
    ("Phố", Cue::City),
    ("PHỐ", Cue::City),
    ("hị xã", Cue::Town),
    ("hị Xã", Cue::Town),
    ("HỊ XÃ", Cue::Town),
    ("hành ủy", Cue::CityBody),
    ("hành uỷ", Cue::CityBody),
    ("hành Ủy", Cue::CityBody),
    ("hành Uỷ", Cue::CityBody),
    ("HÀNH ỦY", Cue::CityBody),
    ("HÀNH UỶ", Cue::CityBody),
    ("hị ủy", Cue::Town),
    ("hị uỷ", Cue::Town),
    ("hị Ủy", Cue::Town),
    ("hị Uỷ", Cue::Town),
    ("TP", Cue::Short(UnitType::City)),
    ("Tp", Cue::Short(UnitType::City)),
    ("TX", Cue::Short(UnitType::Town)),
    ("Tx", Cue::Short(UnitType::Town)),
];

#[derive(Clone, Copy)]
enum Cue {
    /// A whole unit word of one syllable; a Party body or the Youth Union may follow it.
    Unit(UnitType),
    /// `phố`; `thành` must stand before it.
    City,
    /// `Thành ủy` without its first letter.
    CityBody,
    /// `thị xã`, `Thị ủy` without their first letter.
    Town,
    /// An abbreviation: a full stop may follow it.
    Short(UnitType),
}

/// Finds the next cue. Without SIMD there is no packed searcher.
enum Searcher {
    Packed(packed::Searcher),
    Automaton(Option<AhoCorasick>),
}

static SEARCHER: LazyLock<Searcher> = LazyLock::new(|| {
    let words = CUES.iter().map(|(word, _)| word);
    packed::Searcher::new(words.clone()).map_or_else(
        || Searcher::Automaton(AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(words).ok()),
        Searcher::Packed,
    )
});

impl Searcher {
    fn find(&self, text: &str, at: usize) -> Option<(Range<usize>, Cue)> {
        let span = aho_corasick::Span::from(at..text.len());
        let found = match self {
            Self::Packed(searcher) => searcher.find_in(text, span)?,
            Self::Automaton(automaton) => automaton.as_ref()?.find(aho_corasick::Input::new(text).span(span))?,
        };
        Some((found.range(), CUES[found.pattern().as_usize()].1))
    }
}

struct Places<'t> {
    text: &'t str,
    at: usize,
    /// The last mention, when a list may go on behind it.
    list: Option<PlaceMention>,
}

impl Iterator for Places<'_> {
    type Item = PlaceMention;

    fn next(&mut self) -> Option<PlaceMention> {
        if let Some(last) = self.list.take()
            && let Some(name) = next_member(self.text, last.name.end)
        {
            let member = PlaceMention { name, ..last };
            self.list = Some(member.clone());
            return Some(member);
        }
        loop {
            let (found, cue) = SEARCHER.find(self.text, self.at)?;
            self.at = found.end;
            let Some((unit_type, word)) = unit_word(self.text, found, cue) else { continue };
            let Some(start) = name_start(self.text, word.end) else { continue };
            let Some(end) = run_end(self.text, start) else { continue };
            let mention = PlaceMention { unit_type, word, name: start..end };
            self.list = Some(mention.clone());
            return Some(mention);
        }
    }
}

/// The unit and the bytes of its whole word, or nothing if the cue is part of another word.
fn unit_word(text: &str, found: Range<usize>, cue: Cue) -> Option<(UnitType, Range<usize>)> {
    let (before, after) = (&text[..found.start], &text[found.end..]);
    let first_letter = || before.ends_with(['t', 'T']).then(|| found.start - 1);
    let (unit_type, start, end) = match cue {
        Cue::Unit(unit_type) => (unit_type, found.start, found.end + body(after)),
        Cue::City => {
            let before = before.strip_suffix(char::is_whitespace)?.trim_end();
            let first = ["thành", "Thành", "THÀNH"].into_iter().find(|word| before.ends_with(word))?;
            (UnitType::City, before.len() - first.len(), found.end)
        }
        Cue::CityBody => (UnitType::City, first_letter()?, found.end),
        Cue::Town => (UnitType::Town, first_letter()?, found.end),
        Cue::Short(unit_type) => (unit_type, found.start, found.end + usize::from(after.starts_with('.'))),
    };
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let short = matches!(cue, Cue::Short(_)) && end > found.end;
    (free(text[..start].chars().next_back()) && (short || free(text[end..].chars().next())))
        .then_some((unit_type, start..end))
}

/// The length of ` ủy` or ` đoàn` at the start of `text`: the body of the Party or the Youth Union of a unit.
fn body(text: &str) -> usize {
    const BODIES: [&str; 8] = [" ủy", " uỷ", " Ủy", " Uỷ", " ỦY", " UỶ", " đoàn", " Đoàn"];
    BODIES
        .into_iter()
        .find_map(|body| text.strip_prefix(body).filter(|rest| !rest.starts_with(char::is_alphabetic)).map(|_| body))
        .map_or(0, |body| match text[body.len()..].strip_prefix(" ban") {
            // `huyện Ủy ban …` is no Party body.
            Some(_) => 0,
            None => body.len(),
        })
}

/// Where the name begins: behind blanks, one line break at most, and a colon. A capital must stand there.
fn name_start(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let start = text.len() - skip_gap(rest)?.len();
    let touches = start == at && !text[..at].ends_with('.');
    (!touches && text[start..].starts_with(char::is_uppercase)).then_some(start)
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
            ("các huyện: An Phú, Ba Vì và Sóc Sơn", &["huyện|huyện|An Phú", "huyện|huyện|Ba Vì", "huyện|huyện|Sóc Sơn"]),
            ("huyện Củ Chi, ngày 5", &["huyện|huyện|Củ Chi"]),
            ("tỉnh, thành phố trực thuộc; điều chỉnh Luật", &[]),
            ("Thành ủy Cần Thơ, Thị ủy Bến Cát", &["thành phố|Thành ủy|Cần Thơ", "thành phố|Thành ủy|Thị", "thị xã|Thị ủy|Bến Cát"]),
            ("huyện\n\nDầu Tiếng", &[]),
            ("khu phố Hòa Bình", &[]),
            ("tỉnh Bà Rịa - Vũng Tàu", &["tỉnh|tỉnh|Bà Rịa - Vũng Tàu"]),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn readings_stop_at_hyphens_and_line_breaks() {
        let text = "huyện Dầu Tiếng - Bình Dương\r\nBan";
        let mention = places(text).next().unwrap();
        let readings: Vec<_> = mention.readings(text).map(|range| &text[range]).collect();
        assert_eq!(readings, ["Dầu Tiếng - Bình Dương\r\nBan", "Dầu Tiếng - Bình Dương", "Dầu Tiếng"]);
    }
}
