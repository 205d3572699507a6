use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use thiserror::Error;

/// The number of a document as written: digits, perhaps a dotted part (`66.1`) or a letter (`12a`, `08B`).
///
/// Leading zeros are kept for printing and do not count when numbers are compared with [`Number::same_value`].
///
/// ```
/// use cite_lint::citation::Number;
///
/// let number: Number = "08B".parse().unwrap();
/// assert_eq!((number.value(), number.suffix()), (8, "B"));
/// assert!(number.same_value(&"8b".parse().unwrap()));
/// assert!("x1".parse::<Number>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Number {
    /// As written, with zeros behind it.
    text: [u8; Self::LONGEST],
    length: u8,
    digits: u8,
    value: u32,
}

/// Why a text is not the number of a document.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is not a document number: one to six digits, then perhaps '.digits' or a letter")]
pub struct NumberError(Box<str>);

impl Number {
    /// Six digits and a letter of four bytes, or a point and three more digits.
    const LONGEST: usize = 10;

    /// Of digits alone, as most are.
    fn plain(text: &str) -> Option<Self> {
        if !(1..=6).contains(&text.len()) {
            return None;
        }
        let digits = text.len() as u8;
        let mut number = Self { text: [0; Self::LONGEST], length: digits, digits, value: 0 };
        for (place, &byte) in number.text.iter_mut().zip(text.as_bytes()) {
            *place = byte;
            number.value = 10 * number.value + u32::from(byte.checked_sub(b'0').filter(|digit| *digit < 10)?);
        }
        Some(number)
    }

    /// Of any form.
    fn any(text: &str) -> Option<Self> {
        let (value, suffix) = Self::parts(text)?;
        let mut bytes = [0; Self::LONGEST];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { text: bytes, length: text.len() as u8, digits: (text.len() - suffix.len()) as u8, value })
    }

    /// The value of the leading digits.
    pub const fn value(&self) -> u32 {
        self.value
    }

    /// What follows the digits: `""`, a letter, or a dotted part.
    pub fn suffix(&self) -> &str {
        &self.as_str()[usize::from(self.digits)..]
    }

    pub(crate) const fn has_suffix(&self) -> bool {
        self.digits < self.length
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        // It was copied from a text.
        str::from_utf8(&self.text[..usize::from(self.length)]).unwrap_or_default()
    }

    /// Equal but for leading zeros and the case of the letter.
    pub fn same_value(&self, other: &Self) -> bool {
        Self::same(self.as_str(), other.as_str())
    }

    /// [`Number::same_value`] of two texts; `false` where one is no number.
    pub(crate) fn same(a: &str, b: &str) -> bool {
        let (Some((a, a_suffix)), Some((b, b_suffix))) = (Self::parts(a), Self::parts(b)) else { return false };
        a == b && (a_suffix == b_suffix || a_suffix.to_lowercase() == b_suffix.to_lowercase())
    }

    /// The value and the suffix of a text that is a number.
    pub(crate) fn parts(text: &str) -> Option<(u32, &str)> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let suffix = &text[digits..];
        let dotted = |rest: &str| !rest.is_empty() && rest.len() <= 3 && rest.bytes().all(|b| b.is_ascii_digit());
        let letter = |rest: &str| {
            let mut chars = rest.chars();
            chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
        };
        let suffix_fits = || suffix.is_empty() || letter(suffix) || suffix.strip_prefix('.').is_some_and(dotted);
        let value = value(&text.as_bytes()[..digits]);
        ((1..=6).contains(&digits) && suffix_fits()).then_some((value, suffix))
    }
}

/// The value of digits; of more than nine it means nothing.
fn value(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |value: u32, digit| value.wrapping_mul(10).wrapping_add(u32::from(digit - b'0')))
}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        Self::plain(text).or_else(|| Self::any(text)).ok_or_else(|| NumberError(text.into()))
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Number").field(&self.as_str()).finish()
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The year inside a symbol, 1945–2100: no document of this state is older.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Year(u16);

impl Year {
    /// `None` outside 1945–2100.
    pub const fn new(year: u16) -> Option<Self> {
        if year >= 1945 && year <= 2100 { Some(Self(year)) } else { None }
    }

    /// The year, four digits.
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_number() {
        for ok in ["1", "01", "08B", "12a", "66.1", "123456", "5đ", "123456.789", "123456\u{10400}"] {
            assert_eq!(ok.parse::<Number>().unwrap().to_string(), ok);
        }
        for digits in ["0", "01", "123456"] {
            assert_eq!(Number::plain(digits), Number::any(digits));
        }
        for bad in ["", "a", "1234567", "1.", "1.2345", "12ab", "1 ", "１"] {
            assert!(bad.parse::<Number>().is_err(), "{bad}");
        }
    }
}
