use std::io::{self, Write};

use super::output::Console;
use super::registry_args::RegistryCheckArgs;
use super::{FAILED, problem, registries};
use crate::finding::Lang;
use crate::registry::Registry;
use crate::report;

/// `cite-lint registry check`: tells what is wrong with registry files, row by row.
pub(super) fn check(args: &RegistryCheckArgs, console: &Console) -> io::Result<u8> {
    let mut out = console.stdout();
    let mut found = 0;
    for path in &args.files {
        let name = path.display().to_string();
        let loaded = match registries::load(path) {
            Ok(loaded) => loaded,
            Err(message) => {
                console.problem(&name, &message);
                return Ok(FAILED);
            }
        };
        let bad_rows = loaded.problems.iter().map(report::registry_problem);
        let conflicts = Registry::builtin().conflicts(&loaded.registry).into_iter();
        let conflicts = conflicts.map(|(known, own)| problem::registry_conflict(known.id(), own.id()));
        for message in bad_rows.chain(conflicts) {
            writeln!(out, "{name}: {}", report::clean(message.text(console.lang)))?;
            found += 1;
        }
        let bad = loaded.problems.len() + loaded.registry.damaged_rows();
        found += loaded.registry.damaged_rows();
        let good = loaded.registry.records().count();
        match console.lang {
            Lang::Vi => writeln!(out, "{name}: {good} văn bản đọc được, {bad} dòng sai.")?,
            Lang::En => writeln!(out, "{name}: documents read: {good}, bad rows: {bad}.")?,
        }
    }
    out.flush()?;
    Ok(u8::from(found > 0))
}
