//! Where a finding is: the places of the JSON, and the caret under its words. What each call shows, whole, is in
//! `verbs.rs`.
#![allow(clippy::unwrap_used)]

#[path = "verbs/draft.rs"]
mod draft;

use std::fs;
use std::process::Command;

use snapbox::{Data, assert_data_eq, file};
use unicode_normalization::UnicodeNormalization;

use draft::DRAFT;

/// A slip behind accented words, with letters of two UTF-16 units before it.
const SLIP: &str =
    "Thực hiện Chỉ thị số 16/CT/TTg ngày 16/5/2016.\nPhụ lục 😀 kèm Kết luận số 01- KL/TW ngày 18/5/2021.\n";

fn screen(args: &[&str]) -> String {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("ke-hoach.txt"), DRAFT).unwrap();
    fs::write(dir.path().join("nfc.txt"), SLIP).unwrap();
    fs::write(dir.path().join("nfd.txt"), SLIP.nfd().collect::<String>()).unwrap();
    let output = Command::new(snapbox::cmd::cargo_bin!("cite-lint"))
        .current_dir(dir.path())
        .args(args)
        .env_remove("CITE_LINT_LANG")
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env_remove("COLUMNS")
        .output()
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    if stderr.is_empty() { stdout } else { format!("{stdout}--- stderr ---\n{stderr}") }
}

/// The text as it is: `..` and `[..]` in it stand for themselves.
fn shows(args: &[&str], want: Data) {
    assert_data_eq!(Data::text(screen(args)).raw(), want.raw());
}

#[test]
fn the_places_in_jsonl_are_those_of_the_text() {
    let wrong = ["16/CT/TTg", "01- KL/TW", "khóa XII", "ngày 31/4/2023"];
    let found = screen(&["check", "--format", "jsonl", "ke-hoach.txt"]);
    for (line, wrong) in found.lines().zip(wrong) {
        let start = DRAFT.find(wrong).unwrap();
        let before = DRAFT[..start].rsplit('\n').next().unwrap();
        let finding: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(finding["span"], serde_json::json!([start, start + wrong.len()]), "{wrong}");
        assert_eq!(finding["line"], DRAFT[..start].lines().count(), "{wrong}");
        assert_eq!(finding["column"], before.chars().count() + 1, "{wrong}");
    }
}

#[test]
fn a_decomposed_text_has_its_carets_under_the_same_letters() {
    shows(&["check", "nfd.txt"], file!["snapshots/check-nfd.txt"]);
    let found = |file: &str| -> Vec<serde_json::Value> {
        let output = screen(&["check", "--format", "jsonl", file]);
        output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let (nfc, nfd) = (found("nfc.txt"), found("nfd.txt"));
    let decomposed: String = SLIP.nfd().collect();
    assert_eq!((nfc.len(), nfd.len()), (2, 2));
    for (composed, finding) in nfc.iter().zip(&nfd) {
        let span = |finding: &serde_json::Value| {
            finding["span"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap() as usize).collect::<Vec<_>>()
        };
        let (a, b) = (span(composed), span(finding));
        assert_eq!(SLIP[a[0]..a[1]], decomposed[b[0]..b[1]]);
        let before = decomposed[..b[0]].rsplit('\n').next().unwrap();
        assert_eq!(finding["column"], before.chars().count() + 1);
        assert_eq!(finding["utf16_column"], before.encode_utf16().count() + 1);
        assert_eq!((&finding["rule"], &finding["line"]), (&composed["rule"], &composed["line"]));
    }
    // The line above a caret is as wide as the caret says: a mark takes no column.
    let shown = screen(&["check", "nfd.txt"]);
    let lines: Vec<&str> = shown.lines().collect();
    for (at, wrong) in [("1 | ", "16/CT/TTg"), ("2 | ", "01- KL/TW")] {
        let row = lines.iter().position(|line| line.starts_with(at)).unwrap();
        let width = |text: &str| text.nfc().map(|c| if c == '😀' { 2 } else { 1 }).sum::<usize>();
        let column = width(&lines[row][..lines[row].find(wrong).unwrap()]);
        assert_eq!(lines[row + 1].find('^').unwrap(), column, "{shown}");
        assert_eq!(lines[row + 1].matches('^').count(), wrong.len(), "{shown}");
    }
}
