//! What stands behind an option: the values it may have, and how they are read.

use std::path::PathBuf;

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::usage::NotOneOf;
use crate::finding::{Lang, Severity};
use crate::lint::{PROFILES, Profile};
use crate::rules::{REGIMES, Regime};
use crate::source::Encoding;

/// A regime of the user's choice, or the one that the head of each document tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RegimeChoice(pub(super) Option<Regime>);

/// A format, and the file it goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FormatChoice {
    pub(super) format: CheckFormat,
    pub(super) file: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    #[default]
    Full,
    Concise,
    Html,
    Markdown,
    Json,
    Jsonl,
    Sarif,
    Github,
    Gitlab,
    Junit,
}

impl CheckFormat {
    /// Whether how much was checked, and how much is not shown, stands behind the findings.
    pub(super) const fn has_summary(self) -> bool {
        match self {
            Self::Full | Self::Concise | Self::Html | Self::Markdown => true,
            Self::Json | Self::Jsonl | Self::Sarif | Self::Github | Self::Gitlab | Self::Junit => false,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ParseFormat {
    #[default]
    Text,
    Jsonl,
    Dot,
    Graphml,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum AuthoritiesFormat {
    #[default]
    Md,
    Csv,
    Json,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum RulesFormat {
    #[default]
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Info,
    Warning,
    #[default]
    Error,
    Never,
}

impl FailOn {
    /// By their names in options.
    pub(super) const NAMED: [(&'static str, Self); 4] =
        [("info", Self::Info), ("warning", Self::Warning), ("error", Self::Error), ("never", Self::Never)];

    /// The severity, unless it is never.
    pub(super) const fn severity(self) -> Option<Severity> {
        match self {
            Self::Info => Some(Severity::Info),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
            Self::Never => None,
        }
    }
}

pub(super) fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(["vi", "en"]).try_map(|name| name.parse::<Lang>())
}

pub(super) fn format_choice(words: &str) -> Result<FormatChoice, NotOneOf> {
    let (name, file) = match words.split_once('=') {
        Some((name, file)) => (name, Some(PathBuf::from(file))),
        None => (words, None),
    };
    let format = CheckFormat::from_str(name, false).map_err(|_| {
        let values = CheckFormat::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        NotOneOf(values.map(|value| value.get_name().to_owned()).collect())
    })?;
    Ok(FormatChoice { format, file })
}

pub(super) fn profile() -> impl TypedValueParser<Value = Profile> {
    let find = |name: String| PROFILES.into_iter().find(|profile| profile.name() == name).unwrap_or_default();
    PossibleValuesParser::new(PROFILES.map(Profile::name)).map(find)
}

pub(super) fn regime() -> impl TypedValueParser<Value = RegimeChoice> {
    let names = std::iter::once("auto").chain(REGIMES.map(Regime::name));
    let find = |name: String| RegimeChoice(REGIMES.into_iter().find(|regime| regime.name() == name));
    PossibleValuesParser::new(names).map(find)
}

pub(super) fn encoding() -> impl TypedValueParser<Value = Encoding> {
    PossibleValuesParser::new(Encoding::NAMES).try_map(|name| name.parse::<Encoding>())
}

pub(super) fn severity() -> impl TypedValueParser<Value = Severity> {
    PossibleValuesParser::new(["info", "warning", "error"]).try_map(|name| name.parse::<Severity>())
}
