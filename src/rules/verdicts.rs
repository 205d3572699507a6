use super::traits::Traits;
use crate::registry::{Told, Verdict};

/// What the registry says of each mention of a text. It says the same of all that read alike, where the words behind them have no
/// part in it: that is kept once.
#[derive(Debug)]
pub(super) struct Verdicts<'r> {
    said: Vec<(Verdict<'r>, Traits)>,
    /// Which of them is said of each mention, or [`NOTHING`].
    of: Vec<u32>,
    /// Those of which the words behind them had a part in it.
    by_words: Vec<u32>,
}

const NOTHING: u32 = u32::MAX;

impl<'r> Verdicts<'r> {
    pub(super) fn with_capacity(mentions: usize) -> Self {
        Self { said: Vec::new(), of: Vec::with_capacity(mentions), by_words: Vec::new() }
    }

    /// Adds what is said of the next mention.
    pub(super) fn add(&mut self, told: Option<Told<'r>>) {
        let Some(Told { verdict, by_words }) = told else { return self.of.push(NOTHING) };
        if by_words {
            self.by_words.push(self.of.len() as u32);
        }
        self.of.push(self.said.len() as u32);
        let traits = Traits::said(&verdict);
        self.said.push((verdict, traits));
    }

    /// Says of the next mention what is said of an earlier one; `false`, and nothing is added, where that rests on the words behind
    /// it.
    pub(super) fn repeat(&mut self, earlier: usize) -> bool {
        let may_be = self.by_words.binary_search(&(earlier as u32)).is_err();
        if may_be {
            self.of.push(self.of[earlier]);
        }
        may_be
    }

    /// What is said of a mention.
    pub(super) fn get(&self, mention: usize) -> Option<&Verdict<'r>> {
        self.said.get(self.of[mention] as usize).map(|(verdict, _)| verdict)
    }

    /// The traits that a mention has by it.
    pub(super) fn traits(&self, mention: usize) -> Traits {
        self.said.get(self.of[mention] as usize).map_or(Traits::ANY, |&(_, traits)| traits)
    }
}
