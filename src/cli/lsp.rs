use std::ffi::OsString;
use std::path::Path;

use clap::Parser;

use super::args::{Args, CheckArgs, LspArgs, Verb};
use super::baseline::BaselineFile;
use super::output::{Console, heard};
use super::settings::Settings;
use super::{registries, today};
use crate::finding::{Diagnostic, Severity};
use crate::lsp::{self, Wanted};

/// `lsp`: 0 when the client said goodbye, else 1, as the protocol has it.
pub(super) fn run(args: &LspArgs, console: &Console) -> u8 {
    u8::from(!lsp::run(&mut |file, wanted| settings(args, console, file, wanted)))
}

/// How a file is checked: as the command checks it where the client's settings are its options. What cannot be used is told,
/// and the text checked without it.
fn settings(args: &LspArgs, console: &Console, file: Option<&Path>, wanted: &Wanted) -> lsp::Settings {
    let console = console.choosing(wanted.language.as_deref().and_then(|word| word.parse().ok()));
    let ((found, registry), problems) = heard(|| {
        let (all, none) = (options(args, wanted), options(args, &Wanted::default()));
        let alone = |options: &[OsString]| [options, &["--no-config".into()]].concat();
        let attempts = [all.clone(), alone(&all), none.clone(), alone(&none)];
        let found = attempts.iter().find_map(|options| of_file(options, file, &console));
        let paths = found.as_ref().map_or(&[][..], |(settings, _)| &settings.args.input.registry);
        let registry = registries::open(paths, &console);
        (found, registry)
    });
    let mut settings = lsp::Settings { problems, today: today::today(), ..lsp::Settings::new(console.lang) };
    if let Some(registry) = registry {
        settings.registry = registry;
    }
    if let Some((found, baseline)) = found {
        settings.lang = found.console.lang;
        settings.level = found.level.unwrap_or(Severity::Info);
        settings.check = Box::new(move |registry, file, text| {
            let file = file.unwrap_or(Path::new(UNSAVED));
            let linter = found.linter_for(file, found.linter(registry)).with_most(lsp::MOST);
            let mut checked = linter.check_text(text);
            found.apply(file, text, &mut checked.diagnostics);
            found.apply_to_folded(file, &mut checked.folded);
            take_known(baseline.as_ref(), file, &mut checked.diagnostics);
            checked
        });
    }
    settings
}

/// The name of a text that has none yet.
const UNSAVED: &str = "untitled.txt";

/// Takes out what the office knows already.
fn take_known(baseline: Option<&BaselineFile>, file: &Path, diagnostics: &mut Vec<Diagnostic>) {
    if let Some(baseline) = baseline {
        baseline.take(&baseline.name_of(file), diagnostics);
    }
}

/// The settings of a check with these options; what is wrong with them was told where there are none.
fn of_file(options: &[OsString], file: Option<&Path>, console: &Console) -> Option<(Settings, Option<BaselineFile>)> {
    let args = match parsed(options, file) {
        Ok(args) => args,
        Err(error) => {
            let text = error.to_string();
            console.notice(text.lines().next().unwrap_or_default());
            return None;
        }
    };
    let settings = Settings::new(&args.lint, console)?;
    let baseline = BaselineFile::open(&args, &settings).ok()?;
    Some((settings, baseline))
}

/// The options of a check of the file.
fn parsed(options: &[OsString], file: Option<&Path>) -> Result<CheckArgs, clap::Error> {
    let command = ["cite-lint", "check"].map(OsString::from).into_iter().chain(options.iter().cloned());
    let file = file.unwrap_or(Path::new("."));
    let words = command.chain(["--".into(), file.into()]);
    match Args::try_parse_from(words)?.verb {
        Verb::Check(check) => Ok(check),
        _ => Err(clap::Error::new(clap::error::ErrorKind::InvalidSubcommand)),
    }
}

/// What the client wants, as options; it counts more than what the server was started with.
fn options(args: &LspArgs, wanted: &Wanted) -> Vec<OsString> {
    let profile = wanted.profile.as_deref().or(args.profile.map(|profile| profile.name()));
    let named = [
        ("--lang", wanted.language.as_deref()),
        ("--profile", profile),
        ("--regime", wanted.regime.as_deref()),
        ("--level", wanted.level.as_deref()),
    ];
    let mut options: Vec<OsString> = Vec::new();
    for (name, value) in named {
        options.extend(value.map(|value| format!("{name}={value}").into()));
    }
    for (name, words) in [("--select", &wanted.select), ("--ignore", &wanted.ignore)] {
        options.extend(words.iter().map(|word| format!("{name}={word}").into()));
    }
    for path in args.registry.iter().chain(&wanted.registries) {
        options.extend(["--registry".into(), path.into()]);
    }
    options
}
