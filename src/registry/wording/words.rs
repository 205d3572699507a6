use std::ops::Range;

use smol_str::SmolStr;

use crate::text::{begins_as_vietnamese, folded_word, is_word_char, next_word};

/// A word of a title, as written and as compared.
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) folded: SmolStr,
    pub(super) range: Range<usize>,
}

/// The words of a text, one after the other, as written.
#[derive(Clone)]
pub(super) struct Words<'t> {
    text: &'t str,
    from: usize,
}

impl<'t> Words<'t> {
    pub(super) const fn of(text: &'t str) -> Self {
        Self { text, from: 0 }
    }

    /// What is left of the text, from its next word on.
    fn rest(&self) -> &'t str {
        self.text[self.from..].trim_start_matches(|c| !is_word_char(c))
    }

    /// The words as they are compared.
    pub(super) fn spelt(self) -> impl Iterator<Item = Word<'t>> {
        let text = self.text;
        self.map(|range| Word { text: &text[range.clone()], folded: spelling(&text[range.clone()]), range })
    }

    /// Goes behind the next word where it is this one, in whatever spelling; tells whether it is.
    fn go_behind(&mut self, word: &str) -> bool {
        let mut behind = self.clone();
        let is_next = behind.next().is_some_and(|range| is_one_word(&self.text[range], word));
        if is_next {
            *self = behind;
        }
        is_next
    }

    pub(super) fn first(&self) -> Option<&'t str> {
        self.clone().next().map(|word| &self.text[word])
    }

    /// The first two.
    pub(super) fn first_two(&self) -> Option<[&'t str; 2]> {
        let mut words = self.clone();
        Some([&self.text[words.next()?], &self.text[words.next()?]])
    }

    /// Whether these words begin with all of `others`. Most do letter by letter, where they do.
    pub(super) fn begin_with(&self, others: &Words<'_>) -> bool {
        let mut words = self.clone();
        let letter_by_letter =
            self.rest().strip_prefix(others.rest()).is_some_and(|rest| !rest.starts_with(is_word_char));
        letter_by_letter || others.clone().all(|range| words.go_behind(&others.text[range]))
    }
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let word = next_word(self.text, self.from)?;
        self.from = word.end;
        Some(word)
    }
}

/// Whether two words are one in the spelling that is compared. Most others differ in their first letter.
pub(super) fn is_one_word(one: &str, other: &str) -> bool {
    one == other || may_be_one(one.as_bytes(), other.as_bytes()) && spelling(one) == spelling(other)
}

/// Whether the first letters allow it. A letter of ASCII is the small or the large one of no other, but a tone mark may go from
/// "o" and "u" to the next letter.
fn may_be_one(one: &[u8], other: &[u8]) -> bool {
    match (one, other) {
        ([a, ..], [b, ..]) if a.is_ascii() && b.is_ascii() => {
            let first = |byte: &u8| if byte.eq_ignore_ascii_case(&b'y') { b'i' } else { byte.to_ascii_lowercase() };
            first(a) == first(b)
        }
        ([ascii, next @ ..], letter) | (letter, [ascii, next @ ..])
            if ascii.is_ascii() && begins_as_vietnamese(letter) =>
        {
            matches!(ascii, b'o' | b'O' | b'u' | b'U') || matches!(next, [0xCC | 0xCD, ..])
        }
        _ => true,
    }
}

/// A word in the one of its spellings that is compared: `kĩ` and `kỹ` are one word.
fn spelling(word: &str) -> SmolStr {
    let folded = folded_word(word);
    // The last bytes of these letters, which some others have too.
    if !folded.bytes().any(|byte| matches!(byte, b'y' | 0xB3..=0xBD)) {
        return folded;
    }
    let plain = |c: char| match c {
        'y' => 'i',
        'ỳ' => 'ì',
        'ý' => 'í',
        'ỷ' => 'ỉ',
        'ỹ' => 'ĩ',
        'ỵ' => 'ị',
        c => c,
    };
    folded.chars().map(plain).collect()
}

/// The words behind `về`, `về việc`, `quy định về`, `ban hành`: one and the same title is told with and without.
pub(super) fn behind_lead(mut words: Words<'_>) -> Words<'_> {
    loop {
        let mut behind = words.clone();
        let Some(first) = behind.next() else { return words };
        if !words.text[first.clone()].starts_with(['v', 'V', 'q', 'Q', 'b', 'B']) {
            return words;
        }
        let first = &words.text[first];
        // Mostly it is written in small letters.
        let lead = ["về", "việc", "v", "quy", "qui", "ban"].into_iter().find(|lead| first.eq_ignore_ascii_case(lead));
        let second = match lead.map_or_else(|| spelling(first), SmolStr::new_static).as_str() {
            "về" | "việc" => None,
            "v" => Some("v"),
            "quy" | "qui" => Some("định"),
            "ban" => Some("hành"),
            _ => return words,
        };
        if second.is_some_and(|second| !behind.go_behind(second)) {
            return words;
        }
        words = behind;
    }
}

/// Whether a title cites another document by number: such a title is told in many ways.
pub(super) fn cites_number(title: &[Word<'_>]) -> bool {
    title.windows(2).any(|pair| {
        let digits = pair[1].text.starts_with(|c: char| c.is_ascii_digit());
        digits && ["số", "định", "tư", "luật", "lệnh", "quyết"].contains(&&*pair[0].folded)
    })
}

/// The words behind a "về" that is one of the first five.
pub(super) fn behind_about(words: Words<'_>) -> Option<Words<'_>> {
    let mut behind = words.clone();
    let about = behind.by_ref().take(5).find(|range| is_one_word(&words.text[range.clone()], "về"));
    about.map(|_| behind)
}

/// Words that only join, or that dates are told with and without.
pub(super) const JOINING: [&str; 20] = [
    "về", "việc", "và", "của", "các", "những", "đối", "với", "tại", "ở", "trong", "cho", "kèm", "theo", "là", "từ",
    "đến", "ngày", "tháng", "năm",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_one_where_their_spelling_is() {
        let pieces = ["", "k", "K", "ĩ", "ỹ", "i", "Y", "y", "o", "ò", "a", "à", "e\u{301}", "é", "Đ", "\u{d0}"];
        let words: Vec<String> =
            pieces.iter().flat_map(|first| pieces.map(|second| format!("{first}{second}"))).collect();
        for (one, other) in words.iter().flat_map(|one| words.iter().map(move |other| (one, other))) {
            assert_eq!(is_one_word(one, other), spelling(one) == spelling(other), "{one} {other}");
        }
    }
}
