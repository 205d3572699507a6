//! A registry of one's own, from outside: the three formats, bad rows, conflicts, the verbs of `registry`.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::process::{Command, Output};

use snapbox::{assert_data_eq, str};
use tempfile::{TempDir, tempdir};

const TSV: &str = "type\tsymbol\tdate\tissuer\nKế hoạch\t484/KH-UBND\t2019-10-01\tỦy ban nhân dân tỉnh An Giang\n";
const CSV: &str = "type,symbol,date,title\nKế hoạch,484/KH-UBND,2019-10-01,\"dân vận, năm 2019\"\n";
const JSONL: &str = "{\"type\":\"Kế hoạch\",\"symbol\":\"484/KH-UBND\",\"date\":\"2019-10-01\"}\n";
const DRAFT: &str = "Thực hiện Kế hoạch số 484/KH-UBND ngày 01/10/2019.\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let dir = tempdir().unwrap();
    for (name, text) in files {
        fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

/// Exit code, standard output, standard error, in English.
fn run(dir: &TempDir, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    command.current_dir(dir).args(["--lang", "en"]).args(args).env_remove("CITE_LINT_LANG");
    let Output { status, stdout, stderr } = command.output().unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

#[test]
fn every_format_is_read_by_its_ending_or_its_first_line() {
    let files = [("a.tsv", TSV), ("a.csv", CSV), ("a.jsonl", JSONL), ("tsv", TSV), ("csv", CSV), ("jsonl", JSONL)];
    let dir = folder(&files);
    fs::write(dir.path().join("d.txt"), DRAFT).unwrap();
    let (_, unknown, _) = run(&dir, &["d.txt"]);
    assert!(unknown.contains("1 outside the registry"), "{unknown}");
    for (name, _) in files {
        for verb in ["check", "parse"] {
            let (code, out, err) = run(&dir, &[verb, "--registry", name, "d.txt"]);
            assert_eq!((code, err.as_str()), (0, ""), "{name}");
            assert!(
                out.contains("1 agrees with a known document") || out.contains("known: 484/KH-UBND@"),
                "{name}: {out}"
            );
        }
    }
}

#[test]
fn good_rows_count_and_bad_ones_are_told() {
    let rows = "type\tsymbol\tdate\nKế hoạch\t484/KH-UBND\t2019-10-01\nKế hoạch\t485/KH-UBND\t31/2/2020\nNghị định\t\
                30/2020/NĐ-CP\t2020-03-06\n";
    let dir = folder(&[("own.tsv", rows), ("d.txt", DRAFT)]);
    let (code, out, err) = run(&dir, &["--color", "never", "check", "--registry", "own.tsv", "d.txt"]);
    assert_eq!(code, 0);
    assert!(out.contains("1 agrees with a known document"), "{out}");
    assert_data_eq!(
        err,
        str![[r#"
cite-lint: own.tsv: line 3, column date: "31/2/2020" is not a date: a date is written YYYY, YYYY-MM or YYYY-MM-DD
cite-lint: own.tsv: 30/2020/NĐ-CP@2020-03-06 differs from the built-in registry (30/2020/NĐ-CP@2020-03-05) — this file counts; look again if that is not meant

"#]]
    );
    let (code, out, err) = run(&dir, &["registry", "check", "own.tsv"]);
    assert_eq!((code, err.as_str()), (1, ""));
    assert!(out.ends_with("own.tsv: documents read: 2, bad rows: 1.\n"), "{out}");
}

#[test]
fn a_file_that_is_no_registry_stops_the_work() {
    let dir = folder(&[("bad.tsv", "so\tngay\n1\t2\n"), ("empty.csv", "\n"), ("d.txt", DRAFT)]);
    for (name, message) in
        [("bad.tsv", "line 1: unknown column"), ("empty.csv", "the registry is empty"), ("none.tsv", "not found")]
    {
        for args in [
            &["check", "--registry", name, "d.txt"][..],
            &["registry", "check", name],
            &["registry", "list", "--registry", name],
        ] {
            let (code, _, err) = run(&dir, args);
            assert_eq!(code, 2, "{args:?}");
            assert!(err.contains(message), "{args:?}: {err}");
        }
    }
}

#[test]
fn documents_are_listed_by_whole_words() {
    let dir = folder(&[("own.csv", CSV)]);
    let (_, out, _) = run(&dir, &["registry", "list", "--registry", "own.csv", "484/KH-UBND", "NĂM 2019"]);
    assert_eq!(out, "484/KH-UBND@2019-10-01; Kế hoạch; ; dân vận, năm 2019\n");
    let (_, none, _) = run(&dir, &["registry", "list", "--registry", "own.csv", "484/KH-UBN"]);
    assert_eq!(none, "");
    let (_, tsv, _) = run(&dir, &["registry", "list", "--format", "tsv", "30/2020/NĐ-CP"]);
    assert!(tsv.starts_with("id\ttype\t") && tsv.contains("\n30/2020/NĐ-CP@2020-03-05\tNghị định\t"), "{tsv}");
    let (_, stats, _) = run(&dir, &["registry", "stats"]);
    assert!(stats.starts_with("documents: 1") && stats.contains("\nconfidence\n"), "{stats}");
}

#[test]
fn the_state_on_a_day_is_told_as_far_as_it_is_known() {
    let dir = folder(&[]);
    let state = |day| {
        let (_, out, _) = run(&dir, &["registry", "lookup", "--as-of", day, "Luật số 45/2013/QH13"]);
        out.lines().last().unwrap().trim().to_owned()
    };
    assert_eq!(state("2013-01-01"), "2013-01-01: not issued yet");
    assert_eq!(state("2014-06-30"), "2014-06-30: not in force yet");
    assert_eq!(state("2020-01-01"), "2020-01-01: no document is known that replaced or repealed it");
    assert_eq!(state("2024-08-01"), "2024-08-01: replaced or repealed");
}

#[test]
fn a_compiled_registry_says_the_same_as_its_rows() {
    let later =
        "type\tsymbol\tdate\tissuer\tid\nKế hoạch\t485/KH-UBND\t2019-10-02\tỦy ban nhân dân tỉnh An Giang\tmine\n";
    let dir = folder(&[("a.tsv", TSV), ("b.tsv", later), ("d.txt", DRAFT)]);
    let build = [
        &["registry", "build", "a.tsv", "b.tsv", "-o", "own.clr"][..],
        &["--name", "Kế hoạch của tỉnh", "--date", "2026-11-20", "--coverage", "2019", "--licence", "CC0"],
    ];
    let (code, out, err) = run(&dir, &build.concat());
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("own.clr: 2 documents, "), "{out}");
    let (code, out, err) = run(&dir, &["check", "--registry", "own.clr", "d.txt"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("1 agrees with a known document"), "{out}");
    let (_, stats, _) = run(&dir, &["registry", "stats", "--registry", "own.clr"]);
    assert!(stats.contains("\n    Kế hoạch của tỉnh; 2026-11-20; 2019; CC0\n"), "{stats}");
    for words in ["484/KH-UBND", "485/KH-UBND", "30/2020/NĐ-CP"] {
        let (_, packed, _) = run(&dir, &["registry", "list", "--registry", "own.clr", words]);
        let (_, read, _) = run(&dir, &["registry", "list", "--registry", "a.tsv", "--registry", "b.tsv", words]);
        assert_eq!(packed, read);
        assert_ne!(packed, "");
    }
    let (code, out, _) = run(&dir, &["registry", "check", "own.clr"]);
    assert_eq!((code, out.as_str()), (0, "own.clr: documents read: 2, bad rows: 0.\n"));
}

#[test]
fn rows_are_compiled_only_when_all_are_good() {
    let rows = "type\tsymbol\tdate\nKế hoạch\t484/KH-UBND\t2019-10-01\nKế hoạch\t485/KH-UBND\t31/2/2020\n";
    let dir = folder(&[("own.tsv", rows)]);
    let (code, _, err) = run(&dir, &["registry", "build", "own.tsv", "-o", "own.clr"]);
    assert_eq!(code, 1);
    assert!(err.contains("line 3, column date") && err.contains("not built: 1 bad rows"), "{err}");
    assert!(!dir.path().join("own.clr").exists());
    let (code, out, _) = run(&dir, &["registry", "build", "own.tsv", "--skip-bad", "-o", "own.clr"]);
    assert_eq!(code, 0);
    assert!(out.starts_with("own.clr: 1 document,"), "{out}");
    let (code, _, err) = run(&dir, &["registry", "build", "own.clr", "-o", "none/own.clr"]);
    assert_eq!(code, 2);
    assert!(err.contains("none/own.clr: cannot be written"), "{err}");
}

#[test]
fn a_damaged_compiled_registry_is_told() {
    let dir = folder(&[("own.tsv", TSV), ("d.txt", DRAFT)]);
    run(&dir, &["registry", "build", "own.tsv", "-o", "own.clr"]);
    let pack = fs::read(dir.path().join("own.clr")).unwrap();
    let mut newer = pack.clone();
    newer[8] = 9;
    let mut spoilt = pack.clone();
    let last = spoilt.len() - 2;
    spoilt[last] = 0xff;
    fs::write(dir.path().join("cut.clr"), &pack[..pack.len() - 1]).unwrap();
    fs::write(dir.path().join("head.clr"), &pack[..20]).unwrap();
    fs::write(dir.path().join("newer.clr"), newer).unwrap();
    fs::write(dir.path().join("spoilt.clr"), spoilt).unwrap();
    for (name, message) in [
        ("cut.clr", "a damaged registry"),
        ("head.clr", "not a compiled registry"),
        ("newer.clr", "a compiled registry of version 9, this program reads version 2"),
    ] {
        let (code, _, err) = run(&dir, &["check", "--registry", name, "d.txt"]);
        assert_eq!(code, 2, "{name}");
        assert!(err.contains(message), "{name}: {err}");
    }
    let (code, out, _) = run(&dir, &["registry", "check", "spoilt.clr"]);
    assert_eq!((code, out.as_str()), (1, "spoilt.clr: documents read: 0, bad rows: 1.\n"));
}
