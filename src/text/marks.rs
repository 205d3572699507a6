use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Lower-case letters without any mark, đ as d: the key under which tone and mark slips meet.
///
/// ```
/// assert_eq!(cite_lint::text::strip_marks("Dầu Tiếng"), "dau tieng");
/// ```
pub fn strip_marks(text: &str) -> String {
    let mut stripped = String::with_capacity(text.len());
    for part in text.chars().flat_map(decomposed).filter(|&part| !is_combining_mark(part)) {
        stripped.extend(part.to_lowercase().map(|c| if matches!(c, 'đ' | 'ð' | 'ɖ') { 'd' } else { c }));
    }
    stripped
}

/// A letter and its marks one by one: at most the four that Vietnamese and the languages around it need. Of one letter they are in
/// canonical order; the order of marks that stand apart already stays, which is all that those need who drop or sort them out.
pub(crate) fn decomposed(letter: char) -> impl Iterator<Item = char> {
    let mut parts = ['\0'; 4];
    let mut count = 0;
    if letter.is_ascii() {
        parts[0] = letter;
        count = 1;
    } else {
        decompose_canonical(letter, |part| {
            if let Some(place) = parts.get_mut(count) {
                *place = part;
                count += 1;
            }
        });
    }
    parts.into_iter().take(count)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn letters_come_apart_as_whole_texts_do() {
        for letter in ('\u{1}'..'\u{3000}').chain('\u{ac00}'..'\u{d7a4}') {
            let parts: Vec<char> = decomposed(letter).collect();
            assert_eq!(parts, letter.to_string().nfd().collect::<Vec<_>>(), "{letter}");
        }
    }
}
