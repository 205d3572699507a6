use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::wrong::wrong;
use crate::cli::problem;
use crate::finding::Message;

/// What an office writes down once, in `cite-lint.toml`. Each key is an option of the command, which is stronger.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct ConfigFile {
    /// Other configurations that hold too, from the folder of this one; what this one says is stronger.
    pub(super) extend: Vec<PathBuf>,
    /// Only these rules: codes, groups (`SYM`) or names.
    pub(super) select: Vec<String>,
    /// Not these rules.
    pub(super) ignore: Vec<String>,
    /// How much is asked: `strict`, `default` or `form-only`.
    pub(super) profile: Option<String>,
    /// Which rules of form: `auto`, `administrative`, `administrative-2011`, `normative`, `normative-2016`, `party`.
    pub(super) regime: Option<String>,
    /// The lowest severity that is shown: `info`, `warning` or `error`.
    pub(super) level: Option<String>,
    /// The lowest severity that makes the exit status 1: `info`, `warning`, `error` or `never`.
    pub(super) fail_on: Option<String>,
    /// The language of the messages: `vi` or `en`.
    pub(super) language: Option<String>,
    /// The day of documents whose head has none: `2024-03-05`.
    pub(super) document_date: Option<String>,
    /// The encoding of the files, where their bytes do not tell: `utf-8`, `windows-1258`, `tcvn3`, `vni`, …
    pub(super) encoding: Option<String>,
    /// How many findings of one rule are listed of one file; the others are counted.
    pub(super) max_findings: Option<usize>,
    /// Files of known documents, from the folder of this file.
    pub(super) registry: Vec<PathBuf>,
    /// The file of findings that are known and not told, from the folder of this file.
    pub(super) baseline: Option<PathBuf>,
    /// What is left out in folders: globs, as in a .gitignore.
    pub(super) exclude: Vec<String>,
    /// Whether `exclude` holds for files that are named on the command line too.
    pub(super) force_exclude: Option<bool>,
    /// `info`, `warning`, `error` or `off` by code or name of a rule.
    pub(super) severity: BTreeMap<String, String>,
    /// What holds in some files only.
    pub(super) per_file: Vec<PerFile>,
    /// Findings that are right as they stand, for files that cannot hold a comment.
    pub(super) accept: Vec<Accept>,
    /// Names, codes and wordings of the office.
    pub(super) own: OwnWords,
}

/// What holds in some files only.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::cli) struct PerFile {
    /// Globs, as in a .gitignore.
    pub(in crate::cli) files: Vec<String>,
    /// Not these rules.
    #[serde(default)]
    pub(in crate::cli) ignore: Vec<String>,
    /// Which rules of form.
    pub(in crate::cli) regime: Option<String>,
    /// The day of those without one.
    pub(in crate::cli) document_date: Option<String>,
}

/// A finding that is right as it stands.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(in crate::cli) struct Accept {
    /// Globs, as in a .gitignore; without any, in all files.
    #[serde(default)]
    pub(in crate::cli) files: Vec<String>,
    /// Code, name or group.
    pub(in crate::cli) rule: String,
    /// Words of the text at the finding; without any, all findings of the rule.
    pub(in crate::cli) text: Option<String>,
    /// Why, for whoever reads the configuration.
    #[serde(default)]
    #[expect(dead_code, reason = "written for people")]
    pub(in crate::cli) reason: Option<String>,
}

/// Names, codes and wordings of the office.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub(in crate::cli) struct OwnWords {
    /// Names of bodies, each with the codes it signs with.
    pub(in crate::cli) bodies: BTreeMap<String, Vec<String>>,
    /// Names of places.
    pub(in crate::cli) places: Vec<String>,
    /// Words that are right as they are written here.
    pub(in crate::cli) words: Vec<String>,
    /// Wordings that are to be reported, each with its right form.
    pub(in crate::cli) phrases: BTreeMap<String, String>,
}

/// Reads one file.
pub(super) fn read(path: &Path) -> Result<ConfigFile, Message> {
    let text = fs::read_to_string(path).map_err(|error| problem::unreadable(&error))?;
    toml::from_str(&text).map_err(|error| wrong(&error, &text))
}

/// The JSON Schema of the file, for editors that complete and check TOML.
pub(super) const SCHEMA: &str = include_str!("../../../docs/cite-lint.schema.json");

#[cfg(test)]
mod tests {
    use super::*;

    /// `SCHEMA=overwrite cargo test schema_is` writes it anew.
    #[test]
    fn the_schema_is_that_of_the_file() {
        let schema = schemars::schema_for!(ConfigFile);
        let made = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("SCHEMA").is_some_and(|value| value == "overwrite") {
            fs::write("docs/cite-lint.schema.json", &made).unwrap();
        } else {
            assert!(made == SCHEMA, "docs/cite-lint.schema.json is old: SCHEMA=overwrite cargo test schema_is");
        }
    }
}
