use crate::finding::Severity;
use crate::rules::Rule;

/// How much an office asks of its texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Profile {
    /// What is incomplete or shortened is told as a warning too.
    Strict,
    /// Every rule at its own severity.
    #[default]
    Default,
    /// Only what the text itself shows: characters, form of symbols and dates, spelling, structure. Nothing of the registry is told.
    FormOnly,
}

/// Every profile.
pub const PROFILES: [Profile; 3] = [Profile::Strict, Profile::Default, Profile::FormOnly];

/// What a strict office wants to see: the rules of NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b and their like.
const RAISED: [&str; 10] = ["CMP01", "CMP02", "CMP03", "DAT02", "NAM02", "NAM03", "SYM07", "SYM12", "SYM13", "TTL03"];

/// Rules that look documents, bodies or terms up, or weigh citations against each other.
const LOOKING_UP: [&str; 24] = [
    "AGR02", "AGR03", "AGR04", "AGR05", "AGR06", "AGR08", "AMB01", "CMP01", "CMP02", "DAT06", "DAT07", "DAT08",
    "DAT09", "DAT10", "INC01", "STA01", "STA02", "STA03", "SYM08", "TRM01", "TRM02", "TRM03", "TTL01", "TTL04",
];

impl Profile {
    /// The severity of a rule in this profile; `None` where its findings do not count.
    ///
    /// ```
    /// use cite_lint::finding::Severity;
    /// use cite_lint::lint::Profile;
    /// use cite_lint::rules;
    ///
    /// let incomplete = rules::find("CMP01").unwrap();
    /// assert_eq!(Profile::Default.severity_of(incomplete), Some(Severity::Info));
    /// assert_eq!(Profile::Strict.severity_of(incomplete), Some(Severity::Warning));
    /// assert_eq!(Profile::FormOnly.severity_of(incomplete), None);
    /// ```
    pub fn severity_of(self, rule: &Rule) -> Option<Severity> {
        match self {
            Self::Strict if RAISED.contains(&rule.code) => Some(rule.severity.max(Severity::Warning)),
            Self::FormOnly if LOOKING_UP.contains(&rule.code) => None,
            _ => Some(rule.severity),
        }
    }

    /// Its name in options: `strict`, `default`, `form-only`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Default => "default",
            Self::FormOnly => "form-only",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn the_lists_name_rules() {
        for code in RAISED.iter().chain(&LOOKING_UP) {
            assert!(rules::find(code).is_some(), "{code}");
        }
        assert!(RAISED.is_sorted() && LOOKING_UP.is_sorted());
    }
}
