//! What the words of a pinpoint mean.

use std::ops::Range;

use crate::citation::Unit;
use crate::parse::cursor::{back_over_gap, is_word, word_before};
use crate::text::{Syllable, Syllables};

/// What a token between citation and pinpoint means; a label means nothing here.
#[inline]
pub(super) fn meaning(text: &str, token: &Range<usize>) -> Option<Means> {
    match &text[token.clone()] {
        // As most stand.
        "khoản" => Some(Means::Unit(Unit::Clause)),
        "Điều" => Some(Means::Unit(Unit::Article)),
        "điểm" => Some(Means::Unit(Unit::Point)),
        // Neither digits nor a single letter are one of the words.
        word if word.len() == 1 || word.as_bytes()[0].is_ascii_digit() => None,
        _ => WORDS.get(Syllable::in_text(text, token.clone())),
    }
}

/// What a word between citation and pinpoint means.
#[derive(Clone, Copy, Debug)]
pub(super) enum Means {
    Unit(Unit),
    /// "Mẫu số".
    Number,
    /// It stands between two places.
    Joins,
}

static WORDS: Syllables<Means, 64> = Syllables::of(&[
    ("tiết", Means::Unit(Unit::Item)),
    ("điểm", Means::Unit(Unit::Point)),
    ("khoản", Means::Unit(Unit::Clause)),
    ("điều", Means::Unit(Unit::Article)),
    ("mục", Means::Unit(Unit::Section)),
    ("chương", Means::Unit(Unit::Chapter)),
    ("phần", Means::Unit(Unit::Part)),
    ("mẫu", Means::Unit(Unit::Form)),
    ("biểu", Means::Unit(Unit::Form)),
    ("lục", Means::Unit(Unit::Appendix)),
    ("số", Means::Number),
    ("và", Means::Joins),
    ("đến", Means::Joins),
    ("hoặc", Means::Joins),
    ("phụ", Means::Joins),
    ("tiểu", Means::Joins),
    ("từ", Means::Joins),
    ("các", Means::Joins),
]);

/// Where a unit of two words starts: "Phụ lục", "tiểu mục".
pub(super) fn first_word(text: &str, start: usize, unit: Unit) -> usize {
    let first = match unit {
        Unit::Appendix => "phụ",
        Unit::Section => "tiểu",
        _ => return start,
    };
    let word = word_before(text, back_over_gap(text, start));
    if is_word(&text[word.clone()], first) { word.start } else { start }
}
