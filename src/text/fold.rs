use std::borrow::Cow;

use smol_str::{SmolStr, SmolStrBuilder};
use unicode_normalization::UnicodeNormalization;

use super::fold_in_place::{folded_in_place, words_in_place};
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
    folded(text).into_owned()
}

/// [`fold`], without a copy where it changes nothing: most words are written so.
pub(crate) fn folded(text: &str) -> Cow<'_, str> {
    let same = unchanged(text);
    if same == text.len() {
        return Cow::Borrowed(text);
    }
    if let Some(folded) = folded_in_place(text, same) {
        return Cow::Owned(folded);
    }
    let mut out = String::with_capacity(text.len() + 4);
    fold_behind(text, same, true, |part| out.push_str(part));
    Cow::Owned(out)
}

/// [`fold`] of a word, which takes no memory of its own unless it is very long.
pub(crate) fn folded_word(word: &str) -> SmolStr {
    let same = unchanged(word);
    if same == word.len() {
        return SmolStr::new(word);
    }
    let mut out = SmolStrBuilder::new();
    fold_behind(word, same, true, |part| out.push_str(part));
    out.finish()
}

/// Adds [`fold`] of one or more words to what was folded before and ends with a blank, or to nothing.
pub(crate) fn fold_onto(out: &mut String, text: &str) {
    let same = unchanged(text);
    let first = out.is_empty();
    fold_behind(text, same, first, |part| out.push_str(part));
}

/// Folds a text whose first `same` bytes are folded as they are; blanks in front go where it is the `first`.
fn fold_behind(text: &str, same: usize, first: bool, mut push: impl FnMut(&str)) {
    push(&text[..same]);
    let rest = &text[same..];
    if let Some(small) = small_first_letter(rest) {
        push(small.encode_utf8(&mut [0; 4]));
        push(&rest[small.len_utf8()..]);
    } else if memchr::memchr2(0xCC, 0xCD, rest.as_bytes()).is_some() {
        fold_chars(rest.nfc(), first && same == 0, |c| push(c.encode_utf8(&mut [0; 4])));
    } else {
        fold_chars(rest.chars(), first && same == 0, |c| push(c.encode_utf8(&mut [0; 4])));
    }
}

/// The first letter in small where nothing else needs folding, as in most words with a capital.
fn small_first_letter(text: &str) -> Option<char> {
    let capital = text.chars().next()?;
    let small = lower(capital);
    let rest = text.get(small.len_utf8()..)?;
    let only = small != capital && is_word_char(capital) && !is_toned(small) && !matches!(small, 'ð' | 'ɖ');
    (only && capital.len_utf8() == small.len_utf8() && !rest.starts_with(' ') && unchanged(rest) == rest.len())
        .then_some(small)
}

/// How much of the beginning of a text [`fold`] leaves as it is, whatever follows.
fn unchanged(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    // Where the character before begins, and whether the tone mark on it may move.
    let (mut previous, mut toned) = (0, false);
    while at < bytes.len() {
        let length = match &bytes[at..] {
            [b'a' | b'e' | b'y', ..] if toned => return back_over_blank(bytes, previous),
            [b'A'..=b'Z', ..] if toned => return back_over_blank(bytes, previous),
            [b'A'..=b'Z' | b'\t'..=b'\r', ..] => return back_over_blank(bytes, at),
            // One blank between two words stays.
            [b' ', ..] if at == 0 || bytes[at - 1] == b' ' => return back_over_blank(bytes, previous),
            [first, ..] if first.is_ascii() => {
                toned = false;
                1
            }
            // The small letters of Vietnamese from ạ to ỹ have odd numbers: ọ and ỏ, ụ and ủ among them.
            [0xE1, 0xBB, last, ..] if last & 1 == 1 => {
                toned = matches!(last, 0x8D | 0x8F | 0xA5 | 0xA7);
                3
            }
            [0xE1, 0xBA, 0xA0..=0xBF, ..] if bytes[at + 2] & 1 == 1 => {
                toned = false;
                3
            }
            // ă, đ, ơ, ư
            [0xC4, 0x83 | 0x91, ..] | [0xC6, 0xA1 | 0xB0, ..] => {
                toned = false;
                2
            }
            _ => {
                let Some(c) = text[at..].chars().next() else { break };
                let foreign = matches!(c, 'ð' | 'ɖ' | '\u{300}'..='\u{36f}');
                if lower(c) != c || foreign || !is_word_char(c) && c.is_whitespace() {
                    return back_over_blank(bytes, previous);
                }
                toned = is_toned(c);
                c.len_utf8()
            }
        };
        previous = at;
        at += length;
    }
    back_over_blank(bytes, at)
}

/// A blank counts with what follows it.
fn back_over_blank(bytes: &[u8], at: usize) -> usize {
    if bytes[..at].ends_with(b" ") { at - 1 } else { at }
}

/// The words of a text in their [`fold`] form, without punctuation.
///
/// ```
/// use cite_lint::text::words;
///
/// assert_eq!(words("Về công tác Dân vận, năm 2024."), ["về", "công", "tác", "dân", "vận", "năm", "2024"]);
/// ```
pub fn words(text: &str) -> Vec<String> {
    folded_words(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// [`words`] with one blank between two.
pub(crate) fn folded_words(text: &str) -> String {
    if let Some(words) = words_in_place(text) {
        return words;
    }
    let folded = folded(text);
    let mut words = String::with_capacity(folded.len());
    for c in folded.chars() {
        if is_word_char(c) {
            words.push(c);
        } else if !words.is_empty() && !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.truncate(words.trim_end_matches(' ').len());
    words
}

fn fold_chars(chars: impl Iterator<Item = char>, mut first: bool, mut push: impl FnMut(char)) {
    let mut blank = false;
    // A letter whose tone mark goes to the next one if that is a, e or y.
    let mut held = None;
    for c in chars {
        let mut c = lower(c);
        if !is_word_char(c) && c.is_whitespace() {
            blank = true;
            continue;
        }
        if matches!(c, 'ð' | 'ɖ') {
            c = 'đ';
        }
        let before = held.take();
        if blank {
            before.into_iter().for_each(&mut push);
            if !first {
                push(' ');
            }
            blank = false;
        } else if let Some(before) = before {
            if let Some((plain, toned)) = moved_tone(before, c) {
                push(plain);
                push(toned);
                continue;
            }
            push(before);
        }
        first = false;
        if is_toned(c) { held = Some(c) } else { push(c) }
    }
    held.into_iter().for_each(push);
}

const fn is_toned(c: char) -> bool {
    matches!(c, 'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ')
}

/// Two letters with the tone mark on the first (`òa`, `úy`, the old style) as the new style has it (`oà`, `uý`).
pub(super) fn moved_tone(first: char, second: char) -> Option<(char, char)> {
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
    a == b || folded(a) == folded(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_stands_between_other_signs() {
        for text in ["Luật  Phòng, chống\nma tuý", "“Hiến pháp”", " Luật - năm 2013.", "", "2013", "năm", "Đ.V. 2,5"]
        {
            let folded = fold(text);
            let plain: Vec<&str> = folded.split(|c| !is_word_char(c)).filter(|word| !word.is_empty()).collect();
            assert_eq!(
                (folded_words(text), words(text)),
                (plain.join(" "), plain.iter().map(ToString::to_string).collect())
            );
        }
    }

    #[test]
    fn what_is_left_as_it_is_is_what_folding_gives() {
        let pieces = [
            "a", "á", "hó", "o", "ủ", "ọ", "ẽ", "Ỹ", "ơ", "y", " ", "  ", "\n", "\u{a0}", "Đ", "\u{d0}", "\u{189}",
            "ð", "Ọ", "\u{301}", "A", ".", "”", "ú", "õ", "E",
        ];
        let all = pieces.len();
        for number in 0..all * all * all * all {
            let text: String = [1, all, all * all, all * all * all].map(|unit| pieces[number / unit % all]).concat();
            let mut whole = String::new();
            fold_chars(text.nfc(), true, |c| whole.push(c));
            assert_eq!((&*folded(&text), &*folded_word(&text)), (&*whole, &*whole), "{text:?}");
            let plain: Vec<&str> = whole.split(|c| !is_word_char(c)).filter(|word| !word.is_empty()).collect();
            assert_eq!(folded_words(&text), plain.join(" "), "{text:?}");
            let mut phrase = "ban ".to_owned();
            fold_onto(&mut phrase, text.trim_start());
            assert_eq!(phrase, format!("ban {}", fold(text.trim_start())), "{text:?}");
        }
    }

    #[test]
    fn tone_place_case_blanks_and_form_do_not_count() {
        assert_eq!(fold("khóa  XI"), fold("Khoá\u{00a0}xi"));
        assert_eq!(fold("Nghi\u{0323} quyê\u{0301}t"), fold("nghị quyết"));
        assert_eq!(fold("NÐ-CP"), fold("nđ-cp"));
    }
}
