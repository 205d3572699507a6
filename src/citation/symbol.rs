use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use smallvec::SmallVec;
use smol_str::{SmolStr, SmolStrBuilder};
use thiserror::Error;

use super::{Number, Year};
use crate::text::is_word_char;

/// The sign between two groups of a symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Separator {
    /// `/`
    Slash,
    /// `-`
    Hyphen,
}

impl Separator {
    /// The character.
    pub const fn as_char(self) -> char {
        match self {
            Self::Slash => '/',
            Self::Hyphen => '-',
        }
    }
}

/// One group of letters of a symbol: `NĐ`, `TTg`, `QH15`, `SGD&ĐT`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code(SmolStr);

/// Why a text is not a group of letters of a symbol.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is not a code: it starts with a letter and holds letters, digits, '&' and '.'")]
pub struct CodeError(Box<str>);

impl Code {
    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// One that a table of codes has.
    pub(crate) fn known(text: &str) -> Self {
        debug_assert!(text.parse::<Self>().is_ok(), "{text}");
        Self(SmolStr::new(text))
    }
}

impl FromStr for Code {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        if is_plain(text.as_bytes()) {
            return Ok(Self(SmolStr::new(text)));
        }
        let starts = text.starts_with(char::is_alphabetic);
        if starts && text.chars().all(|c| is_word_char(c) || matches!(c, '&' | '.')) {
            Ok(Self(text.into()))
        } else {
            Err(CodeError(text.into()))
        }
    }
}

/// Letters of ASCII and Đ, as most codes are.
fn is_plain(mut code: &[u8]) -> bool {
    let is_empty = code.is_empty();
    while let [b'A'..=b'Z' | b'a'..=b'z', rest @ ..] | [0xC4, 0x90, rest @ ..] = code {
        code = rest;
    }
    code.is_empty() && !is_empty
}

/// A [`Code`] with the sign before it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Group {
    /// The sign before the code.
    pub separator: Separator,
    /// The code.
    pub code: Code,
}

/// Number and symbol (số, ký hiệu) of a document: `30/2020/NĐ-CP`, `25-NQ/TW`, `769/UBND-NC`.
///
/// Prints without blanks. The number is `None` where the draft leaves it blank (`/BC-PGDĐT`).
///
/// Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.3; HD 05-HD/VPTW.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Symbol {
    number: Option<Number>,
    year: Option<Year>,
    first: Group,
    rest: SmallVec<[Group; 1]>,
}

/// Which of the known patterns a symbol follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Skeleton {
    /// `30/2020/NĐ-CP`, `10/2022/QH15`
    StateWithYear,
    /// `16/CT-TTg`, `769/UBND-NC`, `61/CP`
    State,
    /// `25-NQ/TW`, `05-CTPH/BDVHU-PGDĐT`
    Party,
    /// Anything else: old forms (`47-SL`, `808/1999/QĐ/BLĐTBXH`) and slips (`16/CT/TTg`).
    Other,
}

/// Whose way of numbering a symbol follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum System {
    /// State bodies: `N[/YYYY]/TYPE-ISSUER`.
    State,
    /// The Party: `N-TYPE/ISSUER`.
    Party,
    /// Mass organisations: the state's pattern for the Front and the unions, the Party's for the Youth Union.
    MassOrg,
}

impl Symbol {
    /// Puts a symbol together.
    pub fn new(
        number: Option<Number>,
        year: Option<Year>,
        first: Group,
        rest: impl IntoIterator<Item = Group>,
    ) -> Self {
        Self { number, year, first, rest: rest.into_iter().collect() }
    }

    /// One of a single group.
    pub(crate) fn of_one(number: Option<Number>, year: Option<Year>, first: Group) -> Self {
        Self { number, year, first, rest: SmallVec::new() }
    }

    /// Adds a group at the end.
    pub(crate) fn push(&mut self, group: Group) {
        self.rest.push(group);
    }

    /// The number, unless it is left blank.
    pub const fn number(&self) -> Option<&Number> {
        self.number.as_ref()
    }

    /// The year inside the symbol.
    pub const fn year(&self) -> Option<Year> {
        self.year
    }

    /// The groups of letters, at least one.
    pub fn groups(&self) -> impl Iterator<Item = &Group> + Clone {
        std::iter::once(&self.first).chain(&self.rest)
    }

    /// The codes, at least one.
    pub fn codes(&self) -> impl Iterator<Item = &str> + Clone {
        self.groups().map(|group| group.code.as_str())
    }

    /// The first code: a type (`NĐ`) or, in a công văn, the issuer (`UBND`).
    pub fn first_code(&self) -> &str {
        self.first.code.as_str()
    }

    /// The symbol without its number and year: `/NĐ-CP`, `-NQ/TW`.
    pub fn tail(&self) -> String {
        let mut tail = String::new();
        for group in self.groups() {
            tail.push(group.separator.as_char());
            tail.push_str(group.code.as_str());
        }
        tail
    }

    /// The same symbol with another number.
    #[must_use]
    pub fn with_number(&self, number: Number) -> Self {
        Self { number: Some(number), ..self.clone() }
    }

    /// The same symbol with another year, or none.
    #[must_use]
    pub fn with_year(&self, year: Option<Year>) -> Self {
        Self { year, ..self.clone() }
    }

    /// Which pattern the signs follow.
    pub fn skeleton(&self) -> Skeleton {
        use Separator::{Hyphen, Slash};
        let hyphens = |groups: &[Group]| groups.iter().all(|group| group.separator == Hyphen);
        match (self.year, self.first.separator, &self.rest[..]) {
            (Some(_), Slash, rest) if hyphens(rest) => Skeleton::StateWithYear,
            (None, Slash, rest) if hyphens(rest) => Skeleton::State,
            (None, Hyphen, [second, rest @ ..]) if second.separator == Slash && hyphens(rest) => Skeleton::Party,
            _ => Skeleton::Other,
        }
    }
}

impl Symbol {
    /// As [`ToString::to_string`], which goes a longer way.
    pub(crate) fn to_text(&self) -> String {
        let mut text = String::with_capacity(24);
        // A string takes everything.
        let _ = self.write(&mut text);
        text
    }

    /// [`Self::to_text`] without memory of its own, where it is as short as most are.
    pub(crate) fn to_short_text(&self) -> SmolStr {
        let mut text = SmolStrBuilder::new();
        // It takes everything.
        let _ = self.write(&mut text);
        text.finish()
    }

    fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        if let Some(number) = &self.number {
            out.write_str(number.as_str())?;
        }
        if let Some(year) = self.year {
            // Four digits.
            let digit = |unit: u16| b'0' + (year.get() / unit % 10) as u8;
            let year = [b'/', digit(1000), digit(100), digit(10), digit(1)];
            out.write_str(str::from_utf8(&year).unwrap_or_default())?;
        }
        for group in self.groups() {
            out.write_char(group.separator.as_char())?;
            out.write_str(group.code.as_str())?;
        }
        Ok(())
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl Serialize for Symbol {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
