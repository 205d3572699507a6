//! Findings that are known: only what is new is told.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::tempdir;

const DRAFT: &str = "Thực hiện Đề án số 15- ĐA/TU và Chỉ thị số 16/CT/TTg ngày 16/5/2016.\n";

/// Exit code, the rules that were told in their order, standard error.
fn check(dir: &Path, args: &[&str]) -> (i32, Vec<String>, String) {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    let output =
        command.current_dir(dir).args(["--lang", "en", "check", "--format", "concise"]).args(args).output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let rules = out.lines().map(|line| line.split(' ').nth(2).unwrap().to_owned()).collect();
    (output.status.code().unwrap(), rules, String::from_utf8(output.stderr).unwrap())
}

#[test]
fn what_is_known_is_not_told_again_wherever_it_moves() {
    let dir = tempdir().unwrap();
    let draft = dir.path().join("dự-thảo.txt");
    fs::write(&draft, DRAFT).unwrap();
    let (code, rules, err) = check(dir.path(), &["--write-baseline", "."]);
    assert_eq!((code, rules.len()), (0, 0), "{err}");
    assert!(err.contains("cite-lint-baseline.tsv: 2 findings written"), "{err}");
    let written = fs::read_to_string(dir.path().join("cite-lint-baseline.tsv")).unwrap();
    assert!(written.starts_with("# cite-lint baseline 1\ndự-thảo.txt\tSYM01\t"), "{written}");
    let with_it = ["--baseline", "cite-lint-baseline.tsv", "."];
    let (code, rules, err) = check(dir.path(), &with_it);
    assert_eq!((code, rules.len()), (0, 0), "{err}");
    assert!(err.contains("2 known before, not told again"), "{err}");
    // Lines in front, and a new slip.
    fs::write(&draft, format!("Một dòng.\n\nHai dòng.\n{DRAFT}Nghị định số 30/2020/ND-CP ngày 05/3/2020.\n")).unwrap();
    assert_eq!(check(dir.path(), &with_it).1, ["SYM05"]);
    assert_eq!(check(dir.path(), &["."]).1, ["SYM01", "SYM03", "SYM05"]);
}

#[test]
fn what_was_mended_is_pruned_and_other_files_stay() {
    let dir = tempdir().unwrap();
    fs::create_dir(dir.path().join("b")).unwrap();
    for name in ["a.txt", "b/a.txt"] {
        fs::write(dir.path().join(name), DRAFT).unwrap();
    }
    fs::write(dir.path().join("cite-lint.toml"), "baseline = \"known.tsv\"\n").unwrap();
    check(dir.path(), &["--write-baseline", "."]);
    fs::write(dir.path().join("a.txt"), DRAFT.replace("15- ", "15-")).unwrap();
    let (code, rules, err) = check(dir.path(), &["--prune-baseline", "a.txt"]);
    assert_eq!((code, rules.len()), (0, 0), "{err}");
    assert!(err.contains("1 findings taken out that are not there any more, 3 left"), "{err}");
    let left = fs::read_to_string(dir.path().join("known.tsv")).unwrap();
    assert_eq!((left.matches("\na.txt\t").count(), left.matches("\nb/a.txt\t").count()), (1, 2), "{left}");
    // From another folder the files are the same.
    let (code, _, err) = check(&dir.path().join("b"), &["a.txt"]);
    assert_eq!(code, 0, "{err}");
}

#[test]
fn a_bad_file_of_known_findings_is_told() {
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("a.txt"), DRAFT).unwrap();
    fs::write(dir.path().join("bad.tsv"), "# cite-lint baseline 1\na.txt\tSYM01\n").unwrap();
    for (args, message) in [
        (["--baseline", "none.tsv", "a.txt"], "none.tsv: no such file of known findings"),
        (["--baseline", "bad.tsv", "a.txt"], "bad.tsv: line 2: four fields are needed"),
        (["--baseline", "a.txt", "a.txt"], "a.txt: not a baseline"),
    ] {
        let (code, _, err) = check(dir.path(), &args);
        assert!(code == 2 && err.contains(message), "{err}");
    }
}
