//! Level 10: the command.

mod accept;
mod annotate;
mod args;
mod authorities;
mod baseline;
mod batch;
mod check;
mod choices;
mod config;
mod explain;
mod fix;
mod globs;
mod input;
mod inputs;
#[cfg(feature = "lsp")]
mod lsp;
mod memory;
mod nearest;
mod output;
mod pack_file;
mod parse;
mod paths;
mod problem;
mod progress;
mod registries;
mod registry;
mod registry_args;
mod registry_build;
mod registry_check;
mod registry_list;
mod replace;
mod rules;
mod select;
mod settings;
mod shell;
mod sink;
mod size;
mod today;
mod unfinished;
mod usage;
mod walk;

use args::{Args, Verb};
use output::Console;

/// The tool could not do its work.
const FAILED: u8 = 2;

/// Runs the command and gives its exit code: 0 nothing at or above `--fail-on`, 1 findings, 2 the tool could not do
/// its work.
pub fn run() -> u8 {
    let words = args::with_verb(std::env::args_os());
    let args = match Args::read(&words) {
        Ok(args) => args,
        Err(error) if error.kind() == clap::error::ErrorKind::DisplayVersion => {
            let console = Console::new(args::language_of(&words), true, choices::Color::Never);
            return shell::version(&console).unwrap_or(FAILED);
        }
        Err(error) => {
            match usage::problem(&error, &words) {
                Some((subject, message)) => {
                    Console::new(args::language_of(&words), true, choices::Color::Never).problem(&subject, &message);
                }
                None => {
                    let _ = error.print();
                }
            }
            return if error.use_stderr() { FAILED } else { 0 };
        }
    };
    let lang = match args.language() {
        Ok(lang) => lang,
        Err(name) => {
            let console = Console::new(args::language_of(&words), true, choices::Color::Never);
            console.problem(&format!("CITE_LINT_LANG={name}"), &problem::no_such_language());
            return FAILED;
        }
    };
    let console = Console::new(lang, args.has_language(), args.global.color);
    if args.verb.lacks_paths() {
        console.notice(problem::no_paths().text(lang));
        return FAILED;
    }
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        // A panic is told with its file by `batch`; here stands only where it was.
        std::panic::set_hook(Box::new(move |panic| {
            let place = panic.location().map(ToString::to_string).unwrap_or_default();
            console.notice(&format!("panic: {place}"));
        }));
    }
    let done = match &args.verb {
        Verb::Check(check) => check::run(check, &console),
        Verb::Fix(fix) => fix::run(fix, &console),
        Verb::Annotate(annotate) => annotate::run(annotate, &console),
        Verb::Parse(parse) => parse::run(parse, &console),
        Verb::Authorities(authorities) => authorities::run(authorities, &console),
        Verb::Explain(explain) => explain::run(explain, &console),
        Verb::Rules(rules) => rules::run(rules, &console),
        Verb::Registry(registry) => registry::run(registry, &console),
        #[cfg(feature = "lsp")]
        Verb::Lsp(lsp) => Ok(lsp::run(lsp, &console)),
        Verb::Config(config) => config::run(config, &console),
        Verb::Completions(completions) => shell::completions(completions, &console),
        Verb::Man(man) => shell::man(man, &console),
    };
    match done {
        Ok(code) => code,
        // A reader that has seen enough (`head`) is no failure.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => 0,
        Err(error) => {
            console.problem("<stdout>", &problem::write_failed(&error));
            FAILED
        }
    }
}
