//! Letters that are written as entities.

use html5gum::{Token, Tokenizer};

/// The bytes of what may be an entity: from the `&` to its `;`, or to the first sign that none has.
pub(super) fn entity_length(rest: &str) -> usize {
    let name =
        rest[1..].bytes().position(|byte| !byte.is_ascii_alphanumeric() && byte != b'#').unwrap_or(rest.len() - 1);
    let end = 1 + name;
    if rest.as_bytes().get(end) == Some(&b';') { end + 1 } else { end }
}

/// The letters that an entity stands for; of what is none, itself.
pub(super) fn entity(raw: &str) -> String {
    let tokens = Tokenizer::new(raw).filter_map(|token| match token {
        Ok(Token::String(words)) => Some(String::from_utf8_lossy(&words).into_owned()),
        _ => None,
    });
    tokens.collect()
}
