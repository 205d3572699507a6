//! docs/rules.md is made of the rules' own .md files. After a change of one: `RULES_PAGE=overwrite cargo test --test
//! rules_page`.
#![allow(clippy::unwrap_used)]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use cite_lint::finding::{Applicability, Lang};
use cite_lint::rules;

#[test]
fn the_page_is_that_of_the_rules() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    if std::env::var_os("RULES_PAGE").is_some_and(|value| value == "overwrite") {
        fs::write(&path, page()).unwrap();
    }
    assert!(fs::read_to_string(&path).unwrap() == page(), "docs/rules.md is not of these rules; see above");
}

#[test]
fn there_are_sixty_rules_at_least() {
    assert!(rules::all().len() >= 60, "{}", rules::all().len());
}

fn page() -> String {
    let mut page = "# Quy tắc / Rules\n\nTrang này do phép thử `tests/rules_page.rs` lập từ tài liệu của từng quy tắc. \
                    / This page is made of the rules' own documentation.\n\n\
                    | Mã / Code | Tên / Name | Mức / Severity | Sửa / Fix | Nghĩa | Meaning |\n|---|---|---|---|---|---|\n"
        .to_owned();
    for rule in rules::all() {
        let fix = match rule.fix {
            None | Some(Applicability::DisplayOnly) => "–",
            Some(Applicability::Safe) => "an toàn / safe",
            Some(Applicability::Unsafe) => "cần xem lại / review",
        };
        let (code, name, severity, summary) = (rule.code, rule.name, rule.severity.name(), rule.summary());
        let anchor = format!("{}-{name}", code.to_lowercase());
        let (vi, en) = (summary.text(Lang::Vi), summary.text(Lang::En));
        writeln!(page, "| [{code}](#{anchor}) | {name} | {severity} | {fix} | {vi} | {en} |").unwrap();
    }
    for rule in rules::all() {
        // Headings one level down.
        write!(page, "\n{}", rule.doc.replace("\n## ", "\n### ").replacen("# ", "## ", 1)).unwrap();
    }
    page
}
