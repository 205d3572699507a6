use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use thiserror::Error;

use crate::finding::{Diagnostic, Fingerprint};

/// Findings that an office knows and leaves for later: only what is new is told.
///
/// A finding is known by its file, its rule and its [`Fingerprint`], in which no line number goes: it stays known when the text
/// around it moves. As text it is TSV, sorted, a line a finding.
///
/// ```
/// use cite_lint::lint::{Baseline, Linter};
///
/// let text = "Thực hiện Chỉ thị số 16/CT/TTg ngày 16/5/2016.";
/// let known = Baseline::of("a.txt", &Linter::new().lint(text), text);
/// let moved = format!("Một dòng mới.\n{text}\nvà Đề án số 15- ĐA/TU");
/// let new: Vec<_> = Linter::new().lint(&moved).into_iter().filter(|finding| !known.holds("a.txt", finding)).collect();
/// assert!(new.iter().all(|finding| finding.rule != "SYM03") && new.iter().any(|finding| finding.rule == "SYM01"));
/// assert_eq!(known.to_string().parse::<Baseline>().unwrap(), known);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// The words of each, for whoever reads the file.
    known: BTreeMap<Key, String>,
}

/// File, rule, fingerprint.
type Key = (String, String, String);

/// Why a text is no baseline.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BaselineError {
    /// Its first line is another one.
    #[error("not a baseline: the first line has to be {HEAD:?}")]
    NoHead,
    /// A line without its four fields.
    #[error("line {line}: four fields are needed, file, rule, fingerprint and words, with a tab between two")]
    Fields {
        /// The line, from 1.
        line: usize,
    },
}

const HEAD: &str = "# cite-lint baseline 1";
/// Code points of the words that are kept.
const LONGEST: usize = 60;

impl Baseline {
    /// The findings of one file, by the name that the baseline is to know it by.
    pub fn of(file: &str, diagnostics: &[Diagnostic], text: &str) -> Self {
        let words = |finding: &Diagnostic| {
            let words = finding.span.slice(text).split_whitespace().collect::<Vec<_>>().join(" ");
            words.chars().filter(|c| !c.is_control()).take(LONGEST).collect::<String>()
        };
        let known = diagnostics.iter().map(|finding| (key(file, finding), words(finding)));
        Self { known: known.collect() }
    }

    /// Whether the finding is known.
    pub fn holds(&self, file: &str, finding: &Diagnostic) -> bool {
        self.known.contains_key(&key(file, finding))
    }

    /// Adds what another one knows.
    pub fn merge(&mut self, other: Self) {
        self.known.extend(other.known);
    }

    /// Takes out what was in one of these files and is not `seen` there any more; gives how many that were.
    pub fn prune(&mut self, files: &BTreeSet<String>, seen: &Self) -> usize {
        let before = self.known.len();
        self.known.retain(|key, _| !files.contains(&key.0) || seen.known.contains_key(key));
        before - self.known.len()
    }

    /// How many findings it knows.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}

fn key(file: &str, finding: &Diagnostic) -> Key {
    let fingerprint: Fingerprint = finding.fingerprint;
    (file.to_owned(), finding.rule.to_owned(), fingerprint.to_string())
}

impl fmt::Display for Baseline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD}")?;
        for ((file, rule, fingerprint), words) in &self.known {
            writeln!(f, "{file}\t{rule}\t{fingerprint}\t{words}")?;
        }
        Ok(())
    }
}

impl std::str::FromStr for Baseline {
    type Err = BaselineError;

    fn from_str(text: &str) -> Result<Self, BaselineError> {
        let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate();
        if lines.next().is_none_or(|(_, first)| first.trim_end() != HEAD) {
            return Err(BaselineError::NoHead);
        }
        let mut known = BTreeMap::new();
        for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [file, rule, fingerprint, words] = fields[..] else {
                return Err(BaselineError::Fields { line: index + 1 });
            };
            known.insert((file.to_owned(), rule.to_owned(), fingerprint.to_owned()), words.to_owned());
        }
        Ok(Self { known })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Linter;

    #[test]
    fn only_what_was_checked_is_pruned() {
        let text = "Thực hiện Chỉ thị số 16/CT/TTg ngày 16/5/2016 và Đề án số 15- ĐA/TU.";
        let found = Linter::new().lint(text);
        let mut known = Baseline::of("a.txt", &found, text);
        known.merge(Baseline::of("b.txt", &found, text));
        let all = known.len();
        let seen = Baseline::of("a.txt", &found[..1], text);
        let gone = known.prune(&BTreeSet::from(["a.txt".to_owned()]), &seen);
        assert_eq!((gone, known.len()), (found.len() - 1, all - (found.len() - 1)));
        assert!(known.holds("a.txt", &found[0]) && !known.holds("a.txt", &found[1]) && known.holds("b.txt", &found[1]));
    }

    #[test]
    fn what_is_no_baseline_is_told() {
        assert_eq!("".parse::<Baseline>(), Err(BaselineError::NoHead));
        assert_eq!(format!("{HEAD}\r\na.txt\tSYM03\n").parse::<Baseline>(), Err(BaselineError::Fields { line: 2 }));
        assert_eq!(format!("{HEAD}\r\n\n").parse::<Baseline>(), Ok(Baseline::default()));
    }
}
