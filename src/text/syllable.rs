//! Words as numbers: a syllable of Vietnamese has at most nine bytes, so that it is folded once and compared at once.

use std::ops::Range;

use super::fold::folded_word;
use super::vietnamese::Letter;

/// A word in its [`fold`](super::fold()) form, its bytes in the order of the text. Words of more than sixteen bytes are all the
/// same one, which is in no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Syllable(u128);

impl Syllable {
    const LONGEST: usize = 16;
    const TOO_LONG: Self = Self(u128::MAX);

    /// Folds a word of a text: a run of letters, digits and signs without blanks.
    #[inline]
    pub(crate) fn in_text(text: &str, word: Range<usize>) -> Self {
        if (1..=8).contains(&word.len())
            && let Some(bytes) = text.as_bytes().get(word.start..).and_then(<[u8]>::first_chunk)
            && let Some(folded) = folded_short(u64::from_le_bytes(*bytes) & u64::MAX >> (64 - 8 * word.len()))
        {
            return Self(u128::from(folded));
        }
        Self::in_text_of_any_length(text, word)
    }

    fn in_text_of_any_length(text: &str, word: Range<usize>) -> Self {
        match text.as_bytes().get(word.start..).and_then(<[u8]>::first_chunk) {
            Some(bytes) if word.len() < Self::LONGEST => {
                let own = (1 << (8 * word.len())) - 1;
                Self::of_bytes(u128::from_le_bytes(*bytes) & own, &text[word])
            }
            _ => Self::of(&text[word]),
        }
    }

    /// [`Self::in_text`] of a word alone.
    pub(crate) fn of(word: &str) -> Self {
        let mut bytes = [0; Self::LONGEST];
        match bytes.get_mut(..word.len()) {
            Some(start) => start.copy_from_slice(word.as_bytes()),
            None => return Self::folded_slowly(word),
        }
        Self::of_bytes(u128::from_le_bytes(bytes), word)
    }

    #[inline]
    fn of_bytes(bytes: u128, word: &str) -> Self {
        let mut small = small_ascii(bytes).to_le_bytes();
        if fold_others(&mut small, bytes) { Self(u128::from_le_bytes(small)) } else { Self::folded_slowly(word) }
    }

    #[cold]
    fn folded_slowly(word: &str) -> Self {
        let folded = folded_word(word);
        if folded.len() > Self::LONGEST { Self::TOO_LONG } else { Self::folded(&folded) }
    }

    /// Of a word of a table, folded already.
    pub(crate) const fn folded(word: &str) -> Self {
        let bytes = word.as_bytes();
        assert!(bytes.len() <= Self::LONGEST);
        let (mut number, mut at) = (0, bytes.len());
        while at > 0 {
            at -= 1;
            number = number << 8 | bytes[at] as u128;
        }
        Self(number)
    }

    /// The bytes of the word and how many they are.
    pub(crate) const fn bytes(self) -> ([u8; Self::LONGEST], usize) {
        (self.0.to_le_bytes(), Self::LONGEST - self.0.leading_zeros() as usize / 8)
    }

    /// The place of the word among `2^bits`.
    const fn place(self, bits: u32) -> usize {
        let halves = self.0 as u64 ^ ((self.0 >> 64) as u64).rotate_left(29);
        (halves.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - bits)) as usize
    }
}

/// One in each byte.
const EACH: u128 = u128::MAX / 0xFF;

/// Sixteen bytes with the capitals among them of ASCII in small.
#[inline(always)]
const fn small_ascii(bytes: u128) -> u128 {
    let low = bytes & (0x7F * EACH);
    let from_a = low + (0x80 - b'A' as u128) * EACH;
    let behind_z = low + (0x7F - b'Z' as u128) * EACH;
    let capitals = from_a & !behind_z & !bytes & (0x80 * EACH);
    bytes | capitals >> 2
}

/// Folds up to eight bytes of a word, as most have. `None` where a letter is not one of Vietnamese, or a tone mark moves.
#[inline]
fn folded_short(word: u64) -> Option<u64> {
    let mut folded = small_ascii(u128::from(word)) as u64;
    let mut others = word & (0x80 * EACH) as u64;
    while others != 0 {
        let at = others.trailing_zeros() & !7;
        let letter = Letter::of(&(folded >> at).to_le_bytes())?;
        let last = at + 8 * (letter.length as u32 - 1);
        let next = folded.checked_shr(last + 8).unwrap_or(0) as u8;
        if letter.moves_tone_to(Some(&next)) {
            return None;
        }
        folded = folded & !(0xFF << last) | u64::from(letter.last) << last;
        others &= u64::MAX.checked_shl(last + 8).unwrap_or(0);
    }
    Some(folded)
}

/// Folds the other letters of Vietnamese where they stand in a word. `false` where another letter stands, or a tone mark moves.
#[inline]
fn fold_others(bytes: &mut [u8; Syllable::LONGEST], word: u128) -> bool {
    let mut others = word & (0x80 * EACH);
    while others != 0 {
        let at = others.trailing_zeros() as usize / 8;
        let Some(letter) = Letter::of(&bytes[at..]) else { return false };
        let next = at + letter.length;
        if letter.moves_tone_to(bytes.get(next)) {
            return false;
        }
        bytes[next - 1] = letter.last;
        others &= u128::MAX.checked_shl(8 * next as u32).unwrap_or(0);
    }
    true
}

/// Words with a value each, asked for one at a time.
pub(crate) struct Syllables<V: 'static, const SLOTS: usize>([Option<(Syllable, V)>; SLOTS]);

impl<V: Copy, const SLOTS: usize> Syllables<V, SLOTS> {
    const BITS: u32 = SLOTS.trailing_zeros();

    /// Folded words with their values; of a word that stands twice the first counts.
    pub(crate) const fn of(words: &[(&str, V)]) -> Self {
        assert!(SLOTS.is_power_of_two() && words.len() < SLOTS);
        let mut slots = [None; SLOTS];
        let mut at = 0;
        while at < words.len() {
            let word = Syllable::folded(words[at].0);
            let mut place = word.place(Self::BITS);
            while slots[place].is_some() {
                place = (place + 1) % SLOTS;
            }
            slots[place] = Some((word, words[at].1));
            at += 1;
        }
        Self(slots)
    }

    /// The value of a word.
    #[inline]
    pub(crate) fn get(&self, word: Syllable) -> Option<V> {
        let mut place = word.place(Self::BITS);
        while let Some((known, value)) = self.0[place % SLOTS] {
            if known == word {
                return Some(value);
            }
            place += 1;
        }
        None
    }
}

impl<const SLOTS: usize> Syllables<(), SLOTS> {
    /// Folded words alone.
    pub(crate) const fn set<const COUNT: usize>(words: [&str; COUNT]) -> Self {
        let mut all = [("", ()); COUNT];
        let mut at = 0;
        while at < COUNT {
            all[at].0 = words[at];
            at += 1;
        }
        Self::of(&all)
    }

    /// Folded words of several lists.
    pub(crate) const fn set_of(lists: &[&[&str]]) -> Self {
        let mut all = [("", ()); SLOTS];
        let (mut count, mut list) = (0, 0);
        while list < lists.len() {
            let mut at = 0;
            while at < lists[list].len() {
                all[count].0 = lists[list][at];
                count += 1;
                at += 1;
            }
            list += 1;
        }
        Self::of(all.split_at(count).0)
    }

    #[inline]
    pub(crate) fn has(&self, word: Syllable) -> bool {
        self.get(word).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn words_are_folded_as_texts_are() {
        let pieces = [
            "a", "e", "Y", "ó", "Ọ", "Ũ", "ủ", "Ẽ", "ỹ", "Ư", "ơ", "Đ", "\u{d0}", "ð", "ß", "ĩ", "À", "\u{301}", "đ",
            "7", "&", "\u{189}", "Ǭ",
        ];
        let all = pieces.len();
        for number in 0..all * all * all {
            let word: String = [1, all, all * all].map(|unit| pieces[number / unit % all]).concat();
            let folded = fold(&word);
            let (bytes, len) = Syllable::of(&word).bytes();
            assert_eq!(&bytes[..len], folded.as_bytes(), "{word}");
            assert_eq!(Syllable::of(&word), Syllable::folded(&folded), "{word}");
            let text = format!("{word} và những từ khác");
            assert_eq!(Syllable::in_text(&text, 0..word.len()), Syllable::folded(&folded), "{word}");
        }
        for letter in ('\u{80}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}') {
            let word = format!("n{letter}a");
            assert_eq!(Syllable::of(&word), Syllable::folded(&fold(&word)), "{word}");
        }
        for text in ["Ngày", "NGÀY 3 tháng 6 năm 2013", "ngày ÝÝÝÝÝÝÝÝÝÝ", "ngày@[`{AZaz", "ngày ÝÝ\u{d0}Ý"]
        {
            let ends = (0..=text.len()).filter(|&end| text.is_char_boundary(end));
            for end in ends {
                let word = 0..end;
                assert_eq!(Syllable::in_text(text, word), Syllable::of(&text[..end]), "{text} {end}");
            }
        }
        assert_eq!(Syllable::of("abcdefghijklmnopq"), Syllable::TOO_LONG);
        assert_eq!(Syllable::of(""), Syllable::folded(""));
    }

    #[test]
    fn sets_have_their_words_and_no_others() {
        static SET: Syllables<(), 8> = Syllables::set(["về", "việc", "nghiễng", "a", "b", "c", "d"]);
        for word in ["về", "VIỆC", "Nghiễng", "a", "d"] {
            assert!(SET.has(Syllable::of(word)), "{word}");
        }
        for word in ["", "ve", "việ", "e", "nghiễngnghiễng"] {
            assert!(!SET.has(Syllable::of(word)), "{word}");
        }
        static VALUES: Syllables<u8, 4> = Syllables::of(&[("điều", 4), ("khoản", 3)]);
        assert_eq!((VALUES.get(Syllable::of("Điều")), VALUES.get(Syllable::of("điểm"))), (Some(4), None));
    }
}
