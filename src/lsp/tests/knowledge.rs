use super::*;
use crate::lsp::insertion;
use crate::registry::{Confidence, Registry};
use crate::resolve::Document;
use crate::rules::look_up;

fn hover(client: &mut Client, line: u32, character: u32) -> String {
    client.ask_at("textDocument/hover", line, character)["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_registry_and_the_rule_are_told_under_the_pointer() {
    let mut client = Client::start(&Value::Null);
    client.open("Nghị định số 30/2020/NĐ-CP ngày 06/3/2020\n\nkhông có gì");
    let words = hover(&mut client, 0, 34);
    for want in ["Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ", "Về công tác văn thư", "**DAT06", "source"]
    {
        assert!(words.contains(want), "{want}: {words}");
    }
    assert_eq!(client.ask_at("textDocument/hover", 2, 3), Value::Null);
    client.end();
}

#[test]
fn the_state_on_the_day_of_the_text_itself() {
    let mut client = Client::start(&Value::Null);
    let head = |year| format!("Số: 12/KH-UBND\nDầu Tiếng, ngày 05 tháng 3 năm {year}\nKẾ HOẠCH\nCăn cứ ");
    let law = "Luật số 45/2013/QH13 ngày 29/11/2013;";
    client.open(&(head(2020) + law));
    assert!(hover(&mut client, 3, 20).contains("05/3/2020 (day of this text): no document is known"));
    client.change(2, json!([{"text": head(2025) + law}]));
    let words = hover(&mut client, 3, 20);
    assert!(words.contains("05/3/2025 (day of this text): replaced or repealed, since 01/8/2024"), "{words}");
    assert!(words.contains("replaced or repealed by: Luật số 31/2024/QH15 ngày 18/01/2024"), "{words}");
    client.end();
}

#[test]
fn of_an_ambiguous_number_some_candidates_of_a_short_form_the_full_one() {
    let mut client = Client::start(&json!({"textDocument": {"hover": {"contentFormat": ["plaintext"]}}}));
    client
        .open("Chỉ thị số 16/CT-TTg.\nNghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ. Theo Nghị định 30 thì");
    let words = hover(&mut client, 0, 14);
    assert!(
        words.contains("fits ") && words.contains(" more") && words.matches("Chỉ thị số 16/CT-TTg ngày").count() == 5,
        "{words}"
    );
    assert!(!words.contains('*') && !words.contains('\\'), "{words}");
    assert!(hover(&mut client, 1, 66).contains("Về công tác văn thư"));
    client.end();
}

fn completed(client: &mut Client, text: &str) -> Vec<Value> {
    client.change(2, json!([{"text": text}]));
    let lines: Vec<&str> = text.split('\n').collect();
    let (line, character) = (lines.len() - 1, lines[lines.len() - 1].encode_utf16().count());
    let told = client.ask_at("textDocument/completion", line as u32, character as u32);
    assert_eq!(told["isIncomplete"], true);
    told["items"].as_array().unwrap().clone()
}

#[test]
fn known_documents_are_offered_by_number_and_by_title() {
    let mut client = Client::start(&Value::Null);
    client.open("");
    for (text, label, new) in [
        (
            "😀 Căn cứ Nghị định số 30/2020",
            "30/2020/NĐ-CP",
            "30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        ),
        (
            "Nghị định số công tác văn thư",
            "30/2020/NĐ-CP",
            "30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        ),
        (
            "Nghị định số van thu cong",
            "30/2020/NĐ-CP",
            "30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        ),
        (
            "theo Nghị định 030/2020/nd",
            "30/2020/NĐ-CP",
            "số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        ),
        (
            "Nghị quyết số 25-NQ/TW",
            "25-NQ/TW",
            "25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng (khóa XI) về tăng cường và đổi mới sự lãnh đạo của \
             Đảng đối với công tác dân vận trong tình hình mới",
        ),
        ("dòng\nLuật Doanh ngh", "Luật Doanh nghiệp", "Doanh nghiệp ngày 17 tháng 6 năm 2020"),
        ("Luật số 59/2020", "59/2020/QH14", "59/2020/QH14 ngày 17 tháng 6 năm 2020"),
    ] {
        let items = completed(&mut client, text);
        let found = items.iter().find(|item| item["label"] == label && item["textEdit"]["newText"] == new);
        assert!(
            found.is_some(),
            "{text}: {:?}",
            items.iter().map(|item| &item["textEdit"]["newText"]).collect::<Vec<_>>()
        );
        let typed = found.unwrap()["filterText"].as_str().unwrap();
        assert!(text.ends_with(typed));
    }
    client.end();
}

#[test]
fn only_what_fits_is_offered_and_not_too_much() {
    let mut client = Client::start(&Value::Null);
    client.open("");
    let items = completed(&mut client, "Thông tư số 1");
    assert_eq!(items.len(), 50);
    assert!(items.iter().all(|item| item["detail"].as_str().unwrap().starts_with("Thông tư,")));
    // The number itself before those that only begin with it.
    assert!(
        items[0]["label"].as_str().unwrap().starts_with("01/") || items[0]["label"].as_str().unwrap().starts_with("1/")
    );
    assert_eq!(completed(&mut client, "Nghị định số ").len(), 50);
    for nothing in
        ["", "một số ", "Kế hoạch này", "Nghị định số 30/2020/NĐ-CP ngày 05", "số 0/9999", "Nghị định số zzzz"]
    {
        assert_eq!(completed(&mut client, nothing), Vec::<Value>::new(), "{nothing}");
    }
    client.end();
}

/// What is offered is read as a citation of the document it was made of: every fifth one of the registry.
#[test]
fn whatever_is_offered_is_cited_rightly() {
    let registry = Registry::builtin();
    let mut wrong = Vec::new();
    for record in registry.records().step_by(5).filter(|record| !record.symbol().is_empty()) {
        let text = format!("{} số {}", record.doc_type(), insertion::numbered(record));
        let document = Document::new(&text);
        let verdict = document.mentions().first().and_then(|mention| look_up(registry, mention));
        let is_known = match &verdict {
            Some(crate::registry::Verdict::Known(known)) => known.id() == record.id(),
            // Its day, kept in mind only, is not given.
            Some(crate::registry::Verdict::Ambiguous(_)) => {
                record.confidence() == Confidence::Memory || record.date().is_none_or(|date| date.day().is_none())
            }
            _ => false,
        };
        if !is_known {
            wrong.push(format!("{}: {text} {verdict:?}", record.id()));
        }
    }
    assert!(wrong.is_empty(), "{} of them: {:#?}", wrong.len(), &wrong[..wrong.len().min(20)]);
}
