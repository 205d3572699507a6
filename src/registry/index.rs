/// Places of rows by the hash of their key: a table of chains, built in one pass and never changed.
#[derive(Clone, Debug)]
pub(super) struct Index {
    /// The first place of each chain; a power of two of them.
    first: Vec<u32>,
    /// The place that follows each place in its chain.
    next: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Index {
    /// The index of the keys of places 0, 1, 2 …
    pub(super) fn new(hashes: impl DoubleEndedIterator<Item = u64> + ExactSizeIterator) -> Self {
        let chains = (2 * hashes.len()).next_power_of_two().max(2);
        let mut index = Self { first: vec![NONE; chains], next: vec![NONE; hashes.len()] };
        // From the end, so that each chain is in ascending order.
        for (place, hash) in hashes.enumerate().rev() {
            let chain = index.chain(hash);
            index.next[place] = std::mem::replace(&mut index.first[chain], place as u32);
        }
        index
    }

    /// The places that may have the key of this hash, in ascending order; others may be among them.
    pub(super) fn places(&self, hash: u64) -> impl Iterator<Item = usize> {
        let place = |place: u32| (place != NONE).then_some(place as usize);
        let first = place(self.first[self.chain(hash)]);
        std::iter::successors(first, move |&before| place(self.next[before]))
    }

    /// The upper bits of the hash are its best.
    fn chain(&self, hash: u64) -> usize {
        (hash >> (u64::BITS - self.first.len().ilog2())) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_one_key_come_in_order() {
        let key = |place: u64| (place % 7) << 61;
        for length in [0, 1, 2, 100] {
            let index = Index::new((0..length).collect::<Vec<_>>().into_iter().map(key));
            for wanted in 0..7 {
                let all: Vec<usize> = index.places(wanted << 61).collect();
                assert!(all.is_sorted());
                for place in (0..length).filter(|&place| key(place) == wanted << 61) {
                    assert!(all.contains(&(place as usize)), "{place} of {length}");
                }
            }
        }
    }
}
