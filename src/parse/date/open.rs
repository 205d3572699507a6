//! Dates that are left to be filled in, with dots, lines or letters in their places.

use nom::branch::alt;
use nom::bytes::complete::take_while;
use nom::character::complete::char;
use nom::combinator::{map, opt, recognize, verify};
use nom::{IResult, Parser};

use super::{WrittenDate, blank, digits, word, year_digits};
use crate::text::range_of;

/// `ngày …/…/2013`, `ngày xx/6/2013`: what is left to be filled in.
pub(super) fn blank_day(input: &str) -> IResult<&str, WrittenDate<'_>> {
    let (rest, (_, _, day, _, month)) = (word("ngày"), blank, open_part, char('/'), open_part).parse(input)?;
    let (rest, (_, year)) = (char('/'), alt((year_digits, open_year))).parse(rest)?;
    let text = &input[..range_of(input, rest).start];
    Ok((rest, WrittenDate { text, day: Some(day), month: Some(month), year }))
}

/// One or two digits, or what stands in their place.
fn open_part(input: &str) -> IResult<&str, &str> {
    alt((digits(1, 2), map(recognize(open), |_| ""))).parse(input)
}

/// `20…`
fn open_year(input: &str) -> IResult<&str, &str> {
    map((opt(digits(2, 2)), open), |_| "").parse(input)
}

/// The dots, lines and letters of what is not filled in.
fn open(input: &str) -> IResult<&str, &str> {
    let is_open = |c: char| matches!(c, '.' | '…' | '_' | 'x' | 'X' | ' ');
    verify(take_while(is_open), |open: &str| open.len() <= 40 && !open.trim_end().is_empty()).parse(input)
}
