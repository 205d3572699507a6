//! The gazetteer: provinces and districts with their dates, and the other names that a slip must not be taken for.

use std::sync::{LazyLock, OnceLock};

use super::index::{Index, Kind};
use super::table;
use crate::text::{decomposed, strip_marks};

/// An administrative unit of the province or the district level, at any date since 1976.
///
/// Source: the lists that `data/place-sources.tsv` names; a row of `data/places.tsv` each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The name without its unit word: `Dầu Tiếng`.
    pub name: &'static str,
    /// Province or district.
    pub level: Level,
    /// The unit word.
    pub unit_type: UnitType,
    /// First day, `2004-01-01`, empty if before the lists begin (2004-08-31).
    pub valid_from: &'static str,
    /// First day that it was no more (`1992-04` where the day is not known), empty if it is in force.
    pub valid_to: &'static str,
    parents: &'static str,
    vietnamese: bool,
}

/// The two levels that the gazetteer knows with their types and dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// tỉnh, thành phố trực thuộc trung ương.
    Province,
    /// huyện, quận, thị xã, thành phố thuộc tỉnh (until 2025-07-01).
    District,
}

/// What a unit is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnitType {
    /// tỉnh.
    Province,
    /// thành phố, of either level.
    City,
    /// thị xã.
    Town,
    /// quận.
    UrbanDistrict,
    /// huyện.
    District,
}

impl UnitType {
    /// The unit word in lower case: `huyện`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Province => "tỉnh",
            Self::City => "thành phố",
            Self::Town => "thị xã",
            Self::UrbanDistrict => "quận",
            Self::District => "huyện",
        }
    }

    /// The English word of the messages.
    pub const fn english(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::City => "city",
            Self::Town => "town",
            Self::UrbanDistrict => "urban district",
            Self::District => "district",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Self::Province, Self::City, Self::Town, Self::UrbanDistrict, Self::District]
            .into_iter()
            .find(|of| word.chars().flat_map(char::to_lowercase).eq(of.word().chars()))
    }
}

impl Unit {
    /// The provinces that it belonged to, over time; none of a province.
    pub fn parents(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.parents.split("; ").filter(|parent| !parent.is_empty())
    }
}

/// Every unit, sorted by name.
pub fn units() -> &'static [Unit] {
    &UNITS
}

/// Whether `name`, exactly as written in the lists, is a province or district. One hash lookup, no folding.
///
/// ```
/// use cite_lint::vocab::places;
///
/// assert!(places::is_listed("Dầu Tiếng") && !places::is_listed("dầu tiếng"));
/// ```
pub fn is_listed(name: &str) -> bool {
    INDEX.has(NAME, name)
}

/// The units with a name, exactly as written in the lists.
///
/// ```
/// use cite_lint::vocab::places;
///
/// assert_eq!(places::named("Hà Nội").filter(|unit| unit.valid_to.is_empty()).count(), 1);
/// assert_eq!(places::named("hà nội").count(), 0);
/// ```
pub fn named(name: &str) -> impl Iterator<Item = &'static Unit> + use<> {
    INDEX.get(NAME, name).into_iter().flatten().filter_map(unit_of)
}

/// Whether `name` is a place that exists or existed: a unit of any level and date, a spelling in use, or a place of
/// history or abroad. The case, the place of the tone mark, i and y, blanks and hyphens do not count.
///
/// Communes are known only where their name could be taken for a slip of a province or district.
///
/// ```
/// use cite_lint::vocab::places;
///
/// assert!(places::is_known("Hoà Bình") && places::is_known("Thừa Thiên - Huế") && places::is_known("Hồ Nam"));
/// assert!(!places::is_known("Đầu Tiêng"));
/// ```
pub fn is_known(name: &str) -> bool {
    INDEX.has(SPELLING, &key(name))
}

/// The units that `name` is or may be a slip of: those whose name has the same letters when all marks are left out.
/// Names with syllables that are not Vietnamese (`Krông Nô`) have no fixed spelling and are left out.
///
/// ```
/// use cite_lint::vocab::places;
///
/// let names: Vec<_> = places::alike("Đầu Tiêng").map(|unit| unit.name).collect();
/// assert_eq!(names, ["Dầu Tiếng"]);
/// ```
pub fn alike(name: &str) -> impl Iterator<Item = &'static Unit> + use<> {
    INDEX.get(STEM, &stem(name)).into_iter().flatten().filter_map(unit_of)
}

/// The syllables of a name, without blanks, hyphens and line breaks.
pub fn syllables(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| c.is_whitespace() || c == '-').filter(|syllable| !syllable.is_empty())
}

/// Whether two syllables are one: case, place of the tone mark, i and y do not count.
///
/// ```
/// assert!(cite_lint::vocab::places::same_syllable("HOÀ", "Hòa"));
/// ```
pub fn same_syllable(a: &str, b: &str) -> bool {
    a == b || key(a) == key(b)
}

const PLACES: &str = include_str!("../../data/places.tsv");

/// A test asserts that it is of these rows.
static INDEX: Index = Index::new(PLACES, include_bytes!("../../data/index/places.index"));

/// Kinds of keys: the name as the lists write it, the [`key`] of any place, the [`stem`] of a unit's name.
const NAME: Kind = b'n';
const SPELLING: Kind = b's';
const STEM: Kind = b't';

/// The units that were asked for so far, by row.
static KEPT: [OnceLock<Box<Option<Unit>>>; ROWS] = [const { OnceLock::new() }; ROWS];
const ROWS: usize = 929;

fn unit_of(row: usize) -> Option<&'static Unit> {
    INDEX.kept(row, &KEPT, unit)?.as_ref()
}

static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| table::rows(PLACES).filter_map(|row| unit(&row)).collect());

fn unit(row: &table::Row) -> Option<Unit> {
    Some(Unit {
        name: row.get(0),
        level: if row.get(1) == "province" { Level::Province } else { Level::District },
        unit_type: UnitType::from_word(row.get(2))?,
        parents: row.get(3),
        valid_from: row.get(4),
        valid_to: row.get(5),
        vietnamese: row.get(6) == "yes",
    })
}

/// Letters with their tone behind each syllable: `Hoà` and `Hòa` are both `hoa2`.
fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 8);
    for syllable in syllables(name) {
        let mut tone = None;
        let letters = syllable.chars().flat_map(decomposed).flat_map(char::to_lowercase).filter(|&c| {
            let mark = tone_of(c);
            tone = mark.or(tone);
            mark.is_none()
        });
        key.extend(letters.filter(|c| !is_apostrophe(*c)).map(|c| if c == 'y' { 'i' } else { c }));
        key.extend(tone);
        key.push(' ');
    }
    key
}

/// Letters without marks: `dau tieng`.
fn stem(name: &str) -> String {
    let mut stem = String::with_capacity(name.len());
    for syllable in syllables(name) {
        let letters = strip_marks(syllable);
        stem.extend(letters.chars().filter(|c| !is_apostrophe(*c)).map(|c| if c == 'y' { 'i' } else { c }));
        stem.push(' ');
    }
    stem
}

const fn tone_of(mark: char) -> Option<char> {
    match mark {
        '\u{0300}' => Some('2'),
        '\u{0309}' => Some('3'),
        '\u{0303}' => Some('4'),
        '\u{0301}' => Some('5'),
        '\u{0323}' => Some('6'),
        _ => None,
    }
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}')
}

#[cfg(test)]
mod tests {
    use super::super::index::Writer;
    use super::*;

    const COMMUNES: &str = include_str!("../../data/communes.tsv");
    const ALIASES: &str = include_str!("../../data/place-aliases.tsv");

    #[test]
    fn index_is_of_the_rows() {
        let mut writer = Writer::default();
        writer.rows(PLACES);
        for (row, fields) in table::rows(PLACES).enumerate() {
            writer.add(NAME, fields.get(0), row);
            if unit(&fields).is_some_and(|unit| unit.vietnamese) {
                writer.add(STEM, &stem(fields.get(0)), row);
            }
        }
        for row in [PLACES, COMMUNES, ALIASES].into_iter().flat_map(table::rows) {
            writer.add_key(SPELLING, &key(row.get(0)));
        }
        writer.is(&INDEX, "places.index");
    }

    #[test]
    fn every_row_is_read() {
        assert_eq!(units().len(), ROWS);
        assert_eq!(units().len(), table::rows(PLACES).count());
        assert!(units().iter().all(|unit| unit.parents().next().is_none() == (unit.level == Level::Province)));
    }

    #[test]
    fn known_names_and_slips() {
        for known in
            ["Khánh Hoà", "MĨ THO", "Bà Rịa-Vũng Tàu", "Phan Rang - Tháp Chàm", "Hà Bắc", "Sông Bé", "Cư M’gar"]
        {
            assert!(is_known(known), "{known}");
        }
        for slip in ["Lầm Đồng", "Khánh Hóa", "Bắc Liêu", "Ninh Thuân"] {
            assert!(!is_known(slip) && alike(slip).count() >= 1, "{slip}");
        }
        assert_eq!(alike("Krông No").count(), 0);
    }
}
