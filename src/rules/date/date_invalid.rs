use crate::citation::{Date, DateError};
use crate::finding::{Message, Severity};
use crate::parse::{date, slip};
use crate::rules::{Context, Findings, Rule};
use crate::text::begins_as_vietnamese;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "DAT01",
    name: "date-invalid",
    group: "date",
    severity: Severity::Error,
    fix: None,
    since: "0.1.0",
    doc: include_str!("date_invalid.md"),
    check,
};

/// Every "ngày …" of the text, not only those of citations: a day that does not exist is wrong anywhere.
fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let document = context.document();
    let text = document.normalized().as_str();
    for &at in context.places().days.iter().filter(|&&at| !is_sound(&text[at + "ngày".len()..])) {
        let Some((length, message)) = wrong(&text[at..]) else { continue };
        let span = document.span(at..at + length);
        if findings.takes(span) {
            let help = Message::new("kiểm tra lại và sửa ngày", "check and correct the date");
            findings.add(span, message(), help, Vec::new());
        }
    }
}

/// How long a date is that does not exist, and the words for it.
fn wrong(text: &str) -> Option<(usize, Box<dyn FnOnce() -> Message>)> {
    let Some(written) = date(text) else {
        let slip = slip(&text["ngày".len()..])?;
        let message = || {
            Message::new(
                "chữ số sau ‘ngày’ không đọc được thành ngày/tháng/năm",
                "the digits behind ‘ngày’ make no day, month and year",
            )
        };
        return Some(("ngày".len() + slip.len(), Box::new(message)));
    };
    let words = wording(written.value().err()?)?;
    Some((written.text.len(), Box::new(words)))
}

/// Whether a day of the calendar in one of its usual forms stands behind "ngày", or a word and no day: so do nearly all.
fn is_sound(behind: &str) -> bool {
    match behind.as_bytes() {
        [b',' | b';' | b')', ..] => true,
        [b' ', ..] => starts_with_other_word(&behind[1..]) || is_usual(&behind[1..]).unwrap_or(false),
        _ => false,
    }
}

/// Whether a word begins here that is not "tháng": "ngày tháng 3 năm 2024" is a date.
fn starts_with_other_word(text: &str) -> bool {
    match text.as_bytes() {
        [b't' | b'T', b'h' | b'H', third, ..] if third.is_ascii() => {
            third.is_ascii_alphabetic() && !matches!(third, b'a' | b'A')
        }
        [b't' | b'T', b'h' | b'H', 0xC3, last, ..] => !matches!(last, 0x81 | 0xA1),
        [b't' | b'T', b'h' | b'H', 0xE1, 0xBA | 0xBB, ..] => true,
        [b't' | b'T', second, ..] => !matches!(second, b'h' | b'H'),
        [b'a'..=b'z' | b'A'..=b'Z', ..] => true,
        other => begins_as_vietnamese(other),
    }
}

/// Whether `3/6/2013` or `3 tháng 6 năm 2013` is a day of the calendar, or a number of days; `None` where something else stands
/// there.
fn is_usual(written: &str) -> Option<bool> {
    let (day, rest) = number(written, 2)?;
    let (first, second) = match rest.as_bytes().first()? {
        b'/' => ("/", "/"),
        b'-' => ("-", "-"),
        b'.' => (".", "."),
        b' ' if starts_with_other_word(&rest[1..]) => return Some(true),
        _ => (" tháng ", " năm "),
    };
    let (month, rest) = number(rest.strip_prefix(first)?, 2)?;
    let (year, rest) = number(rest.strip_prefix(second)?, 4)?;
    let (day, month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
    let ends = year >= 1000 && !rest.starts_with(|c: char| c.is_ascii_digit());
    Some(ends && Date::new(year, month, day).is_ok())
}

/// The number of at most `most` digits at the start, and what stands behind it.
fn number(text: &str, most: usize) -> Option<(u16, &str)> {
    let digits = text.bytes().take(most).take_while(u8::is_ascii_digit);
    let (length, number) =
        digits.fold((0, 0), |(length, number), digit| (length + 1, number * 10 + u16::from(digit - b'0')));
    (length > 0).then(|| (number, &text[length..]))
}

/// What does not exist, in words. Years before 1900 are history, not a slip.
fn wording(error: DateError) -> Option<impl FnOnce() -> Message> {
    let is_slip = match error {
        DateError::Day { .. } | DateError::Month(_) => true,
        DateError::Year(year) => year > 2100,
        DateError::Form => false,
    };
    is_slip.then_some(move || match error {
        DateError::Day { year, month, day } => Message::new(
            format!("tháng {month} năm {year} không có ngày {day}"),
            format!("month {month} of {year} has no day {day}"),
        ),
        DateError::Month(month) => {
            Message::new(format!("không có tháng {month}"), format!("there is no month {month}"))
        }
        DateError::Year(_) | DateError::Form => {
            Message::new("năm không phải bốn chữ số hợp lệ", "the year is not four sensible digits")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sound_gives_no_finding() {
        let pieces = [
            "", " ", "0", "1", "31", "13", "2", "2020", "20", "tháng", "năm", "/", "-", ".", "à", ",", "t", "…",
            "\u{a0}", "*", "th", "á", "a", "\u{301}",
        ];
        let all = pieces.len();
        for number in 0..all.pow(4) {
            let text: String = (0..4).map(|place| pieces[number / all.pow(place) % all]).collect();
            let usual = [" ", " 3/", " 3 tháng "].map(|start| format!("{start}{text}"));
            for behind in usual.iter().filter(|behind| is_sound(behind)) {
                assert!(wrong(&format!("ngày{behind}")).is_none(), "{behind}");
            }
        }
        assert!(is_sound(" 3/6/2013, ") && is_sound(" 03 tháng 6 năm 2013") && is_sound(" ban hành"));
        assert!(!is_sound(" 31/6/2013") && !is_sound(" 3/6/20134"));
    }
}
