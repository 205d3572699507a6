use std::io::{self, Write};

use super::output::Console;
use super::registry_args::RegistryBuildArgs;
use super::replace::replace;
use super::{FAILED, problem, registries, today};
use crate::finding::Lang;
use crate::registry::{About, Registry};
use crate::report::{plural, registry_problem};

/// `cite-lint registry build`: compiles registry files, of which the last counts, into one that needs no reading.
pub(super) fn build(args: &RegistryBuildArgs, console: &Console) -> io::Result<u8> {
    let mut registry = Registry::default();
    let mut bad_rows = 0;
    for path in &args.files {
        let name = path.display().to_string();
        match registries::load(path) {
            Err(message) => {
                console.problem(&name, &message);
                return Ok(FAILED);
            }
            Ok(loaded) => {
                for problem in &loaded.problems {
                    console.problem(&name, &registry_problem(problem));
                }
                bad_rows += loaded.problems.len();
                registries::tell_conflicts(Registry::builtin(), &loaded.registry, &name, console);
                registry = registry.overlay(&loaded.registry);
            }
        }
    }
    let name = args.output.display().to_string();
    if bad_rows > 0 && !args.skip_bad {
        console.problem(&name, &problem::not_built(bad_rows));
        return Ok(1);
    }
    let about = About {
        name: args.name.clone().unwrap_or_default(),
        date: args.date.or_else(today::today),
        coverage: args.coverage.clone().unwrap_or_default(),
        licence: args.licence.clone().unwrap_or_default(),
    };
    let pack = match registry.to_pack(&about) {
        Ok(pack) => pack,
        Err(error) => {
            console.problem(&name, &registry_problem(&error));
            return Ok(FAILED);
        }
    };
    if let Err(error) = replace(&args.output, &pack) {
        console.problem(&name, &problem::not_written(&error));
        return Ok(FAILED);
    }
    let (rows, bytes) = (registry.records().count(), super::size::Size(pack.len() as u64));
    let mut out = console.stdout();
    match console.lang {
        Lang::Vi => writeln!(out, "{name}: {rows} văn bản, {bytes}.")?,
        Lang::En => writeln!(out, "{name}: {rows} {}, {bytes}.", plural(rows, "document", "documents"))?,
    }
    out.flush()?;
    Ok(0)
}
