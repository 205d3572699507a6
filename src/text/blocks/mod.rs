//! Where bytes of a kind stand in a text, found sixty-four at a time: a pass over a text costs the same, however often the
//! sign stands there (`memchr` and packed searchers pay for each place they stop at).

mod kept;
mod kinds;
mod lanes;

use std::ops::{BitAnd, BitOr, Not};

pub(crate) use self::kept::{Kept, Wanted};
pub(crate) use self::kinds::{ANY, FourBytes, Kinds, Ranges};
pub(crate) use self::lanes::Lanes;
use self::lanes::each_block_of_widest;

/// What is done with the blocks of a text, one after the other. `see` and all that it calls for each block is `#[inline(always)]`:
/// what is not becomes a part of its own, which is compiled for plain x86-64 and called each time.
pub(crate) trait Pass {
    /// Looks at one block.
    fn see<L: Lanes>(&mut self, block: Block<'_, L>);
}

/// Shows a pass every block of `bytes`, in order.
pub(crate) fn each_block(bytes: &[u8], pass: &mut impl Pass) {
    each_block_of_widest(bytes, pass);
}

/// Calls `each` with the places of `bytes` that `marks` tells, in order.
pub(crate) fn each_place(bytes: &[u8], marks: impl Marks, each: impl FnMut(Place<'_>)) {
    struct EachPlace<M, F>(M, F);
    impl<M: Marks, F: FnMut(Place<'_>)> Pass for EachPlace<M, F> {
        #[inline(always)]
        fn see<L: Lanes>(&mut self, block: Block<'_, L>) {
            block.each_of(self.0.of(block), &mut self.1);
        }
    }
    each_block(bytes, &mut EachPlace(marks, each));
}

/// Tells which bytes of a block are wanted. As in a [`Pass`], `of` is `#[inline(always)]`.
pub(crate) trait Marks {
    /// Those of one block.
    fn of<L: Lanes>(&self, block: Block<'_, L>) -> Mask<L>;
}

/// How many bytes before and behind a block may be looked at.
const MARGIN: usize = 8;
const LENGTH: usize = 64;
const AROUND: usize = LENGTH + 2 * MARGIN;

#[inline(always)]
fn each_block_of<L: Lanes>(bytes: &[u8], pass: &mut impl Pass) {
    let mut start = 0;
    while start < bytes.len() {
        let edge;
        let (around, inside) = match around(bytes, start) {
            Some(around) => (around, !0),
            None => {
                edge = padded(bytes, start);
                (&edge, !0 >> LENGTH.saturating_sub(bytes.len() - start))
            }
        };
        pass.see(Block { around, start, inside, lanes: std::marker::PhantomData::<L> });
        start += LENGTH;
    }
}

/// The bytes around the block that starts at `start`, where all of them are of the text.
#[inline(always)]
fn around(bytes: &[u8], start: usize) -> Option<&[u8; AROUND]> {
    bytes.get(start.checked_sub(MARGIN)?..)?.first_chunk()
}

/// The bytes around the block that starts at `start`, zeros outside of the text.
#[cold]
#[inline(never)]
fn padded(bytes: &[u8], start: usize) -> [u8; AROUND] {
    let mut around = [0; AROUND];
    let (from, at) = (start.saturating_sub(MARGIN), MARGIN.saturating_sub(start));
    let part = &bytes[from..bytes.len().min(from + AROUND - at)];
    around[at..at + part.len()].copy_from_slice(part);
    around
}

/// Sixty-four bytes of a text, with eight before and eight behind to look at, which are zero outside of the text.
#[derive(Clone, Copy)]
pub(crate) struct Block<'t, L> {
    around: &'t [u8; AROUND],
    start: usize,
    /// The bits of those bytes that are of the text.
    inside: u64,
    lanes: std::marker::PhantomData<L>,
}

impl<'t, L: Lanes> Block<'t, L> {
    /// The bytes.
    #[inline(always)]
    pub(crate) fn bytes(self) -> Bytes<L> {
        self.bytes_from(MARGIN)
    }

    /// For each byte the one `distance` before it, at most eight.
    #[inline(always)]
    pub(crate) fn before(self, distance: usize) -> Bytes<L> {
        self.bytes_from(MARGIN - distance)
    }

    /// For each byte the one `distance` behind it, at most eight.
    #[inline(always)]
    pub(crate) fn behind(self, distance: usize) -> Bytes<L> {
        self.bytes_from(MARGIN + distance)
    }

    /// The places where these bytes start, at least one and at most nine.
    #[inline(always)]
    pub(crate) fn starts_with<const N: usize>(self, bytes: [u8; N]) -> Mask<L> {
        let mut all = self.bytes().are(bytes[0]);
        let mut distance = 1;
        while distance < N {
            all = all & self.behind(distance).are(bytes[distance]);
            distance += 1;
        }
        all
    }

    #[inline(always)]
    fn bytes_from(self, from: usize) -> Bytes<L> {
        // The places are constants: nothing of this is left.
        Bytes(L::load(self.around[from..].first_chunk().unwrap_or(&[0; LENGTH])))
    }

    /// Calls `each` with the marked places of the text, in order.
    #[inline(always)]
    pub(crate) fn each_of(self, marks: Mask<L>, each: &mut impl FnMut(Place<'t>)) {
        self.each_bit(marks.bits() & self.inside, each);
    }

    /// The same with those places only that are wanted.
    #[inline(always)]
    pub(crate) fn each_wanted_of(
        self,
        marks: Mask<L>,
        is_wanted: impl Fn(Place<'t>) -> bool,
        each: &mut impl FnMut(Place<'t>),
    ) {
        self.each_bit(self.wanted_of::<0>(marks, is_wanted).bits, each);
    }

    /// The marked places that are wanted. What is asked of all of them is answered without a jump; it is asked `USUAL` times also where
    /// there are fewer, so that the loop ends where most blocks end it.
    #[inline(always)]
    pub(crate) fn wanted_of<const USUAL: usize>(self, marks: Mask<L>, is_wanted: impl Fn(Place<'t>) -> bool) -> Wanted {
        let marked = marks.bits() & self.inside;
        let (mut rest, mut wanted) = (marked, 0);
        for _ in 0..USUAL {
            // Where none is left the first byte is asked: `marked` takes it out again.
            let place = self.first_of(rest);
            wanted |= u64::from(is_wanted(place)) << place.in_block;
            rest &= rest.wrapping_sub(1);
        }
        self.each_bit(rest, &mut |place: Place<'t>| wanted |= u64::from(is_wanted(place)) << place.in_block);
        Wanted { start: self.start, bits: wanted & marked }
    }

    /// All of the marked places.
    #[inline(always)]
    pub(crate) fn all_of(self, marks: Mask<L>) -> Wanted {
        Wanted { start: self.start, bits: marks.bits() & self.inside }
    }

    #[inline(always)]
    fn each_bit(self, mut marked: u64, each: &mut impl FnMut(Place<'t>)) {
        while marked != 0 {
            each(self.first_of(marked));
            marked &= marked - 1;
        }
    }

    /// The place of the lowest bit, or of the first byte where there is none.
    #[inline(always)]
    fn first_of(self, marked: u64) -> Place<'t> {
        Place { around: self.around, in_block: marked.trailing_zeros() as usize % LENGTH, start: self.start }
    }
}

/// A place in a block.
#[derive(Clone, Copy)]
pub(crate) struct Place<'t> {
    around: &'t [u8; AROUND],
    in_block: usize,
    start: usize,
}

impl Place<'_> {
    /// Its offset in the text.
    #[inline(always)]
    pub(crate) const fn offset(self) -> usize {
        self.start + self.in_block
    }

    /// Its byte.
    #[inline(always)]
    pub(crate) const fn byte(self) -> u8 {
        self.around[MARGIN + self.in_block]
    }

    /// The eight bytes from `before` ahead of it on (at most eight), as a little-endian number; zeros outside of the text.
    #[inline(always)]
    pub(crate) fn window(self, before: usize) -> u64 {
        self.window_from(MARGIN - before)
    }

    /// The eight bytes behind it.
    #[inline(always)]
    pub(crate) fn window_behind(self) -> u64 {
        self.window_from(MARGIN + 1)
    }

    #[inline(always)]
    fn window_from(self, from: usize) -> u64 {
        let window = self.around[from + self.in_block..].first_chunk();
        u64::from_le_bytes(*window.unwrap_or(&[0; 8]))
    }
}

/// Sixty-four bytes.
#[derive(Clone, Copy)]
pub(crate) struct Bytes<L>(L);

impl<L: Lanes> Bytes<L> {
    /// Those that are this one.
    #[inline(always)]
    pub(crate) fn are(self, byte: u8) -> Mask<L> {
        Mask(self.0.are(byte))
    }

    /// Those that are one of these.
    #[inline(always)]
    pub(crate) fn are_any<const N: usize>(self, bytes: [u8; N]) -> Mask<L> {
        // Iterators are not always taken apart here.
        let mut any = Mask(L::none());
        for byte in bytes {
            any = any | self.are(byte);
        }
        any
    }

    /// Those from `first` on.
    #[inline(always)]
    pub(crate) fn are_at_least(self, first: u8) -> Mask<L> {
        Mask(self.0.are_at_least(first))
    }

    /// Those from `first` to `last`.
    #[inline(always)]
    pub(crate) fn are_within(self, first: u8, last: u8) -> Mask<L> {
        Mask(self.0.are_within(first, last))
    }
}

/// Marks of sixty-four bytes.
#[derive(Clone, Copy)]
pub(crate) struct Mask<L>(L);

impl<L: Lanes> Mask<L> {
    /// A bit a byte, the lowest for the first one.
    #[inline(always)]
    fn bits(self) -> u64 {
        self.0.bits()
    }
}

impl<L: Lanes> BitAnd for Mask<L> {
    type Output = Self;

    #[inline(always)]
    fn bitand(self, other: Self) -> Self {
        Self(self.0.and(other.0))
    }
}

impl<L: Lanes> BitOr for Mask<L> {
    type Output = Self;

    #[inline(always)]
    fn bitor(self, other: Self) -> Self {
        Self(self.0.or(other.0))
    }
}

impl<L: Lanes> Not for Mask<L> {
    type Output = Self;

    #[inline(always)]
    fn not(self) -> Self {
        Self(self.0.not())
    }
}

#[cfg(test)]
mod tests;
