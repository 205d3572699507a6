/// UTF-16 as text: by its byte order mark, else little-endian as Windows writes it where every second byte is NUL. `None`
/// where a surrogate stands alone or a byte is left over.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let (bytes, big) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (rest, false),
        [0xFE, 0xFF, rest @ ..] => (rest, true),
        bytes => (bytes, bytes.first() == Some(&0)),
    };
    let units = bytes.chunks_exact(2).map(|pair| {
        let pair = [pair[0], pair[1]];
        if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    });
    if bytes.len() % 2 == 1 {
        return None;
    }
    char::decode_utf16(units).collect::<Result<String, _>>().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_orders_with_and_without_a_mark() {
        let text = "Số 16/CT-TTg 😀";
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(decode(&[&b"\xFF\xFE"[..], &little].concat()).as_deref(), Some(text));
        assert_eq!(decode(&[&b"\xFE\xFF"[..], &big].concat()).as_deref(), Some(text));
        assert_eq!(decode(&little).as_deref(), Some(text));
        assert_eq!(decode(&little[..little.len() - 1]), None);
        assert_eq!(decode(b"\xFF\xFE\x00\xD8"), None);
    }
}
