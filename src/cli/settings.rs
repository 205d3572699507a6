use std::path::{Path, PathBuf};

use super::accept::Accepted;
use super::args::LintArgs;
use super::choices::{FailOn, RegimeChoice};
use super::config::{Config, PerFile, Rooted};
use super::globs::Globs;
use super::nearest::nearest;
use super::output::Console;
use super::select::Selection;
use super::{inputs, today};
use crate::citation::Date;
use crate::finding::{Diagnostic, Message, Severity};
use crate::lint::{Folded, Linter, Office, PROFILES, Profile, Severities};
use crate::registry::Registry;
use crate::rules::{self, REGIMES, Regime, Rule};

/// The options of a check with what the configuration says where they say nothing.
#[derive(Debug)]
pub(super) struct Settings {
    /// The options; paths, registries and exclusions are those of both.
    pub(super) args: LintArgs,
    pub(super) profile: Profile,
    pub(super) regime: RegimeChoice,
    pub(super) level: Option<Severity>,
    pub(super) fail_on: FailOn,
    pub(super) baseline: Option<PathBuf>,
    pub(super) max_findings: Option<usize>,
    /// The configurations that were read, the nearest first.
    pub(super) config: Vec<PathBuf>,
    /// How to speak: as the options say, else as the configuration does.
    pub(super) console: Console,
    document_date: Option<Date>,
    office: Option<Office>,
    /// Of the rules that are off, and of those whose findings are as grave as the office says.
    severities: Severities,
    per_file: Vec<InSomeFiles>,
    accepted: Vec<Accepted>,
}

/// What holds in some files only.
#[derive(Debug)]
struct InSomeFiles {
    files: Globs,
    selection: Selection,
    regime: Option<RegimeChoice>,
    document_date: Option<Date>,
}

impl Settings {
    /// Reads the configuration; what is wrong with it, or with the options, was told where there are none.
    pub(super) fn new(args: &LintArgs, console: &Console) -> Option<Self> {
        let (input, config) = inputs::opened(&args.input, console)?;
        let args = LintArgs { input, ..args.clone() };
        let selection = Selection::new(&args.select, &args.ignore);
        let selection = selection.map_err(|(word, message)| console.problem(&word, &message)).ok()?;
        let name = config.files.first().map(|path| path.display().to_string()).unwrap_or_default();
        let told = |message: Message| console.problem(&name, &message);
        Self::merged(args, selection, config, console).map_err(told).ok()
    }

    fn merged(args: LintArgs, selection: Selection, config: Config, console: &Console) -> Result<Self, Message> {
        let of_file = Selection::new(&config.select, &config.ignore).map_err(|(word, _)| unknown_rule(&word))?;
        let profile = chosen(config.profile.as_deref(), "profile", PROFILES.map(|profile| (profile.name(), profile)))?;
        let levels = ["info", "warning", "error"].map(|name| (name, name.parse().unwrap_or(Severity::Info)));
        let level = chosen(config.level.as_deref(), "level", levels)?;
        let fail_on = chosen(config.fail_on.as_deref(), "fail-on", FailOn::NAMED)?;
        let regime = regime(config.regime.as_deref())?;
        let language = ["vi", "en"].map(|name| (name, name.parse().unwrap_or_default()));
        let language = chosen(config.language.as_deref(), "language", language)?;
        let document_date = day(config.document_date.as_deref())?;
        Ok(Self {
            profile: args.profile.or(profile).unwrap_or_default(),
            regime: args.regime.or(regime).unwrap_or(RegimeChoice(None)),
            level: args.level.or(level),
            fail_on: args.fail_on.or(fail_on).unwrap_or_default(),
            console: console.speaking(language),
            document_date: args.document_date.or(document_date),
            office: office(&config),
            // The options choose among what the office uses.
            severities: severities(&config, &selection.and(of_file))?,
            per_file: config.per_file.iter().map(in_some_files).collect::<Result<_, _>>()?,
            accepted: config.accept.into_iter().map(Accepted::new).collect::<Result<_, _>>()?,
            baseline: config.baseline,
            max_findings: config.max_findings,
            config: config.files,
            args,
        })
    }

    /// Checks as the options say.
    pub(super) fn linter<'a>(&'a self, registry: &'a Registry) -> Linter<'a> {
        let mut linter = Linter::with_registry(registry).with_profile(self.profile).with_severities(&self.severities);
        if let Some(day) = self.args.today.or_else(today::today) {
            linter = linter.with_today(day);
        }
        if let Some(office) = &self.office {
            linter = linter.with_office(office);
        }
        linter
    }

    /// Checks one file: the options count most, then what is said of it, then what is said of all.
    pub(super) fn linter_for<'a>(&self, file: &Path, mut linter: Linter<'a>) -> Linter<'a> {
        if let Some(regime) = self.regime_for(file).0 {
            linter = linter.with_regime(regime);
        }
        let of_file = self.of_file(file).filter_map(|some| some.document_date).last();
        if let Some(date) = self.args.document_date.or(of_file).or(self.document_date) {
            linter = linter.with_document_date(date);
        }
        linter
    }

    /// Which rules of form hold in a file.
    pub(super) fn regime_for(&self, file: &Path) -> RegimeChoice {
        let of_file = self.of_file(file).filter_map(|some| some.regime).last();
        self.args.regime.or(of_file).unwrap_or(self.regime)
    }

    /// What is said of a file.
    fn of_file<'s>(&'s self, file: &'s Path) -> impl Iterator<Item = &'s InSomeFiles> {
        self.per_file.iter().filter(|some| some.files.name(file, false))
    }

    /// The severity of a rule in files that nothing else is said of; `None` where it is off.
    pub(super) fn severity_of(&self, rule: &Rule) -> Option<Severity> {
        self.severities.of(rule, self.profile)
    }

    /// Whether findings are accepted.
    pub(super) fn accepts_findings(&self) -> bool {
        !self.accepted.is_empty()
    }

    /// Leaves out the findings in a file that do not count there.
    pub(super) fn apply(&self, file: &Path, text: &str, diagnostics: &mut Vec<Diagnostic>) {
        let of_file: Vec<&Selection> = self.of_file(file).map(|some| &some.selection).collect();
        let accepted: Vec<&Accepted> = self.accepted.iter().filter(|accepted| accepted.is_of(file)).collect();
        diagnostics.retain(|diagnostic| {
            of_file.iter().all(|selection| selection.takes(diagnostic.rule))
                && !accepted.iter().any(|accepted| accepted.accepts(diagnostic, text))
        });
    }

    /// The same of findings that are only counted.
    pub(super) fn apply_to_folded(&self, file: &Path, folded: &mut Vec<Folded>) {
        let of_file: Vec<&Selection> = self.of_file(file).map(|some| &some.selection).collect();
        folded.retain(|folded| of_file.iter().all(|selection| selection.takes(folded.rule)));
    }

    /// Tells what the configuration accepts and no file has any more.
    pub(super) fn tell_unused(&self) {
        let name = self.config.first().map(|path| path.display().to_string()).unwrap_or_default();
        for accepted in self.accepted.iter().filter(|accepted| accepted.is_unused()) {
            self.console.problem(&name, &accepted.unused());
        }
    }
}

/// What the configuration says the office has of its own.
fn office(config: &Config) -> Option<Office> {
    let own = &config.own;
    let names = own.bodies.keys().chain(&own.places).chain(&own.words);
    let (mut office, codes) = (Office::new().with_names(names), own.bodies.values().flatten());
    office = office.with_codes(codes);
    for (wrong, right) in &own.phrases {
        office = office.with_phrase(wrong, right);
    }
    let has_any = !(own.bodies.is_empty() && own.places.is_empty() && own.words.is_empty() && own.phrases.is_empty());
    has_any.then_some(office)
}

fn regime(name: Option<&str>) -> Result<Option<RegimeChoice>, Message> {
    let regimes = REGIMES.map(|regime| (regime.name(), Some(regime)));
    let regimes = regimes.into_iter().chain([("auto", None::<Regime>)]);
    Ok(chosen(name, "regime", regimes)?.map(RegimeChoice))
}

fn day(text: Option<&str>) -> Result<Option<Date>, Message> {
    let Some(text) = text else { return Ok(None) };
    text.parse().map(Some).map_err(|_| {
        Message::new(
            format!("document-date: ‘{text}’ không phải ngày; viết như 2024-03-05"),
            format!("document-date: ‘{text}’ is no day; write it as in 2024-03-05"),
        )
    })
}

fn in_some_files(entry: &Rooted<PerFile>) -> Result<InSomeFiles, Message> {
    let Rooted { root, what } = entry;
    let globs = what.files.iter().map(|glob| Rooted { root: root.clone(), what: glob.as_str() });
    Ok(InSomeFiles {
        files: Globs::new(globs).map_err(|(_, message)| message)?,
        selection: Selection::new(&[], &what.ignore).map_err(|(word, _)| unknown_rule(&word))?,
        regime: regime(what.regime.as_deref())?,
        document_date: day(what.document_date.as_deref())?,
    })
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

pub(super) fn unknown_rule(word: &str) -> Message {
    let near = nearest(word, rules::all().iter().flat_map(|rule| [rule.code, rule.name]));
    let (vi, en) = match near {
        Some(near) => (format!("; có phải ‘{near}’?"), format!("; is ‘{near}’ meant?")),
        None => (String::new(), String::new()),
    };
    Message::new(format!("không có quy tắc ‘{word}’{vi}"), format!("no rule ‘{word}’{en}"))
}

fn severities(config: &Config, selection: &Selection) -> Result<Severities, Message> {
    let values = [
        ("off", None),
        ("info", Some(Severity::Info)),
        ("warning", Some(Severity::Warning)),
        ("error", Some(Severity::Error)),
    ];
    let mut severities = Severities::default();
    for (word, severity) in &config.severity {
        let rule = rules::find(word).ok_or_else(|| unknown_rule(word))?;
        if let Some(severity) = chosen(Some(severity), &format!("severity, {word}"), values)? {
            severities.set(rule, severity);
        }
    }
    for rule in rules::all().iter().filter(|rule| !selection.takes(rule.code)) {
        severities.set(rule, None);
    }
    Ok(severities)
}
