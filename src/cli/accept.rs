use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::config::{Accept, Rooted};
use super::globs::Globs;
use super::settings::unknown_rule;
use crate::finding::{Diagnostic, Message};
use crate::rules;

/// Findings that the configuration says are right as they stand: for files that cannot hold a comment.
#[derive(Debug)]
pub(super) struct Accepted {
    files: Globs,
    rule: String,
    text: Option<String>,
    /// Whether one of its files was checked, and whether a finding was there. Files are checked on several threads.
    met: AtomicBool,
    used: AtomicBool,
}

impl Accepted {
    pub(super) fn new(entry: Rooted<Accept>) -> Result<Self, Message> {
        let Rooted { root, what } = entry;
        if !rules::all().iter().any(|rule| rule.is_meant_by(&what.rule)) {
            return Err(unknown_rule(&what.rule));
        }
        let globs = what.files.iter().map(|glob| Rooted { root: root.clone(), what: glob.as_str() });
        let files = Globs::new(globs).map_err(|(_, message)| message)?;
        Ok(Self { files, rule: what.rule, text: what.text, met: AtomicBool::new(false), used: AtomicBool::new(false) })
    }

    /// Whether it is said of this file.
    pub(super) fn is_of(&self, file: &Path) -> bool {
        let is_of = self.files.is_empty() || self.files.name(file, false);
        self.met.fetch_or(is_of, Ordering::Relaxed);
        is_of
    }

    /// Whether a finding in one of its files is right as it stands.
    pub(super) fn accepts(&self, diagnostic: &Diagnostic, text: &str) -> bool {
        let of_rule = rules::find(diagnostic.rule).is_some_and(|rule| rule.is_meant_by(&self.rule));
        let words = diagnostic.span.slice(text);
        let accepts = of_rule && self.text.as_deref().is_none_or(|meant| words.contains(meant));
        self.used.fetch_or(accepts, Ordering::Relaxed);
        accepts
    }

    /// Whether its files were checked and have no such finding.
    pub(super) fn is_unused(&self) -> bool {
        self.met.load(Ordering::Relaxed) && !self.used.load(Ordering::Relaxed)
    }

    /// What is said of one that is not used.
    pub(super) fn unused(&self) -> Message {
        let text = self.text.as_deref().map(|text| format!(" ‘{text}’")).unwrap_or_default();
        let rule = &self.rule;
        Message::new(
            format!("accept: không còn phát hiện {rule}{text} — bỏ mục này"),
            format!("accept: no finding of {rule}{text} any more — take this entry out"),
        )
    }
}
