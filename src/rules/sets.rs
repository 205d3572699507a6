//! The mentions of a text by their traits: a rule is handed those that it may be for, and the others cost it nothing.

use super::traits::{Sought, Traits};
use crate::text::ones;

/// For each trait the set of the mentions that have it, in words of 64 mentions.
#[derive(Debug, Default)]
pub(super) struct Sets {
    words: Vec<[u64; Traits::COUNT]>,
    mentions: usize,
}

impl Sets {
    /// Adds the next mention.
    pub(super) fn add(&mut self, traits: Traits) {
        let bit = self.mentions % 64;
        if bit == 0 {
            self.words.push([0; Traits::COUNT]);
        }
        if let Some(sets) = self.words.last_mut() {
            traits.places().for_each(|place| sets[place] |= 1 << bit);
        }
        self.mentions += 1;
    }

    /// The mentions that have what is sought, in text order.
    pub(super) fn with(&self, sought: Sought) -> impl Iterator<Item = usize> {
        let all = sought.all | Traits::ANY;
        self.words.iter().enumerate().flat_map(move |(word, sets)| {
            let have_all = all.places().fold(u64::MAX, |found, place| found & sets[place]);
            let found = sought.none.places().fold(have_all, |found, place| found & !sets[place]);
            ones(found).map(move |bit| 64 * word + bit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_that_have_all_and_none_of_the_others() {
        let traits = [Traits::FIRST, Traits::DATE, Traits::ABSENT];
        let of = |mention: usize| {
            let picked = traits.iter().enumerate().filter(|(place, _)| (mention * mention / 3) >> place & 1 == 1);
            picked.fold(Traits::ANY, |all, (_, &one)| all | one)
        };
        for count in [0, 1, 63, 64, 65, 200] {
            let mut sets = Sets::default();
            (0..count).for_each(|mention| sets.add(of(mention)));
            for (all, none) in traits.iter().flat_map(|&all| traits.map(|none| (all, none))) {
                for sought in [all.but(none), all.into(), (all | none).into(), Traits::ANY.but(none)] {
                    let has = |mention: &usize, one: Traits| of(*mention) | one == of(*mention);
                    let lacks = |mention: &usize| sought.none.places().count() == 0 || !has(mention, sought.none);
                    let plain: Vec<usize> =
                        (0..count).filter(|mention| has(mention, sought.all) && lacks(mention)).collect();
                    assert_eq!(sets.with(sought).collect::<Vec<_>>(), plain, "{sought:?} of {count}");
                }
            }
        }
    }
}
