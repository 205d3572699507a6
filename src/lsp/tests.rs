use std::thread;

use lsp_server::RequestId;

use super::*;

/// A client that has said hello; the server ends with it.
struct Client {
    connection: Connection,
    next: i32,
}

impl Client {
    fn start(encodings: &Value) -> (Self, thread::JoinHandle<bool>) {
        let (server, connection) = Connection::memory();
        let served = thread::spawn(move || serve(&server, &Linter::new(), Lang::En).unwrap());
        let mut client = Self { connection, next: 0 };
        let params = json!({"capabilities": {"general": {"positionEncodings": encodings}}});
        assert!(client.ask("initialize", params)["capabilities"]["hoverProvider"].as_bool().unwrap());
        client.tell("initialized", json!({}));
        (client, served)
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let request = Request { id: RequestId::from(self.next), method: method.to_owned(), params };
        self.connection.sender.send(Message::Request(request)).unwrap();
        match self.connection.receiver.recv().unwrap() {
            Message::Response(response) => response.response_kind_value(),
            other => panic!("{other:?}"),
        }
    }

    fn tell(&self, method: &str, params: Value) {
        let notification = Notification { method: method.to_owned(), params };
        self.connection.sender.send(Message::Notification(notification)).unwrap();
    }

    /// The codes and places of the findings that the server sends.
    fn told(&self) -> Vec<(String, Value)> {
        let Message::Notification(sent) = self.connection.receiver.recv().unwrap() else { panic!("a notification") };
        let all = sent.params["diagnostics"].as_array().unwrap().clone();
        all.iter().map(|one| (one["code"].as_str().unwrap().to_owned(), one["range"].clone())).collect()
    }

    fn open(&self, text: &str) -> Vec<(String, Value)> {
        let document = json!({"uri": "untitled:1", "languageId": "plaintext", "version": 1, "text": text});
        self.tell("textDocument/didOpen", json!({"textDocument": document}));
        self.told()
    }

    fn end(mut self, served: thread::JoinHandle<bool>) {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        assert!(served.join().unwrap());
    }
}

trait Kind {
    fn response_kind_value(self) -> Value;
}

impl Kind for Response {
    fn response_kind_value(self) -> Value {
        let sent = serde_json::to_value(self).unwrap();
        if sent["error"].is_object() { sent["error"].clone() } else { sent["result"].clone() }
    }
}

fn range(line: u32, from: u32, to: u32) -> Value {
    json!({"start": {"line": line, "character": from}, "end": {"line": line, "character": to}})
}

#[test]
fn findings_follow_the_text_in_both_encodings() {
    // 😀 is one letter, two units of UTF-16, four of UTF-8.
    let text = "dòng một\n😀 Đề án số 15- ĐA/TU\n";
    for (encodings, start, end) in
        [(json!(["utf-16"]), 12, 21), (json!(["utf-8", "utf-16"]), 20, 30), (Value::Null, 12, 21)]
    {
        let (client, served) = Client::start(&encodings);
        let told = client.open(text);
        assert!(told.contains(&("SYM01".to_owned(), range(1, start, end))), "{encodings}: {told:?}");
        let blank = range(1, start + 3, start + 4);
        let change = json!({"textDocument": {"uri": "untitled:1", "version": 2}, "contentChanges": [{"range": blank, "text": ""}]});
        client.tell("textDocument/didChange", change);
        let told = client.told();
        assert!(told.iter().all(|(code, _)| code != "SYM01"), "{encodings}: {told:?}");
        client.tell("textDocument/didClose", json!({"textDocument": {"uri": "untitled:1"}}));
        assert_eq!(client.told(), []);
        client.end(served);
    }
}

#[test]
fn fixes_are_offered_where_they_belong() {
    let (mut client, served) = Client::start(&Value::Null);
    client.open("Chỉ thị số 16/CT/TTg ngày 16/5/2016\nĐề án số 15- ĐA/TU\n");
    let ask = json!({"textDocument": {"uri": "untitled:1"}, "range": range(0, 12, 12), "context": {"diagnostics": []}});
    let actions = client.ask("textDocument/codeAction", ask);
    assert_eq!(actions[0]["title"], "change to ‘16/CT-TTg’ (safe)");
    assert_eq!(
        actions[0]["edit"]["changes"]["untitled:1"],
        json!([{"range": range(0, 11, 20), "newText": "16/CT-TTg"}])
    );
    let all = actions.as_array().unwrap().last().unwrap();
    assert_eq!(all["kind"], "source.fixAll");
    let mended = all["edit"]["changes"]["untitled:1"][0]["newText"].as_str().unwrap();
    assert_eq!(mended, "Chỉ thị số 16/CT-TTg ngày 16/5/2016\nĐề án số 15-ĐA/TU\n");
    client.end(served);
}

#[test]
fn the_registry_and_the_rule_are_told_under_the_pointer() {
    let (mut client, served) = Client::start(&Value::Null);
    client.open("Nghị định số 30/2020/NĐ-CP ngày 06/3/2020\n\nkhông có gì");
    let at = |line, character| json!({"textDocument": {"uri": "untitled:1"}, "position": {"line": line, "character": character}});
    let hover = client.ask("textDocument/hover", at(0, 34));
    let words = hover["contents"]["value"].as_str().unwrap();
    assert!(
        words.contains("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ") && words.contains("**DAT06**"),
        "{words}"
    );
    assert_eq!(client.ask("textDocument/hover", at(2, 3)), Value::Null);
    client.end(served);
}

#[test]
fn citations_are_the_outline_and_a_short_form_leads_to_the_full_one() {
    let (mut client, served) = Client::start(&Value::Null);
    client.open(
        "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ\nTheo Nghị định 30, 😀 Kế hoạch số 484/KH-UBND\n",
    );
    let text = json!({"uri": "untitled:1"});
    let symbols = client.ask("textDocument/documentSymbol", json!({"textDocument": text}));
    let names: Vec<&str> = symbols.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["30/2020/NĐ-CP", "Nghị định 30", "484/KH-UBND"]);
    assert_eq!(symbols[2]["selectionRange"], range(1, 34, 45));
    let at = |line, character| json!({"textDocument": text, "position": {"line": line, "character": character}});
    assert_eq!(client.ask("textDocument/definition", at(1, 8))["range"]["start"], range(0, 0, 0)["start"]);
    assert_eq!(client.ask("textDocument/definition", at(1, 36)), Value::Null);
    client.end(served);
}

#[test]
fn what_a_client_gets_wrong_ends_nothing() {
    let (mut client, served) = Client::start(&Value::Null);
    assert_eq!(client.ask("textDocument/unknown", json!({}))["code"], ErrorCode::MethodNotFound as i32);
    assert_eq!(client.ask("textDocument/hover", json!({})), Value::Null);
    client.tell(
        "textDocument/didChange",
        json!({"textDocument": {"uri": "untitled:none"}, "contentChanges": [{"text": "a"}]}),
    );
    client.tell("no/such", Value::Null);
    client.open("a\nb");
    for wrong in [range(9, 9, 9), range(0, 99, 1), json!({"start": {"line": -1}}), json!({})] {
        let change = json!({"textDocument": {"uri": "untitled:1"}, "contentChanges": [{"range": wrong, "text": "Đ"}]});
        client.tell("textDocument/didChange", change);
        client.told();
    }
    client.end(served);
}

#[test]
fn a_client_that_vanishes_ends_the_server() {
    let (client, served) = Client::start(&Value::Null);
    drop(client);
    assert!(!served.join().unwrap());
}

#[test]
fn random_changes_give_the_text_that_the_client_has() {
    let mut state = 7_u64;
    let mut random = |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit.max(1)
    };
    for encoding in [Encoding::Utf8, Encoding::Utf16] {
        let mut expected = "Số 16/CT-TTg\r\n😀 dòng hai\n".to_owned();
        let mut buffer = Buffer::new(expected.clone());
        for _ in 0..3_000 {
            let boundary = |at: usize| expected.floor_char_boundary(at);
            let (a, b) = (boundary(random(expected.len() + 1)), boundary(random(expected.len() + 1)));
            // A client counts from the start of a line; between the two signs of a line end there is no place.
            let between = |at: usize| expected[..at].ends_with('\r') && expected[at..].starts_with('\n');
            let (start, end) = (a.min(b), a.max(b).min(a.min(b) + 12));
            let end = boundary(end);
            if between(start) || between(end) {
                continue;
            }
            let text = ["", "Đ", "😀\n", "\r\n", "số "][random(5)];
            let range = json!({"start": buffer.position(start, encoding), "end": buffer.position(end, encoding)});
            buffer.change(&json!({"range": range, "text": text}), encoding);
            expected.replace_range(start..end, text);
            assert_eq!(buffer.text, expected);
        }
    }
}
