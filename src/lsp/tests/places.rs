use super::*;

const TEXT: &str = "Nghị định số 30/2020/NĐ-CP ngày 06/3/2020 của Chính phủ\n\
                    Theo Nghị định 30, 😀 Kế hoạch số 484/KH-UBND và Nghị định số 30/2020/NĐ-CP ngày 06 tháng 3 năm 2020\n\
                    Nghị định số 30/2020/NĐ-CP ngày 05/3/2020\n";

#[test]
fn citations_are_the_outline_and_a_short_form_leads_to_the_full_one() {
    let mut client =
        Client::start(&json!({"textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": true}}}));
    client.open(TEXT);
    let symbols = client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
    let names: Vec<&str> = symbols.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["30/2020/NĐ-CP", "Nghị định 30", "484/KH-UBND", "30/2020/NĐ-CP", "30/2020/NĐ-CP"]);
    assert_eq!(symbols[2]["selectionRange"], range(1, 34, 45));
    let full = client.ask_at("textDocument/definition", 1, 8);
    assert_eq!(full["range"]["start"], json!({"line": 0, "character": 0}));
    assert_eq!(client.ask_at("textDocument/definition", 1, 36), Value::Null);
    client.end();

    let mut client = Client::start(&Value::Null);
    client.open(TEXT);
    let symbols = client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
    assert_eq!(symbols[0]["location"]["uri"], URI);
    client.end();
}

#[test]
fn from_one_citation_to_the_others_of_its_document() {
    let mut client = Client::start(&Value::Null);
    client.open(TEXT);
    let lines = |places: &Value| -> Vec<u64> {
        let line = |place: &Value| place["range"]["start"]["line"].as_u64().unwrap();
        places.as_array().unwrap().iter().map(line).collect()
    };
    assert_eq!(lines(&client.ask_at("textDocument/references", 0, 16)), [0, 1, 1, 2]);
    assert_eq!(lines(&client.ask_at("textDocument/documentHighlight", 1, 8)), [0, 1, 1, 2]);
    assert_eq!(lines(&client.ask_at("textDocument/references", 1, 38)), [1]);
    assert_eq!(lines(&client.ask_at("textDocument/references", 3, 0)), Vec::<u64>::new());
    let without = json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 16}, "context": {"includeDeclaration": false}});
    assert_eq!(lines(&client.ask("textDocument/references", without)), [1, 1, 2]);
    client.end();
}

#[test]
fn a_number_without_its_date_is_the_only_document_of_that_number() {
    let text = "Kế hoạch số 12/KH-UBND ngày 05/3/2024; Kế hoạch số 12/KH-UBND\n";
    let other = "Kế hoạch số 12/KH-UBND ngày 07/4/2023\n";
    let mut client = Client::start(&Value::Null);
    client.open(text);
    assert_eq!(client.ask_at("textDocument/references", 0, 14).as_array().unwrap().len(), 2);
    client.change(2, json!([{"text": format!("{text}{other}")}]));
    assert_eq!(client.ask_at("textDocument/references", 0, 14).as_array().unwrap().len(), 1);
    client.end();
}

#[test]
fn a_wrong_date_is_changed_everywhere_each_in_its_form() {
    let mut client = Client::start(&Value::Null);
    client.open(TEXT);
    let asked = client.ask_at("textDocument/prepareRename", 0, 33);
    assert_eq!(asked, json!({"range": range(0, 27, 41), "placeholder": "ngày 06/3/2020"}));
    assert_eq!(client.ask_at("textDocument/prepareRename", 0, 16), Value::Null);
    let mut rename = |character: u32, name: &str| {
        let position = json!({"line": 0, "character": character});
        client.ask("textDocument/rename", json!({"textDocument": {"uri": URI}, "position": position, "newName": name}))
    };
    for name in ["ngày 05/3/2020", "05/3/2020", "2020-03-05", "ngày 5 tháng 3 năm 2020"] {
        let edit = rename(33, name);
        let want = TEXT.replace("06/3/2020", "05/3/2020").replace("06 tháng 3", "05 tháng 3");
        assert_eq!(applied(TEXT, &edit), want, "{name}");
    }
    for wrong in ["31/02/2020", "hôm qua", "", "05/3/2020 nhé", "năm 2020"] {
        assert_eq!(rename(33, wrong)["code"], -32_803, "{wrong}");
    }
    assert_eq!(rename(16, "05/3/2020")["code"], -32_803);
    client.end();
}

#[test]
fn lenses_count_and_lead_on() {
    let mut client = Client::start(&json!({"window": {"showDocument": {"support": true}}}));
    client.open(TEXT);
    let lenses = client.ask("textDocument/codeLens", json!({"textDocument": {"uri": URI}}));
    assert_eq!(lenses[0]["command"]["title"], "4 citations, 1 known");
    let title = lenses[1]["command"]["title"].as_str().unwrap();
    assert!(title.starts_with("2 errors, "), "{title}");
    let run = |lens: &Value| json!({"command": lens["command"]["command"], "arguments": lens["command"]["arguments"]});
    let first = client.send("workspace/executeCommand", run(&lenses[1]));
    assert_eq!(client.next("window/showDocument")["selection"], range(0, 27, 41));
    assert_eq!(client.answer(first), Value::Null);
    let shown = client.send("workspace/executeCommand", run(&lenses[0]));
    let message = client.next("window/showMessage")["message"].as_str().unwrap().to_owned();
    assert!(message.starts_with("2 documents are cited\n4 × Nghị định số 30/2020/NĐ-CP"), "{message}");
    assert_eq!(client.answer(shown), Value::Null);
    client.end();
}

#[test]
fn the_documents_that_a_text_cites() {
    let mut client = Client::start(&Value::Null);
    client.open(&format!("Số: 12/KH-UBND\nDầu Tiếng, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\n{TEXT}"));
    let rows = client.ask("workspace/executeCommand", json!({"command": "cite-lint.authorities", "arguments": [URI]}));
    assert_eq!(rows.as_array().unwrap().len(), 2);
    assert_eq!(rows[0]["document"], "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ");
    assert_eq!(rows[0]["title"], "Về công tác văn thư");
    assert_eq!((&rows[0]["date"], &rows[0]["count"]), (&json!("2020-03-05"), &json!(4)));
    assert_eq!(rows[0]["status"], "known, cited otherwise");
    assert_eq!(rows[1]["document"], "Kế hoạch số 484/KH-UBND");
    assert_eq!((&rows[1]["title"], &rows[1]["status"]), (&Value::Null, &json!("fits several documents")));
    assert_eq!(rows[1]["range"]["start"]["line"], 4);
    client.end();
}

#[test]
fn links_lead_to_the_address_that_a_registry_gives() {
    let mut client = Client::with(&Value::Null, |_, _| {
        let rows =
            "type\tsymbol\tdate\tsource\nKế hoạch\t484/KH-UBND\t2024-03-01\tCổng; https://example.vn/484 (tỉnh)\n";
        let own = crate::registry::Registry::from_tsv(rows).unwrap();
        let registry = std::borrow::Cow::Owned(crate::registry::Registry::builtin().overlay(&own));
        Settings { registry, ..Settings::new(Lang::En) }
    });
    client.open("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 và Kế hoạch số 484/KH-UBND ngày 01/3/2024");
    let links = client.ask("textDocument/documentLink", json!({"textDocument": {"uri": URI}}));
    assert_eq!(links, json!([{"range": range(0, 57, 68), "target": "https://example.vn/484"}]));
    client.end();
}
