use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use thiserror::Error;

/// A term of office (khóa), 1–39, written in Roman numerals: `XI`.
///
/// ```
/// use cite_lint::citation::Term;
///
/// assert_eq!("XIII".parse::<Term>().unwrap().get(), 13);
/// assert!("IIII".parse::<Term>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Term(u8);

/// Why a text is not a term.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is not a term: a Roman numeral from I to XXXIX")]
pub struct TermError(Box<str>);

impl Term {
    /// `None` outside 1–39.
    pub const fn new(term: u8) -> Option<Self> {
        if term >= 1 && term <= 39 { Some(Self(term)) } else { None }
    }

    /// The term as a number.
    pub const fn get(self) -> u8 {
        self.0
    }
}

const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", "X".repeat(usize::from(self.0 / 10)), ONES[usize::from(self.0 % 10)])
    }
}

impl FromStr for Term {
    type Err = TermError;

    fn from_str(text: &str) -> Result<Self, TermError> {
        let ones = text.trim_start_matches('X');
        let tens = text.len() - ones.len();
        let term = ONES.iter().position(|&of| of == ones).and_then(|ones| Self::new((10 * tens.min(4) + ones) as u8));
        term.ok_or_else(|| TermError(text.into()))
    }
}

impl Serialize for Term {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_prints() {
        for n in 1..=39 {
            let term = Term::new(n).unwrap();
            assert_eq!(term.to_string().parse(), Ok(term));
        }
        assert_eq!(Term::new(0), None);
        for bad in ["", "IIX", "xi", "XL", "11", "XXXX", "XXXXX", "XIXX", "VX"] {
            assert!(bad.parse::<Term>().is_err(), "{bad}");
        }
    }
}
