//! What the README pages and docs/design.md tell stays true: the examples hold the mistakes that were planted and no
//! others, the screens are what the command prints, the commands and rules that are named exist, the registry has the
//! size they tell.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use cite_lint::lint::Linter;
use cite_lint::registry::{Confidence, Registry};
use cite_lint::rules;
use serde_json::Value;

const PAGES: [&str; 2] = ["README.md", "docs/vi/README.md"];

/// What was planted, by rule.
const PLANTED: [(&str, &[(&str, usize)]); 2] = [
    (
        "examples/bao-cao.txt",
        &[
            ("CMP01", 6),
            ("DAT01", 1),
            ("DAT06", 1),
            ("DAT07", 1),
            ("ENC01", 1),
            ("SYM06", 1),
            ("SYM08", 1),
            ("TRM01", 1),
        ],
    ),
    (
        "examples/ke-hoach.txt",
        &[
            ("AGR01", 1),
            ("AGR02", 1),
            ("CMP01", 2),
            ("DAT01", 1),
            ("DRF01", 2),
            ("NAM01", 1),
            ("STR01", 1),
            ("SYM01", 1),
            ("SYM03", 1),
            ("SYM04", 1),
            ("SYM05", 1),
            ("SYM14", 1),
        ],
    ),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn cite_lint(args: &str) -> Output {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    command.current_dir(root()).args(args.split_whitespace());
    command.env_remove("CITE_LINT_LANG").env_remove("CLICOLOR_FORCE").output().unwrap()
}

fn printed(args: &str) -> String {
    String::from_utf8(cite_lint(args).stdout).unwrap()
}

#[test]
fn each_example_holds_what_was_planted_and_nothing_else() {
    for (example, planted) in PLANTED {
        let mut found: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in Linter::new().lint(&read(example)) {
            *found.entry(finding.rule).or_default() += 1;
        }
        assert_eq!(found, planted.iter().copied().collect(), "{example}");
    }
}

#[test]
fn every_example_is_in_the_table() {
    let mut examples: Vec<String> = fs::read_dir(root().join("examples"))
        .unwrap()
        .map(|entry| format!("examples/{}", entry.unwrap().file_name().to_str().unwrap()))
        .collect();
    examples.sort();
    assert_eq!(examples, PLANTED.map(|(example, _)| example));
}

#[test]
fn the_two_commands_stand_in_the_readme_and_the_first_ends_as_it_says() {
    for page in PAGES {
        let text = read(page);
        for command in ["\ncargo run --release -- examples/ke-hoach.txt\n", "\ncargo test\n"] {
            assert!(text.contains(command), "{page}: {command}");
        }
    }
    assert_eq!(cite_lint("examples/ke-hoach.txt").status.code(), Some(1));
}

/// A block after `<!-- screen: ARGS -->` is what `cite-lint ARGS` prints, in this order, with `[…]` where lines are left
/// out.
#[test]
fn screens_are_what_the_command_prints() {
    for page in PAGES {
        let text = read(page);
        let screens: Vec<&str> = text.split("<!-- screen: ").skip(1).collect();
        assert!(!screens.is_empty(), "{page}");
        for screen in screens {
            let (args, after) = screen.split_once(" -->").unwrap();
            let output = printed(args);
            let mut rest = output.as_str();
            for part in block(after, "text").split("\n\n[…]\n\n") {
                let Some(at) = rest.find(part) else {
                    panic!("{page} shows, for {args}:\n\n{part}\n\nbut the command prints:\n\n{output}")
                };
                rest = &rest[at + part.len()..];
            }
        }
    }
}

/// A block after `<!-- json: ARGS -->` is one of the objects that `cite-lint ARGS` prints, laid out for reading.
#[test]
fn json_in_the_design_is_what_the_command_prints() {
    let text = read("docs/design.md");
    let examples: Vec<&str> = text.split("<!-- json: ").skip(1).collect();
    assert_eq!(examples.len(), 2);
    for example in examples {
        let (args, after) = example.split_once(" -->").unwrap();
        let shown: Value = serde_json::from_str(block(after, "json")).unwrap();
        let output = printed(args);
        let found = output.lines().any(|line| serde_json::from_str::<Value>(line).unwrap() == shown);
        assert!(found, "docs/design.md shows, for {args}:\n\n{shown}\n\nbut the command prints:\n\n{output}");
    }
}

#[test]
fn rules_and_verbs_that_are_named_exist() {
    let verbs = printed("--help");
    for page in PAGES.into_iter().chain(["docs/design.md"]) {
        let text = read(page);
        for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| is_code(word)) {
            assert!(rules::find(word).is_some(), "{page} names {word}");
        }
        for shell in text.split("```sh\n").skip(1).filter_map(|after| after.split("\n```").next()) {
            for verb in shell.lines().filter_map(|line| line.strip_prefix("cite-lint ")?.split(' ').next()) {
                let exists = verb.contains(['.', '-']) || verbs.contains(&format!("\n  {verb} "));
                assert!(exists, "{page}: cite-lint {verb}");
            }
        }
    }
}

#[test]
fn the_registry_is_as_large_as_the_pages_say() {
    let mut sizes = vec![Registry::builtin().records().count()];
    for confidence in [Confidence::Verified, Confidence::Single, Confidence::Memory] {
        sizes.push(Registry::builtin().records().filter(|record| record.confidence() == confidence).count());
    }
    for (page, sign) in [("README.md", ","), ("docs/vi/README.md", "."), ("docs/design.md", ",")] {
        let text = read(page);
        for size in &sizes {
            let (thousands, rest) = (size / 1000, size % 1000);
            let shown = if thousands == 0 { rest.to_string() } else { format!("{thousands}{sign}{rest:03}") };
            assert!(text.contains(&shown), "{page} does not say {shown}");
        }
    }
}

/// `SYM03`
fn is_code(word: &str) -> bool {
    word.len() == 5
        && word[..3].bytes().all(|b| b.is_ascii_uppercase())
        && word[3..].bytes().all(|b| b.is_ascii_digit())
}

/// The body of the first fenced block.
fn block<'a>(text: &'a str, language: &str) -> &'a str {
    let (_, body) = text.split_once(&format!("```{language}\n")).unwrap();
    body.split_once("\n```").unwrap().0
}
