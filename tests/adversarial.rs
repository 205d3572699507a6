//! No text makes a check take longer than its length tells, or print without end.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "adversarial/texts.rs"]
mod texts;

use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::{fs, thread};

use cite_lint::lint::Linter;

/// The instructions of the command for a text, as valgrind counts them: the same on a busy machine.
fn instructions(command: &Path, folder: &Path, name: &str, text: &str) -> u64 {
    let file = folder.join(format!("{}.txt", name.replace('/', "-")));
    fs::write(&file, text).unwrap();
    let valgrind = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"])
        .arg(command)
        .args(["check", "-j1", "--no-config", "--level", "info", "--format", "jsonl"])
        .arg(&file)
        .output()
        .expect("valgrind runs");
    let told = String::from_utf8_lossy(&valgrind.stderr);
    let count = told.lines().find_map(|line| line.split_once("refs:")).map(|(_, count)| count.trim().replace(',', ""));
    count.and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("{told}"))
}

/// Twice the text takes at most 2.4 times the instructions, those of an empty text apart.
#[test]
#[ignore = "takes valgrind and minutes: tests/growth.sh"]
fn instructions_grow_with_the_length_only() {
    const SHORT: usize = 8 << 10;
    let folder = tempfile::tempdir().unwrap();
    // Valgrind reads what a debugger needs for seconds.
    let command = folder.path().join("cite-lint");
    let stripped =
        Command::new("strip").arg("-o").args([&command, Path::new(env!("CARGO_BIN_EXE_cite-lint"))]).status();
    assert!(stripped.unwrap().success());
    let count = |name: &str, text: &str| instructions(&command, folder.path(), name, text);
    let start = count("empty", "");
    let pairs = Mutex::new(texts::texts(SHORT).into_iter().zip(texts::texts(2 * SHORT)));
    let slow = Mutex::new(Vec::new());
    let work = || {
        loop {
            let Some(((name, short), (_, long))) = pairs.lock().unwrap().next() else { break };
            let (short, long) = (count(name, &short) - start, count(name, &long) - start);
            eprintln!("{name}: {short} {long} {:.2}", long as f64 / short as f64);
            if long * 10 > short * 24 {
                slow.lock().unwrap().push(name);
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let slow = slow.into_inner().unwrap();
    assert!(slow.is_empty(), "{slow:?}");
}

#[test]
fn what_is_found_too_often_is_counted() {
    for (name, text) in texts::texts(64 << 10) {
        let all = Linter::new().check_text(&text);
        let some = Linter::new().with_most(10).check_text(&text);
        let listed = |rule: &str| some.diagnostics.iter().filter(|finding| finding.rule == rule).count();
        for rule in cite_lint::rules::all() {
            let found = all.diagnostics.iter().filter(|finding| finding.rule == rule.code).count();
            let counted: usize = some.folded.iter().filter(|of| of.rule == rule.code).map(|of| of.count).sum();
            assert!(listed(rule.code) <= 10, "{name}: {}", rule.code);
            assert!(listed(rule.code) + counted >= found.min(11), "{name}: {}", rule.code);
        }
    }
}

/// A text of three windows gives the findings of one of them three times, each at its own place.
#[test]
fn a_long_text_is_checked_in_windows() {
    let paragraph = "Thực hiện Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ; 😀 áp đụng.\n";
    let plain = "Các phòng, ban chuyên môn chủ động phối hợp, rà soát hồ sơ còn tồn đọng của các xã, phường.\n";
    let mut text = String::new();
    let mut want = Vec::new();
    while text.len() < 9 << 20 {
        if text.len().is_multiple_of(97) {
            want.push(text.len() + paragraph.find("16/CT").unwrap());
            text.push_str(paragraph);
        }
        text.push_str(plain);
    }
    let checked = Linter::new().check_text(&text);
    let found: Vec<usize> =
        checked.diagnostics.iter().filter(|of| of.rule == "SYM03").map(|of| of.span.start()).collect();
    assert!(want.len() > 500);
    assert_eq!(found, want);
    assert_eq!(checked.counts.citations, want.len());
    let mut names: Vec<_> = checked.diagnostics.iter().map(|finding| finding.fingerprint).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), checked.diagnostics.len());
}
