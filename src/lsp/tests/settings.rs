use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::finding::Severity;

#[test]
fn settings_of_the_client_count_and_can_change() {
    let mut client = Client::start(&Value::Null);
    let severity = |client: &Client| {
        let told = client.next("textDocument/publishDiagnostics");
        let found = told["diagnostics"].as_array().unwrap().iter().find(|one| one["code"] == "CMP01").cloned();
        found.map(|found| found["severity"].clone())
    };
    client.open_as("plaintext", "Theo Nghị định số 30/2020/NĐ-CP.");
    assert_eq!(severity(&client), Some(3.into()));
    client.tell("workspace/didChangeConfiguration", json!({"settings": {"cite-lint": {"profile": "strict"}}}));
    assert_eq!(severity(&client), Some(2.into()));
    client.tell("workspace/didChangeConfiguration", json!({"settings": {"cite-lint": {"profile": "form-only"}}}));
    assert_eq!(severity(&client), None);
    assert_eq!(client.ask("textDocument/hover", json!({}))["code"], -32_602);
    client.end();
}

#[test]
fn a_client_is_asked_for_settings_that_it_does_not_send() {
    let mut client = Client::start(&json!({"workspace": {"configuration": true}}));
    client.open("Theo Nghị định số 30/2020/NĐ-CP.");
    client.tell("workspace/didChangeConfiguration", json!({"settings": null}));
    assert_eq!(client.next("workspace/configuration")["items"], json!([{"section": "cite-lint"}]));
    let result = json!([{"profile": "form-only"}]);
    client.sender.send(Incoming::Response { id: "cite-lint/settings".into(), result }).unwrap();
    assert!(client.told().iter().all(|(code, _)| code != "CMP01"));
    client.ask("shutdown", Value::Null);
}

#[test]
fn the_configuration_is_read_again_when_it_changes_and_its_faults_told_once() {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let capabilities = json!({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}, "codeLens": {"refreshSupport": true}}});
    let client = Client::with(&capabilities, move |path, _| {
        let round = count.fetch_add(1, Ordering::SeqCst);
        // A text that was never saved lies in the folder that is open.
        assert_eq!(path, Some(std::path::Path::new("/drafts/untitled")));
        let level = if round == 0 { Severity::Info } else { Severity::Error };
        Settings {
            level,
            problems: vec!["cite-lint.toml: line 1: unknown key ‘x’".to_owned()],
            ..Settings::new(Lang::En)
        }
    });
    let watched = client.next("client/registerCapability");
    assert_eq!(watched["registrations"][0]["registerOptions"]["watchers"][0]["globPattern"], "**/cite-lint.toml");
    client.open_as("plaintext", "Theo Nghị định số 30/2020/NĐ-CP.");
    assert!(client.next("window/showMessage")["message"].as_str().unwrap().contains("unknown key"));
    assert!(!client.told().is_empty());
    client.change(2, json!([{"text": "Theo Nghị định số 30/2020/NĐ-CP!"}]));
    client.told();
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    client.tell(
        "workspace/didChangeWatchedFiles",
        json!({"changes": [{"uri": "file:///drafts/cite-lint.toml", "type": 2}]}),
    );
    client.next("workspace/codeLens/refresh");
    assert_eq!(client.told(), []);
    assert_eq!(asked.load(Ordering::SeqCst), 2);
    client.end();
}

#[test]
fn a_client_that_watches_no_files_has_the_configuration_read_when_it_saves() {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let client = Client::with(&Value::Null, move |_, _| {
        count.fetch_add(1, Ordering::SeqCst);
        Settings::new(Lang::En)
    });
    client.open("a");
    client.tell("textDocument/didSave", json!({"textDocument": {"uri": URI}}));
    client.told();
    assert_eq!(asked.load(Ordering::SeqCst), 2);
    client.end();
}
