//! The reports for other programs: each is one whole of its kind, with findings and without.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::process::Command;

use serde_json::Value;
use tempfile::tempdir;

/// What `check` prints for two files, one of them without findings, or for that one alone.
fn printed(format: &str, with_findings: bool) -> String {
    let dir = tempdir().unwrap();
    let wrong = "Thực hiện Đề án số 15- ĐA/TU, “trích: 100%” và Chỉ thị số 16/CT/TTg ngày 16/5/2016.\n";
    fs::write(dir.path().join("dự thảo.txt"), wrong).unwrap();
    fs::write(dir.path().join("đúng.txt"), "Không có gì.\n").unwrap();
    let files: &[&str] = if with_findings { &["dự thảo.txt", "đúng.txt"] } else { &["đúng.txt"] };
    let mut command = Command::new(snapbox::cmd::cargo_bin!("cite-lint"));
    let output = command.current_dir(&dir).args(["--lang", "en", "check", "--format", format]).args(files).output();
    String::from_utf8(output.unwrap().stdout).unwrap()
}

#[test]
fn sarif_has_rules_places_and_fixes() {
    let log: Value = serde_json::from_str(&printed("sarif", true)).unwrap();
    let run = &log["runs"][0];
    assert_eq!((&log["version"], &run["columnKind"]), (&"2.1.0".into(), &"unicodeCodePoints".into()));
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    for result in results {
        assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]));
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "d%E1%BB%B1%20th%E1%BA%A3o.txt");
        let (place, change) = (&place["region"], &result["fixes"][0]["artifactChanges"][0]["replacements"][0]);
        assert_eq!(place, &change["deletedRegion"]);
    }
    assert_eq!(results[0]["ruleId"], "SYM01");
    let region = serde_json::json!({"startLine": 1, "startColumn": 20, "endLine": 1, "endColumn": 29});
    assert_eq!(results[0]["locations"][0]["physicalLocation"]["region"], region);
    let empty: Value = serde_json::from_str(&printed("sarif", false)).unwrap();
    assert_eq!(empty["runs"][0]["results"], serde_json::json!([]));
}

#[test]
fn gitlab_is_an_array_of_issues() {
    let issues: Value = serde_json::from_str(&printed("gitlab", true)).unwrap();
    let issue = &issues[1];
    assert_eq!((&issue["check_name"], &issue["severity"]), (&"SYM03".into(), &"major".into()));
    assert_eq!(issue["location"], serde_json::json!({"path": "dự thảo.txt", "lines": {"begin": 1}}));
    assert_eq!(printed("gitlab", false), "[]\n");
}

#[test]
fn github_has_a_line_each() {
    let lines = printed("github", true);
    assert_eq!(lines.lines().count(), 2);
    let start = "::error file=dự thảo.txt,line=1,col=59,title=SYM03 symbol-separator::‘/’ and ‘-’ stand";
    assert!(lines.lines().nth(1).unwrap().starts_with(start), "{lines}");
    assert_eq!(printed("github", false), "");
}

#[test]
fn junit_has_a_suite_each() {
    let report = printed("junit", true);
    assert_eq!((report.matches("<testsuite ").count(), report.matches("<failure ").count()), (2, 2), "{report}");
    assert!(report.contains("<testcase name=\"SYM03:1:59\" classname=\"dự thảo.txt\">"), "{report}");
    assert!(report.ends_with("</testsuites>\n"));
    let mut reader = quick_xml::Reader::from_str(&report);
    while reader.read_event().unwrap() != quick_xml::events::Event::Eof {}
    assert!(printed("junit", false).contains("tests=\"1\" failures=\"0\""));
}
