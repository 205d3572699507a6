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
        ("encoding = \"tcvn4\"\n", "encoding: no ‘tcvn4’; choose from "),
        ("document-date = \"5/3\"\n", "document-date: ‘5/3’ is no day"),
        ("profile = \"stern\"\n", "profile: no ‘stern’; choose from strict, default, form-only"),
        ("[[per-file]]\nignore = [\"SYM\"]\n", "missing field `files`"),
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

#[test]
fn findings_of_a_rule_are_listed_up_to_a_number() {
    let dir = folder(&[("cite-lint.toml", "max-findings = 2\n"), ("d.txt", &DRAFT.repeat(5))]);
    assert_eq!(check(dir.path(), &["d.txt"]).1, ["SYM01", "SYM03", "SYM01", "SYM03"]);
    assert_eq!(check(dir.path(), &["--max-findings", "1", "d.txt"]).1.len(), 2);
    let (_, _, err) = check(dir.path(), &["d.txt"]);
    assert!(err.contains("5 errors, 5 warnings"), "{err}");
}

#[test]
fn a_configuration_extends_others() {
    let dir = folder(&[
        ("chung.toml", "ignore = [\"SYM01\"]\nlevel = \"error\"\nregistry = [\"own.csv\"]\nexclude = [\"/old\"]\n"),
        ("own.csv", "type,symbol,date\nKế hoạch,484/KH-UBND,2019-10-01\n"),
        ("a/cite-lint.toml", "extend = [\"../chung.toml\"]\nlevel = \"warning\"\nignore = [\"DAT\"]\n"),
        ("a/d.txt", DRAFT),
    ]);
    let (code, rules, err) = check(dir.path(), &["a/d.txt"]);
    assert_eq!((code, rules), (1, vec!["SYM03".to_owned()]), "{err}");
    let mut show = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    let output = show.current_dir(dir.path().join("a")).args(["--lang", "en", "config", "show"]).output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let files: Vec<&str> = out.lines().filter(|line| line.starts_with("configuration: ")).collect();
    assert_eq!(files.len(), 2, "{out}");
    assert!(files[0].ends_with("a/cite-lint.toml") && files[1].ends_with("chung.toml"), "{out}");
}

#[test]
fn a_circle_of_configurations_is_told() {
    let dir = folder(&[
        ("cite-lint.toml", "extend = [\"b.toml\"]\n"),
        ("b.toml", "extend = [\"cite-lint.toml\"]\n"),
        ("none.toml", "extend = [\"missing.toml\"]\n"),
        ("d.txt", DRAFT),
    ]);
    let (code, _, err) = check(dir.path(), &["d.txt"]);
    assert_eq!(code, 2);
    assert!(err.contains("extend goes in a circle: ") && err.matches(" → ").count() == 2, "{err}");
    let (code, _, err) = check(dir.path(), &["--config", "none.toml", "d.txt"]);
    assert!(code == 2 && err.contains("missing.toml: not found"), "{err}");
}

#[test]
fn names_codes_and_wordings_of_the_office() {
    let own = "[own]\nplaces = [\"Lắp Vò\"]\nwords = [\"xử dụng\"]\n\n[own.bodies]\n\"Ban cán sự\" = [\"BCSD\"]\n\n\
        [own.phrases]\n\"phòng Tiếp dân\" = \"Ban Tiếp công dân\"\n";
    let text = "Kế hoạch số 27-KH/BCSD ngày 19/02/2024 gửi huyện Lắp Vò, tỉnh Đồng Tháp và phòng Tiếp dân, xử dụng.\n";
    let dir = folder(&[("own.toml", own), ("d.txt", text)]);
    assert_eq!(check(dir.path(), &["--no-config", "d.txt"]).1, ["SYM05", "NAM01", "NAM05"]);
    let (_, rules, err) = check(dir.path(), &["--config", "own.toml", "--format", "json", "d.txt"]);
    assert_eq!(rules, Vec::<String>::new(), "{err}");
}

#[test]
fn what_a_file_cannot_silence_itself_the_configuration_accepts() {
    let accept = "[[accept]]\nfiles = [\"d.txt\"]\nrule = \"SYM01\"\ntext = \"15- ĐA\"\nreason = \"đúng bản gốc\"\n\n\
        [[accept]]\nrule = \"symbol-separator\"\ntext = \"17/CT/TTg\"\n\n[[accept]]\nfiles = [\"x.txt\"]\nrule = \"DAT\"\n";
    let dir = folder(&[("cite-lint.toml", accept), ("d.txt", DRAFT)]);
    let (_, rules, err) = check(dir.path(), &["d.txt"]);
    assert_eq!(rules, ["SYM03"]);
    assert!(err.contains("accept: no finding of symbol-separator ‘17/CT/TTg’ any more"), "{err}");
    assert_eq!(err.matches("accept: ").count(), 1, "of files that were not checked nothing is said: {err}");
}

#[test]
fn the_day_and_the_regime_of_files_that_do_not_tell_them() {
    let config = "language = \"vi\"\ndocument-date = \"2024-01-01\"\n\n[[per-file]]\nfiles = [\"moi/**\"]\n\
        document-date = \"2024-05-01\"\nregime = \"party\"\n";
    let draft = "Thực hiện Nghị quyết số 12/NQ-CP ngày 02/02/2024 của Chính phủ về cải cách hành chính.\n";
    let dir = folder(&[("cite-lint.toml", config), ("cu/d.txt", draft), ("moi/d.txt", draft)]);
    let today = ["--today", "2026-01-01"];
    assert_eq!(check(dir.path(), &[&today[..], &["cu/d.txt"]].concat()).1, ["DAT07"]);
    assert_eq!(check(dir.path(), &[&today[..], &["moi/d.txt"]].concat()).1, Vec::<String>::new());
    let later = ["--document-date", "2024-03-01"];
    assert_eq!(check(dir.path(), &[&today[..], &later, &["cu/d.txt"]].concat()).1, Vec::<String>::new());
    let mut show = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    let output = show.current_dir(&dir).env_remove("CITE_LINT_LANG").args(["config", "show", "moi/d.txt"]).output();
    let out = String::from_utf8(output.unwrap().stdout).unwrap();
    assert!(out.contains("  quy định: party") && out.contains("cấu hình: "), "{out}");
}

/// What the pages show as `cite-lint.toml` is one.
#[test]
fn the_configurations_of_the_pages_are_taken() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for page in ["README.md", "docs/vi/README.md", "docs/configuration.md", "docs/vi/configuration.md"] {
        let text = fs::read_to_string(root.join(page)).unwrap();
        let blocks = text.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap());
        let blocks: Vec<&str> = blocks.filter(|block| !block.contains("[dependencies]")).collect();
        assert!(!blocks.is_empty(), "{page}");
        for block in blocks {
            let dir = folder(&[
                ("a/cite-lint.toml", block),
                ("chung.toml", ""),
                ("a/van-ban-cua-so.csv", "type,symbol,date\nKế hoạch,484/KH-UBND,2019-10-01\n"),
                ("a/cite-lint-baseline.tsv", "# cite-lint baseline 1\n"),
                ("a/d.txt", "Không có gì.\n"),
            ]);
            let (code, _, err) = check(&dir.path().join("a"), &["d.txt"]);
            assert_eq!(code, 0, "{page}: {err}\n{block}");
        }
    }
}
