use super::*;
use crate::lsp::buffer::{Buffer, Encoding};

#[test]
fn findings_follow_the_text_in_both_encodings() {
    // 😀 is one letter, two units of UTF-16, four of UTF-8.
    let text = "dòng một\n😀 Đề án số 15- ĐA/TU\n";
    for (encodings, start, end) in
        [(json!(["utf-16"]), 12, 21), (json!(["utf-8", "utf-16"]), 20, 30), (Value::Null, 12, 21)]
    {
        let client = Client::start(&json!({"general": {"positionEncodings": encodings}}));
        let told = client.open(text);
        assert!(told.contains(&("SYM01".to_owned(), range(1, start, end))), "{encodings}: {told:?}");
        client.change(2, json!([{"range": range(1, start + 3, start + 4), "text": ""}]));
        let told = client.told();
        assert!(told.iter().all(|(code, _)| code != "SYM01"), "{encodings}: {told:?}");
        client.tell("textDocument/didClose", json!({"textDocument": {"uri": URI}}));
        assert_eq!(client.told(), []);
        client.end();
    }
}

/// Numbers that look random and are the same each time.
pub(super) fn random() -> impl FnMut(usize) -> usize {
    let mut state = 7_u64;
    move |limit| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % limit.max(1)
    }
}

/// What a client does with a change, by the words of the protocol and without an index of lines.
fn client_offset(text: &str, line: usize, character: usize, encoding: Encoding) -> usize {
    let bytes = text.as_bytes();
    let mut starts = vec![0];
    for (at, byte) in bytes.iter().enumerate() {
        if *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
            starts.push(at + 1);
        }
    }
    let Some(&start) = starts.get(line) else { return text.len() };
    let mut units = 0;
    for (at, letter) in text[start..].char_indices() {
        units += if encoding == Encoding::Utf8 { letter.len_utf8() } else { letter.len_utf16() };
        if matches!(letter, '\r' | '\n') || units > character {
            return start + at;
        }
    }
    text.len()
}

#[test]
fn ten_thousand_random_changes_give_the_text_that_the_client_has() {
    for encoding in [Encoding::Utf8, Encoding::Utf16] {
        let mut random = random();
        let mut expected = "Số 16/CT-TTg\r\n😀 dòng hai\rdòng ba\n".to_owned();
        let mut buffer = Buffer::new(expected.clone(), encoding);
        for round in 0..10_000 {
            // Sometimes the whole text is new; it stays short, for the other side is slow.
            if expected.len() > 400 {
                expected.truncate(expected.floor_char_boundary(60));
                assert!(buffer.change(&[json!({"text": expected})]));
            }
            // Any place at all: in the middle of a letter, behind the end of a line or of the text.
            let mut place = || (random(expected.lines().count() + 2), random(24));
            let (a, b) = (place(), place());
            let b = (a.0 + usize::from(b.0 % 7 == 0), b.1);
            let text = ["", "", "Đ", "😀\n", "\r\n", "số ", "\r", "\n"][random(8)];
            let position = |place: (usize, usize)| json!({"line": place.0, "character": place.1});
            assert!(buffer.change(&[json!({"range": {"start": position(a), "end": position(b)}, "text": text})]));
            let offset = |place: (usize, usize)| client_offset(&expected, place.0, place.1, encoding);
            let (a, b) = (offset(a), offset(b));
            expected.replace_range(a.min(b)..a.max(b), text);
            assert_eq!(buffer.text(), expected, "{round}");
            // The way back: each letter has one place, and that leads to it.
            let at = expected.floor_char_boundary(random(expected.len() + 1));
            let between = expected[..at].ends_with('\r') && expected[at..].starts_with('\n');
            assert!(between || buffer.offset(&buffer.position(at)) == at, "{round} {at} {expected:?}");
        }
    }
}

#[test]
fn a_client_that_asks_is_told_once() {
    let mut client = Client::start(&json!({"textDocument": {"diagnostic": {}}}));
    client.open_as("plaintext", "Đề án số 15- ĐA/TU");
    let pull = |client: &mut Client, known: &Value| {
        client.ask("textDocument/diagnostic", json!({"textDocument": {"uri": URI}, "previousResultId": known}))
    };
    let first = pull(&mut client, &Value::Null);
    assert_eq!(first["kind"], "full");
    assert!(codes(&first["items"]).iter().any(|(code, _)| code == "SYM01"));
    let again = pull(&mut client, &first["resultId"]);
    assert_eq!(again, json!({"kind": "unchanged", "resultId": first["resultId"]}));
    client.change(2, json!([{"text": "Đề án số 15-ĐA/TU"}]));
    let mended = pull(&mut client, &first["resultId"]);
    assert_eq!(mended["kind"], "full");
    assert!(codes(&mended["items"]).iter().all(|(code, _)| code != "SYM01"));
    client.tell("textDocument/didClose", json!({"textDocument": {"uri": URI}}));
    assert_eq!(pull(&mut client, &Value::Null), json!({"kind": "full", "items": []}));
    // Nothing was sent by itself.
    let receiver = std::mem::replace(&mut client.receiver, channel().1);
    drop(client);
    assert_eq!(receiver.iter().filter(|sent| sent["method"] == "textDocument/publishDiagnostics").count(), 0);
}

/// What a server sends that finds all messages there when it begins.
fn all_that_is_sent(incoming: Receiver<Incoming>) -> Vec<Value> {
    let mut sent = Vec::new();
    let mut out = |message: &Value| {
        sent.push(message.clone());
        Ok(())
    };
    serve(incoming, &mut out, &mut |_, _| Settings::new(Lang::En));
    sent
}

#[test]
fn requests_that_were_taken_back_are_not_answered_and_outdated_ones_asked_for_again() {
    let (sender, incoming) = channel();
    let send = |message| sender.send(message).unwrap();
    let request =
        |id: i32, method: &str, params| Incoming::Request { id: id.into(), method: method.to_owned(), params };
    let notification = |method: &str, params| Incoming::Notification { method: method.to_owned(), params };
    let text = json!({"uri": URI});
    send(request(1, "initialize", json!({"capabilities": {"textDocument": {"diagnostic": {}}}})));
    let document = json!({"uri": URI, "version": 1, "text": "Đề án số 15- ĐA/TU"});
    send(notification("textDocument/didOpen", json!({"textDocument": document})));
    let position = json!({"line": 0, "character": 9});
    send(request(2, "textDocument/hover", json!({"textDocument": text, "position": position})));
    send(request(3, "textDocument/diagnostic", json!({"textDocument": text})));
    let changed = json!({"textDocument": {"uri": URI, "version": 2}, "contentChanges": [{"text": "hết"}]});
    send(notification("textDocument/didChange", changed));
    send(request(4, "textDocument/diagnostic", json!({"textDocument": text})));
    send(notification("$/cancelRequest", json!({"id": 2})));
    send(notification("$/cancelRequest", json!({"id": 4_711})));
    drop(sender);
    let sent = all_that_is_sent(incoming);
    let of = |id: i32| sent.iter().find(|message| message["id"] == id).unwrap();
    assert_eq!(of(2)["error"]["code"], -32_800);
    assert_eq!(of(3)["error"]["code"], -32_802);
    assert_eq!(of(3)["error"]["data"]["retriggerRequest"], true);
    assert_eq!(of(4)["result"]["items"], json!([]));
}

#[test]
fn of_edits_that_come_together_only_the_last_is_checked() {
    let (sender, incoming) = channel();
    let notification = |method: &str, params| Incoming::Notification { method: method.to_owned(), params };
    sender.send(Incoming::Request { id: 1.into(), method: "initialize".to_owned(), params: json!({}) }).unwrap();
    let document = json!({"uri": URI, "version": 1, "text": ""});
    sender.send(notification("textDocument/didOpen", json!({"textDocument": document}))).unwrap();
    for version in 2..=100 {
        let text = format!("Đề án số {version}- ĐA/TU");
        let params = json!({"textDocument": {"uri": URI, "version": version}, "contentChanges": [{"text": text}]});
        sender.send(notification("textDocument/didChange", params)).unwrap();
    }
    drop(sender);
    let sent = all_that_is_sent(incoming);
    let published: Vec<&Value> =
        sent.iter().filter(|message| message["method"] == "textDocument/publishDiagnostics").collect();
    assert_eq!(published.len(), 1);
    assert_eq!(published[0]["params"]["version"], 100);
}
