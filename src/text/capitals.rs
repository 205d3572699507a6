/// Whether the letters of `text` are all capitals (at least two of them): a heading, where case says nothing.
pub fn is_all_caps(text: &str) -> bool {
    if text.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let first_two = letters.by_ref().take(2).filter(|c| !c.is_lowercase()).count();
    first_two == 2 && !letters.any(char::is_lowercase)
}

/// Whether words are spelt out: codes used as words ("QĐ") are capitals anywhere, and make no heading.
pub(crate) fn is_spelt(words: &str) -> bool {
    words.chars().any(|c| !c.is_ascii() && c != 'Đ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_have_no_small_letters() {
        for (text, want) in [
            ("QUYẾT ĐỊNH:", true),
            ("QUYẾT định", false),
            ("QUYẾT ĐỊNh", false),
            ("1", false),
            ("Đ", false),
            ("ĐƠ", true),
        ] {
            assert_eq!(is_all_caps(text), want, "{text}");
        }
        assert!(is_spelt("QUYẾT") && !is_spelt("QĐ"));
    }
}
