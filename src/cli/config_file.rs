use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::nearest::nearest;
use super::problem;
use crate::finding::Message;

/// What an office writes down once, in `cite-lint.toml`: each key is an option of the command, which is stronger.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct ConfigFile {
    pub(super) select: Vec<String>,
    pub(super) ignore: Vec<String>,
    pub(super) profile: Option<String>,
    pub(super) regime: Option<String>,
    pub(super) level: Option<String>,
    pub(super) fail_on: Option<String>,
    /// From the folder of the file.
    pub(super) registry: Vec<PathBuf>,
    /// Globs, as in a .gitignore.
    pub(super) exclude: Vec<String>,
    /// `info`, `warning`, `error` or `off` by code or name.
    pub(super) severity: BTreeMap<String, String>,
    pub(super) per_file: Vec<PerFile>,
}

/// What is left out in some files.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PerFile {
    /// Globs, as in a .gitignore.
    pub(super) files: Vec<String>,
    pub(super) ignore: Vec<String>,
}

const KEYS: [&str; 12] = [
    "select", "ignore", "profile", "regime", "level", "fail-on", "registry", "exclude", "severity", "per-file",
    "files", "ignore",
];

/// The names of the file, in each folder upward.
const NAMES: [&str; 2] = ["cite-lint.toml", ".config/cite-lint.toml"];

/// The nearest configuration from the folder of a path upward.
pub(super) fn nearest_to(path: &Path) -> Option<PathBuf> {
    let start = if path.is_dir() { path } else { path.parent()? };
    let start = if start.as_os_str().is_empty() { Path::new(".") } else { start };
    // Without a whole path there is no upward.
    let start = fs::canonicalize(start).ok()?;
    start.ancestors().flat_map(|folder| NAMES.map(|name| folder.join(name))).find(|file| file.is_file())
}

/// Reads a configuration.
pub(super) fn read(path: &Path) -> Result<ConfigFile, Message> {
    let text = fs::read_to_string(path).map_err(|error| problem::unreadable(&error))?;
    let mut config: ConfigFile = toml::from_str(&text).map_err(|error| wrong(&error, &text))?;
    let folder = path.parent().filter(|folder| !folder.ends_with(".config")).or_else(|| path.parent()?.parent());
    for registry in &mut config.registry {
        *registry = folder.unwrap_or(Path::new("")).join(&*registry);
    }
    Ok(config)
}

/// What is wrong, on which line, and the key that may be meant.
fn wrong(error: &toml::de::Error, text: &str) -> Message {
    let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
    let message = error.message();
    let unknown = message.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next());
    match unknown {
        Some(key) => {
            let (vi, en) = match nearest(key, KEYS) {
                Some(right) => (format!("; có phải ‘{right}’?"), format!("; is ‘{right}’ meant?")),
                None => (String::new(), String::new()),
            };
            Message::new(
                format!("dòng {line}: không có khóa ‘{key}’{vi}"),
                format!("line {line}: unknown key ‘{key}’{en}"),
            )
        }
        None => Message::new(format!("dòng {line}: {message}"), format!("line {line}: {message}")),
    }
}
