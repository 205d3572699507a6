//! Letters that a scanner read for digits: `O4/2015/NĐ-CP`, `QHI5`.

use std::borrow::Cow;

use crate::vocab::codes;

/// A digit, or a letter that is printed like one. S, B and Z are left out: numbers end in them (`08B-NQ/HNTW`).
pub(super) fn is_digit_like(c: char) -> bool {
    c.is_ascii_digit() || digit(c).is_some()
}

/// Whether a run of [`is_digit_like`] has both digits and letters.
pub(super) fn is_misread(run: &str) -> bool {
    run.contains(|c| digit(c).is_some()) && run.contains(|c: char| c.is_ascii_digit())
}

/// The digits of a run, with the letters put right.
pub(super) fn right_digits(run: &str) -> Cow<'_, str> {
    if is_misread(run) { run.chars().map(|c| digit(c).unwrap_or(c)).collect() } else { run.into() }
}

/// The code of the National Assembly that a code stands for: `QHI5` → `QH15`.
pub(super) fn right_assembly(code: &str) -> Option<String> {
    let body = ["UBTVQH", "QH"].into_iter().find(|body| code.starts_with(body))?;
    let term = &code[body.len()..];
    let right = format!("{body}{}", right_digits(term));
    (term.chars().all(is_digit_like) && right != code && codes::assembly(&right).is_some()).then_some(right)
}

/// Whether a code is one of the National Assembly, perhaps misread.
pub(super) fn is_assembly(code: &str) -> bool {
    codes::assembly(code).is_some() || right_assembly(code).is_some()
}

fn digit(c: char) -> Option<char> {
    match c {
        'O' | 'o' => Some('0'),
        'I' | 'l' => Some('1'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_digits_too() {
        for (run, right) in
            [("O4", "04"), ("2O15", "2015"), ("l04", "104"), ("104", "104"), ("OI", "OI"), ("08B", "08B")]
        {
            assert_eq!(right_digits(run), right);
        }
        for (code, right) in [("QHI5", Some("QH15")), ("UBTVQHl3", Some("UBTVQH13")), ("QH15", None), ("QHOI", None)] {
            assert_eq!(right_assembly(code).as_deref(), right, "{code}");
        }
    }
}
