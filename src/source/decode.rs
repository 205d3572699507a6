use super::{Guess, SourceError};

/// Reads bytes as UTF-8 text. A byte order mark stays in the text (the normaliser skips it), so that every offset is
/// one of the file.
///
/// # Errors
///
/// [`SourceError::Empty`] without any text, [`SourceError::Foreign`] for the first bytes of another format,
/// [`SourceError::Nul`] and [`SourceError::NotUtf8`] with the first bad byte and what the bytes look like.
///
/// ```
/// use cite_lint::source::{Guess, SourceError, decode};
///
/// assert_eq!(decode("số 25-NQ/TW".as_bytes()), Ok("số 25-NQ/TW"));
/// assert_eq!(decode(b"%PDF-1.7\n"), Err(SourceError::Foreign(Guess::Pdf)));
/// ```
pub fn decode(bytes: &[u8]) -> Result<&str, SourceError> {
    if bytes.is_empty() || bytes == BOM {
        return Err(SourceError::Empty);
    }
    if let Some(guess) = signature(bytes) {
        return Err(SourceError::Foreign(guess));
    }
    if let Some(offset) = memchr::memchr(0, bytes) {
        return Err(SourceError::Nul { offset, line: line_of(bytes, offset), guess: utf16_without_mark(bytes) });
    }
    // The fast check does not say where; the slow one does, and finds nothing only where the fast one is wrong.
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return Ok(text);
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        SourceError::NotUtf8 { offset, line: line_of(bytes, offset), guess: legacy(bytes) }
    })
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// First bytes of other formats. None of them starts a UTF-8 text in Vietnamese.
const SIGNATURES: [(&[u8], Guess); 10] = [
    (b"\xFF\xFE", Guess::Utf16),
    (b"\xFE\xFF", Guess::Utf16),
    (b"PK\x03\x04", Guess::Zip),
    (b"PK\x05\x06", Guess::Zip),
    (b"%PDF-", Guess::Pdf),
    (b"\xD0\xCF\x11\xE0", Guess::OldOffice),
    (b"{\\rtf", Guess::Rtf),
    (b"\x89PNG", Guess::Binary),
    (b"\xFF\xD8\xFF", Guess::Binary),
    (b"\x1F\x8B", Guess::Binary),
];

fn signature(bytes: &[u8]) -> Option<Guess> {
    SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)).map(|&(_, guess)| guess)
}

fn line_of(bytes: &[u8], offset: usize) -> usize {
    memchr::memchr_iter(b'\n', &bytes[..offset]).count() + 1
}

/// The part of a file that a guess looks at.
fn sample(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(64 * 1024)]
}

/// Every second byte of Latin letters in UTF-16 is NUL.
fn utf16_without_mark(bytes: &[u8]) -> Option<Guess> {
    let sample = sample(bytes);
    let nul_at = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (nul_at(0), nul_at(1));
    (sample.len() >= 8 && even.max(odd) * 5 > sample.len() && even.min(odd) * 20 < sample.len()).then_some(Guess::Utf16)
}

/// The old Vietnamese encodings by the letters that are frequent in one and absent in the others: `ă â ê ô ơ ư đ` of
/// TCVN3 stand at A7–AE, where VNI and Windows-1258 have signs; `đ` is F1 in VNI and F0 in Windows-1258.
fn legacy(bytes: &[u8]) -> Option<Guess> {
    let sample = sample(bytes);
    let count = |of: fn(u8) -> bool| sample.iter().filter(|&&byte| of(byte)).count();
    let high = count(|byte| byte >= 0x80);
    let tcvn3 = count(|byte| (0xA7..=0xAE).contains(&byte));
    let vni = count(|byte| matches!(byte, 0xD1 | 0xF1));
    let windows = count(|byte| matches!(byte, 0xD0 | 0xF0));
    if high < 8 {
        None
    } else if tcvn3 * 10 >= high {
        Some(Guess::Tcvn3)
    } else if vni * 25 >= high && vni > windows {
        Some(Guess::Vni)
    } else if windows * 25 >= high {
        Some(Guess::Windows1258)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_a_byte_order_mark_and_any_utf8() {
        assert_eq!(decode("\u{feff}số".as_bytes()), Ok("\u{feff}số"));
        assert_eq!(decode(b" \r\n"), Ok(" \r\n"));
    }

    #[test]
    fn names_what_the_bytes_look_like() {
        use Guess::*;
        for (bytes, want) in [
            (&b""[..], SourceError::Empty),
            (b"\xEF\xBB\xBF", SourceError::Empty),
            (b"\xFF\xFEN\0g\0", SourceError::Foreign(Utf16)),
            (b"PK\x03\x04rest", SourceError::Foreign(Zip)),
            (b"\xD0\xCF\x11\xE0\xA1\xB1", SourceError::Foreign(OldOffice)),
            (b"{\\rtf1\\ansi", SourceError::Foreign(Rtf)),
            (b"\x89PNG\r\n", SourceError::Foreign(Binary)),
            (b"a\nb\0c", SourceError::Nul { offset: 3, line: 2, guess: None }),
            (b"N\0g\0h\0i\0", SourceError::Nul { offset: 1, line: 1, guess: Some(Utf16) }),
            (b"a\nb\n\xC3", SourceError::NotUtf8 { offset: 4, line: 3, guess: None }),
        ] {
            assert_eq!(decode(bytes), Err(want));
        }
    }

    #[test]
    fn guesses_old_vietnamese_encodings() {
        let guess = |bytes: &[u8]| match decode(bytes) {
            Err(SourceError::NotUtf8 { guess, .. }) => guess,
            other => panic!("{other:?}"),
        };
        // Uû ban nh©n d©n tØnh, ®Þa ph­¬ng
        assert_eq!(guess(b"U\xFB ban nh\xA9n d\xA9n t\xD8nh, \xAE\xDEa ph\xAD\xACng"), Some(Guess::Tcvn3));
        // Nghò ñònh soá, UÛy ban nhaân daân, ñieàu
        assert_eq!(guess(b"Ngh\xF2 \xF1\xF2nh so\xE1 U\xDBy ban nha\xE2n da\xE2n \xF1ie\xE0u"), Some(Guess::Vni));
        assert_eq!(guess(b"Ngh\xEC\xF2 \xF0\xEC\xF2nh s\xF4\xEC, \xF0i\xEA\xCCu"), Some(Guess::Windows1258));
    }
}
