//! Sixty-four bytes as the processor holds them: with AVX2 two times thirty-two where it has that, with SSSE3 four times sixteen;
//! elsewhere plain loops do the same.

#[cfg(target_arch = "x86_64")]
mod x86;

#[cfg(not(target_arch = "x86_64"))]
use super::Pass;
#[cfg(all(test, target_arch = "x86_64"))]
pub(super) use x86::Ssse3;
#[cfg(target_arch = "x86_64")]
pub(super) use x86::each_block_of_widest;

/// Sixty-four bytes. What is asked of each byte is answered by its highest bit; the others of an answer may be anything.
pub(crate) trait Lanes: Copy {
    fn load(bytes: &[u8; 64]) -> Self;
    /// The answer no for all.
    fn none() -> Self;
    /// Whether each is this byte.
    fn are(self, byte: u8) -> Self;
    /// Whether each is this byte or a higher one.
    fn are_at_least(self, first: u8) -> Self;
    /// Whether each is one of these bytes or one between.
    fn are_within(self, first: u8, last: u8) -> Self;
    /// For each what its lower half has in one table and its higher half in the other, the bits of both.
    fn by_halves(self, low: &[u8; 16], high: &[u8; 16]) -> Self;
    fn and(self, other: Self) -> Self;
    fn or(self, other: Self) -> Self;
    fn not(self) -> Self;
    /// The highest bit of each byte, the lowest for the first one.
    fn bits(self) -> u64;
}

#[cfg(not(target_arch = "x86_64"))]
pub(super) fn each_block_of_widest(bytes: &[u8], pass: &mut impl Pass) {
    super::each_block_of::<Plain>(bytes, pass);
}

/// Plain loops.
#[derive(Clone, Copy)]
pub(super) struct Plain([u8; 64]);

impl Plain {
    fn mark(self, is: impl Fn(u8) -> bool) -> Self {
        Self(self.0.map(|byte| if is(byte) { 0x80 } else { 0 }))
    }

    fn both(self, other: Self, of: impl Fn(u8, u8) -> u8) -> Self {
        Self(std::array::from_fn(|at| of(self.0[at], other.0[at])))
    }
}

impl Lanes for Plain {
    fn load(bytes: &[u8; 64]) -> Self {
        Self(*bytes)
    }

    fn none() -> Self {
        Self([0; 64])
    }

    fn are(self, byte: u8) -> Self {
        self.mark(|of| of == byte)
    }

    fn are_at_least(self, first: u8) -> Self {
        self.mark(|byte| byte >= first)
    }

    fn are_within(self, first: u8, last: u8) -> Self {
        self.mark(|byte| (first..=last).contains(&byte))
    }

    fn by_halves(self, low: &[u8; 16], high: &[u8; 16]) -> Self {
        Self(self.0.map(|byte| low[usize::from(byte % 16)] & high[usize::from(byte / 16)]))
    }

    fn and(self, other: Self) -> Self {
        self.both(other, |a, b| a & b)
    }

    fn or(self, other: Self) -> Self {
        self.both(other, |a, b| a | b)
    }

    fn not(self) -> Self {
        Self(self.0.map(|byte| !byte))
    }

    fn bits(self) -> u64 {
        self.0.iter().rev().fold(0, |bits, &byte| bits << 1 | u64::from(byte >> 7))
    }
}
