use super::*;

#[test]
fn what_a_client_gets_wrong_is_answered_as_the_protocol_says() {
    let mut client = Client::start(&Value::Null);
    let text = json!({"uri": URI});
    let wrong_position = json!({"textDocument": text, "position": {"line": -1, "character": 0}});
    client.open("a\nb");
    for (method, params, code) in [
        ("textDocument/unknown", json!({}), -32_601),
        ("textDocument/unknown", json!({"textDocument": text}), -32_601),
        ("$/unknown", Value::Null, -32_601),
        ("initialize", json!({}), -32_600),
        ("textDocument/hover", json!({}), -32_602),
        ("textDocument/hover", wrong_position.clone(), -32_602),
        ("textDocument/rename", wrong_position.clone(), -32_602),
        ("textDocument/completion", wrong_position, -32_602),
        ("textDocument/codeAction", json!({"textDocument": text}), -32_602),
        ("textDocument/diagnostic", json!([]), -32_602),
        ("workspace/executeCommand", json!({}), -32_602),
        ("workspace/executeCommand", json!({"command": "rm"}), -32_602),
        ("workspace/executeCommand", json!({"command": "cite-lint.authorities", "arguments": ["untitled:2"]}), -32_803),
    ] {
        assert_eq!(client.ask(method, params.clone())["code"], code, "{method} {params}");
    }
    // Of a text that is not open nothing is known.
    let other = json!({"textDocument": {"uri": "untitled:2"}, "position": {"line": 0, "character": 0}});
    assert_eq!(client.ask("textDocument/hover", other), Value::Null);
    client.end();
}

#[test]
fn notifications_that_cannot_be_meant_change_nothing() {
    let mut client = Client::start(&Value::Null);
    client.open("Đề án số 15- ĐA/TU");
    client.tell("no/such", Value::Null);
    client.tell("textDocument/didOpen", json!({}));
    client.tell("textDocument/didClose", json!({"textDocument": {"uri": "untitled:2"}}));
    let elsewhere = json!({"textDocument": {"uri": "untitled:2"}, "contentChanges": [{"text": "a"}]});
    client.tell("textDocument/didChange", elsewhere);
    let position = |line: i32| json!({"line": line, "character": 0});
    for wrong in [
        json!({"range": {"start": position(-1), "end": position(0)}, "text": "Đ"}),
        json!({"range": {"start": {"line": 0}}, "text": "Đ"}),
        json!({"range": {}, "text": "Đ"}),
        json!({"range": 7, "text": "Đ"}),
        json!({"range": {"start": position(0), "end": position(0)}}),
        json!({"text": 7}),
        json!(null),
    ] {
        // One that is good before it is left out with it: the client is told that the texts differ.
        client.change(2, json!([{"text": "khác hẳn"}, wrong]));
        assert_eq!(client.next("window/logMessage")["type"], 1, "{wrong}");
    }
    let symbols = client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
    assert_eq!(symbols[0]["name"], "15- ĐA/TU");
    client.end();
}

#[test]
fn a_change_of_an_older_text_is_left_out() {
    let client = Client::start(&Value::Null);
    client.open("");
    client.change(7, json!([{"text": "Đề án số 15- ĐA/TU"}]));
    assert!(client.told().iter().any(|(code, _)| code == "SYM01"));
    client.change(6, json!([{"text": ""}]));
    client.next("window/logMessage");
    client.change(8, json!([{"range": range(0, 0, 0), "text": "x"}]));
    assert!(client.told().iter().any(|(code, _)| code == "SYM01"));
    client.end();
}

#[test]
fn places_out_of_the_text_and_in_the_middle_of_a_letter() {
    let mut client = Client::start(&Value::Null);
    client.open("😀 Đề án số 15- ĐA/TU\n");
    for (line, character) in [(0, 1), (0, 99), (9, 0), (u32::MAX, u32::MAX)] {
        for method in ["hover", "completion", "definition", "references", "documentHighlight", "prepareRename"] {
            let told = client.ask_at(&format!("textDocument/{method}"), line, character);
            assert!(told["code"].is_null(), "{method} {line}:{character} {told}");
        }
    }
    // From the middle of 😀: from its beginning.
    client.change(2, json!([{"range": range(0, 1, 3), "text": ""}]));
    let symbols = client.ask("textDocument/documentSymbol", json!({"textDocument": {"uri": URI}}));
    assert_eq!(symbols[0]["location"]["range"]["start"], json!({"line": 0, "character": 0}));
    client.end();
}

#[test]
fn hello_comes_first_and_goodbye_last() {
    let mut client = Client::silent(|_, _| Settings::new(Lang::En));
    assert_eq!(client.ask("textDocument/hover", json!({}))["code"], -32_002);
    client.open_as("plaintext", "Đề án số 15- ĐA/TU");
    client.ask("initialize", json!({"capabilities": {}}));
    // Nobody has to say `initialized`, and what was opened before hello is not open.
    let hover = json!({"textDocument": {"uri": URI}, "position": {"line": 0, "character": 10}});
    assert_eq!(client.ask("textDocument/hover", hover.clone()), Value::Null);
    client.ask("shutdown", Value::Null);
    assert_eq!(client.ask("textDocument/hover", hover)["code"], -32_600);
    client.open_as("plaintext", "Đề án số 15- ĐA/TU");
    // A stream that ends after the goodbye is no failure.
    let Client { sender, server, .. } = client;
    drop(sender);
    assert!(server.join().unwrap());
}

#[test]
fn a_client_that_vanishes_ends_the_server() {
    let Client { sender, receiver, server, .. } = Client::start(&Value::Null);
    drop((sender, receiver));
    assert!(!server.join().unwrap());

    let client = Client::start(&Value::Null);
    client.tell("exit", Value::Null);
    assert!(!client.server.join().unwrap());

    // One that does not read any more.
    let (sender, incoming) = channel();
    let gone = || Err(std::io::ErrorKind::BrokenPipe.into());
    sender.send(Incoming::Request { id: 1.into(), method: "initialize".to_owned(), params: json!({}) }).unwrap();
    assert!(!serve(incoming, &mut |_| gone(), &mut |_, _| Settings::new(Lang::En)));
}
