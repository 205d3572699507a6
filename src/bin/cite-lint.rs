//! The `cite-lint` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(cite_lint::cli::run())
}
