use std::collections::HashMap;

use super::Profile;
use crate::finding::Severity;
use crate::rules::Rule;

/// How grave the findings of rules are where that is not as the profile has it, and which rules are off.
///
/// ```
/// use cite_lint::finding::Severity;
/// use cite_lint::lint::{Linter, Severities};
/// use cite_lint::rules;
///
/// let mut severities = Severities::default();
/// severities.set(rules::find("SYM03").unwrap(), Some(Severity::Info));
/// severities.set(rules::find("CMP01").unwrap(), None);
/// let findings = Linter::new().with_severities(&severities).lint("theo Chỉ thị số 16/CT/TTg");
/// assert!(findings.iter().any(|finding| finding.rule == "SYM03" && finding.severity == Severity::Info));
/// assert!(findings.iter().all(|finding| finding.rule != "CMP01"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Severities(HashMap<&'static str, Option<Severity>>);

impl Severities {
    /// Sets the severity of a rule; without one it is off.
    pub fn set(&mut self, rule: &Rule, severity: Option<Severity>) {
        self.0.insert(rule.code, severity);
    }

    /// The severity of a rule; `None` where it is off.
    pub fn of(&self, rule: &Rule, profile: Profile) -> Option<Severity> {
        self.0.get(rule.code).copied().unwrap_or_else(|| profile.severity_of(rule))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Linter, Office};
    use crate::rules;

    fn severities(set: &[(&str, Option<Severity>)]) -> Severities {
        let mut severities = Severities::default();
        set.iter().for_each(|(rule, severity)| severities.set(rules::find(rule).unwrap(), *severity));
        severities
    }

    /// The rules that are told, but for the infos of the profile.
    fn told(linter: Linter<'_>, text: &str) -> Vec<(&'static str, Severity)> {
        let findings = linter.lint(text);
        let told = findings.iter().map(|finding| (finding.rule, finding.severity));
        told.filter(|(rule, _)| ["SYM01", "SUP01", "NAM05"].contains(rule)).collect()
    }

    #[test]
    fn a_comment_on_a_rule_that_is_off_is_of_use_where_it_would_be() {
        use Severity::{Error, Info, Warning};
        let wrong = "Thực hiện Đề án số 15- ĐA/TU.";
        let [silenced, elsewhere, all, no_comment] = ["[SYM01] -->", "[DAT06] -->", " -->", "-end -->"]
            .map(|rules| format!("<!-- cite-lint: ignore{rules}\n{wrong}"));
        let off = ("SYM01", None);
        for (text, set, want) in [
            (&silenced, &[off][..], &[][..]),
            (&all, &[off], &[]),
            (&elsewhere, &[off], &[("SUP01", Warning)]),
            (&elsewhere, &[off, ("SUP01", None)], &[]),
            (&elsewhere, &[("SUP01", Some(Info)), ("SYM01", Some(Error))], &[("SUP01", Info), ("SYM01", Error)]),
            (&no_comment, &[off], &[]),
            (&no_comment, &[("SYM01", Some(Info))], &[("SYM01", Info)]),
        ] {
            let severities = severities(set);
            let linter = Linter::new().with_severities(&severities);
            assert_eq!(told(linter, text), want, "{text} {set:?}");
            for level in [Info, Warning, Error] {
                let want: Vec<_> = want.iter().copied().filter(|(_, severity)| *severity >= level).collect();
                let linter = linter.with_level(level);
                assert_eq!(told(linter, text), want, "{text} {set:?} {level:?}");
                assert_eq!(told(linter.without_counts(), text), want, "{text} {set:?} {level:?}");
            }
        }
    }

    #[test]
    fn wordings_of_an_office_are_as_grave_as_their_rule() {
        let office = Office::new().with_phrase("phòng Tiếp dân", "Ban Tiếp công dân");
        for severity in [None, Some(Severity::Info), Some(Severity::Error)] {
            let severities = severities(&[("NAM05", severity)]);
            let linter = Linter::new().with_office(&office).with_severities(&severities);
            let want: Vec<_> = severity.iter().map(|severity| ("NAM05", *severity)).collect();
            assert_eq!(told(linter, "gửi phòng Tiếp dân"), want);
        }
    }
}
