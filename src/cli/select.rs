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
            if !rules::all().iter().any(|rule| answers(rule.code, rule.name, word)) {
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
    pub(super) fn takes(&self, code: &str, name: &str) -> bool {
        let any = |words: &[String]| words.iter().any(|word| answers(code, name, word));
        let chosen = |words: &[String]| words.is_empty() || any(words);
        chosen(&self.select) && chosen(&self.also) && !any(&self.ignore)
    }
}

/// Whether a rule is meant by `word`: its code, its name, or the letters of its code.
fn answers(code: &str, name: &str, word: &str) -> bool {
    let letters = code.trim_end_matches(|c: char| c.is_ascii_digit());
    [code, name, letters].iter().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_names_and_letters_select() {
        let selection = Selection {
            select: vec!["sym".into(), "DAT01".into()],
            also: Vec::new(),
            ignore: vec!["blank-number".into()],
        };
        assert!(selection.takes("SYM03", "symbol-separator"));
        assert!(selection.takes("DAT01", "no-such-day"));
        assert!(!selection.takes("SYM09", "blank-number"));
        assert!(!selection.takes("DAT02", "future-date"));
    }
}
