use std::collections::HashMap;
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::args::{FailOn, LintArgs, RegimeChoice};
use super::config_file::{self, ConfigFile};
use super::nearest::nearest;
use super::output::Console;
use super::select::Selection;
use crate::finding::{Diagnostic, Message, Severity};
use crate::lint::{PROFILES, Profile};
use crate::rules::{self, REGIMES, Regime};

/// The options of a check with what the configuration says where they say nothing.
pub(super) struct Settings {
    /// The options; registries and exclusions are those of both.
    pub(super) args: LintArgs,
    pub(super) profile: Profile,
    pub(super) regime: RegimeChoice,
    pub(super) level: Option<Severity>,
    pub(super) fail_on: FailOn,
    /// The configuration that was read.
    pub(super) config: Option<PathBuf>,
    selection: Selection,
    /// By code; `None` where a rule is off.
    severities: HashMap<&'static str, Option<Severity>>,
    per_file: Vec<(Gitignore, Selection)>,
}

impl Settings {
    /// Reads the configuration; what is wrong with it, or with the options, was told where there are none.
    pub(super) fn new(args: &LintArgs, console: &Console) -> Option<Self> {
        let first = args.input.paths.first().map_or(Path::new("."), PathBuf::as_path);
        let config = match (&args.config, args.no_config) {
            (_, true) => None,
            (Some(path), _) => Some(path.clone()),
            (None, false) => config_file::nearest_to(first),
        };
        let name = config.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        let told = |message: Message| console.problem(&name, &message);
        let file = match &config {
            Some(path) => config_file::read(path).map_err(told).ok()?,
            None => ConfigFile::default(),
        };
        let selection = Selection::new(&args.select, &args.ignore);
        let selection = selection.map_err(|(word, message)| console.problem(&word, &message)).ok()?;
        Self::merged(args, selection, &file, config).map_err(told).ok()
    }

    fn merged(
        args: &LintArgs,
        selection: Selection,
        file: &ConfigFile,
        config: Option<PathBuf>,
    ) -> Result<Self, Message> {
        let mut args = args.clone();
        args.input.registry = file.registry.iter().chain(&args.input.registry).cloned().collect();
        args.input.exclude.extend(file.exclude.iter().cloned());
        let of_file = Selection::new(&file.select, &file.ignore).map_err(|(word, _)| unknown_rule(&word))?;
        let profile = chosen(file.profile.as_deref(), "profile", PROFILES.map(|profile| (profile.name(), profile)))?;
        let regimes = REGIMES.map(|regime| (regime.name(), Some(regime)));
        let regimes = regimes.into_iter().chain([("auto", None::<Regime>)]);
        let regime = chosen(file.regime.as_deref(), "regime", regimes)?.map(RegimeChoice);
        let severities = ["info", "warning", "error"].map(|name| (name, name.parse().unwrap_or(Severity::Info)));
        let level = chosen(file.level.as_deref(), "level", severities)?;
        let fail_on = chosen(file.fail_on.as_deref(), "fail-on", FailOn::NAMED)?;
        let root = config.as_deref().and_then(Path::parent).unwrap_or(Path::new("."));
        Ok(Self {
            profile: args.profile.or(profile).unwrap_or_default(),
            regime: args.regime.or(regime).unwrap_or(RegimeChoice(None)),
            level: args.level.or(level),
            fail_on: args.fail_on.or(fail_on).unwrap_or_default(),
            // The options choose among what the office uses.
            selection: selection.and(of_file),
            severities: by_rule(file)?,
            per_file: per_file(file, root)?,
            config,
            args,
        })
    }

    /// Whether the findings of a rule count in files that nothing else is said of.
    pub(super) fn takes(&self, rule: &rules::Rule) -> bool {
        self.selection.takes(rule.code) && self.severity_of(rule).is_some()
    }

    /// The severity of a rule; `None` where it is off.
    pub(super) fn severity_of(&self, rule: &rules::Rule) -> Option<Severity> {
        match self.severities.get(rule.code) {
            Some(severity) => *severity,
            None => self.profile.severity_of(rule),
        }
    }

    /// Leaves out the findings in a file that do not count, and gives the others the severity that the office wants.
    pub(super) fn apply(&self, file: &Path, diagnostics: &mut Vec<Diagnostic>) {
        let of_file = self.per_file.iter().filter(|(files, _)| files.matched(file, false).is_ignore());
        let of_file: Vec<&Selection> = of_file.map(|(_, selection)| selection).collect();
        diagnostics.retain_mut(|diagnostic| {
            let code = diagnostic.rule;
            if let Some(severity) = self.severities.get(code) {
                match severity {
                    Some(severity) => diagnostic.severity = *severity,
                    None => return false,
                }
            }
            self.selection.takes(code) && of_file.iter().all(|selection| selection.takes(code))
        });
    }
}

/// The value of a key by its name.
fn chosen<T>(
    name: Option<&str>,
    key: &str,
    values: impl IntoIterator<Item = (&'static str, T)>,
) -> Result<Option<T>, Message> {
    let Some(name) = name else { return Ok(None) };
    let (mut names, mut found) = (Vec::new(), None);
    for (value_name, value) in values {
        names.push(value_name);
        if value_name == name {
            found = Some(value);
        }
    }
    let listed = names.join(", ");
    found.map(Some).ok_or_else(|| {
        Message::new(
            format!("{key}: không có ‘{name}’; chọn: {listed}"),
            format!("{key}: no ‘{name}’; choose from {listed}"),
        )
    })
}

fn unknown_rule(word: &str) -> Message {
    let near = nearest(word, rules::all().iter().flat_map(|rule| [rule.code, rule.name]));
    let (vi, en) = match near {
        Some(near) => (format!("; có phải ‘{near}’?"), format!("; is ‘{near}’ meant?")),
        None => (String::new(), String::new()),
    };
    Message::new(format!("không có quy tắc ‘{word}’{vi}"), format!("no rule ‘{word}’{en}"))
}

fn by_rule(file: &ConfigFile) -> Result<HashMap<&'static str, Option<Severity>>, Message> {
    let values = [
        ("off", None),
        ("info", Some(Severity::Info)),
        ("warning", Some(Severity::Warning)),
        ("error", Some(Severity::Error)),
    ];
    let mut severities = HashMap::new();
    for (word, severity) in &file.severity {
        let rule = rules::find(word).ok_or_else(|| unknown_rule(word))?;
        if let Some(severity) = chosen(Some(severity), &format!("severity, {word}"), values)? {
            severities.insert(rule.code, severity);
        }
    }
    Ok(severities)
}

fn per_file(file: &ConfigFile, root: &Path) -> Result<Vec<(Gitignore, Selection)>, Message> {
    let mut all = Vec::new();
    for entry in &file.per_file {
        let mut builder = GitignoreBuilder::new(root);
        for glob in &entry.files {
            builder.add_line(None, glob).map_err(|error| Message::new(error.to_string(), error.to_string()))?;
        }
        let files = builder.build().map_err(|error| Message::new(error.to_string(), error.to_string()))?;
        let selection = Selection::new(&[], &entry.ignore).map_err(|(word, _)| unknown_rule(&word))?;
        all.push((files, selection));
    }
    Ok(all)
}
