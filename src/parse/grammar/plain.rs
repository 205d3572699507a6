//! The parts of a symbol without blanks, breaks and slips, as nearly all stand: what the grammar reads, in a few steps. `None`
//! leaves it to the grammar.

use super::RawYear;
use crate::citation::Separator;

/// One to six digits that a sign follows, and what stands behind them.
pub(super) fn number(input: &str) -> Option<(&str, &str)> {
    let bytes = input.as_bytes();
    let digits = bytes.iter().take(7).take_while(|byte| byte.is_ascii_digit()).count();
    let signed = (1..=6).contains(&digits) && matches!(bytes.get(digits), Some(b'/' | b'-'));
    signed.then(|| (&input[digits..], &input[..digits]))
}

/// Whether what stands behind a number makes a date of it: "/6/2013". No code and no year that a sign follows is in it.
pub(super) fn is_date(rest: &str) -> bool {
    matches!(
        rest.as_bytes(),
        [b'/', b'0'..=b'9', b'/' | b'-', b'0'..=b'9', ..]
            | [b'/', b'0'..=b'9', b'0'..=b'9', b'/' | b'-', b'0'..=b'9', ..]
    )
}

/// A year of four digits between signs, or that there is none, and what stands behind it.
pub(super) fn year(input: &str) -> Option<(&str, Option<RawYear<'_>>)> {
    match input.as_bytes() {
        // A hyphen begins no year; nor does a letter, unless it may be read for a digit.
        [b'-', ..] | [b'/', b'A'..=b'H' | b'J'..=b'N' | b'P'..=b'Z' | 0xC4, ..] => Some((input, None)),
        [b'/', b'a'..=b'k' | b'm' | b'n' | b'p'..=b'z', ..] => Some((input, None)),
        [b'/', digits @ ..] => {
            let (year, behind) = digits.split_at_checked(4)?;
            let plain = year.iter().all(u8::is_ascii_digit) && matches!(behind, [b'/' | b'-', ..]);
            plain.then(|| (&input[5..], Some(RawYear { before: "", after: "", digits: &input[1..5] })))
        }
        _ => None,
    }
}

/// A sign with a capital right behind it, and what stands behind the sign.
pub(super) fn sign(input: &str) -> Option<(Separator, &str)> {
    match input.as_bytes() {
        [sign, b'A'..=b'Z' | 0xC4, ..] => match sign {
            b'/' => Some((Separator::Slash, &input[1..])),
            b'-' => Some((Separator::Hyphen, &input[1..])),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use nom::Parser;
    use nom::branch::alt;
    use nom::combinator::opt;

    use super::super::{group, misread_number, number as any_number, year as any_year};
    use super::*;

    #[test]
    fn what_is_read_is_what_the_grammar_reads() {
        let pieces = ["1", "20", "2015", "O", "/", "-", "N", "Đ", "đ", "n", "l", " ", "*", "\n", "."];
        let count = pieces.len();
        for index in 0..count.pow(5) {
            let text: String = (0..5).map(|place| pieces[index / count.pow(place) % count]).collect();
            if let Some((rest, read)) = number(&text) {
                assert_eq!(opt(alt((misread_number, any_number))).parse(&text), Ok((rest, Some(read))), "{text:?}");
            }
            if is_date(&text) {
                let (rest, _) = opt(any_year).parse(&text).unwrap();
                assert!(group(rest).is_err(), "{text:?}");
            }
            if let Some((rest, read)) = year(&text) {
                assert_eq!(opt(any_year).parse(&text), Ok((rest, read)), "{text:?}");
            }
        }
    }
}
