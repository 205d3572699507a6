//! The levels of docs/design.md: a module imports only from lower ones.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// Lowest first; modules of one level do not import each other.
const LEVELS: [&[&str]; 11] = [
    &["text"],
    &["citation", "source"],
    &["vocab"],
    &["parse"],
    &["resolve", "registry"],
    &["finding"],
    &["rules"],
    &["lint"],
    &["report"],
    &["lsp"],
    &["cli"],
];

fn level(module: &str) -> usize {
    LEVELS.iter().position(|level| level.contains(&module)).unwrap_or_else(|| panic!("{module} has no level"))
}

fn sources(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

/// The modules of this crate that a line names.
fn imported(line: &str) -> impl Iterator<Item = &str> {
    let code = line.split("//").next().unwrap_or_default();
    code.split("crate::")
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default())
}

#[test]
fn imports_run_downward_only() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    assert!(files.len() > 40);
    let mut upward = Vec::new();
    for file in files {
        let relative = file.strip_prefix(&src).unwrap();
        let module = relative.iter().next().unwrap().to_str().unwrap();
        if relative.components().count() == 1 || module == "bin" {
            continue;
        }
        // Unit tests at the end of a file may look up.
        let text = fs::read_to_string(&file).unwrap();
        for (number, line) in text.lines().take_while(|line| !line.contains("cfg(test)")).enumerate() {
            for target in imported(line).filter(|target| !target.is_empty() && *target != module) {
                if level(target) >= level(module) {
                    upward.push(format!("{}:{}: {module} imports {target}", relative.display(), number + 1));
                }
            }
        }
    }
    assert!(upward.is_empty(), "{}", upward.join("\n"));
}
