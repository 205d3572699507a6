use super::{Encoding, Guess};

/// First bytes of other formats. None of them starts a text in Vietnamese.
const SIGNATURES: [(&[u8], Guess); 8] = [
    (b"PK\x03\x04", Guess::Zip),
    (b"PK\x05\x06", Guess::Zip),
    (b"%PDF-", Guess::Pdf),
    (b"\xD0\xCF\x11\xE0", Guess::OldOffice),
    (b"{\\rtf", Guess::Rtf),
    (b"\x89PNG", Guess::Binary),
    (b"\xFF\xD8\xFF", Guess::Binary),
    (b"\x1F\x8B", Guess::Binary),
];

pub(super) fn signature(bytes: &[u8]) -> Option<Guess> {
    SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)).map(|&(_, guess)| guess)
}

/// The part of a file that a guess looks at.
fn sample(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(64 * 1024)]
}

/// Every second byte of Latin letters in UTF-16 is NUL: the first of each pair where the high byte stands first.
pub(super) fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    let sample = sample(bytes);
    let nul_at = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (nul_at(0), nul_at(1));
    let looks = sample.len() >= 8 && even.max(odd) * 5 > sample.len() && even.min(odd) * 20 < sample.len();
    looks.then_some(if even > odd { Encoding::Utf16Be } else { Encoding::Utf16Le })
}

/// The old Vietnamese encodings by the letters that are frequent in one and absent in the others: `ă â ê ô ơ ư đ` of
/// TCVN3 stand at A7–AE, where VNI and Windows-1258 have signs; `đ` is F1 in VNI and F0 in Windows-1258.
///
/// A text of UTF-8 with a few bad bytes is none of them.
pub(super) fn old_vietnamese(bytes: &[u8]) -> Option<Encoding> {
    let sample = sample(bytes);
    let count = |of: fn(u8) -> bool| sample.iter().filter(|&&byte| of(byte)).count();
    // Below stand the dots and quotes of Windows, of which a form may have more than letters.
    let high = count(|byte| byte >= 0xA1);
    let in_utf8: usize =
        sample.utf8_chunks().map(|chunk| chunk.valid().bytes().filter(|byte| *byte >= 0x80).count()).sum();
    let tcvn3 = count(|byte| (0xA7..=0xAE).contains(&byte));
    let vni = count(|byte| matches!(byte, 0xD1 | 0xF1));
    let windows = count(|byte| matches!(byte, 0xD0 | 0xF0));
    if high < 8 || in_utf8 * 2 > high {
        None
    } else if tcvn3 * 10 >= high {
        Some(Encoding::Tcvn3)
    } else if vni * 25 >= high && vni > windows {
        Some(Encoding::Vni)
    } else if windows * 25 >= high {
        Some(Encoding::Windows1258)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_by_their_fingerprints() {
        // Uû ban nh©n d©n tØnh, ®Þa ph­¬ng
        let tcvn3 = b"U\xFB ban nh\xA9n d\xA9n t\xD8nh, \xAE\xDEa ph\xAD\xACng";
        // Nghò ñònh soá, UÛy ban nhaân daân, ñieàu
        let vni = b"Ngh\xF2 \xF1\xF2nh so\xE1 U\xDBy ban nha\xE2n da\xE2n \xF1ie\xE0u";
        let windows = b"Ngh\xEC\xF2 \xF0\xEC\xF2nh s\xF4\xEC, \xF0i\xEA\xCCu";
        assert_eq!(old_vietnamese(tcvn3), Some(Encoding::Tcvn3));
        assert_eq!(old_vietnamese(vni), Some(Encoding::Vni));
        assert_eq!(old_vietnamese(windows), Some(Encoding::Windows1258));
        let french = "Décret n° 2003-1 relatif à l'école, à la santé, été\n".repeat(9);
        let french: Vec<u8> = french.chars().map(|letter| u8::try_from(letter).unwrap()).collect();
        assert_eq!(old_vietnamese(&french), None);
        let almost = ["Nghị định số 30/2020/NĐ-CP, ưu đãi, đơn đăng ký ".as_bytes(), b"\xAE"].concat();
        assert_eq!(old_vietnamese(&almost), None);
    }
}
