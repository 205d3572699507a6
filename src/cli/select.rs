use super::problem;
use crate::finding::Message;
use crate::rules;

/// Which rules' findings count.
#[derive(Debug)]
pub(super) struct Selection {
    select: Vec<String>,
    /// A second choice, of which the rules have to be too.
    also: Vec<String>,
    ignore: Vec<String>,
}

impl Selection {
    /// `--select` and `--ignore`; the first word no rule answers to, with what to do, when there is one.
    pub(super) fn new(select: &[String], ignore: &[String]) -> Result<Self, (String, Message)> {
        for word in select.iter().chain(ignore) {
            if !rules::all().iter().any(|rule| rule.is_meant_by(word)) {
                let near = super::explain::nearest_rule(word);
                return Err((word.clone(), problem::unknown_rule(near)));
            }
        }
        Ok(Self { select: select.to_vec(), also: Vec::new(), ignore: ignore.to_vec() })
    }

    /// What both take.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.ignore.extend(other.ignore);
        self.also = other.select;
        self
    }

    /// Whether the findings of the rule count. `--ignore` is stronger.
    pub(super) fn takes(&self, code: &str) -> bool {
        let meant = |word: &String| rules::find(code).is_some_and(|rule| rule.is_meant_by(word));
        let any = |words: &[String]| words.iter().any(meant);
        let chosen = |words: &[String]| words.is_empty() || any(words);
        chosen(&self.select) && chosen(&self.also) && !any(&self.ignore)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_names_and_letters_select() {
        let selection = Selection {
            select: vec!["sym".into(), "DAT01".into()],
            also: Vec::new(),
            ignore: vec!["year-malformed".into()],
        };
        assert!(selection.takes("SYM03") && selection.takes("DAT01"));
        assert!(!selection.takes("SYM09") && !selection.takes("DAT02"));
    }
}
