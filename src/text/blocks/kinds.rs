use super::{Block, Lanes, Mask};

/// Up to eight kinds of some bytes in a row, or groups of such kinds, that are looked for together, each byte by its two halves. What is
/// wanted is found, and now and then more: a byte of which the lower half fits one of the wanted and the higher half another, or
/// bytes that fit different kinds of a group. `BEFORE` of the `LENGTH` bytes stand before the place that is told.
pub(crate) struct Kinds<const LENGTH: usize = 4, const BEFORE: usize = 2>([Halves; LENGTH]);

/// What each of four bytes may be.
pub(crate) type FourBytes = [Ranges; 4];

/// Ranges that a byte may be in.
pub(crate) type Ranges = &'static [[u8; 2]];

/// Any byte.
pub(crate) const ANY: Ranges = &[[0, 0xFF]];

/// Of which groups a byte may be, by its lower and its higher half: a bit a group.
#[derive(Clone, Copy)]
struct Halves {
    low: [u8; 16],
    high: [u8; 16],
}

impl<const LENGTH: usize, const BEFORE: usize> Kinds<LENGTH, BEFORE> {
    pub(crate) const fn of<const N: usize>(groups: [&[[Ranges; LENGTH]]; N]) -> Self {
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
    /// The places of what may be of a kind; bytes outside of the text are zero.
    #[inline(always)]
    pub(crate) fn may_be_of<const LENGTH: usize, const BEFORE: usize>(self, kinds: &Kinds<LENGTH, BEFORE>) -> Mask<L> {
        let Kinds(places) = kinds;
        let mut kinds = self.kinds_of(places[0], BEFORE, 0);
        let mut place = 1;
        while place < LENGTH {
            kinds = kinds.and(self.kinds_of(places[place], BEFORE, place));
            place += 1;
        }
        Mask(kinds.are(0).not())
    }

    #[inline(always)]
    fn kinds_of(self, halves: Halves, before: usize, place: usize) -> L {
        let bytes = if place < before { self.before(before - place) } else { self.behind(place - before) };
        bytes.0.by_halves(&halves.low, &halves.high)
    }
}
