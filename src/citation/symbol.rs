use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
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

    /// Whether a text is one.
    pub(crate) fn is_code(text: &str) -> bool {
        let may_be = |c| is_word_char(c) || matches!(c, '&' | '.');
        is_plain(text.as_bytes()) || text.starts_with(char::is_alphabetic) && text.chars().all(may_be)
    }
}

impl FromStr for Code {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        if Self::is_code(text) { Ok(Self(text.into())) } else { Err(CodeError(text.into())) }
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
    /// The signs and codes behind them, at least one: `/NĐ-CP`.
    tail: SmolStr,
    /// Where the first two codes end in it: few symbols have more. 0 where the tail is too long to tell.
    ends: [u8; 2],
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
        let groups: Vec<Group> = std::iter::once(first).chain(rest).collect();
        Self::of_groups(number, year, groups.iter().map(|group| (group.separator, group.code.as_str())))
    }

    /// One of signs with the codes behind them, at least one.
    pub(crate) fn of_groups<'c>(
        number: Option<Number>,
        year: Option<Year>,
        groups: impl IntoIterator<Item = (Separator, &'c str)>,
    ) -> Self {
        let mut tail = String::new();
        for (sign, code) in groups {
            tail.push(sign.as_char());
            tail.push_str(code);
        }
        Self::with_tail(number, year, &tail)
    }

    /// One of signs and codes as they stand: no code has a sign in it.
    pub(crate) fn with_tail(number: Option<Number>, year: Option<Year>, tail: &str) -> Self {
        let first = next_sign(tail, 0);
        let ends = [first, next_sign(tail, first)].map(|end| u8::try_from(end).unwrap_or(0));
        let symbol = Self { number, year, tail: SmolStr::new(tail), ends };
        debug_assert!(tail.starts_with(['/', '-']) && symbol.codes().all(Code::is_code), "{tail} {ends:?}");
        symbol
    }

    /// The number, unless it is left blank.
    pub const fn number(&self) -> Option<&Number> {
        self.number.as_ref()
    }

    /// The year inside the symbol.
    pub const fn year(&self) -> Option<Year> {
        self.year
    }

    /// The groups of letters with the signs before them, at least one.
    pub fn groups(&self) -> impl Iterator<Item = (Separator, &str)> + Clone {
        let tail = self.tail();
        let mut ends = self.ends.into_iter();
        let mut start = 0;
        std::iter::from_fn(move || {
            let sign = if *tail.as_bytes().get(start)? == b'/' { Separator::Slash } else { Separator::Hyphen };
            let known = ends.next().filter(|end| *end > 0);
            let end = known.map_or_else(|| next_sign(tail, start), usize::from);
            let code = tail.get(start + 1..end)?;
            start = end;
            Some((sign, code))
        })
    }

    /// The codes, at least one.
    pub fn codes(&self) -> impl Iterator<Item = &str> + Clone {
        self.groups().map(|(_, code)| code)
    }

    /// The first code: a type (`NĐ`) or, in a công văn, the issuer (`UBND`).
    pub fn first_code(&self) -> &str {
        self.codes().next().unwrap_or_default()
    }

    /// The symbol without its number and year: `/NĐ-CP`, `-NQ/TW`.
    pub fn tail(&self) -> &str {
        &self.tail
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
        let mut signs = self.groups().map(|(sign, _)| sign);
        let (first, second) = (signs.next(), signs.next());
        let hyphens = signs.all(|sign| sign == Hyphen);
        match (self.year, first, second) {
            (Some(_), Some(Slash), None | Some(Hyphen)) if hyphens => Skeleton::StateWithYear,
            (None, Some(Slash), None | Some(Hyphen)) if hyphens => Skeleton::State,
            (None, Some(Hyphen), Some(Slash)) if hyphens => Skeleton::Party,
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
        out.write_str(&self.tail)
    }
}

/// Where the sign behind the one at a place of a tail stands, or the end of the tail.
fn next_sign(tail: &str, sign: usize) -> usize {
    let behind = tail.as_bytes().iter().skip(sign + 1);
    behind.take_while(|byte| !matches!(byte, b'/' | b'-')).count() + (sign + 1).min(tail.len())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_those_it_was_made_of() {
        let long = "X".repeat(300);
        let codes = ["NĐ", "SGD&ĐT", "NQ.HĐTP", &long, "A"];
        for count in 1..=codes.len() {
            for from in 0..codes.len() {
                let signs = [Separator::Slash, Separator::Hyphen].into_iter().cycle();
                let wanted: Vec<_> = signs.zip(codes.into_iter().cycle().skip(from)).take(count).collect();
                let mut groups =
                    wanted.iter().map(|&(separator, code)| Group { separator, code: code.parse().unwrap() });
                let symbol = Symbol::new(None, None, groups.next().unwrap(), groups);
                assert_eq!(symbol.groups().collect::<Vec<_>>(), wanted);
                let written: String = wanted.iter().map(|(sign, code)| format!("{}{code}", sign.as_char())).collect();
                assert_eq!(
                    (symbol.tail(), symbol.to_string(), symbol.first_code()),
                    (&*written, written.clone(), wanted[0].1)
                );
            }
        }
    }
}
