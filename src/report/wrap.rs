use unicode_normalization::char::is_combining_mark;

/// Breaks `text` at blanks into lines of at most `width` columns (a word that is longer stays whole). Combining marks
/// take no column.
pub(super) fn wrap(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut column = 0;
    for word in text.split_whitespace() {
        let len = word.chars().filter(|&c| !is_combining_mark(c)).count();
        if column > 0 {
            let breaks = column + 1 + len > width;
            out.push(if breaks { '\n' } else { ' ' });
            column = if breaks { 0 } else { column + 1 };
        }
        out.push_str(word);
        column += len;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn breaks_at_blanks_only() {
        assert_eq!(wrap("một hai  ba bốn", 7), "một hai\nba bốn");
        assert_eq!(wrap("dàiiiiiii a", 3), "dàiiiiiii\na");
        assert_eq!(wrap("mo\u{0323}\u{0302}t hai", 7), "mo\u{0323}\u{0302}t hai");
    }
}
