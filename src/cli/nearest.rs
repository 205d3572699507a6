/// The one of `names` that is nearest to `word`, if it is near: at most two letters in five differ. Case and the
/// kind of hyphen do not count.
pub(super) fn nearest<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let word = word.to_lowercase().replace('_', "-");
    names
        .into_iter()
        .map(|name| (distance(&word, &name.to_lowercase()), name))
        .filter(|(far, name)| far * 5 <= name.len().max(word.chars().count()) * 2)
        .min_by_key(|&(far, _)| far)
        .map(|(_, name)| name)
}

/// Insertions, deletions and changes of letters from `a` to `b`.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, &to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_slips_and_leaves_strangers() {
        let names = ["SYM03", "symbol-separator", "DAT01"];
        assert_eq!(nearest("sym30", names), Some("SYM03"));
        assert_eq!(nearest("SYN03", names), Some("SYM03"));
        assert_eq!(nearest("symbol_seperator", names), Some("symbol-separator"));
        assert_eq!(nearest("xyz", names), None);
        assert_eq!(nearest("", names), None);
    }
}
