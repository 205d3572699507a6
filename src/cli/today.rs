use std::time::{SystemTime, UNIX_EPOCH};

use crate::citation::Date;

/// Viet Nam is seven hours ahead of UTC, all year.
const HOURS_AHEAD: u64 = 7;

/// The day it is in Viet Nam by the clock of the machine; `None` when the clock is outside 1970–2100.
pub(super) fn today() -> Option<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    day((seconds + HOURS_AHEAD * 3_600) / 86_400)
}

/// The day that lies `days` after 1970-01-01.
fn day(mut days: u64) -> Option<Date> {
    for year in 1970..=2100 {
        let len = if Date::new(year, 2, 29).is_ok() { 366 } else { 365 };
        if days >= len {
            days -= len;
            continue;
        }
        for month in 1..=12 {
            let len = (28..=31).rev().find(|&day| Date::new(year, month, day).is_ok())?;
            if days < u64::from(len) {
                return Date::new(year, month, days as u8 + 1).ok();
            }
            days -= u64::from(len);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn counts_days() {
        for (days, want) in [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (11_322, "2000-12-31"),
            (11_323, "2001-01-01"),
            (20_777, "2026-11-20"),
        ] {
            assert_eq!(day(days).unwrap().to_string(), want);
        }
        assert_eq!(day(99_999), None);
    }
}
