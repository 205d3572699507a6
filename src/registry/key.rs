/// Hash of what identifies a symbol: the number without leading zeros and without regard to the case of its letter
/// (`05-CT/TW` = `5-CT/TW`), and all that follows as it stands.
pub(super) fn symbol_key(symbol: &str) -> u64 {
    hash(bytes_of(symbol))
}

/// Whether two symbols are one by the measure of [`symbol_key`].
pub(super) fn same_symbol(a: &str, b: &str) -> bool {
    bytes_of(a).eq(bytes_of(b))
}

/// FNV-1a.
pub(super) fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn bytes_of(symbol: &str) -> impl Iterator<Item = u8> {
    let number_ends = symbol.find(['/', '-']).unwrap_or(symbol.len());
    let (number, rest) = symbol.split_at(number_ends);
    number.trim_start_matches('0').bytes().map(|byte| byte.to_ascii_lowercase()).chain(rest.bytes())
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
