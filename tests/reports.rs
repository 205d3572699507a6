//! The reports for people that stand in files, the counts by rule, and the table of cited documents.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::{TempDir, tempdir};

const WRONG: &str = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;\n\
    Thực hiện Đề án số 15- ĐA/TU, <mẫu> & Chỉ thị số 16/CT/TTg ngày 16/5/2016.\nTheo Nghị định 30.\n";

fn folder() -> TempDir {
    let dir = tempdir().unwrap();
    fs::write(dir.path().join("dự thảo.txt"), WRONG).unwrap();
    fs::write(dir.path().join("đúng.txt"), "Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.\n").unwrap();
    dir
}

fn run(dir: &TempDir, args: &[&str]) -> Output {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    let today = if args[0] == "authorities" { &["--today", "2024-05-01"][..] } else { &[] };
    command.current_dir(dir).args(["--lang", "en"]).args(args).args(today).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn several_reports_at_once_each_in_its_file() {
    let dir = folder();
    let reports = ["concise", "html=r.html", "markdown=r.md", "sarif=r.sarif", "junit=r.xml"];
    let formats = reports.iter().flat_map(|report| ["--format", report]);
    let output = run(&dir, &[&["check", "."], &formats.collect::<Vec<_>>()[..]].concat());
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout).lines().count(), 2);
    let sarif: Value = serde_json::from_slice(&fs::read(dir.path().join("r.sarif")).unwrap()).unwrap();
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), 2);
    assert!(fs::read_to_string(dir.path().join("r.xml")).unwrap().ends_with("</testsuites>\n"));
    for name in ["r.html", "r.md"] {
        let report = fs::read_to_string(dir.path().join(name)).unwrap();
        assert!(report.contains("1 error, 1 warning") && report.contains("SYM03"), "{report}");
    }
    assert_eq!(fs::read_dir(&dir).unwrap().count(), 6, "no temporary file is left");
}

#[test]
fn html_is_one_page_with_the_text_the_marks_and_the_documents() {
    let dir = folder();
    let output = run(&dir, &["check", ".", "--format", "html"]);
    let page = text(&output.stdout);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">") && page.ends_with("</html>\n"), "{page}");
    for part in [
        "&lt;mẫu&gt; &amp; Chỉ thị số <mark class=\"error\" title=\"SYM03\">16/CT/TTg</mark> ngày",
        "<aside class=\"error\"><p><b>Error SYM03</b>",
        "“16/CT/TTg” → “16/CT-TTg” (safe)",
        "<td>Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ</td><td>Về công tác văn thư</td><td class=\"n\">3</td>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    // Nothing is fetched, nothing runs.
    assert!(!page.contains("<script") && !page.contains("src=") && !page.contains("href=\"http"), "{page}");
    // Every link leads to a place of the page.
    for link in page.split("href=\"#").skip(1) {
        let target = link.split('"').next().unwrap();
        assert!(page.contains(&format!("id=\"{target}\"")), "{target}");
    }
}

#[test]
fn a_file_takes_the_report_and_the_screen_the_summary() {
    let dir = folder();
    fs::write(dir.path().join("r.json"), "old").unwrap();
    let output = run(&dir, &["check", ".", "--format", "json", "--output-file", "r.json"]);
    assert!(text(&output.stdout).starts_with("Checked 2 files, 4 citations"), "{}", text(&output.stdout));
    let findings: Value = serde_json::from_slice(&fs::read(dir.path().join("r.json")).unwrap()).unwrap();
    assert_eq!(findings.as_array().unwrap().len(), 2);
}

#[test]
fn reports_that_cannot_be_written_are_told() {
    let dir = folder();
    for (args, message) in [
        (&["check", ".", "--format", "json", "--format", "sarif"][..], "only one report can go to standard output"),
        (&["check", ".", "--format", "json=a.json", "--output-file", "b.json"], "a file of its own already"),
        (&["check", ".", "--format", "html=none/r.html"], "none/r.html: cannot be written"),
        (&["check", ".", "--format", "pdf"], "choose one of: full, concise, html, markdown, json, jsonl"),
    ] {
        let output = run(&dir, args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(text(&output.stderr).contains(message), "{args:?}: {}", text(&output.stderr));
    }
}

#[test]
fn statistics_count_by_rule() {
    let dir = folder();
    let output = run(&dir, &["check", ".", "--statistics"]);
    assert_eq!(output.status.code(), Some(1));
    let out = text(&output.stdout);
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].starts_with("      1  SYM03  error    symbol-separator "), "{out}");
    assert!(lines[1].starts_with("      1  SYM01  warning  symbol-space ") && lines[1].ends_with(" [1 safe fix]"));
    assert!(lines[2].starts_with("Checked 2 files"), "{out}");
    let output = run(&dir, &["check", ".", "--statistics", "--format", "json"]);
    let rules: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&rules[0]["rule"], &rules[0]["count"], &rules[0]["files"]), (&"SYM03".into(), &1.into(), &1.into()));
}

#[test]
fn authorities_are_the_documents_once_each() {
    let dir = folder();
    let output = run(&dir, &["authorities", "."]);
    assert_eq!(output.status.code(), Some(0));
    let table = text(&output.stdout);
    let first = "| 1 | Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ | Về công tác văn thư | 3 | known | ./dự thảo.txt:1 |";
    assert!(table.contains(first), "{table}");
    assert_eq!(table.lines().count(), 5, "{table}");
    let output = run(&dir, &["authorities", ".", "--format", "json"]);
    let cited: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&cited[0]["count"], &cited[0]["files"], &cited[0]["line"]), (&3.into(), &2.into(), &1.into()));
    assert_eq!((&cited[2]["symbol"], &cited[2]["registry"]), (&"16/CT-TTg".into(), &"known".into()));
    let output = run(&dir, &["authorities", ".", "--format", "csv"]);
    let mut csv = csv::Reader::from_reader(output.stdout.strip_prefix("\u{feff}".as_bytes()).unwrap());
    let rows: Vec<csv::StringRecord> = csv.records().map(Result::unwrap).collect();
    assert_eq!((&rows[1][0], &rows[1][9]), ("Đề án số 15-ĐA/TU", "1"));
}

#[test]
fn authorities_tell_what_was_no_longer_in_force() {
    let dir = tempdir().unwrap();
    let law = "Căn cứ Luật Đất đai số 45/2013/QH13 ngày 29/11/2013;\n";
    let head = "Số: 12/KH-UBND\nCủ Chi, ngày 05 tháng 9 năm 2024\nKẾ HOẠCH\nQuản lý đất đai\n";
    fs::write(dir.path().join("a.txt"), format!("{head}{law}")).unwrap();
    fs::write(dir.path().join("b.txt"), law).unwrap();
    let life = |file: &str| {
        let output = run(&dir, &["authorities", file, "--format", "json"]);
        serde_json::from_slice::<Value>(&output.stdout).unwrap()[0]["life"].clone()
    };
    assert_eq!(
        life("a.txt"),
        serde_json::json!({"state": "ended", "since": "2024-08-01", "by": ["31/2024/QH15@2024-01-18"]})
    );
    assert_eq!(life("b.txt"), Value::Null);
}

#[test]
fn word_documents_have_paragraphs_and_web_pages_the_lines_of_their_markup() {
    let dir = tempdir().unwrap();
    let page =
        "<html>\n<head><title>x</title></head>\n<body>\n\n<p>Không có gì.</p>\n<p>Đề án số 15- ĐA/TU</p></body></html>";
    fs::write(dir.path().join("a.html"), page).unwrap();
    let report = text(&run(&dir, &["check", "a.html", "--format", "html"]).stdout);
    assert!(report.contains("<i>6</i><p>Đề án số <mark"), "{report}");
    let table = text(&run(&dir, &["authorities", "a.html"]).stdout);
    assert!(table.contains("| line 6 |"), "{table}");
    for link in report.split("href=\"#").skip(1) {
        let target = link.split('"').next().unwrap();
        assert!(report.contains(&format!("id=\"{target}\"")), "{target}");
    }
}
