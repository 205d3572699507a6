use crate::rules::{self, Rule};

/// Some of the rules: a bit for each, by its place among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RuleSet(u128);

impl RuleSet {
    pub(super) const ALL: Self = Self(u128::MAX);

    /// Those that one of these words means.
    pub(super) fn meant_by<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let of_word = |word| rules::all().iter().filter(move |rule| rule.is_meant_by(word));
        Self(words.flat_map(of_word).fold(0, |set, rule| set | bit(rule)))
    }

    pub(super) fn has(self, rule: &Rule) -> bool {
        self.0 & bit(rule) != 0
    }
}

fn bit(rule: &Rule) -> u128 {
    1 << rule.place()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_its_words_mean() {
        assert!(rules::all().len() <= u128::BITS as usize);
        let words = ["SYM", "dat06", "lookalike-letter", "x"];
        let set = RuleSet::meant_by(words.into_iter());
        for rule in rules::all() {
            assert_eq!(set.has(rule), words.iter().any(|word| rule.is_meant_by(word)), "{}", rule.code);
            assert!(RuleSet::ALL.has(rule));
        }
    }
}
