//! The numbers and letters of the parts of a document.

use crate::citation::is_dotted_label;

/// `5`, `15a`, `2.1`, `1-3`, `đ`, `IV`, `IIa`, `a.1`.
pub(super) fn is_label(word: &str) -> bool {
    // Most are a small number or a letter.
    match word.as_bytes() {
        [first] if first.is_ascii_alphanumeric() => return true,
        [first, second] if first.is_ascii_digit() && second.is_ascii_digit() => return true,
        [first, second, third] if [first, second, third].iter().all(|byte| byte.is_ascii_digit()) => return true,
        // A word: no numeral begins so.
        [first, second, ..]
            if first.is_ascii_alphabetic() && !matches!(first, b'I' | b'V' | b'X' | b'L' | b'C') && *second != b'.' =>
        {
            return false;
        }
        _ => {}
    }
    let dotted = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_lowercase());
        let parts = || digits.split('.');
        let numbered = parts().all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
        numbered && parts().count() <= 4 && word.chars().count() <= digits.len() + 1
    };
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return dotted(word)
            || is_dotted_label(word)
            || word.split_once('-').is_some_and(|(from, to)| dotted(from) && dotted(to));
    }
    let letter = word.chars().nth(1).is_none() && word.chars().all(char::is_alphabetic);
    let roman = || {
        let numeral = word.bytes().take_while(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C')).count();
        numeral > 0 && word.len() <= numeral + 2 && word[numeral..].chars().all(char::is_lowercase)
    };
    letter && !word.is_empty() || roman() || is_dotted_label(word)
}

/// `01/BC-MT`, `05ĐKT`: what follows "Mẫu số" and is no plain number.
pub(super) fn is_form_label(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(char::is_uppercase) && word.len() <= 40
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_words() {
        for label in [
            "5", "12", "115", "15a", "2.1", "1-3", "đ", "a", "IV", "IIa", "X", "3.1.2", "IIđ", "Vab", "a.1", "đ.2.1",
            "II.2", "1.b",
        ] {
            assert!(is_label(label), "{label}");
        }
        for word in [
            "",
            "1234",
            "tại",
            "Luật",
            "Vụ",
            "Cục",
            "định",
            "15ab",
            "1.2.3.4.5",
            "Mẫu",
            "AB",
            "Vabc",
            "IA",
            "T.S",
            "a.",
            "a.b.1.2.3",
        ] {
            assert!(!is_label(word), "{word}");
        }
        assert!(is_form_label("01/BC-MT") && is_form_label("05ĐKT") && !is_form_label("12") && !is_form_label("BC-01"));
    }
}
