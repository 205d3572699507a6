//! Level 8: one file a format. Nothing here opens a file: every format writes into a writer that is passed in.

mod authorities;
mod clean;
mod concise;
#[cfg(feature = "cli")]
mod ending;
#[cfg(feature = "cli")]
mod excerpt;
mod finding;
#[cfg(feature = "cli")]
mod fix_text;
#[cfg(feature = "cli")]
mod full;
mod github;
mod gitlab;
#[cfg(feature = "cli")]
mod graph;
#[cfg(feature = "cli")]
mod html;
mod json;
mod jsonl;
#[cfg(feature = "cli")]
mod junit;
mod keys;
mod locate;
#[cfg(feature = "cli")]
mod markdown;
mod near_miss;
mod parse_jsonl;
mod parse_text;
mod problem;
mod registry_problem;
mod sarif;
mod state;
mod statistics;
mod summary;
#[cfg(feature = "cli")]
mod wrap;

pub use authorities::{Authorities, Authority, Life};
pub use clean::clean;
pub use concise::concise;
#[cfg(feature = "cli")]
pub use ending::Ending;
#[cfg(feature = "cli")]
pub use full::{Full, full};
pub use github::github;
pub use gitlab::gitlab;
#[cfg(feature = "cli")]
pub use graph::CitationGraph;
#[cfg(feature = "cli")]
pub use html::{html, html_page};
pub use json::{JsonArray, json};
pub use jsonl::jsonl;
#[cfg(feature = "cli")]
pub use junit::{JUNIT_END, JUNIT_START, junit};
#[cfg(feature = "lsp")]
pub(crate) use keys::keyed;
pub use locate::{Locator, Place};
#[cfg(feature = "cli")]
pub use markdown::{markdown, markdown_page};
pub use near_miss::{near_misses_jsonl, near_misses_text};
pub use parse_jsonl::parse_jsonl;
pub use parse_text::{field_name, parse_text, verdict_text};
pub use problem::{rewrite_problem, source_problem};
pub use registry_problem::registry_problem;
pub use sarif::{sarif, sarif_log};
pub use state::state_text;
pub use statistics::{Statistics, StatisticsLine};
pub(crate) use summary::plural;
pub use summary::{Totals, parse_summary, summary};

use crate::finding::Diagnostic;
use crate::source::Source;

/// The findings of one file, as the formats take them.
#[derive(Clone, Copy, Debug)]
pub struct FileReport<'a> {
    /// The name that stands in the report.
    pub file: &'a str,
    /// The file, read.
    pub source: &'a Source<'a>,
    /// What to show, in text order.
    pub diagnostics: &'a [Diagnostic],
}

impl<'a> FileReport<'a> {
    /// The text the spans are bytes of.
    pub fn text(&self) -> &'a str {
        self.source.text()
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_parse;
