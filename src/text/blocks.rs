//! Where bytes of a kind stand in a text, found sixty-four at a time: a pass over a text costs the same, however often the
//! sign stands there (`memchr` and packed searchers pay for each place they stop at).
//!
//! SSE2 belongs to every x86-64; elsewhere plain loops do the same.

/// Calls `each` with the places of `bytes` at which `marks` has a bit, in order.
///
/// `marks` sees sixty-four bytes, of which it decides fifty-six; the four before and the four behind are there to look at, and
/// are zero outside of the text. A mark shifted left by one is that of the byte before, shifted right that of the next byte.
#[inline(always)]
pub(crate) fn each_place(bytes: &[u8], marks: impl Fn(Block) -> u64, mut each: impl FnMut(usize)) {
    let mut start = 0;
    while start < bytes.len() {
        // The zeros behind the text may be marked too.
        let inside = if bytes.len() - start < STEP { (1 << (bytes.len() - start)) - 1 } else { DECIDED };
        let mut hits = marks(Block::around(bytes, start)) >> MARGIN & inside;
        while hits != 0 {
            each(start + hits.trailing_zeros() as usize);
            hits &= hits - 1;
        }
        start += STEP;
    }
}

const MARGIN: usize = 4;
const STEP: usize = 64 - 2 * MARGIN;
const DECIDED: u64 = (1 << STEP) - 1;

/// Sixty-four bytes.
#[derive(Clone, Copy)]
pub(crate) struct Block(lanes::Lanes);

impl Block {
    /// The bytes from [`MARGIN`] before `start`.
    #[inline(always)]
    fn around(bytes: &[u8], start: usize) -> Self {
        match start.checked_sub(MARGIN).and_then(|from| bytes[from..].first_chunk()) {
            Some(whole) => Self(lanes::load(whole)),
            None => Self(lanes::load(&padded(bytes, start))),
        }
    }

    /// The places of a byte.
    #[inline(always)]
    pub(crate) fn is(self, byte: u8) -> u64 {
        lanes::is_any(self.0, [byte])
    }

    /// The places of each of some bytes.
    #[inline(always)]
    pub(crate) fn is_any<const N: usize>(self, bytes: [u8; N]) -> u64 {
        lanes::is_any(self.0, bytes)
    }

    /// The same bytes with the letters of ASCII small; other bytes may become others.
    #[inline(always)]
    pub(crate) fn small(self) -> Self {
        Self(lanes::small(self.0))
    }

    /// The places of bytes from `first` on.
    #[inline(always)]
    pub(crate) fn at_least(self, first: u8) -> u64 {
        lanes::at_least(self.0, first)
    }

    /// The places of a byte and of those from `first` to `last`: cheaper than asked for apart.
    #[inline(always)]
    pub(crate) fn is_or_within(self, byte: u8, first: u8, last: u8) -> u64 {
        lanes::is_or_within(self.0, byte, first, last)
    }

    /// The places of bytes that are not of ASCII.
    #[inline(always)]
    pub(crate) fn is_high(self) -> u64 {
        lanes::is_high(self.0)
    }
}

#[cold]
fn padded(bytes: &[u8], start: usize) -> [u8; 64] {
    let mut block = [0; 64];
    let (from, at) = (start.saturating_sub(MARGIN), MARGIN.saturating_sub(start));
    let part = &bytes[from..bytes.len().min(from + 64 - at)];
    block[at..at + part.len()].copy_from_slice(part);
    block
}

#[cfg(target_arch = "x86_64")]
#[allow(unsafe_code)]
mod lanes {
    //! SAFETY of every block here: SSE2 is part of x86-64 itself, so that its instructions exist wherever this is compiled
    //! for; they work on values, no memory is touched. It pays: a whole check of 2 MB of laws takes 325 million instructions, with the
    //! plain loops below 967 million (callgrind).

    use std::arch::x86_64::{
        __m128i, _mm_cmpeq_epi8, _mm_max_epu8, _mm_min_epu8, _mm_movemask_epi8, _mm_or_si128, _mm_set_epi64x,
        _mm_set1_epi8, _mm_sub_epi8,
    };

    pub(super) type Lanes = [__m128i; 4];

    #[inline(always)]
    pub(super) fn load(block: &[u8; 64]) -> Lanes {
        let (halves, _) = block.as_chunks();
        let half = |at: usize| i64::from_le_bytes(halves[at]);
        // SAFETY: as above.
        let lane = |at: usize| unsafe { _mm_set_epi64x(half(at + 1), half(at)) };
        [lane(0), lane(2), lane(4), lane(6)]
    }

    #[inline(always)]
    pub(super) fn is_any<const N: usize>([a, b, c, d]: Lanes, bytes: [u8; N]) -> u64 {
        let lane = |lane| {
            // SAFETY: as above.
            let mut any = unsafe { _mm_set1_epi8(0) };
            for byte in bytes {
                // SAFETY: as above.
                any = unsafe { _mm_or_si128(any, _mm_cmpeq_epi8(lane, _mm_set1_epi8(byte.cast_signed()))) };
            }
            bits(any)
        };
        lane(a) | lane(b) << 16 | lane(c) << 32 | lane(d) << 48
    }

    #[inline(always)]
    pub(super) fn at_least([a, b, c, d]: Lanes, first: u8) -> u64 {
        // SAFETY: as above.
        let lane = |lane| unsafe { bits(_mm_cmpeq_epi8(_mm_max_epu8(lane, _mm_set1_epi8(first.cast_signed())), lane)) };
        lane(a) | lane(b) << 16 | lane(c) << 32 | lane(d) << 48
    }

    #[inline(always)]
    pub(super) fn is_or_within([a, b, c, d]: Lanes, byte: u8, first: u8, last: u8) -> u64 {
        // SAFETY: as above.
        let lane = |lane| unsafe {
            let above = _mm_sub_epi8(lane, _mm_set1_epi8(first.cast_signed()));
            let within = _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8((last - first).cast_signed())), above);
            bits(_mm_or_si128(within, _mm_cmpeq_epi8(lane, _mm_set1_epi8(byte.cast_signed()))))
        };
        lane(a) | lane(b) << 16 | lane(c) << 32 | lane(d) << 48
    }

    #[inline(always)]
    pub(super) fn is_high([a, b, c, d]: Lanes) -> u64 {
        bits(a) | bits(b) << 16 | bits(c) << 32 | bits(d) << 48
    }

    #[inline(always)]
    pub(super) fn small([a, b, c, d]: Lanes) -> Lanes {
        // SAFETY: as above.
        let lane = |lane| unsafe { _mm_or_si128(lane, _mm_set1_epi8(0x20)) };
        [lane(a), lane(b), lane(c), lane(d)]
    }

    #[inline(always)]
    fn bits(lane: __m128i) -> u64 {
        // SAFETY: as above.
        u64::from(unsafe { _mm_movemask_epi8(lane) }.cast_unsigned())
    }
}

#[cfg(not(target_arch = "x86_64"))]
mod lanes {
    pub(super) type Lanes = [u8; 64];

    pub(super) fn load(block: &[u8; 64]) -> Lanes {
        *block
    }

    pub(super) fn is_any<const N: usize>(lanes: Lanes, bytes: [u8; N]) -> u64 {
        marks(lanes, |byte| bytes.contains(&byte))
    }

    pub(super) fn at_least(lanes: Lanes, first: u8) -> u64 {
        marks(lanes, |byte| byte >= first)
    }

    pub(super) fn is_or_within(lanes: Lanes, byte: u8, first: u8, last: u8) -> u64 {
        marks(lanes, |of| of == byte || (first..=last).contains(&of))
    }

    pub(super) fn is_high(lanes: Lanes) -> u64 {
        marks(lanes, |byte| !byte.is_ascii())
    }

    pub(super) fn small(lanes: Lanes) -> Lanes {
        lanes.map(|byte| byte | 0x20)
    }

    fn marks(lanes: Lanes, is: impl Fn(u8) -> bool) -> u64 {
        lanes.iter().rev().fold(0, |bits, &byte| bits << 1 | u64::from(is(byte)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(bytes: &[u8], marks: impl Fn(Block) -> u64) -> Vec<usize> {
        let mut places = Vec::new();
        each_place(bytes, marks, |place| places.push(place));
        places
    }

    #[test]
    fn every_place_once_at_every_length() {
        for length in 0..300 {
            let bytes: Vec<u8> = (0..length).map(|at| (at * 7 % 251) as u8).collect();
            let want = |is: fn(u8) -> bool| (0..length).filter(|&at| is(bytes[at])).collect::<Vec<_>>();
            let found = |marks: fn(Block) -> u64| places(&bytes, marks);
            assert_eq!(found(|block| block.is(b'/')), want(|byte| byte == b'/'), "{length}");
            assert_eq!(found(Block::is_high), want(|byte| byte >= 0x80));
            assert_eq!(found(|block| block.at_least(0xC7)), want(|byte| byte >= 0xC7));
            let letters: fn(Block) -> u64 = |block| block.small().is_any([b'a', b'y']);
            assert_eq!(found(letters), want(|byte| b"aAyY".contains(&byte)));
            let mixed = found(|block| block.is_or_within(0xC4, b'A', b'Z'));
            assert_eq!(mixed, want(|byte| byte == 0xC4 || byte.is_ascii_uppercase()));
            assert_eq!(found(|_| !0), (0..length).collect::<Vec<_>>());
        }
    }

    #[test]
    fn neighbours_over_the_border_of_blocks() {
        let text = "ab".repeat(100);
        let behind_a = places(text.as_bytes(), |block| block.is(b'b') & block.is(b'a') << 1).len();
        let before_b = places(text.as_bytes(), |block| block.is(b'a') & block.is(b'b') >> 1).len();
        assert_eq!((behind_a, before_b), (100, 100));
    }
}
