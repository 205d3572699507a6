//! The parts of JSON, written into a buffer: numbers and strings as `serde_json` writes them.

use std::fmt::Display;
use std::io::Write;

/// `"text"`.
pub(super) fn string(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let mut done = 0;
    while let Some(length) = plain(&text.as_bytes()[done..]) {
        let at = done + length;
        out.extend_from_slice(&text.as_bytes()[done..at]);
        escape(out, text.as_bytes()[at]);
        done = at + 1;
    }
    out.extend_from_slice(&text.as_bytes()[done..]);
    out.push(b'"');
}

/// How many bytes stand before the first one that JSON writes in another way, if there is one.
fn plain(bytes: &[u8]) -> Option<usize> {
    /// Looked at together: most texts have none.
    const TOGETHER: usize = 32;
    let is_odd = |byte: u8| byte < 0x20 || byte == b'"' || byte == b'\\';
    let chunks = bytes.chunks(TOGETHER);
    let even = chunks.take_while(|chunk| !chunk.iter().fold(false, |odd, &byte| odd | is_odd(byte))).count();
    let start = bytes.len().min(even * TOGETHER);
    bytes[start..].iter().position(|&byte| is_odd(byte)).map(|length| start + length)
}

fn escape(out: &mut Vec<u8>, byte: u8) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let letter = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        b'\t' => b't',
        b'\n' => b'n',
        0x0C => b'f',
        b'\r' => b'r',
        _ => {
            let digits = [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]];
            out.extend_from_slice(b"\\u00");
            return out.extend_from_slice(&digits);
        }
    };
    out.extend_from_slice(&[b'\\', letter]);
}

/// A number.
pub(super) fn number(out: &mut Vec<u8>, mut number: usize) {
    // The longest number of 64 bits.
    let mut digits = [b'0'; 20];
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 || start == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[start..]);
}

/// What needs no escape, in quotes.
pub(super) fn quoted(out: &mut Vec<u8>, value: impl Display) {
    // A vector takes everything.
    let _ = write!(out, "\"{value}\"");
}

/// Values in brackets, with a comma between two.
pub(super) fn list<T>(out: &mut Vec<u8>, values: impl IntoIterator<Item = T>, mut one: impl FnMut(&mut Vec<u8>, T)) {
    out.push(b'[');
    for (index, value) in values.into_iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        one(out, value);
    }
    out.push(b']');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_and_numbers_as_serde_writes_them() {
        let long = "trích yếu “dài” hơn một khối ".repeat(4);
        let texts =
            ('\0'..='\u{2100}').map(String::from).chain(["".into(), long.clone(), format!("{long}\"{long}\\\n")]);
        for text in texts.flat_map(|text| [format!("đ{text}{text}"), text]) {
            let mut out = Vec::new();
            string(&mut out, &text);
            assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string(&text).unwrap());
        }
        for value in [0, 7, 10, 123_456, usize::MAX] {
            let mut out = Vec::new();
            number(&mut out, value);
            assert_eq!(String::from_utf8(out).unwrap(), value.to_string());
        }
    }
}
