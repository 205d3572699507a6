use crate::text::Normalized;
use crate::text::blocks::{ANY, FourBytes, Place};

/// A quotation mark of a text.
#[derive(Debug)]
pub(super) struct Quote {
    /// Where it stands in the original.
    pub(super) at: usize,
    pub(super) normalized_at: usize,
    pub(super) mark: char,
}

pub(super) const OPENING: char = '“';
pub(super) const CLOSING: char = '”';

impl Quote {
    /// The one that starts at a place of a normalised text.
    pub(super) fn of(normalized: &Normalized<'_>, place: usize) -> Self {
        let mark = if normalized.as_str()[place..].starts_with(CLOSING) { CLOSING } else { OPENING };
        let at = normalized.span(place..place + mark.len_utf8()).start();
        Self { at, normalized_at: place, mark }
    }
}

/// Whether a place of the normalised text stands between quotation marks, which come in text order.
pub(super) fn is_quoted(quotes: &[Quote], at: usize) -> bool {
    let before = quotes[..quotes.partition_point(|quote| quote.normalized_at < at)].last();
    before.is_some_and(|quote| quote.mark == OPENING && at - quote.normalized_at < LONGEST)
}

/// How long what is quoted may be, in bytes: one that is never closed ends somewhere.
const LONGEST: usize = 5_000;

/// Three bytes of a quotation mark: “ is E2 80 9C and ” E2 80 9D.
pub(super) const QUOTE: FourBytes = [&[[0xE2, 0xE2]], &[[0x80, 0x80]], &[[0x9C, 0x9D]], ANY];

/// Where the quotation mark starts that has its third byte at a place.
#[inline(always)]
pub(super) fn quote_at(place: Place<'_>) -> Option<usize> {
    matches!(place.window(2).to_le_bytes(), [0xE2, 0x80, 0x9C..=0x9D, ..]).then(|| place.offset() - 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::survey::Survey;

    #[test]
    fn both_marks_and_no_others() {
        let text = "‘a’ “b” „c” … – ” \r\n“";
        let normalized = Normalized::new(text);
        let places = Survey::of(normalized.as_str()).quotes;
        let quotes: Vec<Quote> = places.into_iter().map(|place| Quote::of(&normalized, place)).collect();
        let marks: Vec<(usize, char)> = quotes.iter().map(|quote| (quote.at, quote.mark)).collect();
        let plain: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| matches!(*c, OPENING | CLOSING)).collect();
        assert_eq!(marks, plain);
    }
}
