use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::letters::{is_word_char, lower};

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
    if memchr::memchr2(0xCC, 0xCD, text.as_bytes()).is_some() {
        fold_into(&mut out, text.nfc());
    } else {
        fold_into(&mut out, text.chars());
    }
    out
}

/// The words of a text in their [`fold`] form, without punctuation.
///
/// ```
/// use cite_lint::text::words;
///
/// assert_eq!(words("Về công tác Dân vận, năm 2024."), ["về", "công", "tác", "dân", "vận", "năm", "2024"]);
/// ```
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(|c| !is_word_char(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn fold_into(out: &mut String, chars: impl Iterator<Item = char>) {
    let mut blank = false;
    let mut last = ' ';
    for c in chars {
        let mut c = lower(c);
        if !is_word_char(c) && c.is_whitespace() {
            blank = true;
            continue;
        }
        if blank && !out.is_empty() {
            out.push(' ');
            last = ' ';
        }
        blank = false;
        if matches!(c, 'ð' | 'ɖ') {
            c = 'đ';
        }
        if matches!(c, 'a' | 'e' | 'y')
            && !last.is_ascii()
            && let Some((plain, toned)) = moved_tone(last, c)
        {
            out.pop();
            out.push(plain);
            c = toned;
        }
        out.push(c);
        last = c;
    }
}

/// Two letters with the tone mark on the first (`òa`, `úy`, the old style) as the new style has it (`oà`, `uý`).
fn moved_tone(first: char, second: char) -> Option<(char, char)> {
    const O: [char; 5] = ['ò', 'ó', 'ỏ', 'õ', 'ọ'];
    const U: [char; 5] = ['ù', 'ú', 'ủ', 'ũ', 'ụ'];
    const A: [char; 5] = ['à', 'á', 'ả', 'ã', 'ạ'];
    const E: [char; 5] = ['è', 'é', 'ẻ', 'ẽ', 'ẹ'];
    const Y: [char; 5] = ['ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'];
    let (firsts, plain, seconds) = match second {
        'a' => (O, 'o', A),
        'e' => (O, 'o', E),
        'y' => (U, 'u', Y),
        _ => return None,
    };
    let tone = firsts.iter().position(|&toned| toned == first)?;
    Some((plain, seconds[tone]))
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

/// Whether words are spelt out: codes used as words ("QĐ") are capitals anywhere, and make no heading.
pub(crate) fn is_spelt(words: &str) -> bool {
    words.chars().any(|c| !c.is_ascii() && c != 'Đ')
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
