//! Which files are read: lists, exclusions, names of standard input.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::{TempDir, tempdir};

const DRAFT: &str = "Thực hiện Đề án số 15- ĐA/TU.\n";

fn folder(names: &[&str]) -> TempDir {
    let dir = tempdir().unwrap();
    for name in names {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, DRAFT).unwrap();
    }
    dir
}

/// The files in which something was found, in their order, and standard error.
fn check(dir: &Path, args: &[&str], input: &[u8]) -> (Vec<String>, String) {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    command.current_dir(dir).args(["--lang", "en", "check", "--format", "concise"]).args(args);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let files = out.lines().map(|line| line.split(':').next().unwrap().to_owned()).collect();
    (files, String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_list_names_the_files() {
    let dir = folder(&["a.txt", "b c.txt", "d.log"]);
    fs::write(dir.path().join("list"), "b c.txt\r\n\nd.log\n").unwrap();
    assert_eq!(check(dir.path(), &["--file-list", "list", "a.txt"], b"").0, ["a.txt", "b c.txt", "d.log"]);
    assert_eq!(check(dir.path(), &["--file-list", "-"], b"d.log\0a.txt\0").0, ["d.log", "a.txt"]);
    let (files, err) = check(dir.path(), &["--file-list", "none"], b"");
    assert!(files.is_empty() && err.contains("none: not found"), "{err}");
}

#[test]
fn exclusions_hold_for_named_files_when_asked() {
    let dir = folder(&["a.txt", "old/b.txt", "sub/old/c.txt", "sub/d.txt"]);
    let all = ["a.txt", "old/b.txt", "sub/old/c.txt", "sub/d.txt"];
    assert_eq!(check(dir.path(), &all, b"").0, all);
    assert_eq!(check(dir.path(), &[&["--exclude", "old/"], &all[..]].concat(), b"").0, all);
    let forced = ["--exclude", "old/", "--force-exclude"];
    assert_eq!(check(dir.path(), &[&forced, &all[..]].concat(), b"").0, ["a.txt", "sub/d.txt"]);
    assert_eq!(check(dir.path(), &["--exclude", "/old", "."], b"").0, ["./a.txt", "./sub/d.txt", "./sub/old/c.txt"]);
    assert_eq!(check(dir.path(), &["--exclude", "*.txt", "--exclude", "!d.txt", "."], b"").0, ["./sub/d.txt"]);
    fs::write(dir.path().join("cite-lint.toml"), "exclude = [\"/old\"]\nforce-exclude = true\n").unwrap();
    assert_eq!(check(&dir.path().join("sub"), &["../old/b.txt", "d.txt"], b"").0, ["d.txt"]);
}

#[test]
fn standard_input_has_a_name_when_told() {
    let dir = folder(&[]);
    fs::write(dir.path().join("cite-lint.toml"), "[[per-file]]\nfiles = [\"mau/*\"]\nignore = [\"SYM01\"]\n").unwrap();
    let with = |name| check(dir.path(), &["--stdin-filename", name, "-"], DRAFT.as_bytes()).0;
    assert_eq!(with("d.txt"), ["d.txt"]);
    assert!(with("mau/d.txt").is_empty());
    assert_eq!(check(dir.path(), &["-"], DRAFT.as_bytes()).0, ["<stdin>"]);
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_end_and_names_that_are_not_utf8_are_read() {
    use std::os::unix::ffi::OsStrExt;
    let dir = folder(&["a.txt"]);
    std::os::unix::fs::symlink(".", dir.path().join("circle")).unwrap();
    std::os::unix::fs::symlink("loop.txt", dir.path().join("loop.txt")).unwrap();
    let name = std::ffi::OsStr::from_bytes(b"d\xFF.txt");
    fs::write(dir.path().join(name), DRAFT).unwrap();
    let (files, err) = check(dir.path(), &["."], b"");
    assert_eq!(files, ["./a.txt", "./d\u{fffd}.txt"]);
    assert!(err.contains("./loop.txt"), "{err}");
}
