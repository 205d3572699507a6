use crate::vocab::index::{hash_bytes, hash_step};

/// Hash of what identifies a symbol: the number without leading zeros and without regard to the case of its letter
/// (`05-CT/TW` = `5-CT/TW`), and all that follows as it stands. Its upper bits are its best.
pub(super) fn symbol_key(symbol: &str) -> u64 {
    let (number, rest) = parts(symbol);
    let number = number.iter().fold(0, |hash, byte| hash_step(hash, u64::from(byte.to_ascii_lowercase())));
    hash_bytes(number, rest)
}

/// Whether two symbols are one by the measure of [`symbol_key`].
pub(super) fn same_symbol(a: &str, b: &str) -> bool {
    let (a, b) = (parts(a), parts(b));
    a.0.eq_ignore_ascii_case(b.0) && a.1 == b.1
}

/// What stands before the day in an id (`16/CT-TTg@2016-05-16`).
pub(super) fn symbol_in(id: &str) -> &str {
    id.split('@').next().unwrap_or(id)
}

/// Whether a record with this id is found by the symbol in it. A user may give any id, and a constitution has no symbol.
pub(super) fn id_is_of_symbol(id: &str, symbol: &str) -> bool {
    !symbol.is_empty() && same_symbol(symbol_in(id), symbol)
}

/// The number without leading zeros, and the rest.
fn parts(symbol: &str) -> (&[u8], &[u8]) {
    let bytes = symbol.as_bytes();
    let number_ends = bytes.iter().position(|byte| b"/-".contains(byte)).unwrap_or(bytes.len());
    let zeros = bytes.iter().take_while(|&&byte| byte == b'0').count();
    (&bytes[zeros..number_ends], &bytes[number_ends..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_zeros_and_the_case_of_the_number_do_not_count() {
        for (a, b, same) in [
            ("05-CT/TW", "5-CT/TW", true),
            ("08A-NQ/HNTW", "8a-NQ/HNTW", true),
            ("30/2020/NĐ-CP", "030/2020/NĐ-CP", true),
            ("05-CT/TW", "50-CT/TW", false),
            ("05-CT/TW", "05/CT-TW", false),
            ("08-QĐi/TW", "08-QĐI/TW", false),
            ("1/2020/NĐ-CP", "12/020/NĐ-CP", false),
        ] {
            assert_eq!(same_symbol(a, b), same, "{a} {b}");
            assert_eq!(symbol_key(a) == symbol_key(b), same, "{a} {b}");
        }
    }
}
