use std::path::PathBuf;

use crate::cli::nearest::nearest;
use crate::finding::Message;

/// What is wrong with a file, on which line, and the key that may be meant.
pub(super) fn wrong(error: &toml::de::Error, text: &str) -> Message {
    let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
    let message = error.message();
    // "unknown field `selct`, expected one of `select`, `ignore`"
    let mut quoted = message.strip_prefix("unknown field").unwrap_or_default().split('`').skip(1).step_by(2);
    match quoted.next() {
        Some(key) => {
            let (vi, en) = match nearest(key, quoted) {
                Some(right) => (format!("; có phải ‘{right}’?"), format!("; is ‘{right}’ meant?")),
                None => (
                    " — xem các khóa: cite-lint config schema".to_owned(),
                    " — see the keys: cite-lint config schema".to_owned(),
                ),
            };
            Message::new(
                format!("dòng {line}: không có khóa ‘{key}’{vi}"),
                format!("line {line}: unknown key ‘{key}’{en}"),
            )
        }
        None => Message::new(format!("dòng {line}: {message}"), format!("line {line}: {message}")),
    }
}

/// Configurations that extend each other in a circle.
pub(super) fn circle(files: &[PathBuf]) -> Message {
    let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    let circle = names.join(" → ");
    Message::new(
        format!("extend đi vòng tròn: {circle} — bỏ một trong các dòng extend"),
        format!("extend goes in a circle: {circle} — take one of them out"),
    )
}
