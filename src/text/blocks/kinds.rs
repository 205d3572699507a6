use super::{Block, Lanes, Mask};

/// Up to eight kinds of four bytes in a row, or groups of such kinds, that are looked for together, each byte by its two halves. What is
/// wanted is found, and now and then more: a byte of which the lower half fits one of the wanted and the higher half another, or
/// bytes that fit different kinds of a group.
pub(crate) struct Kinds([Halves; LENGTH]);

/// What each of the four bytes may be: one of some ranges.
pub(crate) type FourBytes = [&'static [[u8; 2]]; LENGTH];

/// Any byte.
pub(crate) const ANY: &[[u8; 2]] = &[[0, 0xFF]];

const LENGTH: usize = 4;
/// How many of the four stand before the place.
const BEFORE: usize = 2;

/// Of which groups a byte may be, by its lower and its higher half: a bit a group.
#[derive(Clone, Copy)]
struct Halves {
    low: [u8; 16],
    high: [u8; 16],
}

impl Kinds {
    pub(crate) const fn of<const N: usize>(groups: [&[FourBytes]; N]) -> Self {
        const { assert!(N <= 8) }
        let mut places = [Halves { low: [0; 16], high: [0; 16] }; LENGTH];
        let mut group = 0;
        while group < N {
            let mut kind = 0;
            while kind < groups[group].len() {
                let mut place = 0;
                while place < LENGTH {
                    places[place].add(groups[group][kind][place], 1 << group);
                    place += 1;
                }
                kind += 1;
            }
            group += 1;
        }
        Self(places)
    }
}

impl Halves {
    const fn add(&mut self, ranges: &[[u8; 2]], group: u8) {
        let mut index = 0;
        while index < ranges.len() {
            let [first, last] = ranges[index];
            let mut byte = first as usize;
            while byte <= last as usize {
                self.low[byte % 16] |= group;
                self.high[byte / 16] |= group;
                byte += 1;
            }
            index += 1;
        }
    }
}

impl<L: Lanes> Block<'_, L> {
    /// The third bytes of four that may be of a kind; those outside of the text are zero.
    #[inline(always)]
    pub(crate) fn may_be_of(self, kinds: &Kinds) -> Mask<L> {
        let Kinds(places) = kinds;
        let mut kinds = self.kinds_of(places, 0);
        let mut place = 1;
        while place < LENGTH {
            kinds = kinds.and(self.kinds_of(places, place));
            place += 1;
        }
        Mask(kinds.are(0).not())
    }

    #[inline(always)]
    fn kinds_of(self, places: &[Halves; LENGTH], place: usize) -> L {
        let bytes = if place < BEFORE { self.before(BEFORE - place) } else { self.behind(place - BEFORE) };
        bytes.0.by_halves(&places[place].low, &places[place].high)
    }
}
