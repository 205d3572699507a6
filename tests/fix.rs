//! `cite-lint fix`: what is safe is mended in place, and nothing else about a file changes.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::tempdir;

const WRONG: &str = "Thực hiện Đề án số 15- ĐA/TU và Chỉ thị số 16/CT/TTg ngày 16/5/2018.\n";
const SAFE: &str = "Thực hiện Đề án số 15-ĐA/TU và Chỉ thị số 16/CT-TTg ngày 16/5/2018.\n";

fn command(dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    command.current_dir(dir).args(["--lang", "en", "fix"]).args(args);
    command
}

/// Exit code, standard output, standard error.
fn fix(dir: &Path, args: &[&str]) -> (i32, String, String) {
    let output = command(dir, args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn what_is_safe_is_mended_and_the_rest_of_the_file_stays() {
    let dir = tempdir().unwrap();
    let path = dir.path().join("d.txt");
    let (before, after) =
        (format!("\u{feff}{WRONG}").replace('\n', "\r\n"), format!("\u{feff}{SAFE}").replace('\n', "\r\n"));
    fs::write(&path, &before).unwrap();
    let (code, out, err) = fix(dir.path(), &["d.txt"]);
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", "Mended 2 places in 1 files.\n"));
    assert_eq!(fs::read_to_string(&path).unwrap(), after);
    assert_eq!(fix(dir.path(), &["d.txt"]).2, "Mended 0 places in 0 files.\n");
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "no temporary file is left");
}

#[test]
fn a_diff_shows_and_writes_nothing() {
    let dir = tempdir().unwrap();
    let path = dir.path().join("d.txt");
    fs::write(&path, WRONG).unwrap();
    let (code, out, err) = fix(dir.path(), &["--diff", "d.txt"]);
    assert_eq!((code, err.as_str()), (0, "2 places in 1 files can be mended.\n"));
    assert!(out.starts_with("--- d.txt\n+++ d.txt\n") && out.contains(&format!("-{WRONG}+{SAFE}")), "{out}");
    assert_eq!(fs::read_to_string(&path).unwrap(), WRONG);
}

#[test]
fn numbers_and_dates_change_only_when_asked() {
    let dir = tempdir().unwrap();
    let path = dir.path().join("d.txt");
    let wrong = "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 06/3/2020 của Chính phủ về công tác văn thư.\n";
    fs::write(&path, wrong).unwrap();
    fix(dir.path(), &["d.txt"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), wrong);
    fix(dir.path(), &["--unsafe-fixes", "d.txt"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), wrong.replace("06/3", "05/3"));
}

#[test]
fn only_selected_rules_mend() {
    let dir = tempdir().unwrap();
    let path = dir.path().join("d.txt");
    fs::write(&path, WRONG).unwrap();
    fix(dir.path(), &["--select", "SYM01", "d.txt"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), WRONG.replace("15- ", "15-"));
}

#[test]
fn standard_input_is_mended_to_standard_output() {
    let mut child = command(Path::new("."), &["-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(WRONG.as_bytes()).unwrap();
    assert_eq!(String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap(), SAFE);
}

#[cfg(unix)]
#[test]
fn permissions_stay() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempdir().unwrap();
    let path = dir.path().join("d.txt");
    fs::write(&path, WRONG).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    fix(dir.path(), &["d.txt"]);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
}
