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
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", "Mended 2 places in 1 file.\n"));
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
    assert_eq!((code, err.as_str()), (0, "2 places in 1 file can be mended.\n"));
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

/// One byte a letter, as Windows-1252 and Latin-1 have it.
fn bytes_of(letters: &str) -> Vec<u8> {
    letters.chars().map(|letter| u8::try_from(letter).unwrap()).collect()
}

#[test]
fn the_encoding_its_mark_and_the_line_ends_stay() {
    let utf16 = |text: &str, unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("\u{feff}{text}").replace('\n', "\r\n").encode_utf16().flat_map(unit).collect()
    };
    // The same sentence as the fonts of each encoding would show its bytes.
    let tcvn3 = "Thùc hiÖn §Ò ¸n sè 15- §A/TU vµ ChØ thÞ sè 16/CT/TTg ngµy 16/5/2018.\n";
    let vni = "Thöïc hieän Ñeà aùn soá 15- ÑA/TU vaø Chæ thò soá 16/CT/TTg ngaøy 16/5/2018.\r\n";
    let windows = "Thýòc hiêòn ÐêÌ án sôì 15- ÐA/TU và ChiÒ thiò sôì 16/CT/TTg ngày 16/5/2018.\n";
    let mended = |text: &str| bytes_of(&text.replace("15- ", "15-").replace("CT/TTg", "CT-TTg"));
    for (name, before, after) in [
        ("UTF-16, low byte first", utf16(WRONG, u16::to_le_bytes), utf16(SAFE, u16::to_le_bytes)),
        ("UTF-16, high byte first", utf16(WRONG, u16::to_be_bytes), utf16(SAFE, u16::to_be_bytes)),
        ("TCVN3", bytes_of(tcvn3), mended(tcvn3)),
        ("VNI", bytes_of(vni), mended(vni)),
        ("Windows-1258", bytes_of(windows), mended(windows)),
    ] {
        let dir = tempdir().unwrap();
        let path = dir.path().join("d.txt");
        fs::write(&path, &before).unwrap();
        let (code, _, err) = fix(dir.path(), &["d.txt"]);
        assert_eq!((code, err.as_str()), (0, "Mended 2 places in 1 file.\n"), "{name}");
        assert_eq!(fs::read(&path).unwrap(), after, "{name}");
    }
}

#[test]
fn the_encoding_may_be_named() {
    let dir = tempdir().unwrap();
    let path = dir.path().join("d.txt");
    // Too few letters to tell it by.
    fs::write(&path, bytes_of("ChØ thÞ sè 16/CT/TTg\n")).unwrap();
    assert_eq!(fix(dir.path(), &["d.txt"]).0, 2);
    assert_eq!(fix(dir.path(), &["--encoding", "tcvn3", "d.txt"]).0, 0);
    assert_eq!(fs::read(&path).unwrap(), bytes_of("ChØ thÞ sè 16/CT-TTg\n"));
}

#[test]
fn of_a_web_page_only_the_words_change() {
    let dir = tempdir().unwrap();
    let path = dir.path().join("d.htm");
    // As Word saves it: Windows-1252, and by number what that does not have.
    let page = "<html xmlns:o=\"x\">\r\n<head><meta charset=\"windows-1252\"><title>16/CT/TTg</title></head>\r\n<body>\r\n\
                <p class=MsoNormal>Th&#7921;c hi&#7879;n &#272;&#7873; án s&#7889; 15-\r\n  &#272;A/TU và\r\nCh&#7881; th&#7883; \
                s&#7889; 16/<b>CT</b>&#47;TTg ngày 16/5/2018 \u{96} h\u{e0}.</p>\r\n<!-- 16/CT/TTg --></body></html>\r\n";
    let after = page.replace("15-\r\n  &#272;A/TU", "15-&#272;A/TU").replace("</b>&#47;TTg", "</b>-TTg");
    fs::write(&path, bytes_of(page)).unwrap();
    let (code, _, err) = fix(dir.path(), &["d.htm"]);
    assert_eq!((code, err.as_str()), (0, "Mended 2 places in 1 file.\n"));
    assert_eq!(fs::read(&path).unwrap(), bytes_of(&after));
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_its_file_is_mended() {
    let dir = tempdir().unwrap();
    let (real, link) = (dir.path().join("folder"), dir.path().join("d.txt"));
    fs::create_dir(&real).unwrap();
    fs::write(real.join("real.txt"), WRONG).unwrap();
    std::os::unix::fs::symlink("folder/real.txt", &link).unwrap();
    assert_eq!(fix(dir.path(), &["d.txt"]).0, 0);
    assert_eq!(fs::read_link(&link).unwrap(), Path::new("folder/real.txt"));
    assert_eq!(fs::read_to_string(real.join("real.txt")).unwrap(), SAFE);
}

#[cfg(unix)]
#[test]
fn an_interrupt_leaves_whole_files_and_no_others() {
    let dir = tempdir().unwrap();
    for number in 0..300 {
        fs::write(dir.path().join(format!("{number}.txt")), WRONG.repeat(20)).unwrap();
    }
    let mut child = command(dir.path(), &["."]).stderr(Stdio::null()).spawn().unwrap();
    let mended =
        |number: usize| fs::read_to_string(dir.path().join(format!("{number}.txt"))).unwrap() == SAFE.repeat(20);
    // In the middle: some are done, in whatever order.
    while (0..300).filter(|number| mended(*number)).count() < 5 && child.try_wait().unwrap().is_none() {}
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let code = child.wait().unwrap().code();
    // It may have been done just then.
    assert!(matches!(code, Some(0 | 130)), "{code:?}");
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 300);
    for number in 0..300 {
        let text = fs::read_to_string(dir.path().join(format!("{number}.txt"))).unwrap();
        assert!(text == WRONG.repeat(20) || text == SAFE.repeat(20), "{number}");
    }
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

#[test]
fn check_mends_what_is_safe_and_tells_what_is_left() {
    let dir = tempdir().unwrap();
    let path = dir.path().join("d.txt");
    let check = |args: &[&str]| {
        let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
        let output =
            command.current_dir(&dir).args(["--lang", "en", "check", "--format", "concise"]).args(args).output();
        let output = output.unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    };
    // The day is not in any calendar: that no fix mends.
    let wrong = WRONG.replace("16/5/2018", "31/6/2018");
    fs::write(&path, &wrong).unwrap();
    let (code, out, _) = check(&["--diff", "d.txt"]);
    assert_eq!((code, fs::read_to_string(&path).unwrap()), (0, wrong.clone()));
    assert!(out.contains("+Thực hiện Đề án số 15-ĐA/TU"), "{out}");
    fs::write(dir.path().join("list"), "d.txt\n").unwrap();
    let (code, out, err) = check(&["--fix", "--file-list", "list"]);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("Mended 2 places in 1 file."), "{err}");
    assert!(out.contains(" DAT01 ") && !out.contains("SYM"), "{out}");
    assert_eq!(fs::read_to_string(&path).unwrap(), SAFE.replace("16/5/2018", "31/6/2018"));
    let (code, _, err) = check(&["--fix", "-"]);
    assert!(code == 2 && err.contains("standard input has no file to mend"), "{err}");
}
