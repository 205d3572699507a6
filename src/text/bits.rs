/// A set of numbers less than 64 × `WORDS`, such as hashes.
#[derive(Debug)]
pub(crate) struct Bits<const WORDS: usize>([u64; WORDS]);

impl<const WORDS: usize> Bits<WORDS> {
    /// The empty set.
    pub(crate) const NONE: Self = Self([0; WORDS]);

    pub(crate) const fn add(&mut self, number: usize) {
        self.0[number / 64] |= 1 << (number % 64);
    }

    /// Whether it is one of them.
    #[inline(always)]
    pub(crate) const fn has(&self, number: usize) -> bool {
        self.0[number / 64] >> (number % 64) & 1 == 1
    }
}

/// The places of the ones in a number, from the lowest on.
pub(crate) fn ones(number: u64) -> impl Iterator<Item = usize> {
    let mut rest = number;
    std::iter::from_fn(move || {
        let place = rest.trailing_zeros() as usize;
        rest = rest.checked_sub(1)? & rest;
        Some(place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_what_was_added() {
        let mut bits = Bits::<3>::NONE;
        for number in [0, 63, 64, 130] {
            bits.add(number);
        }
        assert!((0..192).filter(|&number| bits.has(number)).eq([0, 63, 64, 130]));
    }
}
