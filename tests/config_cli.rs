//! By which regime and profile a file is checked.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::process::Command;

use tempfile::{TempDir, tempdir};

fn folder(text: &str) -> TempDir {
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("d.txt"), text).unwrap();
    dir
}

/// Exit code and standard output, in English.
fn run(dir: &TempDir, args: &[&str]) -> (i32, String) {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    let output = command.current_dir(dir).args(["--lang", "en"]).args(args).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_regime_is_told_and_can_be_chosen() {
    let dir = folder("Số: 12-KH/TU\nLong An, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nCông tác dân vận\n");
    let (code, out) = run(&dir, &["config", "show", "d.txt"]);
    assert_eq!(code, 0);
    let regime = "  regime: party, texts of the Party (HD 36-HD/VPTW, HD 05-HD/VPTW); by the head of the document\n";
    assert!(out.starts_with(&format!("d.txt\n{regime}")), "{out}");
    assert!(out.contains("\n  head: 12-KH/TU; Kế hoạch; 05/3/2024\nprofile: default\n  error ("), "{out}");
    let (_, out) = run(&dir, &["config", "show", "--regime", "normative", "--profile", "form-only", "d.txt"]);
    assert!(out.contains("regime: normative") && out.contains("by --regime"), "{out}");
    assert!(out.contains("\n  off (") && out.contains(" DAT06 "), "{out}");
    assert_eq!(run(&dir, &["config", "show", "none.txt"]).0, 2);
}

#[test]
fn a_strict_office_sees_what_is_incomplete() {
    let dir = folder("Thực hiện Kết luận số 120-KL/TW của Bộ Chính trị (khóa XI) về Quy chế dân chủ.\n");
    let check = |profile| {
        let options = ["check", "--format", "concise", "--fail-on", "warning", "--level", "warning"];
        run(&dir, &[&options[..], &["--profile", profile, "d.txt"]].concat())
    };
    assert_eq!(check("default"), (0, String::new()));
    let (code, out) = check("strict");
    assert_eq!(code, 1);
    assert!(out.contains("warning CMP01 the first citation lacks the date"), "{out}");
    assert_eq!(check("form-only"), (0, String::new()));
}

#[test]
fn a_regime_changes_what_is_told() {
    let dir = folder("Thực hiện Nghị quyết số 12/NQ-CP của Chính phủ về cải cách hành chính.\n");
    let infos = |regime| run(&dir, &["check", "--format", "concise", "--level", "info", "--regime", regime, "d.txt"]).1;
    assert!(infos("auto").contains("CMP01") && infos("administrative").contains("CMP01"));
    // Normative texts cite without dates since 01/4/2025.
    assert!(!infos("normative").contains("CMP01"));
}
