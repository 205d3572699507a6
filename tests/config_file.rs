//! `cite-lint.toml`: what an office writes down once.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::{TempDir, tempdir};

const DRAFT: &str = "Thực hiện Đề án số 15- ĐA/TU và Chỉ thị số 16/CT/TTg ngày 16/5/2016.\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let dir = tempdir().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

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
fn the_nearest_one_upward_counts_and_options_are_stronger() {
    let dir = folder(&[
        ("cite-lint.toml", "ignore = [\"SYM01\"]\nlevel = \"error\"\n"),
        ("a/b/d.txt", DRAFT),
        ("c/.config/cite-lint.toml", "select = [\"SYM01\"]\n"),
        ("c/d.txt", DRAFT),
    ]);
    assert_eq!(check(dir.path(), &["a/b/d.txt"]).1, ["SYM03"]);
    assert_eq!(check(&dir.path().join("a/b"), &["d.txt"]).1, ["SYM03"]);
    assert_eq!(check(dir.path(), &["c/d.txt"]).1, ["SYM01"]);
    assert_eq!(check(dir.path(), &["--no-config", "a/b/d.txt"]).1, ["SYM01", "SYM03"]);
    assert_eq!(check(dir.path(), &["--config", "c/.config/cite-lint.toml", "a/b/d.txt"]).1, ["SYM01"]);
    assert!(check(dir.path(), &["--level", "info", "a/b/d.txt"]).1.contains(&"CMP01".to_owned()));
}

#[test]
fn severities_profiles_files_and_exclusions() {
    let dir = folder(&[
        (
            "cite-lint.toml",
            "profile = \"strict\"\nfail-on = \"never\"\nexclude = [\"old/\"]\n\n[severity]\nSYM03 = \"off\"\n\
             symbol-space = \"error\"\n\n[[per-file]]\nfiles = [\"c.txt\"]\nignore = [\"SYM\"]\n",
        ),
        ("a.txt", DRAFT),
        ("c.txt", DRAFT),
        ("old/a.txt", DRAFT),
    ]);
    let (code, rules, err) = check(dir.path(), &["--select", "SYM", "."]);
    assert_eq!((code, rules), (0, vec!["SYM01".to_owned()]));
    assert!(err.contains("Checked 2 files") && err.contains("1 error"), "{err}");
    assert!(check(dir.path(), &["a.txt"]).1.contains(&"CMP01".to_owned()));
}

#[test]
fn registries_are_found_from_the_folder_of_the_configuration() {
    let dir = folder(&[
        ("cite-lint.toml", "registry = [\"own.csv\"]\n"),
        ("own.csv", "type,symbol,date\nKế hoạch,484/KH-UBND,2019-10-01\n"),
        ("a/d.txt", "Thực hiện Kế hoạch số 484/KH-UBND ngày 01/10/2019.\n"),
    ]);
    let (code, _, err) = check(dir.path(), &["a/d.txt"]);
    assert_eq!(code, 0);
    assert!(err.contains("1 agrees with a known document") || err.contains("1 agree with a known document"), "{err}");
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    for (text, message) in [
        ("level = \"info\"\nselct = [\"SYM\"]\n", "line 2: unknown key ‘selct’; is ‘select’ meant?"),
        ("select = \"SYM\"\n", "line 1: "),
        ("[severity]\nSYM3 = \"off\"\n", "no rule ‘SYM3’; is ‘SYM03’ meant?"),
        ("[severity]\nSYM03 = \"fatal\"\n", "severity, SYM03: no ‘fatal’; choose from off, info, warning, error"),
        ("profile = \"stern\"\n", "profile: no ‘stern’; choose from strict, default, form-only"),
        ("[[per-file]]\nfiles = [\"a\"]\n", "missing field `ignore`"),
        ("a = [", "line 1: "),
    ] {
        let dir = folder(&[("cite-lint.toml", text), ("d.txt", DRAFT)]);
        let (code, _, err) = check(dir.path(), &["d.txt"]);
        assert_eq!(code, 2, "{text}");
        assert!(err.contains("cite-lint.toml: ") && err.contains(message), "{text}: {err}");
    }
    let dir = folder(&[("d.txt", DRAFT)]);
    assert_eq!(check(dir.path(), &["--config", "none.toml", "d.txt"]).0, 2);
}
