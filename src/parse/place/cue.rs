use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Input, MatchKind, packed};

use crate::vocab::places::UnitType;

/// The unit words of a text, in order: the unit and the bytes of the whole word.
pub(super) struct UnitWords<'t> {
    text: &'t str,
    long: Option<Found>,
    short: Option<Found>,
}

impl<'t> UnitWords<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, long: LONG.find(text, 0), short: SHORT.find(text, 0) }
    }
}

impl Iterator for UnitWords<'_> {
    type Item = (UnitType, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        let start = |found: &Option<Found>| found.as_ref().map_or(usize::MAX, |found| found.at.start);
        loop {
            let (next, searcher) = if start(&self.long) <= start(&self.short) {
                (&mut self.long, &LONG)
            } else {
                (&mut self.short, &SHORT)
            };
            let found = next.take()?;
            *next = searcher.find(self.text, found.at.end);
            if let Some(word) = found.word(self.text) {
                return Some((found.unit_type(), word));
            }
        }
    }
}

/// What is searched for: a few patterns without a common beginning keep the search fast, so of some words only the end
/// is searched for, and what stands before it is compared afterwards.
#[derive(Clone, Copy)]
enum Cue {
    /// A whole unit word of one syllable; a Party body or the Youth Union may follow it.
    Word(UnitType),
    /// The end of a word that begins with one of these.
    End(UnitType, &'static [&'static str]),
    /// An abbreviation and the character behind it.
    Short(UnitType),
}

const CITY: &[&str] = &["thành", "Thành", "THÀNH"];
const CITY_BODY: &[&str] = &["thàn", "Thàn", "THÀN"];
const TOWN: &[&str] = &["t", "T"];
const TOWN_BODY: &[&str] = &["th", "Th", "TH"];

static LONG: LazyLock<Searcher> = LazyLock::new(|| {
    Searcher::new(&[
        ("tỉnh", Cue::Word(UnitType::Province)),
        ("Tỉnh", Cue::Word(UnitType::Province)),
        ("TỈNH", Cue::Word(UnitType::Province)),
        ("huyện", Cue::Word(UnitType::District)),
        ("Huyện", Cue::Word(UnitType::District)),
        ("HUYỆN", Cue::Word(UnitType::District)),
        ("quận", Cue::Word(UnitType::UrbanDistrict)),
        ("Quận", Cue::Word(UnitType::UrbanDistrict)),
        ("QUẬN", Cue::Word(UnitType::UrbanDistrict)),
        ("phố", Cue::End(UnitType::City, CITY)),
        ("Phố", Cue::End(UnitType::City, CITY)),
        ("PHỐ", Cue::End(UnitType::City, CITY)),
        ("hị xã", Cue::End(UnitType::Town, TOWN)),
        ("hị Xã", Cue::End(UnitType::Town, TOWN)),
        ("HỊ XÃ", Cue::End(UnitType::Town, TOWN)),
        ("h ủy", Cue::End(UnitType::City, CITY_BODY)),
        ("h uỷ", Cue::End(UnitType::City, CITY_BODY)),
        ("h Ủy", Cue::End(UnitType::City, CITY_BODY)),
        ("h Uỷ", Cue::End(UnitType::City, CITY_BODY)),
        ("H ỦY", Cue::End(UnitType::City, CITY_BODY)),
        ("H UỶ", Cue::End(UnitType::City, CITY_BODY)),
        ("ị ủy", Cue::End(UnitType::Town, TOWN_BODY)),
        ("ị uỷ", Cue::End(UnitType::Town, TOWN_BODY)),
    ])
});

static SHORT: LazyLock<Searcher> = LazyLock::new(|| {
    Searcher::new(&[
        ("TP.", Cue::Short(UnitType::City)),
        ("TP ", Cue::Short(UnitType::City)),
        ("Tp.", Cue::Short(UnitType::City)),
        ("Tp ", Cue::Short(UnitType::City)),
        ("TX.", Cue::Short(UnitType::Town)),
        ("TX ", Cue::Short(UnitType::Town)),
        ("Tx.", Cue::Short(UnitType::Town)),
        ("Tx ", Cue::Short(UnitType::Town)),
    ])
});

/// A cue in the text.
struct Found {
    at: Range<usize>,
    cue: Cue,
}

impl Found {
    /// The unit that the cue names.
    const fn unit_type(&self) -> UnitType {
        match self.cue {
            Cue::Word(unit_type) | Cue::End(unit_type, _) | Cue::Short(unit_type) => unit_type,
        }
    }

    /// The bytes of the whole word, or nothing if the cue is part of another one.
    fn word(&self, text: &str) -> Option<Range<usize>> {
        let Range { start, end } = self.at;
        let is_free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let word = match self.cue {
            Cue::Word(_) => start..end + body(&text[end..]),
            Cue::End(_, beginnings) => {
                // The line may end inside the word.
                let before = text[..start].trim_end();
                let beginning = beginnings.iter().find(|beginning| before.ends_with(**beginning))?;
                before.len() - beginning.len()..end
            }
            Cue::Short(_) => start..start + text[start..end].trim_end().len(),
        };
        let is_whole = matches!(self.cue, Cue::Short(_)) || is_free(text[word.end..].chars().next());
        (is_whole && is_free(text[..word.start].chars().next_back())).then_some(word)
    }
}

/// The length of ` ủy` or ` đoàn` at the start of `text`: the body of the Party or the Youth Union of a unit.
/// `huyện Ủy ban …` is none.
fn body(text: &str) -> usize {
    const BODIES: [&str; 8] = [" ủy", " uỷ", " Ủy", " Uỷ", " ỦY", " UỶ", " đoàn", " Đoàn"];
    let Some(body) = BODIES.into_iter().find(|body| text.starts_with(body)) else { return 0 };
    let rest = &text[body.len()..];
    if rest.starts_with(" ban") || rest.starts_with(char::is_alphabetic) { 0 } else { body.len() }
}

/// Finds cues. Without SIMD there is no packed searcher.
struct Searcher {
    cues: &'static [(&'static str, Cue)],
    packed: Option<packed::Searcher>,
    automaton: Option<AhoCorasick>,
}

impl Searcher {
    fn new(cues: &'static [(&'static str, Cue)]) -> Self {
        let words = || cues.iter().map(|(word, _)| word);
        let packed = packed::Searcher::new(words());
        let automaton = match packed {
            Some(_) => None,
            None => AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(words()).ok(),
        };
        Self { cues, packed, automaton }
    }

    fn find(&self, text: &str, at: usize) -> Option<Found> {
        let span = aho_corasick::Span::from(at..text.len());
        let found = match &self.packed {
            Some(packed) => packed.find_in(text, span)?,
            None => self.automaton.as_ref()?.find(Input::new(text).span(span))?,
        };
        Some(Found { at: found.range(), cue: self.cues[found.pattern().as_usize()].1 })
    }
}
