//! The pages for each use, and the READMEs: every command in them is one that the tool takes, and every link in them leads to
//! a file.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PAGES: [&str; 21] = [
    "README.md",
    "docs/vi/README.md",
    "docs/office.md",
    "docs/vi/office.md",
    "docs/editor.md",
    "docs/vi/editor.md",
    "docs/ci.md",
    "docs/vi/ci.md",
    "docs/library.md",
    "docs/vi/library.md",
    "docs/configuration.md",
    "docs/vi/configuration.md",
    "docs/design.md",
    "editors/README.md",
    "editors/vscode/README.md",
    "editors/emacs/README.md",
    "editors/helix/README.md",
    "editors/kate/README.md",
    "editors/neovim/README.md",
    "editors/sublime/README.md",
    "editors/zed/README.md",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(page: &str) -> String {
    fs::read_to_string(root().join(page)).unwrap_or_else(|error| panic!("{page}: {error}"))
}

/// `--help` behind the words of a command prints the help, unless an option or a value before it is none.
#[test]
fn commands_parse() {
    let help = Command::new(snapbox::cmd::cargo_bin!("cite-lint")).arg("--help").output().unwrap();
    let verbs = String::from_utf8(help.stdout).unwrap();
    let mut tried = 0;
    for page in PAGES {
        let text = read(page);
        let blocks = text.split("```sh\n").skip(1).filter_map(|after| after.split("```").next());
        let commands = blocks.flat_map(str::lines).map(str::trim).filter(|line| line.starts_with("cite-lint "));
        for line in commands {
            let words = words(line);
            // What is no verb is taken for a file to be checked.
            let is_file = words[1].contains(['.', '/', '-']);
            assert!(is_file || verbs.contains(&format!("\n  {} ", words[1])), "{page}: {line}");
            let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
            let output = command.args(&words[1..]).arg("--help").output().unwrap();
            let complaint = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{page}: {line}\n{complaint}");
            tried += 1;
        }
    }
    assert!(tried > 40, "{tried}");
}

/// The words of a line for a shell: to the comment, the pipe or the redirection, quotes taken off.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut quoted = false;
    let mut word = String::new();
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            '#' | '|' | '>' | '<' if !quoted && word.is_empty() => break,
            ' ' if !quoted => words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty())),
            _ => word.push(letter),
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words
}

#[test]
fn links_lead_somewhere() {
    for page in PAGES {
        let text = read(page);
        let folder = root().join(page).parent().unwrap().to_owned();
        for link in text.split("](").skip(1).filter_map(|after| after.split_once(')')).map(|(link, _)| link) {
            let path = link.split('#').next().unwrap();
            let leads = path.is_empty() || path.starts_with("https://") || exists(&folder.join(path));
            assert!(leads, "{page}: {link}");
        }
    }
}

fn exists(path: &Path) -> bool {
    path.try_exists().unwrap()
}

/// A page and its translation show the same commands and settings: only what is said of them differs.
#[test]
fn both_languages_have_the_same_commands() {
    for name in ["office", "editor", "ci", "library"] {
        let commands = |page: String| {
            let text = read(&page);
            let blocks: Vec<String> = text.split("```").skip(1).step_by(2).map(without_comments).collect();
            assert!(!blocks.is_empty(), "{page}");
            blocks
        };
        assert_eq!(commands(format!("docs/{name}.md")), commands(format!("docs/vi/{name}.md")), "{name}");
    }
}

fn without_comments(block: &str) -> String {
    let lines = block.lines().filter(|line| !line.trim_start().starts_with("//"));
    let lines = lines.map(|line| line.split(" # ").next().unwrap().trim_end());
    lines.collect::<Vec<_>>().join("\n").replace("Lang::Vi", "Lang::En")
}
