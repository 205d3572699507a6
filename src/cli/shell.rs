//! What a shell and `man` want to know of the command.

use std::io::{self, Write};

use clap::CommandFactory;

use super::args::{Args, CompletionsArgs, ManArgs};
use super::output::Console;
use super::{FAILED, problem};
use crate::registry::Registry;

/// `cite-lint completions`.
pub(super) fn completions(args: &CompletionsArgs, console: &Console) -> io::Result<u8> {
    let mut written = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "cite-lint", &mut written);
    print(&written, console)
}

/// `cite-lint man`: the page of the command, or those of all its verbs into a folder.
pub(super) fn man(args: &ManArgs, console: &Console) -> io::Result<u8> {
    let Some(folder) = &args.folder else {
        let mut written = Vec::new();
        clap_mangen::Man::new(Args::command()).render(&mut written)?;
        return print(&written, console);
    };
    match clap_mangen::generate_to(Args::command(), folder) {
        Ok(()) => Ok(0),
        Err(error) => {
            console.problem(&folder.display().to_string(), &problem::not_written(&error));
            Ok(FAILED)
        }
    }
}

/// The version of the program, and of the list of known documents that comes with it.
pub(super) fn version(console: &Console) -> io::Result<u8> {
    let abouts = Registry::builtin().abouts();
    let about = abouts.first();
    let coverage = about.map_or("", |about| about.coverage.as_str());
    let date = about.and_then(|about| about.date).map(|date| date.to_string()).unwrap_or_default();
    let registry = console.lang.pick("danh mục có sẵn", "built-in registry");
    print(format!("cite-lint {}\n{registry}: {coverage}, {date}\n", env!("CARGO_PKG_VERSION")).as_bytes(), console)
}

fn print(bytes: &[u8], console: &Console) -> io::Result<u8> {
    let mut out = console.stdout();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(0)
}
