use super::*;
use crate::lint::Linter;
use crate::lsp::buffer::{Buffer, Encoding};
use crate::rules;

fn asked(range: &Value, only: &Value) -> Value {
    json!({"textDocument": {"uri": URI}, "range": range, "context": {"diagnostics": [], "only": only}})
}

#[test]
fn fixes_are_offered_where_they_belong() {
    let text = "Chỉ thị số 16/CT/TTg ngày 16/5/2016\nĐề án số 15- ĐA/TU\n";
    let mut client = Client::start(&Value::Null);
    client.open(text);
    let actions = client.ask("textDocument/codeAction", asked(&range(0, 12, 12), &Value::Null));
    assert_eq!(actions[0]["title"], "change to ‘16/CT-TTg’ (safe)");
    assert_eq!(actions[0]["isPreferred"], true);
    assert_eq!(actions[0]["edit"]["changes"][URI], json!([{"range": range(0, 11, 20), "newText": "16/CT-TTg"}]));
    let all = actions.as_array().unwrap().last().unwrap();
    assert_eq!(all["kind"], "source.fixAll.cite-lint");
    assert_eq!(applied(text, &all["edit"]), "Chỉ thị số 16/CT-TTg ngày 16/5/2016\nĐề án số 15-ĐA/TU\n");
    for (only, kinds) in [
        (json!(["source.fixAll"]), vec!["source.fixAll.cite-lint"]),
        (json!(["source.fixAll.cite-lint"]), vec!["source.fixAll.cite-lint"]),
        (json!(["refactor", "source.fix"]), vec![]),
        (json!([]), vec![]),
    ] {
        let actions = client.ask("textDocument/codeAction", asked(&range(0, 0, 0), &only));
        let told: Vec<&str> = actions.as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
        assert_eq!(told, kinds, "{only}");
    }
    client.end();
}

#[test]
fn a_fix_that_changes_a_fact_is_not_preferred() {
    let mut client = Client::start(&json!({"workspace": {"workspaceEdit": {"documentChanges": true}}}));
    client.open("Nghị định số 30/2020/NĐ-CP ngày 06/3/2020 của Chính phủ về công tác văn thư.");
    let actions = client.ask("textDocument/codeAction", asked(&range(0, 33, 33), &json!(["quickfix"])));
    assert_eq!(actions[0]["title"], "change to ‘ngày 05/3/2020’ (review before applying)");
    assert_eq!(actions[0]["isPreferred"], false);
    // It names the version that it is of, so that it does no harm to a later one.
    assert_eq!(actions[0]["edit"]["documentChanges"][0]["textDocument"], json!({"uri": URI, "version": 1}));
    client.end();
}

#[test]
fn a_comment_silences_a_finding_in_the_form_of_its_text() {
    let text = "Đề án số 15- ĐA/TU\nhết";
    for (language, want) in [
        ("plaintext", "Đề án số 15- ĐA/TU <!-- cite-lint: ignore[SYM01] -->\nhết"),
        ("markdown", "Đề án số 15- ĐA/TU <!-- cite-lint: ignore[SYM01] -->\nhết"),
        ("latex", "Đề án số 15- ĐA/TU % cite-lint: ignore[SYM01]\nhết"),
        ("yaml", "Đề án số 15- ĐA/TU # cite-lint: ignore[SYM01]\nhết"),
        ("typst", "Đề án số 15- ĐA/TU // cite-lint: ignore[SYM01]\nhết"),
    ] {
        let mut client = Client::start(&json!({"textDocument": {"diagnostic": {}}}));
        client.open_as(language, text);
        let actions = client.ask("textDocument/codeAction", asked(&range(0, 10, 10), &json!(["quickfix"])));
        let ignore = actions.as_array().unwrap().iter().find(|one| one["title"] == "ignore here: SYM01").unwrap();
        let silenced = applied(text, &ignore["edit"]);
        assert_eq!(silenced, want);
        assert!(Linter::new().lint(&silenced).iter().all(|finding| !["SYM01", "SUP01"].contains(&finding.rule)));
        client.end();
    }
}

/// Each rule's own wrong examples: the comment silences the finding, brings no other one, and is not called useless.
#[test]
fn the_comment_silences_every_rule() {
    let mut silenced = 0;
    for rule in rules::all().iter().filter(|rule| rule.code != "SUP01") {
        for text in rule.examples("Wrong") {
            let before = Linter::new().lint(text);
            let Some(finding) = before.iter().find(|finding| finding.rule == rule.code) else { continue };
            let document = json!({"uri": URI, "languageId": "markdown", "text": text});
            let settings = std::rc::Rc::new(Settings::new(Lang::En));
            let open = crate::lsp::open::Open::new(&document, Encoding::Utf16, settings).unwrap();
            let edit = crate::lsp::ignore::comment(&open, finding).unwrap();
            let after = crate::text::apply_edits(text, &[edit]).unwrap();
            let left = Linter::new().lint(&after);
            let count = |all: &[crate::finding::Diagnostic]| all.iter().filter(|one| one.rule == rule.code).count();
            assert!(count(&left) < count(&before), "{}: {after}", rule.code);
            let new = left.iter().find(|left| before.iter().all(|before| before.rule != left.rule));
            assert!(new.is_none(), "{}: {new:?} in {after}", rule.code);
            silenced += 1;
        }
    }
    assert!(silenced > 60, "{silenced}");
}

#[test]
fn of_too_many_findings_the_gravest_are_told() {
    let client = Client::start(&Value::Null);
    let text = "Đề án số 15- ĐA/TU\n".repeat(700) + &"Chỉ thị số 16/CT/TTg ngày 16/5/2016\n".repeat(300);
    let told = client.open(&text);
    assert_eq!(told.len(), 501);
    assert_eq!(told.iter().filter(|(code, _)| code == "SYM03").count(), 300);
    assert_eq!(told.last().unwrap(), &(String::new(), range(0, 0, 0)));
    client.end();
}

#[test]
fn places_in_one_long_line() {
    let text = "😀 Đề án số 15- ĐA/TU; ".repeat(5_000);
    let buffer = Buffer::new(text.clone(), Encoding::Utf16);
    for at in [0, 4, text.len() / 2, text.len(), 9, text.len() / 3] {
        let at = text.floor_char_boundary(at);
        let position = buffer.position(at);
        assert_eq!(position["character"], text[..at].encode_utf16().count());
        assert_eq!(buffer.offset(&position), at);
    }
}
