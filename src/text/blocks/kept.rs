use super::{AROUND, LENGTH, Place, around, padded};

/// Places of some blocks, to be looked at together: asked for at each block, the processor would often foretell the jump wrongly.
#[derive(Debug)]
pub(crate) struct Kept {
    offsets: [usize; ROOM],
    count: usize,
}

/// Places of one block that are wanted.
#[derive(Clone, Copy)]
pub(crate) struct Wanted {
    /// Where the block starts.
    pub(super) start: usize,
    pub(super) bits: u64,
}

const ROOM: usize = 2 * LENGTH;

impl Kept {
    pub(crate) const NONE: Self = Self { offsets: [0; ROOM], count: 0 };

    /// Keeps the places of a block, without a jump where there are no more than `USUAL`; says whether there may be no room for those
    /// of another one.
    #[inline(always)]
    pub(crate) fn add<const USUAL: usize>(&mut self, Wanted { start, mut bits }: Wanted) -> bool {
        let mut count = self.count;
        if let Some(places) = self.offsets[..].get_mut(count..).and_then(<[usize]>::first_chunk_mut::<USUAL>) {
            for place in places {
                *place = start + bits.trailing_zeros() as usize;
                count += usize::from(bits != 0);
                bits &= bits.wrapping_sub(1);
            }
        }
        // There is room for a whole block; `% ROOM` only tells the compiler so.
        debug_assert!(count + bits.count_ones() as usize <= ROOM);
        while bits != 0 {
            self.offsets[count % ROOM] = start + bits.trailing_zeros() as usize;
            count += 1;
            bits &= bits - 1;
        }
        self.count = count;
        count > ROOM - LENGTH
    }

    /// Keeps only those of a text that are wanted, without a jump.
    #[inline(always)]
    pub(crate) fn retain(&mut self, bytes: &[u8], is_wanted: impl Fn(Place<'_>) -> bool) {
        let mut count = 0;
        for at in 0..self.count.min(ROOM) {
            let (offset, mut edge) = (self.offsets[at], None);
            self.offsets[count % ROOM] = offset;
            count += usize::from(is_wanted(place(bytes, offset, &mut edge)));
        }
        self.count = count;
    }

    /// Calls `each` with the kept places of a text, in order, and keeps them no longer.
    #[inline(always)]
    pub(crate) fn each(&mut self, bytes: &[u8], mut each: impl FnMut(Place<'_>)) {
        for &offset in self.offsets.iter().take(self.count) {
            let mut edge = None;
            each(place(bytes, offset, &mut edge));
        }
        self.count = 0;
    }
}

/// A place of a text; near its ends what stands around is put together.
#[inline(always)]
fn place<'t>(bytes: &'t [u8], offset: usize, edge: &'t mut Option<[u8; AROUND]>) -> Place<'t> {
    let around = around(bytes, offset).unwrap_or_else(|| edge.insert(padded(bytes, offset)));
    Place { around, in_block: 0, start: offset }
}
