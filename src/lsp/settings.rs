use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use serde_json::Value;

use super::uri;
use crate::citation::Date;
use crate::finding::{Lang, Severity};
use crate::lint::{Checked, Linter};
use crate::registry::Registry;

/// How a text is checked: what the configuration near it and the client say.
pub struct Settings {
    /// The known documents.
    pub registry: Cow<'static, Registry>,
    /// The day of the check.
    pub today: Option<Date>,
    /// The lowest severity that is shown.
    pub level: Severity,
    /// The language of the messages.
    pub lang: Lang,
    /// Checks a text against that registry, and leaves out what does not count.
    pub check: Box<Check>,
    /// What is wrong with the configuration, to be told once.
    pub problems: Vec<String>,
}

/// Checks a text, of a file where it has one.
pub type Check = dyn Fn(&Registry, Option<&Path>, &str) -> Checked;

/// Where [`Settings`] come from: asked with the file of a text, where it has one, and with what the client wants.
pub type Source<'s> = dyn FnMut(Option<&Path>, &Wanted) -> Settings + 's;

impl Settings {
    /// All rules, the built-in registry.
    pub fn new(lang: Lang) -> Self {
        Self {
            registry: Cow::Borrowed(Registry::builtin()),
            today: None,
            level: Severity::Info,
            lang,
            check: Box::new(|registry, _, text| Linter::with_registry(registry).check_text(text)),
            problems: Vec::new(),
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { today, level, lang, problems, .. } = self;
        f.debug_struct("Settings")
            .field("today", today)
            .field("level", level)
            .field("lang", lang)
            .field("problems", problems)
            .finish_non_exhaustive()
    }
}

/// What the client wants, by the names of the options; it is stronger than the configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// `strict`, `default`, `form-only`.
    pub profile: Option<String>,
    /// As in `--regime`.
    pub regime: Option<String>,
    /// `info`, `warning`, `error`.
    pub level: Option<String>,
    /// `vi`, `en`.
    pub language: Option<String>,
    /// Registries of one's own; a path that is not whole is one from the folder that is open.
    pub registries: Vec<PathBuf>,
    /// Only these rules.
    pub select: Vec<String>,
    /// Not these rules.
    pub ignore: Vec<String>,
}

impl Wanted {
    /// What the settings of a client say: those under `cite-lint`, where there is such a section. Empty words say nothing.
    pub(super) fn from_json(settings: &Value, root: Option<&Path>) -> Self {
        let settings = settings.get("cite-lint").unwrap_or(settings);
        let word = |name: &str| settings[name].as_str().filter(|word| !word.is_empty()).map(str::to_owned);
        let words = |name: &str| -> Vec<String> {
            let words = settings[name].as_array().into_iter().flatten().filter_map(Value::as_str);
            words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        Self {
            profile: word("profile"),
            regime: word("regime"),
            level: word("level"),
            language: word("language"),
            registries: words("registries").iter().map(|path| root.unwrap_or(Path::new("")).join(path)).collect(),
            select: words("select"),
            ignore: words("ignore"),
        }
    }
}

/// The settings of the texts that are open, by folder.
pub(super) struct Known<'s> {
    source: &'s mut Source<'s>,
    root: Option<PathBuf>,
    wanted: Wanted,
    by_folder: HashMap<Option<PathBuf>, Rc<Settings>>,
}

impl<'s> Known<'s> {
    pub(super) fn new(source: &'s mut Source<'s>) -> Self {
        Self { source, root: None, wanted: Wanted::default(), by_folder: HashMap::new() }
    }

    /// Takes the folder that is open and the options from the parameters of `initialize`.
    pub(super) fn begin(&mut self, params: &Value) {
        let folder = params["workspaceFolders"][0]["uri"].as_str().or(params["rootUri"].as_str());
        self.root = folder.and_then(uri::path);
        self.want(&params["initializationOptions"]);
    }

    /// Takes other settings of the client.
    pub(super) fn want(&mut self, settings: &Value) {
        self.wanted = Wanted::from_json(settings, self.root.as_deref());
        self.forget();
    }

    /// The configuration may have changed.
    pub(super) fn forget(&mut self) {
        self.by_folder.clear();
    }

    /// The settings of a text. One that was never saved lies in the folder that is open.
    pub(super) fn of(&mut self, uri: &str) -> Rc<Settings> {
        let file = uri::path(uri).or_else(|| self.root.as_ref().map(|root| root.join("untitled")));
        let folder = file.as_deref().and_then(Path::parent).map(Path::to_owned);
        if let Some(known) = self.by_folder.get(&folder) {
            return Rc::clone(known);
        }
        let settings = Rc::new((self.source)(file.as_deref(), &self.wanted));
        self.by_folder.insert(folder, Rc::clone(&settings));
        settings
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_of_a_client() {
        let section =
            json!({"profile": "strict", "language": "", "registries": ["own.tsv", "/a.tsv"], "ignore": [1, "CMP"]});
        let root = Path::new("/drafts");
        let wanted = Wanted::from_json(&section, Some(root));
        assert_eq!(wanted.profile.as_deref(), Some("strict"));
        assert_eq!(wanted.language, None);
        assert_eq!(wanted.registries, [PathBuf::from("/drafts/own.tsv"), PathBuf::from("/a.tsv")]);
        assert_eq!(wanted.ignore, ["CMP"]);
        assert_eq!(Wanted::from_json(&json!({"cite-lint": section, "other": 1}), Some(root)), wanted);
        for nothing in [Value::Null, json!([]), json!("x"), json!({"cite-lint": null})] {
            assert_eq!(Wanted::from_json(&nothing, None), Wanted::default());
        }
    }
}
