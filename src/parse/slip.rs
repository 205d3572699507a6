//! What stands behind "ngày" where a date is meant, and is none.

use super::date::bare_date;
use super::misread::{is_digit_like, right_digits};
use crate::citation::PartialDate;
use crate::text::{is_word_char, range_of};

/// What stands behind "ngày" in the place of a date, with the blank before it: numbers that make none, or nothing before "của".
pub(super) fn no_date(behind: &str) -> Option<&str> {
    if let Some(slip) = slip(behind) {
        return Some(slip);
    }
    let next = behind.trim_start_matches(['.', '…', '_', ' ']);
    let len = range_of(behind, next).start;
    (len <= 80 && next.starts_with("của ")).then(|| behind[..len].trim_end_matches(' '))
}

/// Numbers behind "ngày" that are meant as day, month and year, and cannot be read so: `12/52023`, `12//5/2023`.
pub fn slip(behind: &str) -> Option<&str> {
    let token = behind.trim_start_matches(' ');
    let len = token.bytes().take(16).take_while(|byte| byte.is_ascii_digit() || b"/-".contains(byte)).count();
    let (written, next) = token.split_at(len);
    if next.starts_with(is_word_char) {
        return None;
    }
    let mut numbers = written.split(['/', '-']);
    let numbers = [(); 5].map(|()| numbers.next());
    let ends_with_year = |digits: &str| {
        [1, 2].iter().any(|zeros| {
            let year = digits.get(*zeros..).unwrap_or_default();
            year.len() == 4 && ["19", "20"].iter().any(|century| year.starts_with(century))
        })
    };
    let is_slip = match numbers {
        [Some(day), Some(month), Some(year), None, _] => match (day.len(), month.len(), year.len()) {
            (1..=2, 1..=2, 4) => written.contains('/') && written.contains('-'),
            (3, 1..=2, 4) => day.starts_with('0'),
            (1..=2, 3, 4) => month.starts_with('0'),
            (1..=2, 1..=2, 3) => true,
            _ => false,
        },
        [Some(day), Some(""), Some(month), Some(year), None] | [Some(day), Some(month), Some(""), Some(year), None] => {
            matches!((day.len(), month.len(), year.len()), (1..=2, 1..=2, 4))
        }
        [Some(day), Some(rest), None, ..] => {
            (1..=2).contains(&day.len()) && ends_with_year(rest)
                || (3..=4).contains(&day.len()) && rest.len() == 4 && ends_with_year(&format!("0{rest}"))
        }
        _ => false,
    };
    is_slip.then(|| &behind[..range_of(behind, written).end])
}

/// A date with letters that a scanner read for digits (`12/5/2O23`), and the right form of it.
pub fn misread_date(behind: &str) -> Option<(&str, String)> {
    let token = behind.trim_start_matches(' ');
    let len = token.bytes().take(16).take_while(|&byte| is_digit_like(char::from(byte)) || byte == b'/').count();
    let (written, next) = token.split_at(len);
    // Words have more letters.
    let letters = written.bytes().filter(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&letters) || next.starts_with(is_word_char) {
        return None;
    }
    let right = written.split('/').map(right_digits).collect::<Vec<_>>().join("/");
    is_day(&right).then_some((written, right))
}

fn is_day(written: &str) -> bool {
    let date = bare_date(written).filter(|date| date.text.len() == written.len());
    date.is_some_and(|date| matches!(date.value(), Ok(PartialDate::Day(_))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips() {
        for (behind, want) in [
            (" 12/52023 của", Some(" 12/52023")),
            (" 1205/2023,", Some(" 1205/2023")),
            (" 012/5/2023", Some(" 012/5/2023")),
            (" 12/5/202 của", Some(" 12/5/202")),
            (" 12//5/2023", Some(" 12//5/2023")),
            (" 12-5/2023", Some(" 12-5/2023")),
            (" 12/5/2023", None),
            (" 12/5", None),
            (" 10-12/5/2023", None),
            (" 12/5-15/5/2023", None),
            (" 12/5/2023/NĐ", None),
            (" 5/2023", None),
            (" 120/QĐ", None),
            ("", None),
        ] {
            assert_eq!(slip(behind), want, "{behind}");
        }
        assert_eq!(no_date(" …… của Chính phủ"), Some(" ……"));
        assert_eq!(no_date(" của Chính phủ"), Some(""));
        assert_eq!(no_date(" họp của Chính phủ"), None);
    }

    #[test]
    fn letters_for_digits() {
        for (behind, want) in [
            (" O5/3/2020 của", Some("05/3/2020")),
            (" l2/5/2023", Some("12/5/2023")),
            (" 12/5/2O23,", Some("12/5/2023")),
            (" 12/5/2023", None),
            (" 12/13/2O23", None),
            (" 12/5/2O23a", None),
            (" lO", None),
            ("", None),
        ] {
            assert_eq!(misread_date(behind).map(|(_, right)| right).as_deref(), want, "{behind}");
        }
    }
}
