//! Dates as documents write them, whole, partial, blank or impossible. With nom.
//!
//! Source: NĐ 30/2020/NĐ-CP, Phụ lục I, II.4.b ("ngày 03 tháng 6 năm 2013"); `03/6/2013`, `03-6-2013` and `03.6.2013`
//! are practice.

mod open;

use nom::branch::alt;
use nom::bytes::complete::{take_while, take_while_m_n};
use nom::character::complete::{char, one_of};
use nom::combinator::{map, not, opt, peek, recognize, verify};
use nom::{IResult, Parser};

use self::open::blank_day;
use super::cursor::is_word;
use crate::citation::{Date, DateError, PartialDate};
use crate::text::{is_word_char, range_of};

/// A date as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenDate<'t> {
    /// From "ngày" (or the first digit) to the year.
    pub text: &'t str,
    /// The digits of the day; `""` when left blank; `None` when the date has no day.
    pub day: Option<&'t str>,
    /// The digits of the month; `""` when left blank.
    pub month: Option<&'t str>,
    /// The digits of the year; `""` when left blank.
    pub year: &'t str,
}

impl WrittenDate<'_> {
    /// The date, as far as it is filled in.
    ///
    /// # Errors
    ///
    /// [`DateError`] when the parts that are filled in do not exist in the calendar, or nothing is filled in.
    pub fn value(&self) -> Result<PartialDate, DateError> {
        let filled =
            |digits: &str| if digits.is_empty() { None } else { Some(digits.parse::<u16>().unwrap_or(u16::MAX)) };
        let year = filled(self.year).ok_or(DateError::Form)?;
        let small = |n: u16| u8::try_from(n).unwrap_or(u8::MAX);
        match (self.month.and_then(filled), self.day.and_then(filled)) {
            (Some(month), Some(day)) => Date::new(year, small(month), small(day)).map(PartialDate::Day),
            (Some(month), None) => PartialDate::month_of(year, small(month)),
            (None, _) => PartialDate::year_only(year),
        }
    }

    /// Whether a part that the form asks for is left blank.
    pub fn is_blank(&self) -> bool {
        self.day == Some("") || self.month == Some("") || self.year.is_empty()
    }
}

/// Reads a date at the start of `input`: `ngày 03/6/2013`, `ngày 3 tháng 6 năm 2013`, `tháng 6/2013`, `năm 2013`, and
/// blank ones (`ngày   tháng 6 năm 2013`).
pub fn date(input: &str) -> Option<WrittenDate<'_>> {
    if lacks_year(input) {
        return None;
    }
    plain_day(input).or_else(|| alt((day, blank_day, month_only, year_only)).parse(input).ok().map(|(_, date)| date))
}

/// `ngày 03/6/2013` and `ngày 3 tháng 6 năm 2013` with single blanks, as nearly all stand; `None` leaves it to the grammar.
fn plain_day(input: &str) -> Option<WrittenDate<'_>> {
    let (day, rest) = few_digits(input.strip_prefix("ngày ")?)?;
    let (month, rest) = match rest.strip_prefix('/') {
        Some(rest) => {
            let (month, rest) = few_digits(rest)?;
            (month, rest.strip_prefix('/')?)
        }
        None => {
            let (month, rest) = few_digits(rest.strip_prefix(" tháng ")?)?;
            (month, rest.strip_prefix(" năm ")?)
        }
    };
    let digits = rest.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let text = &input[..input.len() - rest.len() + digits];
    (digits == 4).then(|| WrittenDate { text, day: Some(day), month: Some(month), year: &rest[..digits] })
}

/// Whether no month stands behind a day, or no year behind both, but another word or a sign: "ngày 15 hằng tháng".
fn lacks_year(input: &str) -> bool {
    let ends = |rest: &str, next_word: [u8; 2]| match rest.as_bytes() {
        [b',' | b';' | b')', ..] => true,
        [b' ', next, ..] => next.is_ascii_alphabetic() && !next_word.contains(next),
        _ => false,
    };
    let Some((_, rest)) = input.strip_prefix("ngày ").and_then(few_digits) else { return false };
    if ends(rest, *b"tT") {
        return true;
    }
    let month = rest.strip_prefix('/').or_else(|| rest.strip_prefix(" tháng ")).and_then(few_digits);
    month.is_some_and(|(_, rest)| ends(rest, *b"nN"))
}

/// One or two digits that no other follows, and the rest.
fn few_digits(input: &str) -> Option<(&str, &str)> {
    let digits = input.bytes().take(3).take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits).then(|| input.split_at(digits))
}

/// Reads a bare `03/6/2013` at the start of `input`.
pub fn bare_date(input: &str) -> Option<WrittenDate<'_>> {
    let (rest, (day, month, year)) = numbers.parse(input).ok()?;
    let text = &input[..input.len() - rest.len()];
    (!day.is_empty() && !month.is_empty()).then_some(WrittenDate { text, day: Some(day), month: Some(month), year })
}

/// Reads `ngày 03/6/13` at the start of `input`: a year of two digits, which no form allows.
pub fn two_digit_year(input: &str) -> Option<WrittenDate<'_>> {
    let mut short = (digits(2, 2), not(peek(one_of("0123456789/-"))));
    let (rest, (_, _, day, sign, month)) =
        (word("ngày"), blank, digits(1, 2), one_of("/-."), digits(1, 2)).parse(input).ok()?;
    let (rest, (_, (year, ()))) = (char(sign), |input| short.parse(input)).parse(rest).ok()?;
    let text = &input[..input.len() - rest.len()];
    Some(WrittenDate { text, day: Some(day), month: Some(month), year })
}

fn day(input: &str) -> IResult<&str, WrittenDate<'_>> {
    let colon = map((opt(char(':')), blank), |_| ());
    let (rest, (_, _, (), (day, month, year))) =
        (word("ngày"), blank, colon, alt((numbers, words, mixed))).parse(input)?;
    let text = input[..range_of(input, rest).start].trim_end();
    Ok((rest, WrittenDate { text, day: Some(day), month: Some(month), year }))
}

/// `03/6/2013`; day and month may be blank.
fn numbers(input: &str) -> IResult<&str, (&str, &str, &str)> {
    let (rest, (day, _, sign, _, month)) = (part, blank, one_of("/-."), blank, part).parse(input)?;
    let (rest, (_, _, _, year)) = (blank, char(sign), blank, year_digits).parse(rest)?;
    Ok((rest, (day, month, year)))
}

/// `3 tháng 6 năm 2013`
fn words(input: &str) -> IResult<&str, (&str, &str, &str)> {
    let (rest, (day, _, _, _, month, _, _, _, year)) =
        (part, filler, word("tháng"), filler, part, filler, word("năm"), filler, alt((year_digits, draft_year)))
            .parse(input)?;
    Ok((rest, (day, month, year)))
}

/// `3/6 năm 2013`, `3 tháng 6/2013`
fn mixed(input: &str) -> IResult<&str, (&str, &str, &str)> {
    let slash = |input| map((blank, char('/'), blank), |_| ()).parse(input);
    let spelled = |name| map((blank, word(name), blank), |_| ());
    let (rest, (day, (), month)) = (digits(1, 2), alt((slash, spelled("tháng"))), digits(1, 2)).parse(input)?;
    let (rest, ((), year)) = (alt((slash, spelled("năm"))), digits(4, 4)).parse(rest)?;
    Ok((rest, (day, month, year)))
}

fn month_only(input: &str) -> IResult<&str, WrittenDate<'_>> {
    let slash = recognize((blank, one_of("/-."), blank));
    let spelled = recognize((blank, word("năm"), blank));
    let (rest, (_, _, month, _, year)) =
        (word("tháng"), blank, digits(1, 2), alt((slash, spelled)), digits(4, 4)).parse(input)?;
    let text = &input[..range_of(input, rest).start];
    Ok((rest, WrittenDate { text, day: None, month: Some(month), year }))
}

fn year_only(input: &str) -> IResult<&str, WrittenDate<'_>> {
    let (rest, (_, _, year, _)) = (word("năm"), blank, digits(4, 4), not(peek(one_of("0123456789-/")))).parse(input)?;
    let text = &input[..range_of(input, rest).start];
    Ok((rest, WrittenDate { text, day: None, month: None, year }))
}

fn part(input: &str) -> IResult<&str, &str> {
    map(opt(digits(1, 2)), Option::unwrap_or_default).parse(input)
}

/// Four digits; five or six are a slip that is still one number.
fn year_digits(input: &str) -> IResult<&str, &str> {
    digits(4, 6).parse(input)
}

/// `năm 20…`: a year left to be filled in.
fn draft_year(input: &str) -> IResult<&str, &str> {
    let (rest, _) = (opt(digits(2, 2)), not(peek(digits(1, 1)))).parse(input)?;
    Ok((rest, ""))
}

/// From `min` to `max` digits.
pub(super) fn digits<'t>(
    min: usize,
    max: usize,
) -> impl Parser<&'t str, Output = &'t str, Error = nom::error::Error<&'t str>> {
    take_while_m_n(min, max, |c: char| c.is_ascii_digit())
}

/// `expected`, a lower-case word, in any case.
fn word<'t>(expected: &'static str) -> impl Parser<&'t str, Output = &'t str, Error = nom::error::Error<&'t str>> {
    verify(take_while(|c| is_word_char(c) && !c.is_ascii_digit()), move |word: &str| is_word(word, expected))
}

/// Blanks, and marks of Markdown.
fn blank(input: &str) -> IResult<&str, &str> {
    verify(take_while(|c: char| c.is_whitespace() || c == '*'), short).parse(input)
}

/// Blanks, or the dots and lines of a form.
fn filler(input: &str) -> IResult<&str, &str> {
    verify(take_while(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | '_')), short).parse(input)
}

fn short(blank: &str) -> bool {
    blank.len() <= 80 && blank.matches('\n').count() <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_written_form() {
        for (input, want) in [
            ("ngày 03/6/2013 của", Some("2013-06-03")),
            ("ngày 3 tháng 6 năm 2013,", Some("2013-06-03")),
            ("NGÀY 20 THÁNG 8 NĂM 2001", Some("2001-08-20")),
            ("ngày 03-6-2013", Some("2013-06-03")),
            ("ngày 03.6.2013", Some("2013-06-03")),
            ("ngày\n\n15/5/2016", Some("2016-05-15")),
            ("ngày  tháng 10 năm 2020", Some("2020-10")),
            ("ngày ... tháng ... năm 2020", Some("2020")),
            ("ngày    /   /2024", Some("2024")),
            ("tháng 5/2016", Some("2016-05")),
            ("tháng 5 năm 2016", Some("2016-05")),
            ("năm 2013", Some("2013")),
            ("năm 2013-2014", None),
            ("ngày 31/6/2020", None),
            ("ngày 20/11/20225", None),
            ("ngày 3/6 năm 2013", Some("2013-06-03")),
            ("ngày 3 tháng 6/2013", Some("2013-06-03")),
            ("ngày: 3/6/2013", Some("2013-06-03")),
            ("ngày …/…/2013", Some("2013")),
            ("ngày .../6/2013", Some("2013-06")),
            ("ngày xx/6/2013", Some("2013-06")),
            ("ngày .../.../20...", None),
            ("ngày ký", None),
            ("ngày 20/11", None),
        ] {
            let read = date(input).and_then(|d| d.value().ok()).map(|d| d.to_string());
            assert_eq!(read.as_deref(), want, "{input}");
        }
    }

    #[test]
    fn plain_days_are_read_as_the_grammar_reads_them() {
        let pieces = ["ngày ", "1", "03", "123", "/", "-", " tháng ", " năm ", "2013", "20135", " ", ",", "h"];
        let count = pieces.len();
        for index in 0..count.pow(5) {
            let tail: String = (0..5).map(|place| pieces[index / count.pow(place) % count]).collect();
            for text in [format!("ngày {tail}"), tail] {
                assert!(!lacks_year(&text) || alt((day, month_only, year_only)).parse(&*text).is_err(), "{text}");
                if let Some(plain) = plain_day(&text) {
                    assert_eq!(day(&text).map(|(_, date)| date), Ok(plain), "{text}");
                }
            }
        }
    }

    #[test]
    fn impossible_days_are_read_and_refused() {
        let written = date("ngày 31/6/2020 của").unwrap();
        assert_eq!(written.text, "ngày 31/6/2020");
        assert_eq!(written.value(), Err(DateError::Day { year: 2020, month: 6, day: 31 }));
    }

    #[test]
    fn blanks() {
        for (input, blank) in [
            ("ngày   tháng 10 năm 2020", true),
            ("ngày .... tháng .... năm 20....", true),
            ("ngày 03 tháng 10 năm 2020", false),
            ("ngày    /   /2024", true),
        ] {
            assert_eq!(date(input).map(|d| d.is_blank()), Some(blank), "{input}");
        }
    }
}
