//! What several rules look for in a whole text, found in one pass over it: it costs as much as the pass of one rule did.

use super::names::HALF_HORNED;
use super::places::{DAY, PAIRS, Places, before_rare_signs, blanks};
use super::quote::{QUOTE, quote_at};
use super::wordings::{Beginnings, Wordings};
use crate::text::blocks::{Block, Kept, Kinds, Lanes, Pass, Place, each_block};
use crate::vocab::phrases::{SIGN_KINDS, sign_at};

/// What was found in a normalised text.
#[derive(Debug)]
pub(super) struct Survey {
    pub(super) wordings: Wordings,
    pub(super) places: Places,
    /// Quotation marks.
    pub(super) quotes: Vec<usize>,
}

impl Survey {
    /// Looks through a normalised text.
    pub(super) fn of(text: &str) -> Self {
        let Found { beginnings, places, quotes, .. } = Found::in_text(text);
        Self { wordings: Wordings::of(text, beginnings), places, quotes }
    }
}

#[derive(Debug)]
struct Found<'t> {
    text: &'t str,
    beginnings: Beginnings,
    places: Places,
    quotes: Vec<usize>,
}

/// A text, as far as it was looked through.
struct Looking<'t> {
    found: Found<'t>,
    /// Blanks that wordings may have.
    blanks: Kept,
    /// Places of the rare letters and signs.
    rare: Kept,
}

/// What few words have, by its third byte.
const LETTERS: Kinds = {
    let ([oe, uy, o, u, mark], [one, two]) = (PAIRS, SIGN_KINDS);
    let [plain, high, low, behind, toned, below] = HALF_HORNED;
    // Grouped so that next to no other letters fit.
    Kinds::of([
        &[oe],
        &[uy, DAY, QUOTE, plain],
        &[o],
        &[u, mark, low],
        &[high],
        &[behind, toned, below],
        &[one],
        &[two],
    ])
};

impl Pass for Looking<'_> {
    #[inline(always)]
    fn see<L: Lanes>(&mut self, block: Block<'_, L>) {
        // Nine bytes of a block are blanks, seldom more than twelve; every second block has one that a wording may have, seldom
        // more than two; every third one has a rare place.
        let wanted = block.wanted_of::<12>(block.bytes().are(b' '), Beginnings::may_have);
        let rare = block.all_of(block.may_be_of(&LETTERS) | before_rare_signs(block) | blanks(block));
        if self.blanks.add::<2>(wanted) | self.rare.add::<1>(rare) {
            self.look_up();
        }
    }
}

impl Looking<'_> {
    /// Adds what stands at the kept places.
    #[inline(never)]
    fn look_up(&mut self) {
        let Self { found, blanks, rare } = self;
        let Found { text, beginnings, .. } = found;
        blanks.retain(text.as_bytes(), |blank| Beginnings::are_likely(text, blank));
        blanks.each(text.as_bytes(), |blank| beginnings.add(text, blank));
        rare.each(found.text.as_bytes(), |place| found.add(place));
    }
}

impl<'t> Found<'t> {
    fn new(text: &'t str) -> Self {
        let (beginnings, places) = (Beginnings::default(), Places::default());
        Self { text, beginnings, places, quotes: Vec::new() }
    }

    fn in_text(text: &'t str) -> Self {
        let mut looking = Looking { found: Self::new(text), blanks: Kept::NONE, rare: Kept::NONE };
        each_block(text.as_bytes(), &mut looking);
        looking.look_up();
        looking.found
    }

    /// Adds what stands at a place of the rare ones.
    #[inline(always)]
    fn add(&mut self, place: Place<'_>) {
        if place.byte() == b' ' {
            self.places.add_blanks(self.text, place.offset());
        } else {
            self.places.add_letter(place);
            if let Some(quote) = quote_at(place) {
                self.quotes.push(quote);
            }
            if let Some(sign) = sign_at(place) {
                self.beginnings.add_sign(sign);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::blocks::{Marks, Mask, each_place};

    #[test]
    fn nothing_is_passed_over() {
        /// All letters, and blanks as they are.
        struct Everywhere;
        impl Marks for Everywhere {
            fn of<L: Lanes>(&self, block: Block<'_, L>) -> Mask<L> {
                !block.bytes().are(b' ') | blanks(block)
            }
        }
        let pieces = [
            "ủy", "ỦY", "uỷ", " ", "\n", ":", ",", ";", "&", "A", "đ", "Ả", "“", "”", "ngày", "NGÀY", "hòa", "Hoà",
            "khoẻ", "uý", "thũy", "@", "`", "]", "n", "p", "q", "khoãng", "ghá", "ửn", "5", "hoá", "KHOẺ", "oã", "oạ",
            "\0", "đuợ", "uơ", "ngưò", "ưỏ", "ưo", "UỚ", "c",
        ];
        let all = pieces.len();
        let texts = (0..all.pow(3)).map(|number| [1, all, all * all].map(|unit| pieces[number / unit % all]).concat());
        let told = |found: &Found<'_>| {
            let Places { days, blanks, aligned, half_horned, .. } = &found.places;
            let toned: Vec<_> = found.places.toned(found.text).collect();
            format!("{toned:?} {days:?} {blanks:?} {aligned} {half_horned:?} {:?}", found.quotes)
        };
        for text in texts.collect::<Vec<_>>().chunks(all).map(<[String]>::concat) {
            let (found, mut plain) = (Found::in_text(&text), Found::new(&text));
            each_place(text.as_bytes(), Everywhere, |place| plain.add(place));
            assert_eq!(told(&found), told(&plain), "{text:?}");
            assert_eq!(found.beginnings.signs, plain.beginnings.signs, "{text:?}");
        }
    }

    #[test]
    fn finds_what_each_would_alone() {
        let text = "Quận ủy Bình Thạnh, “TP. Thủ Đức”; khoãng nghành ở tỉnh\nBình Dương.\n".repeat(9);
        let survey = Survey::of(&text);
        let quotes: Vec<usize> =
            text.char_indices().filter(|(_, c)| matches!(c, '“' | '”')).map(|(at, _)| at).collect();
        assert_eq!((quotes.len(), survey.quotes), (18, quotes));
        assert_eq!(survey.wordings.phrases.len(), 18);
        assert_eq!(Survey::of(&"Bộ chính trị ".repeat(500)).wordings.phrases.len(), 500);
    }
}
