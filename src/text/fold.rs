use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The key under which two spellings of one Vietnamese phrase meet: NFC, lower case, one place for the tone mark
/// (`hoà` = `hòa`, `uỷ` = `ủy`, `khoá` = `khóa`), Đ for its look-alikes, runs of blanks as one space.
///
/// Tone placement is free (both styles are legal spelling); every other letter counts.
///
/// ```
/// use cite_lint::text::fold;
///
/// assert_eq!(fold("Uỷ  ban nhân dân"), fold("ủy ban Nhân dân"));
/// assert_ne!(fold("Đầu Tiếng"), fold("Dầu Tiếng"));
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.nfc().flat_map(char::to_lowercase) {
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if blank && !out.is_empty() {
            out.push(' ');
        }
        blank = false;
        out.push(if matches!(c, 'ð' | 'ɖ') { 'đ' } else { c });
    }
    move_tones(out)
}

/// Whether two phrases have the same [`fold`] key.
pub fn same_folded(a: &str, b: &str) -> bool {
    a == b || fold(a) == fold(b)
}

/// Lower-case letters without any mark, đ as d: the key under which tone and mark slips meet.
///
/// ```
/// assert_eq!(cite_lint::text::strip_marks("Dầu Tiếng"), "dau tieng");
/// ```
pub fn strip_marks(text: &str) -> String {
    text.nfd()
        .filter(|&c| !is_combining_mark(c))
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, 'đ' | 'ð' | 'ɖ') { 'd' } else { c })
        .collect()
}

/// Whether the letters of `text` are all capitals (at least two of them): a heading, where case says nothing.
pub fn is_all_caps(text: &str) -> bool {
    let mut letters = 0;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if c.is_lowercase() {
            return false;
        }
        letters += 1;
    }
    letters >= 2
}

/// Old-style tone placement (`hòa`, `khỏe`, `thúy`) rewritten to the new one, at the end of a syllable only.
fn move_tones(mut text: String) -> String {
    const PAIRS: [(&str, &str); 15] = [
        ("òa", "oà"),
        ("óa", "oá"),
        ("ỏa", "oả"),
        ("õa", "oã"),
        ("ọa", "oạ"),
        ("òe", "oè"),
        ("óe", "oé"),
        ("ỏe", "oẻ"),
        ("õe", "oẽ"),
        ("ọe", "oẹ"),
        ("ùy", "uỳ"),
        ("úy", "uý"),
        ("ủy", "uỷ"),
        ("ũy", "uỹ"),
        ("ụy", "uỵ"),
    ];
    for (old, new) in PAIRS {
        if text.contains(old) {
            text = text.replace(old, new);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tone_place_case_blanks_and_form_do_not_count() {
        assert_eq!(fold("khóa  XI"), fold("Khoá\u{00a0}xi"));
        assert_eq!(fold("Nghi\u{0323} quyê\u{0301}t"), fold("nghị quyết"));
        assert_eq!(fold("NÐ-CP"), fold("nđ-cp"));
        assert!(is_all_caps("QUYẾT ĐỊNH:") && !is_all_caps("QUYẾT định") && !is_all_caps("1"));
    }
}
