use std::borrow::Cow;
use std::ops::Range;

use crate::text::{folded, is_word_char};

/// A word of a title, as written and as compared.
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) folded: Cow<'t, str>,
    pub(super) range: Range<usize>,
}

/// The words of a text, one after the other.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(is_word_char)?;
        let end = text[start..].find(|c| !is_word_char(c)).map_or(text.len(), |length| start + length);
        from = end;
        let word = &text[start..end];
        Some(Word { text: word, folded: spelling(word), range: start..end })
    })
}

/// A word in the one of its spellings that is compared: `kĩ` and `kỹ` are one word.
fn spelling(word: &str) -> Cow<'_, str> {
    let folded = folded(word);
    if !folded.contains(['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ']) {
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
pub(super) fn behind_lead(mut words: Vec<Word<'_>>) -> Vec<Word<'_>> {
    const LEADS: [&[&str]; 6] = [&["về"], &["việc"], &["v", "v"], &["quy", "định"], &["qui", "định"], &["ban", "hành"]];
    let starts = |lead: &&&[&str]| words_start(&words, lead);
    let lead: Option<usize> = LEADS.iter().find(starts).map(|lead| lead.len());
    match lead {
        Some(lead) => {
            words.drain(..lead);
            behind_lead(words)
        }
        None => words,
    }
}

fn words_start(words: &[Word<'_>], lead: &[&str]) -> bool {
    words.len() >= lead.len() && words.iter().zip(lead).all(|(word, lead)| word.folded == *lead)
}

/// Whether a title cites another document by number: such a title is told in many ways.
pub(super) fn cites_number(title: &[Word<'_>]) -> bool {
    title.windows(2).any(|pair| {
        let digits = pair[1].text.starts_with(|c: char| c.is_ascii_digit());
        digits && ["số", "định", "tư", "luật", "lệnh", "quyết"].contains(&&*pair[0].folded)
    })
}

/// Whether the words begin as the title does, or as it does behind `một số vấn đề về`.
pub(super) fn begins_alike(title: &[Word<'_>], written: &[Word<'_>]) -> bool {
    let same = |from: usize| {
        title
            .get(from..from + 2)
            .zip(written.get(..2))
            .is_some_and(|(a, b)| a.iter().map(|word| &word.folded).eq(b.iter().map(|word| &word.folded)))
    };
    same(0) || title.iter().take(5).position(|word| word.folded == "về").is_some_and(|at| same(at + 1))
}

/// Words that only join, or that dates are told with and without.
pub(super) const JOINING: [&str; 20] = [
    "về", "việc", "và", "của", "các", "những", "đối", "với", "tại", "ở", "trong", "cho", "kèm", "theo", "là", "từ",
    "đến", "ngày", "tháng", "năm",
];
