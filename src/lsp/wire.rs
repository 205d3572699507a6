//! Messages as they come over the wire: JSON-RPC 2.0 behind a `Content-Length` header.

use std::io::{self, BufRead, Read, Write};
use std::sync::mpsc::Sender;

use serde_json::{Value, json};

use super::failure::{Failure, INVALID_REQUEST, PARSE_ERROR};

/// What a client sends.
#[derive(Debug)]
pub(super) enum Incoming {
    /// Wants an answer under its id.
    Request { id: Value, method: String, params: Value },
    /// Wants none.
    Notification { method: String, params: Value },
    /// The answer to a request of the server.
    Response { id: Value, result: Value },
    /// No message: the id, where one can be read, and what is wrong.
    Broken { id: Value, failure: Failure },
}

/// A message of more bytes than this is not read: a header may name any number.
const LONGEST: u64 = 1 << 30;

/// Reads messages until the stream ends, or nobody wants them any more.
pub(super) fn read_all(input: &mut impl BufRead, sender: &Sender<Incoming>) {
    while let Ok(Some(length)) = header(input) {
        let mut body = Vec::new();
        if input.take(length).read_to_end(&mut body).is_err() || body.len() as u64 != length {
            return;
        }
        if sender.send(message(&body)).is_err() {
            return;
        }
    }
}

/// The length of the next message; `None` where the stream ends.
fn header(input: &mut impl BufRead) -> io::Result<Option<u64>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        // A header line is short; one that is not ends the talk as a broken stream does.
        if input.take(4_096).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_end();
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok().filter(|length| *length <= LONGEST);
        }
        if line.is_empty() {
            return length.map(Some).ok_or_else(|| io::ErrorKind::InvalidData.into());
        }
    }
}

fn message(body: &[u8]) -> Incoming {
    let Ok(mut value) = serde_json::from_slice::<Value>(body) else {
        return Incoming::Broken { id: Value::Null, failure: Failure::new(PARSE_ERROR, "the message is no JSON") };
    };
    let mut part = |name: &str| value.get_mut(name).map(Value::take);
    let (id, method, params) = (part("id"), part("method"), part("params").unwrap_or_default());
    let failure = |what: &str| Failure::new(INVALID_REQUEST, what);
    match (id, method) {
        (Some(id), Some(Value::String(method))) if id.is_number() || id.is_string() => {
            Incoming::Request { id, method, params }
        }
        (None, Some(Value::String(method))) => Incoming::Notification { method, params },
        (Some(id), None) => Incoming::Response { id, result: part("result").unwrap_or_default() },
        (id, _) => Incoming::Broken { id: id.unwrap_or_default(), failure: failure("no message of JSON-RPC 2.0") },
    }
}

/// Writes one message.
pub(super) fn write(out: &mut impl Write, message: &Value) -> io::Result<()> {
    let text = message.to_string();
    write!(out, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    out.flush()
}

pub(super) fn response(id: &Value, result: Result<Value, Failure>) -> Value {
    match result {
        Ok(result) => json!({"jsonrpc": "2.0", "id": id, "result": result}),
        Err(failure) => json!({"jsonrpc": "2.0", "id": id, "error": failure.to_json()}),
    }
}

pub(super) fn notification(method: &str, params: Value) -> Value {
    json!({"jsonrpc": "2.0", "method": method, "params": params})
}

pub(super) fn request(id: &str, method: &str, params: Value) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params})
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<String> {
        let (sender, receiver) = std::sync::mpsc::channel();
        read_all(&mut &*bytes, &sender);
        drop(sender);
        receiver.iter().map(|message| format!("{message:?}").chars().take(12).collect()).collect()
    }

    fn framed(bodies: &[&str]) -> Vec<u8> {
        bodies.iter().flat_map(|body| format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()).collect()
    }

    #[test]
    fn what_is_no_message_does_not_end_the_talk() {
        let all =
            framed(&["{", "[]", "7", r#"{"id":{},"method":"a"}"#, r#"{"method":"a"}"#, r#"{"id":"x","method":"a"}"#]);
        let told = read(&all);
        assert!(told[..4].iter().all(|one| one == "Broken { id:"), "{told:?}");
        assert_eq!(told[4..], ["Notification", "Request { id"]);
    }

    #[test]
    fn a_broken_stream_ends_it() {
        let good = framed(&[r#"{"method":"a"}"#]);
        for bad in [
            &b"Content-Length: 18446744073709551615\r\n\r\n"[..],
            b"Content-Length: 99999999999\r\n\r\n{}",
            b"Content-Length: -1\r\n\r\n{}",
            b"Content-Length: 12\r\n\r\n{}",
            b"no header at all\r\n\r\n{}",
            &[0xff; 9_000],
        ] {
            assert_eq!(read(&[&good, bad].concat()), ["Notification"]);
        }
        assert_eq!(read(b"content-length:2\nContent-Type: x\n\n{}").len(), 1);
    }
}
