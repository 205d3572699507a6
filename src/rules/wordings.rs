//! The wordings that rules look for.

use std::ops::Range;

use super::consistency::HEADS;
use super::names::{TWICE, doubled};
use crate::text::InnerBlanks;
use crate::text::blocks::Place;
use crate::vocab::phrases::{self, Phrase};

/// What was found, in text order; places are bytes of the normalised text.
#[derive(Debug)]
pub(super) struct Wordings {
    /// Wrong wordings.
    pub(super) phrases: Vec<(Range<usize>, &'static Phrase)>,
    /// Words that stand twice, each with the first one and the second.
    pub(super) doubled: Vec<(Range<usize>, Range<usize>)>,
    /// Where names of bodies begin, and words that go on as they do.
    pub(super) heads: Vec<usize>,
}

/// Where wordings begin, as they were found.
#[derive(Debug, Default)]
pub(super) struct Beginnings {
    /// Of wrong wordings, with their numbers.
    slips: Vec<(usize, usize)>,
    /// Of words that must not stand twice.
    twice: Vec<(usize, usize)>,
    /// Of names of bodies.
    heads: Vec<usize>,
    /// Where single words may have their sign.
    pub(super) signs: Vec<usize>,
}

impl Beginnings {
    /// Whether a wording may have this blank of a text.
    #[inline(always)]
    pub(super) fn may_have(blank: Place<'_>) -> bool {
        SEARCHER.may_have(blank)
    }

    /// Whether it is worth while to look at one that they may have.
    #[inline(always)]
    pub(super) fn are_likely(text: &str, blank: Place<'_>) -> bool {
        SEARCHER.is_likely(blank, text.as_bytes())
    }

    /// Adds the wordings that have it.
    #[inline(always)]
    pub(super) fn add(&mut self, text: &str, blank: Place<'_>) {
        self.add_all(text, blank.offset(), InnerBlanks::around(blank));
    }

    /// Adds a place where a single word may have its sign.
    #[inline(always)]
    pub(super) fn add_sign(&mut self, sign: usize) {
        self.signs.push(sign);
    }

    #[inline(never)]
    fn add_all(&mut self, text: &str, blank: usize, around: u64) {
        SEARCHER.at(blank, around, text.as_bytes(), |start, wording| match wording.checked_sub(HEADS.len()) {
            None => self.heads.push(start),
            Some(of_twice) => match of_twice.checked_sub(TWICE.len()) {
                None => self.twice.push((start, of_twice)),
                Some(slip) => self.slips.push((start, slip)),
            },
        });
    }
}

impl Wordings {
    /// What begins there in a normalised text.
    pub(super) fn of(text: &str, beginnings: Beginnings) -> Self {
        let Beginnings { slips, mut twice, mut heads, signs } = beginnings;
        heads.sort_unstable();
        twice.sort_unstable();
        Self { phrases: phrases::standing(text, &slips, &signs), doubled: doubled(text, &twice), heads }
    }
}

/// Beginnings of names first, then words that must not stand twice, then wrong wordings. A test asserts that it is of them.
static SEARCHER: InnerBlanks = InnerBlanks::open(include_bytes!("../../data/index/wordings.blanks"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::inner_blanks::Wording;
    use crate::text::{inner_blanks, is_or_made};

    #[test]
    fn index_is_of_the_wordings() {
        let heads = HEADS.iter().map(|&head| head.to_owned());
        let twice = TWICE.iter().map(|(word, _)| format!("{word} {word}"));
        let all: Vec<Wording> = heads.chain(twice).map(Wording::from).chain(phrases::letters()).collect();
        // What is right stands in most texts.
        let table = inner_blanks::table(&all, &phrases::right_forms());
        is_or_made(&table, include_bytes!("../../data/index/wordings.blanks"), "wordings.blanks");
    }
}
